"""The same programme, kept as several other offices would keep it, is read as well by each of them."""

from pathlib import Path

import pytest

from tafteesh.interfaces.imports.report import as_json
from tafteesh.interfaces.imports.workbook import Known, read_workbook
from tafteesh.reference.law.extent import may_exist
from tests.interfaces.imports.other_offices import OFFICES, keep, write
from tests.interfaces.imports.programme import invent
from tests.interfaces.imports.scoring import Score, score
from tests.people import TODAY


def _scored(name: str, folder: Path, seed: int) -> Score:
    office, form = OFFICES[name]
    book = keep(invent(seed), office, seed)
    path = write(book, form, folder)
    reading = read_workbook(path, known=Known(may_exist), today=TODAY)
    return score(book.truth, as_json(reading))


@pytest.mark.parametrize("name", OFFICES)
def test_no_row_is_lost_and_mistakes_are_found_in_the_workbook_of_another_office(
    name: str, tmp_path: Path
) -> None:
    got = _scored(name, tmp_path, seed=7)

    assert got.lost == {}, "every row is read, and ends in one of three"
    assert got.certain[0] >= 0.95 * got.certain[1], got.missed
    assert got.likely[0] >= 0.80 * got.likely[1], got.missed
    assert got.false_per_100 <= 2, got.false
    right, wanted, proposed = got.pairs
    assert right >= 0.9 * wanted
    assert right >= 0.8 * proposed
    assert got.cells[0] >= 0.995 * got.cells[1], got.wrong[:5]


def test_the_scoring_itself_sees_a_lost_row_and_a_wrong_cell(tmp_path: Path) -> None:
    office, form = OFFICES["one text table"]
    book = keep(invent(3), office, 3)
    path = write(book, form, tmp_path)
    got = as_json(read_workbook(path, known=Known(may_exist), today=TODAY))

    book.truth["rows"]["csv"] += 1
    where = next(iter(book.truth["read"]))
    book.truth["read"][where] = "1999-01-01"

    spoiled = score(book.truth, got)
    assert spoiled.lost
    assert spoiled.cells[0] == spoiled.cells[1] - 1
