"""What a person types to settle a doubt, read by the same rules as the cell was."""

from typing import Any

from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.imports.fields import KINDS
from tafteesh.interfaces.imports.labels import field_label
from tafteesh.interfaces.imports.mapping import SheetMapping
from tafteesh.interfaces.imports.matching import Column
from tafteesh.interfaces.imports.readings import Context, RowReader
from tafteesh.reference.law.extent import may_exist


class NotReadable(Exception):
    """What was typed cannot be read as such a field; the sentence says what to do."""


def can_be_typed(kind: str, name: str) -> bool:
    """Whether one value can take the place of the cell: not where a row has several of them."""
    return any(f.name == name and not f.group for f in KINDS.get(kind, ()))


def corrected(kind: str, name: str, words: str, by: Actor) -> dict[str, Any]:
    """The values that the typed words stand for. Raises NotReadable."""
    column = Column(0, field_label(name), name)
    reader = RowReader(SheetMapping("", kind, (0, 0), [column]), Context(by.today, may_exist))
    row = reader.read(1, [words])
    if row.doubts:
        raise NotReadable(row.doubts[0].message)
    return row.values
