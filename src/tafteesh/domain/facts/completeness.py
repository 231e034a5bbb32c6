"""I2, I3 and J17 summed up; and field by field: what nobody fills, what is asked at the wrong stage."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from tafteesh.domain.facts import expected
from tafteesh.domain.facts.expected import BY_CODE, Expected
from tafteesh.domain.facts.figure import Figure, Scope, Value
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.sums import middle, share
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission

Rows = list[dict[str, Any]]
FILES = "files.SurvivorFile"
IN_TIME = 7  # days
SILENT = 60
FEW = 5  # files below which nothing is said of a field
NOBODY = 5  # per cent: below it, nobody fills the field
EARLY, LATER = 50, 30  # per cent filled at its stage, and how much more at a later one


def i2(rows: Rows, _scope: Scope) -> Figure:
    """Of all that is expected at the stage of each file, what is there."""
    there = sum(1 for row in rows if row["there"])
    lacking = {row["id"] for row in rows if not row["there"]}
    files = list(dict.fromkeys(row["id"] for row in rows))
    whole = frozenset(files) - lacking
    values: dict[str, Value] = {
        "value": share(there, len(rows)),
        "there": there,
        "of": len(rows),
        "complete": len(whole),
    }
    return Figure("I2", values, FILES, tuple(files), frozenset(whole))


def i3(rows: Rows, _scope: Scope) -> Figure:
    """Events entered within seven days."""
    quick = [row for row in rows if row["days"] <= IN_TIME]
    late = {row["id"] for row in rows if row["days"] > IN_TIME}
    files = list(dict.fromkeys(row["id"] for row in rows))
    values: dict[str, Value] = {
        "value": share(len(quick), len(rows)),
        "in_time": len(quick),
        "of": len(rows),
        "median_days": middle([row["days"] for row in rows]),
    }
    return Figure("I3", values, FILES, tuple(files), frozenset(files) - late)


def j17(rows: Rows, _scope: Scope) -> Figure:
    """Active files to which nothing happened for sixty days."""
    silent = [row for row in rows if row["days"] is None or row["days"] >= SILENT]
    gaps = [row["days"] for row in rows if row["days"] is not None]
    values: dict[str, Value] = {
        "value": len(silent),
        "of": len(rows),
        "never": len(rows) - len(gaps),
        "longest_gap": max(gaps, default=None),
    }
    files = tuple(row["id"] for row in rows)
    return Figure("J17", values, FILES, files, frozenset(row["id"] for row in silent))


@dataclass(frozen=True)
class FieldFilled:
    """One expected field: of how many files it is expected, where it is, and what that says of it."""

    field: Expected
    expected: int
    there: int
    here: int | None  # per cent filled in files that have come no further
    later: int | None  # per cent filled in files that have

    @property
    def percent(self) -> int | None:
        return round(100 * self.there / self.expected) if self.expected else None

    @property
    def nobody_fills(self) -> bool:
        """Hardly anybody fills it: drop it, or say why it is asked."""
        return self.expected >= FEW and 100 * self.there < NOBODY * self.expected

    @property
    def is_asked_too_early(self) -> bool:
        """Mostly empty at its stage and filled later: it is asked at the wrong stage."""
        return (
            self.here is not None
            and self.later is not None
            and self.here < EARLY
            and self.later >= self.here + LATER
        )


def by_field(actor: Actor, period: Period) -> list[FieldFilled]:
    """Every expected field of active files on the last day of a period. Raises NotAllowed."""
    require(actor, Permission.FIGURES_READ)
    scope = Scope(tuple(sorted(actor.organisations)), period, actor.now)
    with counting(actor):
        rows = expected.EXPECTED_VALUES.rows(scope)
    reached: dict[uuid.UUID, int] = defaultdict(int)
    by_code: dict[str, Rows] = defaultdict(list)
    for row in rows:
        reached[row["id"]] = max(reached[row["id"]], row["stage"])
        by_code[row["field"]].append(row)
    return [_filled(BY_CODE[code], by_code[code], reached) for code in BY_CODE]


def _filled(field: Expected, rows: Rows, reached: dict[uuid.UUID, int]) -> FieldFilled:
    here = [row["there"] for row in rows if reached[row["id"]] == field.stage]
    later = [row["there"] for row in rows if reached[row["id"]] > field.stage]
    return FieldFilled(
        field, len(rows), sum(1 for row in rows if row["there"]), _percent(here), _percent(later)
    )


def _percent(there: list[bool]) -> int | None:
    return round(100 * sum(there) / len(there)) if len(there) >= FEW else None
