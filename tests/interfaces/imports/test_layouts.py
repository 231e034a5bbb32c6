"""Offices lay out their registers in many ways: no row is lost in any of them, and each is read as it is meant."""

from datetime import date
from pathlib import Path

import pytest

from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.foundation.access.context import acting_as
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.readings import StagedRow
from tafteesh.interfaces.imports.report import as_json
from tafteesh.interfaces.imports.workbook import WorkbookReading
from tests.interfaces.imports.layouts import (
    CLAIM_HEAD,
    FIR_HEAD,
    FIRS,
    HEAD,
    STACKED,
    WIDE,
    WIDE_HEAD,
    WOMEN,
    Office,
    claims,
    firs,
    read,
    wide_row,
)
from tests.people import Worker


def _of(reading: WorkbookReading, kind: str) -> list[StagedRow]:
    return [row for row in reading.rows if row.kind == kind]


def _all_accepted(reading: WorkbookReading, sheet: str, rows: int) -> None:
    counts = as_json(reading)["sheets"][sheet]
    assert counts == {"read": rows, "accepted": rows, "in_doubt": 0, "rejected": 0}


def test_three_registers_stacked_on_one_sheet(tmp_path: Path) -> None:
    reading = STACKED.read(tmp_path)

    _all_accepted(reading, "All", 15)
    assert [s.kind for s in reading.mapping.sheets] == ["survivors", "fir", "compensation"]
    assert _of(reading, "fir")[0].number == 11, "numbered as Excel numbers it"
    assert _of(reading, "compensation")[4].values["awarded"] == 200_000_00


def test_a_heading_repeated_on_every_page_is_no_other_register_and_hides_no_row(
    tmp_path: Path,
) -> None:
    pages = [HEAD, *WOMEN[:2], ["মোট", None, 2], [], HEAD, *WOMEN[2:4], HEAD, WOMEN[4]]
    reading = Office({"List": pages}).read(tmp_path)

    _all_accepted(reading, "List", 5)
    assert [skipped.why for skipped in reading.skipped["List"]] == [
        "subtotal", "blank", "heading again", "heading again",
    ]  # fmt: skip


def test_number_year_and_police_station_in_columns_of_their_own(tmp_path: Path) -> None:
    apart = [[n, station, number, year, date(year, 5, 6), f"S-0{n}", "370 IPC"]
             for n, (station, number, year) in enumerate(FIRS, start=1)]  # fmt: skip
    moved = [[station, number, year, "AHTU Baruipur", "AHTU", date(2022, 3, 4)] for station, number, year in FIRS]  # fmt: skip
    reading = Office(
        {
            "FIR": [["Sl", "Police Station", "FIR No", "Year", "Date", "Survivor code", "Sections"], *apart],
            "Moved": [["PS", "Case No.", "Year of case", "Agency", "Type of agency", "Papers received on"], *moved],
        }
    ).read(tmp_path)  # fmt: skip

    _all_accepted(reading, "FIR", 5)
    _all_accepted(reading, "Moved", 5)
    assert _of(reading, "fir")[2].values["fir_number"] == [63, 2021]
    assert _of(reading, "investigation")[2].values["fir"] == ["Gosaba", 63, 2021]
    assert _of(reading, "fir")[2].read["C"] == "63/2021"


def test_a_number_without_its_year_is_asked_with_the_year_of_its_date_as_a_proposal(
    tmp_path: Path,
) -> None:
    rows = [[station, number, date(year, 5, 6), "S-01", "370 IPC"] for station, number, year in FIRS]  # fmt: skip
    reading = Office({"FIR": [FIR_HEAD, *rows]}).read(tmp_path)

    assert {row.status for row in reading.rows} == {"in_doubt"}
    assert reading.rows[0].doubts[0].fix == "41/2020"
    assert "fir_number" not in reading.rows[0].values, "proposed, not taken"


def test_one_wide_register_holds_the_survivor_her_fir_and_her_claim(tmp_path: Path) -> None:
    reading = WIDE.read(tmp_path)

    _all_accepted(reading, "Register", 5)
    assert {s.kind for s in reading.mapping.sheets} == {"survivors", "fir", "compensation"}
    assert _of(reading, "fir")[0].values["survivor_codes"] == ["S-01"]
    assert _of(reading, "fir")[0].values["police_station"] == "Canning"
    assert _of(reading, "compensation")[1].values["survivor_code"] == "S-02"
    assert _of(reading, "survivors")[2].values["status"] == "Closed"


def test_a_wide_row_without_a_claim_or_a_fir_makes_none(tmp_path: Path) -> None:
    bare, no_claim = wide_row(4), wide_row(5)
    bare[6:14] = [None] * 8
    no_claim[10:14] = [None] * 4
    rows = [WIDE_HEAD, wide_row(1), wide_row(2), wide_row(3), bare, no_claim]
    reading = Office({"Register": rows}).read(tmp_path)

    _all_accepted(reading, "Register", 5)
    kinds = [(row.number, row.kind) for row in reading.rows if row.number >= 5]
    assert kinds == [(5, "survivors"), (6, "survivors"), (6, "fir")]


def test_a_second_row_of_the_same_woman_adds_her_second_fir_only(tmp_path: Path) -> None:
    second = wide_row(1)
    second[7], second[10:14] = "99/2021", [None] * 4
    second[8] = date(2021, 6, 6)
    rows = [WIDE_HEAD, *(wide_row(n) for n in range(1, 6)), second]
    reading = Office({"Register": rows}).read(tmp_path)

    _all_accepted(reading, "Register", 6)
    assert [row.kind for row in reading.rows if row.number == 7] == ["fir"]


def test_a_wide_row_with_one_doubtful_cell_counts_once_and_in_doubt(tmp_path: Path) -> None:
    rows = [WIDE_HEAD, *(wide_row(n) for n in range(1, 6))]
    rows[3][11] = "three lakh something"
    reading = Office({"Register": rows}).read(tmp_path)

    counts = as_json(reading)["sheets"]["Register"]
    assert counts == {"read": 5, "accepted": 4, "in_doubt": 1, "rejected": 0}


@pytest.mark.django_db(transaction=True)
def test_stacked_and_wide_registers_come_into_the_records_whole(
    meera: Worker, tmp_path: Path
) -> None:
    shared = wide_row(2)
    shared[6:10] = wide_row(1)[6:10]
    office = Office({"Register": [WIDE_HEAD, wide_row(1), shared, *map(wide_row, (3, 4, 5))]})
    job = Job(meera.actor)
    batch = job.start(office.save(tmp_path / "wide.xlsx"), "wide.xlsx")
    job.read(batch)
    counts = job.accept(batch)

    assert counts["Register"] == {"read": 5, "accepted": 5, "in_doubt": 0, "rejected": 0}
    with acting_as(meera.actor) as by:
        assert SurvivorFile.objects.visible_to(by).count() == 5
        assert Claim.objects.visible_to(by).count() == 5
        assert Fir.objects.visible_to(by).count() == 4, "two survivors on one FIR are one FIR"
        fir = Fir.objects.visible_to(by).get(number=41)
        assert FirSurvivor.objects.visible_to(by).filter(fir=fir).count() == 2


def test_two_rows_of_one_fir_that_differ_are_asked_about(tmp_path: Path) -> None:
    rows = firs()
    rows[1][0:3] = rows[0][0:3]
    rows[1][4] = "363 IPC"
    reading = Office({"FIR": [FIR_HEAD, *rows]}).read(tmp_path)

    assert [d.kind for d in reading.rows[1].doubts] == ["FIR repeated"]


def test_claims_that_differ_only_in_a_column_that_is_not_read_are_never_thrown_away(
    tmp_path: Path,
) -> None:
    rows = [[*claims(["S-01"])[0], note] for note in ("first", "second", "second")]
    reading = Office({"VC": [[*CLAIM_HEAD, "Clerk's own mark"], *rows]}).read(tmp_path)

    assert [row.status for row in reading.rows] == ["accepted", "in_doubt", "rejected"]


def test_a_block_merged_over_its_rows_is_filled_down_and_an_amount_is_not_counted_twice(
    tmp_path: Path,
) -> None:
    women = [[w[3] if n == 0 else None, *w[:3], *w[4:]] for n, w in enumerate(WOMEN)]
    head = ["Block", "Code", "Name", "Date of birth", "Intake date", "Status"]
    paid = claims(["S-01", "S-02", "S-03"])
    paid[1][4] = None
    reading = Office(
        {"List": [head, *women], "VC": [CLAIM_HEAD, *paid]},
        merged={"List": ["A2:A6"], "VC": ["E2:E3"]},
    ).read(tmp_path)

    assert {row.values["block"] for row in _of(reading, "survivors")} == {"Canning I"}
    assert [r.values.get("awarded") for r in _of(reading, "compensation")] == [200_000_00, None, 200_000_00]  # fmt: skip


def test_a_cell_that_shows_an_error_is_asked_about_not_passed_over(tmp_path: Path) -> None:
    office = Office({"List": [HEAD, *WOMEN]}, errors={"List": {"C3": "#REF!", "D4": "#N/A"}})
    reading = office.read(tmp_path)

    doubts = {row.number: [(d.field, d.kind) for d in row.doubts] for row in reading.rows if row.doubts}  # fmt: skip
    assert doubts == {3: [("born", "error in the cell")], 4: [("block", "error in the cell")]}


def test_days_counted_from_1904_are_the_same_days(tmp_path: Path) -> None:
    reading = Office({"List": [HEAD, *WOMEN]}, is_1904=True).read(tmp_path)

    assert reading.rows[0].values["born"].iso() == "2001-03-04"


def test_misspelt_headings_and_columns_in_another_order(tmp_path: Path) -> None:
    order = (3, 1, 5, 0, 4, 2)
    heads = ["Surviver Cod", "Nmae", "Date of Brith", "Blok", "Dt of Intke", "Statuss"]
    reading = Office({"Sheet1": [[heads[i] for i in order], *([w[i] for i in order] for w in WOMEN)]}).read(tmp_path)  # fmt: skip

    _all_accepted(reading, "Sheet1", 5)
    assert {c.field for c in reading.mapping.sheets[0].columns} == {
        "code", "name", "born", "block", "intake", "status",
    }  # fmt: skip


def test_empty_sheets_beside_a_register_are_nothing(tmp_path: Path) -> None:
    office = Office({"Empty": [], "List": [HEAD, *WOMEN], "Spaces": [["  "], [" "]]})

    _all_accepted(office.read(tmp_path), "List", 5)


def test_women_told_by_name_age_and_block_where_an_office_gives_no_codes(tmp_path: Path) -> None:
    women = [[n, w[1], 20 + n, "Anil Das", w[3], w[4], w[5]] for n, w in enumerate(WOMEN, start=1)]
    told = [[w[1], 21 + n, w[3], *claims(["-"])[0][1:]] for n, w in enumerate(WOMEN, start=1)]
    told[3][2] = "Canning I"  # another block: another woman, perhaps
    told[4][0] = "Smt. Moumita Naiya"
    reading = Office(
        {
            "List": [["Sl", "Name", "Age", "Father's name", "Block", "Date of intake", "Status"], *women],
            "VC": [["Name of survivor", "Age", "Block", *CLAIM_HEAD[1:]], *told],
        }
    ).read(tmp_path)  # fmt: skip

    assert [row.values["code"] for row in _of(reading, "survivors")] == list("12345")
    rows = _of(reading, "compensation")
    assert [row.values.get("survivor_code") for row in rows] == ["1", "2", "3", None, "5"]
    assert [(d.kind, d.fix) for d in rows[3].doubts] == [("named, not coded", "4")]


CSV = {
    "utf-16": ("utf-16", "\t"),
    "utf-16 without a mark": ("utf-16-le", "\t"),
    "windows": ("cp1252", ";"),
    "utf-8": ("utf-8", "\t"),
}


@pytest.mark.parametrize("form", CSV)
def test_text_tables_of_every_kind(form: str, tmp_path: Path) -> None:
    encoding, sign = CSV[form]
    lines = [HEAD, *([w[0], w[1].replace("Rina", "Rína"), f"{w[2]:%d.%m.%y}", w[3], f"{w[4]:%d-%b-%Y}", w[5]] for w in WOMEN)]  # fmt: skip
    path = tmp_path / "list.csv"
    path.write_bytes("\r\n".join(sign.join(map(str, line)) for line in lines).encode(encoding))

    reading = read(path)

    _all_accepted(reading, "csv", 5)
    assert reading.rows[0].values["name"] == "Rína Sardar"
    assert reading.rows[4].values["born"].iso() == "2003-01-10"


def test_days_and_amounts_as_people_write_them_in_bengali(tmp_path: Path) -> None:
    head = ["ক্রমিক নং", "কোড", "নাম", "জন্ম তারিখ", "ব্লক", "ভর্তির তারিখ", "অবস্থা", "মন্তব্য"]
    days = ("৩.৪.০১", "৩রা এপ্রিল ২০০১", "3 এপ্রিল 2001", "০৩/০৪/২০০১", "3.4.01")
    women = [[n, w[0], w[1], day, "ক্যানিং ১", "১৫ই মার্চ ২০২০", "সক্রিয়", "ঠিক আছে"]
             for n, (w, day) in enumerate(zip(WOMEN, days, strict=True), start=1)]  # fmt: skip
    asked = ("4.5 lac", "Rs. 4.5 lakh only", "৪,৫০,০০০/-", "৪.৫ লাখ", "Rs 4,50,000/- only")
    paid = [[w[0], date(2021, 1, 2), amount, date(2022, 1, n), "১,০০,০০০"]
            for n, (w, amount) in enumerate(zip(WOMEN, asked, strict=True), start=1)]  # fmt: skip
    reading = Office({"তালিকা": [head, *women, ["সর্বমোট", "৫ জন"]], "VC": [CLAIM_HEAD, *paid]}).read(tmp_path)  # fmt: skip

    _all_accepted(reading, "তালিকা", 5)
    assert {row.values["born"].iso() for row in _of(reading, "survivors")} == {"2001-04-03"}
    assert {row.values["asked"] for row in _of(reading, "compensation")} == {450_000_00}


def test_a_master_sheet_with_everything_to_the_lawyer_in_one_row(tmp_path: Path) -> None:
    head = [
        "Code", "Survivor Name", "Father's name", "Village", "Block", "Dt of rescue", "PS", "Case no", "Case date", "U/S",
        "Accused", "AHTU transfer request dt", "Papers recd by AHTU on", "CS No", "CS date", "Lawyer", "Lawyer type",
        "Lawyer assigned on", "VC filed on", "Claimed amt", "Awarded amt", "Award dt", "Status",
    ]  # fmt: skip
    rows = [
        [w[0], w[1], "Anil Das", "Para", w[3], w[4], station, f"{number}/{year}", date(year, 4, 4), "370/363 IPC", "Ratan",
         date(year, 8, 4), date(year, 9, 4), f"{number}/{year}", date(year + 1, 1, 1), "Adv. X", "Legal aid panel",
         date(2022, 2, 2), date(2023, 1, 3), 300_000, 200_000, date(2024, 1, 1), w[5]]
        for w, (station, number, year) in zip(WOMEN, FIRS, strict=True)
    ]  # fmt: skip
    reading = Office({"Master": [head, *rows]}).read(tmp_path)

    _all_accepted(reading, "Master", 5)
    assert [row.kind for row in reading.rows if row.number == 2] == [
        "survivors", "fir", "investigation", "charge_sheet", "compensation", "legal_aid",
    ]  # fmt: skip
    moved = _of(reading, "investigation")[0].values
    assert moved["fir"] == ["Canning", 41, 2020]
    assert moved["agency_kind"] == "ahtu", "the heading itself names the agency"


def test_a_fir_told_in_one_cell_is_no_register_of_accused(tmp_path: Path) -> None:
    rows = [[n, f"{station} PS Case No. {number}/{year % 100} dt. 3.2.{year % 100} u/s 363/370 IPC", "Ratan, Kalu", f"S-0{n}"]
            for n, (station, number, year) in enumerate(FIRS, start=1)]  # fmt: skip
    head = ["Sl", "FIR particulars", "Name of accused", "Survivor ID"]
    reading = Office({"Sheet1": [head, *rows]}).read(tmp_path)

    _all_accepted(reading, "Sheet1", 5)
    assert {row.kind for row in reading.rows} == {"fir"}
    assert reading.rows[1].values["fir_number"] == [52, 2020]


def test_words_under_a_table_are_nobody(tmp_path: Path) -> None:
    under = [[], ["Note: dates as the family told them"], ["Checked by", "Shampa"], ["* closed"]]
    reading = Office({"List": [["Prepared by MIS"], HEAD, *WOMEN, *under]}).read(tmp_path)

    _all_accepted(reading, "List", 5)


def test_a_second_instalment_in_a_row_of_its_own_makes_no_second_claim(tmp_path: Path) -> None:
    head = [*CLAIM_HEAD, "Instalment date", "Instalment amount"]
    first, *others = claims([w[0] for w in WOMEN])
    second = ["S-01", *[None] * 4, date(2022, 9, 1), 100_000]
    rows = [[*first, date(2022, 5, 1), 100_000], second, *([*c, None, None] for c in others)]
    reading = Office({"VC": [head, *rows]}).read(tmp_path)

    doubts = [(row.number, d.kind) for row in reading.rows for d in row.doubts]
    assert doubts == [(3, "credit without an order")]
