"""How offices write what they mean: dittos, units over a column, registers side by side, words of their own."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tafteesh.interfaces.imports.readings import StagedRow
from tafteesh.interfaces.imports.report import as_json
from tafteesh.interfaces.imports.workbook import WorkbookReading
from tests.interfaces.imports.layouts import FIR_HEAD, FIRS, HEAD, WOMEN, Office, firs, read


def _of(reading: WorkbookReading, kind: str) -> list[StagedRow]:
    return [row for row in reading.rows if row.kind == kind]


def _counted(reading: WorkbookReading, sheet: str) -> tuple[int, ...]:
    return tuple(as_json(reading)["sheets"][sheet].values())


DITTOS = ("do", "-do-", '"', "〃", "Same as above", "ঐ", "वही")


@pytest.mark.parametrize("ditto", DITTOS)
def test_a_ditto_is_what_stands_above_it_and_is_kept_as_it_was_written(
    ditto: str, tmp_path: Path
) -> None:
    rows = [[*woman] for woman in WOMEN]
    rows[1][3:6], rows[2][3] = [ditto, ditto, ditto], ditto
    reading = Office({"List": [HEAD, *rows]}).read(tmp_path)

    assert _counted(reading, "List") == (5, 5, 0, 0)
    second, third = reading.rows[1], reading.rows[2]
    assert second.values["block"] == third.values["block"] == "Canning I"
    assert second.values["intake"].earliest == date(2020, 1, 5)
    assert third.values["intake"].earliest == date(2020, 3, 7)
    assert second.raw[3] == ditto


def test_a_ditto_under_a_blank_is_a_blank(tmp_path: Path) -> None:
    rows = [[*woman] for woman in WOMEN]
    rows[0][3], rows[1][3] = None, "-do-"
    reading = Office({"List": [HEAD, *rows]}).read(tmp_path)

    assert "block" not in reading.rows[1].values


def test_a_bare_number_has_the_unit_of_its_heading_and_an_amount_in_full_has_not(
    tmp_path: Path,
) -> None:
    head = [
        "Survivor code",
        "Filing date",
        "Claim amount (in lakhs)",
        "Order date",
        "Awarded (Rs. in lacs)",
    ]
    written: list[tuple[Any, Any]] = [(5, 3.5), ("5", "2.25"), (500_000, "3,00,000/-"), ("5 lakh", 4), (6, None)]  # fmt: skip
    rows = [[f"S-0{n}", date(2021, 2, n), asked, date(2022, 2, n), awarded] for n, (asked, awarded) in enumerate(written, start=1)]  # fmt: skip
    claims = _of(Office({"VC": [head, *rows]}).read(tmp_path), "compensation")

    assert [c.values["asked"] // 100 for c in claims] == [
        500_000,
        500_000,
        500_000,
        500_000,
        600_000,
    ]
    assert [c.values.get("awarded", 0) // 100 for c in claims] == [350_000, 225_000, 300_000, 400_000, 0]  # fmt: skip


def test_two_registers_side_by_side_are_two_and_each_names_its_own_women(tmp_path: Path) -> None:
    turned = list(reversed(firs()))
    rows = [[*woman, None, *fir] for woman, fir in zip(WOMEN, turned, strict=True)]
    rows.append([*[None] * 7, "Canning", "99/2022", date(2022, 2, 2), "S-03", "363 IPC"])
    reading = Office({"Both": [[*HEAD, None, *FIR_HEAD], *rows]}).read(tmp_path)

    assert _counted(reading, "Both") == (6, 6, 0, 0)
    assert len(_of(reading, "survivors")) == 5
    assert [f.values["survivor_codes"] for f in _of(reading, "fir")] == [
        ["S-05"], ["S-04"], ["S-03"], ["S-02"], ["S-01"], ["S-03"],
    ]  # fmt: skip


def test_a_lone_fir_number_makes_no_register_of_firs_of_a_list_of_women(tmp_path: Path) -> None:
    head = ["Sl.", "Name of girl", "F/H name", "Vill.", "P.O.", "P.S.", "Age", "FIR No.", "Status"]
    rows = [[n, woman[1], "Gopal", "Taldi", "Canning Town", station, 17 + n, f"{number}/{year}", "Active"]
            for n, (woman, (station, number, year)) in enumerate(zip(WOMEN, FIRS, strict=True), start=1)]  # fmt: skip
    reading = Office({"List": [head, *rows]}).read(tmp_path)

    assert [row.kind for row in reading.rows] == ["survivors"] * 5
    assert reading.rows[0].values["name"] == "Rina Sardar"
    assert reading.rows[4].values["code"] == "5", "told by her number, for there is no code"


def test_words_that_police_and_courts_use(tmp_path: Path) -> None:
    cases = [[f"{number}/{year % 100}", station, date(year, 5, 6), "363/365/370 IPC", f"{number + 700}", date(year, 5, 6), "Ratan Sk"]
             for station, number, year in FIRS]  # fmt: skip
    paid = [[f"VC {n}/21", woman[0], date(2021, 2, n), "5 lac", date(2022, 2, n), "3,00,000/-", "1,50,000", date(2023, 2, n)]
            for n, woman in enumerate(WOMEN, start=1)]  # fmt: skip
    reading = Office(
        {
            "cases": [["Complaint no.", "P.S.", "Dtd.", "U/S", "GDE", "GDE dt.", "Name of accd."], *cases],
            "comp": [["DLSA case no.", "Victim ID", "Dt. of appl.", "Amt. prayed", "Dt. of order", "Comp. awarded (Rs.)",
                      "Amt. recd.", "Recd. on"], *paid],
            "girls": [["Victim ID", "Name of girl", "Vill.", "Mob. no."], *[[w[0], w[1], "Taldi", "9830012345"] for w in WOMEN]],
        }
    ).read(tmp_path)  # fmt: skip

    assert [_counted(reading, name) for name in ("cases", "comp", "girls")] == [(5, 5, 0, 0)] * 3
    fir, claim = _of(reading, "fir")[2], _of(reading, "compensation")[0]
    assert fir.values["fir_number"] == [63, 2021]
    assert fir.values["diary_number"] == "763"
    assert fir.values["accused"] == ["Ratan Sk"]
    assert claim.values["number"] == "VC 1/21"
    assert claim.values["credits"][0][1] == 150_000_00


def test_a_bare_date_is_no_start_and_a_next_date_is_no_filing(tmp_path: Path) -> None:
    moved = [[station, f"{number}/{year}", date(year, 5, 6), date(2022, 1, 5), date(2022, 2, 5), "AHTU"]
             for station, number, year in FIRS]  # fmt: skip
    reading = Office(
        {"Inv": [["PS", "Case No", "Dt", "Prayer made on", "Docket recd dt", "Unit"], *moved]}
    ).read(tmp_path)

    values = _of(reading, "investigation")[0].values
    assert not {"starts", "ends"} & values.keys()
    assert values["requested"].earliest == date(2022, 1, 5)
    assert values["received"].earliest == date(2022, 2, 5)


def test_what_a_hidden_sheet_row_or_column_holds_is_read_too(tmp_path: Path) -> None:
    path = Office({"Girls": [HEAD, *WOMEN[:3]], "Old": [HEAD, *WOMEN[3:]]}).save(
        tmp_path / "h.xlsx"
    )
    book = openpyxl.load_workbook(path)
    book["Old"].sheet_state = "veryHidden"
    book["Girls"].row_dimensions[3].hidden = book["Girls"].column_dimensions["C"].hidden = True
    book.save(path)
    reading = read(path)

    assert _counted(reading, "Girls") == (3, 3, 0, 0)
    assert _counted(reading, "Old") == (2, 2, 0, 0)
    assert reading.rows[1].values["born"].earliest == date(2000, 5, 6)


def test_a_row_that_numbers_the_columns_or_says_their_form_is_no_row_of_data(
    tmp_path: Path,
) -> None:
    numbers = [1, 2, 3, 4, 5, 6]
    form = ["(as in file)", "(in capitals)", "dd/mm/yyyy", None, "dd/mm/yyyy", None]
    for line in (numbers, form):
        reading = Office({"List": [HEAD, line, *WOMEN]}).read(tmp_path)
        assert _counted(reading, "List") == (5, 5, 0, 0)


def test_her_name_in_a_register_of_firs_is_read_where_no_other_sheet_has_it(tmp_path: Path) -> None:
    head = ["PS", "FIR No.", "FIR Date", "Survivor Code", "Survivor name"]
    rows = [[s, f"{n}/{y}", date(y, 5, 6), w[0], w[1]] for w, (s, n, y) in zip(WOMEN, FIRS, strict=True)]  # fmt: skip
    alone = Office({"Cases": [head, *rows]}).read(tmp_path)
    beside = Office({"Cases": [head, *rows], "List": [HEAD, *WOMEN]}).read(tmp_path)

    assert _counted(alone, "Cases") == (5, 5, 0, 0)
    assert [row.values["name"] for row in _of(alone, "survivors")] == [w[1] for w in WOMEN]
    assert _of(alone, "fir")[1].values["survivor_codes"] == ["S-02"]
    assert {row.sheet for row in _of(beside, "survivors")} == {"List"}, "it has her already"


def test_her_name_and_the_particulars_of_her_case_in_one_cell(tmp_path: Path) -> None:
    head = ["Name", "ID No", "Case details", "Section", "IO", "CS No. & Date", "Next date"]
    rows = [[w[1], w[0], f"{s} PS Case No. {n}/{y} dated 06/05/{y}", "363/370 IPC", "SI Roy", f"{n}/22 dt 3.4.22", "04-05-2023"]
            for w, (s, n, y) in zip(WOMEN, FIRS, strict=True)]  # fmt: skip
    reading = Office({"Girls": [head, *rows]}).read(tmp_path)

    assert _counted(reading, "Girls") == (5, 5, 0, 0)
    assert _of(reading, "survivors")[0].values["name"] == "Rina Sardar"
    assert _of(reading, "fir")[2].values["fir_number"] == [63, 2021]
