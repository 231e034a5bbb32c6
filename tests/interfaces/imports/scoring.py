"""How an import is measured against the truth of a workbook."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Score:
    """What was found, lost and told wrongly."""

    lost: dict[str, Any]
    certain: tuple[int, int]
    likely: tuple[int, int]
    false_per_100: float
    pairs: tuple[int, int, int]  # right, wanted, proposed
    cells: tuple[int, int]
    missed: list[Any]
    false: list[Any]
    wrong: list[Any]


def score(truth: dict[str, Any], got: dict[str, Any]) -> Score:
    """The rules of an import: nothing lost, mistakes found, no false alarms, cells read right."""
    lost = {}
    for sheet, rows in truth["rows"].items():
        counts = got["sheets"].get(sheet, {})
        total = sum(counts.get(name, 0) for name in ("accepted", "in_doubt", "rejected"))
        if total != rows or counts.get("read") != rows:
            lost[sheet] = (rows, counts)
    flagged = {(d["sheet"], d["row"]) for d in got["doubts"] + got["rejected"]}
    mine = [i for i in truth["injected"] if i["kind"] != "duplicate person"]
    missed = [i for i in mine if (i["sheet"], i["row"]) not in flagged]
    spoiled = {(i["sheet"], i["row"]) for i in truth["injected"]}
    false = sorted(flagged - spoiled)
    clean = sum(truth["rows"].values()) - len(spoiled)
    want = {frozenset(pair) for pair in truth["duplicates"]}
    paired = {frozenset(pair) for pair in got["duplicates"]}
    wrong = [
        (k, v, got["read"].get(k)) for k, v in truth["read"].items() if got["read"].get(k) != v
    ]
    return Score(
        lost, _found(mine, missed, "certain"), _found(mine, missed, "likely"), 100 * len(false) / clean,
        (len(want & paired), len(want), len(paired)), (len(truth["read"]) - len(wrong), len(truth["read"])),
        missed, false, wrong,
    )  # fmt: skip


def _found(mine: list[Any], missed: list[Any], level: str) -> tuple[int, int]:
    wanted = sum(1 for i in mine if i["detectable"] == level)
    return wanted - sum(1 for i in missed if i["detectable"] == level), wanted
