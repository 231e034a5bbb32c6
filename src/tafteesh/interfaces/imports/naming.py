"""A woman told by her name where the office gives no code: found where one woman fits, asked about otherwise."""

from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.name_key import fold
from tafteesh.interfaces.imports.book import Woman, Workbook
from tafteesh.interfaces.imports.readings import StagedRow

AGES_APART = 3  # years between two registers that give the age of their own day


def told_by_name(row: StagedRow, book: Workbook) -> str:
    """The code of the one woman whom name and another fact fit; with the name alone it is asked about."""
    name = row.values.get("survivor_name")
    named = book.women.get(fold(str(name or "")), ())
    fits = [(woman, agreed) for woman in named if (agreed := _agrees(row, woman)) >= 0]
    if len(fits) == 1 and fits[0][1]:
        row.values["survivor_code"] = fits[0][0].code
        return fits[0][0].code
    if name:
        nearest = fits[0][0].code if len(fits) == 1 else named[0].code if len(named) == 1 else ""
        row.doubt("survivor_code", "named, not coded", nearest)
    return ""


def _agrees(row: StagedRow, woman: Woman) -> int:
    """How many facts of the row are hers; -1 where one is not."""
    block, relation = row.values.get("survivor_block"), row.values.get("survivor_relation")
    age, agreed = row.values.get("survivor_age"), 0
    if block and woman.block:
        if folded(str(block)) != woman.block:
            return -1
        agreed += 1
    if relation and woman.relation:
        if fold(str(relation)) != woman.relation:
            return -1
        agreed += 1
    if age and woman.age:
        if abs(age - woman.age) > AGES_APART:
            return -1
        agreed += 1
    return agreed
