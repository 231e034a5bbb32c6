"""What a person types to settle a doubt, read by the same rules as the cell was."""

from collections.abc import Mapping
from typing import Any

from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.imports.fields import KINDS
from tafteesh.interfaces.imports.labels import field_label
from tafteesh.interfaces.imports.mapping import SheetMapping
from tafteesh.interfaces.imports.matching import Column
from tafteesh.interfaces.imports.readings import Context, RowReader
from tafteesh.reference.law.extent import may_exist

# Where two values do not go together, either may be the wrong one.
BOTH: dict[str, tuple[str, ...]] = {
    "born after trafficking": ("born", "taken"),
    "born after intake": ("born", "intake"),
    "impossible age": ("born", "intake"),
    "rescue before trafficking": ("taken", "rescued"),
    "diary after the FIR": ("diary_date", "fir_date"),
    "year of the FIR and its date differ": ("fir_number", "fir_date"),
    "ends before it begins": ("starts", "ends"),
    "two agencies at once": ("starts", "ends"),
    "lawyer assigned already": ("starts", "ends"),
    "papers before the order": ("ordered", "received"),
    "order before the request": ("requested", "ordered"),
    "decision before the filing": ("filed", "decided"),
    "next date before the hearing": ("on", "next"),
    "order before claim": ("filed", "ordered"),
    "appeal before the order": ("ordered", "appeal_ordered"),
    "appeal order before the first order": ("ordered", "appeal_ordered"),
    "credit before the order": ("ordered",),
    "credit without an order": ("awarded", "ordered"),
    "credit larger than order": ("awarded", "appeal_awarded"),
    "assigned before the request": ("requested", "assigned"),
    "promise kept before it was made": ("on", "kept"),
    "FIR number missing": ("police_station", "fir_number"),
}


class NotReadable(Exception):
    """What was typed cannot be read as such a field; the sentence says what to do."""


def fields_to_type(kind: str, doubt: Mapping[str, str], values: Mapping[str, Any]) -> list[str]:
    """The fields of a row whose right value settles the doubt: of each credit its day and its amount."""
    known = {field.name for field in KINDS.get(kind, ())}
    wanted = [*BOTH.get(doubt["kind"], ()), doubt["field"]]
    if doubt["field"] == "credits":
        numbers = range(1, len(values.get("credits") or [()]) + 1)
        wanted[-1:] = [f"{name}.{n}" for n in numbers for name in ("credit_on", "credit_amount")]
    return [name for name in dict.fromkeys(wanted) if name.partition(".")[0] in known]


def corrected(
    kind: str, name: str, words: str, values: Mapping[str, Any], by: Actor
) -> dict[str, Any]:
    """The values of a row that change with the typed words. Raises NotReadable."""
    field, _point, number = name.partition(".")
    columns = [Column(0, field_label(name), field, ordinal=int(number or 0))]
    cells = [words]
    if field == "fir_number" and (station := values.get("fir_station")):
        columns.append(Column(1, field_label("fir_station"), "fir_station"))
        cells.append(str(station))
    reader = RowReader(SheetMapping("", kind, (0, 0), columns), Context(by.today, may_exist))
    row = reader.read(1, cells)
    if row.doubts:
        raise NotReadable(row.doubts[0].message)
    if number:
        return {"credits": _with_credit(values.get("credits") or [], int(number), row.values)}
    return {name: value for name, value in row.values.items() if name[0] != "_"}


def _with_credit(credits_: list[Any], number: int, typed: Mapping[str, Any]) -> list[Any]:
    """The credits of a row with one day or one amount of them typed anew."""
    pairs = [list(pair) for pair in credits_]
    pairs += [[None, None] for _missing in range(number - len(pairs))]
    day, paise = typed["credits"][number - 1]
    pairs[number - 1] = [day or pairs[number - 1][0], paise or pairs[number - 1][1]]
    return pairs
