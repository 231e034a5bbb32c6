"""FIR numbers, references to a FIR and sections of law, as papers and sheets write them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.no_answer import Answer
from tafteesh.reference.law.citations import read_fir_number, read_fir_reference, read_sections

TODAY = date(2025, 12, 1)
ACTS = {
    "IPC": {"34", "120B", "363", "366A", "370", "370A", "376"},
    "ITPA": {"3", "4", "5", "6"},
    "POCSO": {"4", "6"},
    "BNS": {"143", "144"},
    "JJ": {"75"},
}


@pytest.mark.parametrize(
    "written",
    [
        "412/2025", "412/25", "0412/2025", "412 / 2025", "412-2025", "412 of 2025", "No. 412/2025", "412/2025.",
        "FIR No. 412/2025 dt 12.04.2025", "Case No.412/25", "৪১২/২০২৫", "এফআইআর নং ৪১২/২০২৫", "412 dated 12.04.2025",
        "2025/412", "412/2025 u/s 363 IPC",
    ],
)  # fmt: skip
def test_a_fir_number_is_one_number_and_one_year_however_written(written: str) -> None:
    assert str(read_fir_number(written, today=TODAY).value) == "412/2025"


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        (datetime(2025, 4, 12), Doubt.FIR_LOOKS_LIKE_DATE),  # noqa: DTZ001
        ("Apr-25", Doubt.FIR_LOOKS_LIKE_DATE), ("12-04-2025", Doubt.FIR_LOOKS_LIKE_DATE),
        (45748.0, Doubt.FIR_LOOKS_LIKE_DATE), ("412", Doubt.FIR_WITHOUT_YEAR), (412, Doubt.FIR_WITHOUT_YEAR),
        ("412/2092", Doubt.FIR_YEAR_ODD), ("412/2026", Doubt.FIR_YEAR_ODD), ("2021/22", Doubt.TWO_READINGS),
        ("412/2025, 413/2025", Doubt.TWO_FIRS), ("0/2025", Doubt.NOT_A_FIR_NUMBER),
        ("412/2025 dt 12.04.2024", Doubt.FIR_YEAR_AND_DATE_DIFFER), ("Rina", Doubt.NOT_A_FIR_NUMBER),
        (time(4, 12), Doubt.NOT_A_FIR_NUMBER), ("4" * 10_000_000, Doubt.TOO_LONG),
    ],
)  # fmt: skip
def test_what_is_no_sure_fir_number_is_a_doubt(written: object, doubt: Doubt) -> None:
    reading = read_fir_number(written, today=TODAY)

    assert (reading.value, reading.doubt) == (None, doubt)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("Hasnabad PS 412/2025", "Hasnabad 412/2025"), ("Hasnabad P.S. Case No.412/2025", "Hasnabad 412/2025"),
        ("PS-Hasnabad FIR-412/25", "Hasnabad 412/2025"), ("hasnabad ps 412/2025", "Hasnabad 412/2025"),
        ("HASNABAD PS 412/25", "Hasnabad 412/2025"), ("412/2025 Hasnabad", "Hasnabad 412/2025"),
        ("Hasnabad-412/2025", "Hasnabad 412/2025"), ("Hasnabad PS 412/2025 u/s 363/366A IPC", "Hasnabad 412/2025"),
        ("Hasnabad PS Case No. 412 dated 12.04.2025", "Hasnabad 412/2025"),
        ("FIR no. 412/25 of Hasnabad P.S.", "Hasnabad 412/2025"), ("676/14 (Baduria)", "Baduria 676/2014"),
        ("Baduria 676/14", "Baduria 676/2014"), ("Baduria PS FIR No 676 of 2014", "Baduria 676/2014"),
        ("Basirhat PS C/No. 432/2014 dt 08.12.2014", "Basirhat 432/2014"), ("GRP Sealdah 12/21", "GRP Sealdah 12/2021"),
        ("grp sealdah 12/21", "GRP Sealdah 12/2021"), ("Cyber Crime PS 5/2021", "Cyber Crime 5/2021"),
        ("Basirhat Women PS 12/21", "Basirhat Women 12/2021"), ("হাসনাবাদ থানা ৪১২/২০২৫", "হাসনাবাদ 412/2025"),
        ("थाना हसनाबाद 412/2025", "हसनाबाद 412/2025"),
    ],
)  # fmt: skip
def test_a_reference_names_station_number_and_year_in_any_order(
    written: str, canonical: str
) -> None:
    assert str(read_fir_reference(written, today=TODAY).value) == canonical


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("412/2025", Doubt.FIR_WITHOUT_STATION), ("Hasnabad", Doubt.NOT_A_FIR_NUMBER),
        ("Hasnabad PS 412", Doubt.FIR_WITHOUT_YEAR), ("Hasnabad PS Apr-25", Doubt.FIR_LOOKS_LIKE_DATE),
        ("Hasnabad PS 412/25 & Baduria 12/20", Doubt.TWO_FIRS), (date(2025, 4, 12), Doubt.FIR_LOOKS_LIKE_DATE),
    ],
)  # fmt: skip
def test_a_reference_that_lacks_a_part_is_a_doubt(written: object, doubt: Doubt) -> None:
    reading = read_fir_reference(written, today=TODAY)

    assert (reading.value, reading.doubt) == (None, doubt)


def test_a_list_of_stations_may_give_the_official_name() -> None:
    names = {"হাসনাবাদ": "Hasnabad"}
    reading = read_fir_reference("হাসনাবাদ থানা ৪১২/২০২৫", station_name=names.get)

    assert str(reading.value) == "Hasnabad 412/2025"


@pytest.mark.parametrize(
    ("written", "sections"),
    [
        ("363/366A/370(4) IPC; 5 ITPA", "363 IPC, 366A IPC, 370(4) IPC, 5 ITPA"),
        ("u/s 363, 366A IPC & 3/4/5 ITPA", "363 IPC, 366A IPC, 3 ITPA, 4 ITPA, 5 ITPA"),
        ("IPC 370, 370A; POCSO 4/6", "370 IPC, 370A IPC, 4 POCSO, 6 POCSO"), ("143(4) BNS", "143(4) BNS"),
        ("Sec. 363 I.P.C r/w 34 IPC", "363 IPC, 34 IPC"), ("363 IPC r/w 34", "363 IPC, 34 IPC"),
        ("ধারা ৩৬৩/৩৭০ আইপিসি", "363 IPC, 370 IPC"), ("POCSO Act 2012 s. 4", "4 POCSO"), ("366-A IPC", "366A IPC"),
        ("IPC 370; 5 ITPA", "370 IPC, 5 ITPA"), ("363 ipc\n5 itpa", "363 IPC, 5 ITPA"), ("370IPC", "370 IPC"),
        ("Section 376(2)(n) & 376 (3) of the Indian Penal Code, 1860 and section 6 of POCSO Act, 2012",
         "376(2)(n) IPC, 376(3) IPC, 6 POCSO"),
        ("370/120B/34 IPC, 4 POCSO & 5/6 I.T.(P) Act", "370 IPC, 120B IPC, 34 IPC, 4 POCSO, 5 ITPA, 6 ITPA"),
        ("Immoral Traffic (Prevention) Act 1956, sections 3, 4", "3 ITPA, 4 ITPA"),
        ("भा.द.वि. की धारा 363, 366A", "363 IPC, 366A IPC"), ("IPC-363/366A, ITPA-5", "363 IPC, 366A IPC, 5 ITPA"),
        ("75 JJ Act, 363 IPC, 363 IPC", "75 JJ, 363 IPC"),
    ],
)  # fmt: skip
def test_sections_find_their_act_before_or_after_them(written: str, sections: str) -> None:
    reading = read_sections(written, acts=ACTS)

    assert ", ".join(map(str, reading.sections)) == sections
    assert reading.unknown == ()


@pytest.mark.parametrize(
    ("written", "part", "doubt"),
    [
        ("363/999 IPC", "999 IPC", Doubt.NO_SUCH_SECTION), ("363 IPC, 99999 ITPA", "99999 ITPA", Doubt.NO_SUCH_SECTION),
        ("363", "363", Doubt.SECTION_WITHOUT_ACT), ("POCSO", "POCSO", Doubt.ACT_WITHOUT_SECTION),
        ("363 IPC; 5 XYZ Act", "xyz", Doubt.NOT_A_SECTION), ("363 IPC; 5 XYZ Act", "5", Doubt.SECTION_WITHOUT_ACT),
        ("363-366 IPC", "363-366", Doubt.NOT_A_SECTION), (363.0, "363", Doubt.SECTION_WITHOUT_ACT),
    ],
)  # fmt: skip
def test_what_is_no_known_section_is_named_and_not_dropped(
    written: object, part: str, doubt: Doubt
) -> None:
    unknown = read_sections(written, acts=ACTS).unknown

    assert (part, doubt) in [(u.text, u.doubt) for u in unknown]


def test_known_sections_may_be_asked_of_a_function() -> None:
    reading = read_sections(
        "370(4)/371 IPC", acts=lambda act, section: (act, section) == ("IPC", "370")
    )

    assert [str(s) for s in reading.sections] == ["370(4) IPC"]
    assert [u.text for u in reading.unknown] == ["371 IPC"]


def test_no_sections_are_no_answer() -> None:
    assert read_sections("NA", acts=ACTS).answer is Answer.NA
    assert read_fir_number("", today=TODAY).answer is Answer.NOT_ASKED
    assert read_fir_reference("জানা নেই").answer is Answer.UNKNOWN


CELLS = (
    st.text()
    | st.from_regex(r"[A-Za-z .]*[0-9/-]{1,9}( of | dt |[/-])[0-9./]{1,10}[ ()A-Z]*", fullmatch=True)
    | st.text("0123456789/&;,()-. IPCTAu/srw৩থানা")
    | st.integers() | st.sampled_from([10**400, -(10**5000)]) | st.floats() | st.none() | st.booleans() | st.dates() | st.datetimes() | st.times()
)  # fmt: skip


@settings(deadline=None)
@given(CELLS, st.none() | st.dates())
def test_no_cell_makes_the_readers_of_citations_fail(raw: object, today: date | None) -> None:
    number, reference = read_fir_number(raw, today=today), read_fir_reference(raw, today=today)
    sections = read_sections(raw, acts=ACTS)

    for reading in (number, reference):
        assert (reading.value is None) == (
            reading.doubt is not None or reading.answer is not Answer.KNOWN
        )
    assert sections.answer is not Answer.KNOWN or isinstance(sections.unknown, tuple)


def test_a_cell_of_ten_million_letters_is_a_doubt() -> None:
    assert read_fir_reference("H" * 10_000_000).doubt is Doubt.TOO_LONG
    assert read_sections("363 " * 3_000_000, acts=ACTS).unknown[0].doubt is Doubt.TOO_LONG
    assert read_sections(" " * 10_000_000, acts=ACTS).answer is Answer.NOT_ASKED
