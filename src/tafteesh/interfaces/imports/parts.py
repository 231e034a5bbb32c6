"""A row that holds several registers: which of its parts say something, and which only say it again."""

from collections.abc import Sequence

from tafteesh.interfaces.imports.fields import KEYS
from tafteesh.interfaces.imports.readings import REJECTED, StagedRow


def with_something(parts: Sequence[StagedRow]) -> list[StagedRow]:
    """The parts that say more than whose they are; of a row that says nothing else, its first part."""
    if len(parts) == 1:
        return list(parts)
    kept = [part for part in parts if _own(part)] or [parts[0]]
    for part in kept:
        part.is_part = True
    return kept


def _own(part: StagedRow) -> bool:
    keys = KEYS.get(part.kind, frozenset())
    said = {name for name, value in part.values.items() if value not in ("", None, [])}
    if part.kind == "survivors":
        return bool(said)
    return bool({name.removeprefix("_suspect_") for name in said} - keys)


def settled_parts(parts: list[StagedRow]) -> list[StagedRow]:
    """Without the parts that stand in a row above already, as long as another says something new."""
    fresh = [part for part in parts if part.status != REJECTED]
    return fresh or parts[:1]
