"""A7 and I1: the newest closed round of checking against paper, summed up twice with two definitions."""

from typing import Any

from tafteesh.domain.checking.intervals import Share
from tafteesh.domain.checking.queries import Accuracy, Seen, summed_up
from tafteesh.domain.facts.figure import Figure, Scope, Value

Rows = list[dict[str, Any]]


def _percent(part: float) -> float:
    return round(100 * part, 1)


def _accuracy(rows: Rows) -> Accuracy:
    return summed_up(
        Seen(
            r["drawn_id"],
            r["field"],
            r["verdict"],
            is_second=False,
            part=r["stratum"],
            weight=r["weight"],
        )
        for r in rows
    )


def _values(share: Share | None) -> dict[str, Value]:
    if share is None:
        return {"value": None, "right": 0, "of": 0, "low": None, "high": None}
    ends = {"low": _percent(share.interval.low), "high": _percent(share.interval.high)}
    return {"value": _percent(share.value), "right": share.right, "of": share.of, **ends}


def _figure(name: str, values: dict[str, Value], rows: Rows) -> Figure:
    right = frozenset(row["id"] for row in rows if row["verdict"] == "matches")
    return Figure(name, values, "", tuple(row["id"] for row in rows), right)


def a7(rows: Rows, _scope: Scope) -> Figure:
    """Proved right, of all fields that were drawn; what could be judged stands beside it."""
    found = _accuracy(rows)
    judged = _percent(found.judged.value) if found.judged else None
    return _figure("A7", {**_values(found.proved), "of_judged": judged}, rows)


def i1(rows: Rows, _scope: Scope) -> Figure:
    """Right, of the fields that could be judged."""
    return _figure("I1", _values(_accuracy(rows).judged), rows)
