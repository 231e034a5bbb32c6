"""However an office orders and words its columns and writes its days and amounts, no row is lost and cells are read right."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.interfaces.imports.readings import StagedRow
from tafteesh.interfaces.imports.report import as_json
from tests.interfaces.imports.random_layouts import Truth, invented

SEEDS = range(12)
LISTED = frozenset({"survivor_codes", "sections", "fir", "fir_number"})


def _expected(name: str, said: Any) -> Any:
    if isinstance(said, int):
        return said * 100
    if name == "survivor_codes":
        return [said]
    if name == "sections":
        return [["IPC", "370"]]
    return list(said) if name in LISTED else said


def _got(value: Any) -> Any:
    if isinstance(value, ApproxDate):
        return value.earliest if value.earliest == value.latest else value
    return value


def _misread(truth: Truth, kind: str, rows: list[StagedRow]) -> list[str]:
    by_place = {row.number - truth.heads[kind] - 1: row for row in rows}
    return [
        f"{kind}.{name} row {n}: {_got(by_place[n].values.get(name))!r} for {said!r}"
        for n, told in enumerate(truth.rows[kind])
        for name, said in told.items()
        if n not in by_place or _got(by_place[n].values.get(name)) != _expected(name, said)
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_office_is_read_row_by_row_and_cell_by_cell(seed: int, tmp_path: Path) -> None:
    truth = invented(seed)
    reading = truth.office.read(tmp_path)

    counts = as_json(reading)["sheets"]
    assert sum(count["read"] for count in counts.values()) == 4 * 9, "no row lost, none invented"
    assert all(c["read"] == c["accepted"] + c["in_doubt"] + c["rejected"] for c in counts.values())
    for kind in truth.rows:
        rows = [row for row in reading.rows if row.kind == kind]
        assert _misread(truth, kind, rows) == []
        assert not [row for row in rows if row.status != "accepted"]


def test_a_cell_read_wrong_would_be_seen(tmp_path: Path) -> None:
    truth = invented(1)
    reading = truth.office.read(tmp_path)
    truth.rows["survivors"][4]["rescued"] = date(1999, 1, 1)

    rows = [row for row in reading.rows if row.kind == "survivors"]
    assert len(_misread(truth, "survivors", rows)) == 1
