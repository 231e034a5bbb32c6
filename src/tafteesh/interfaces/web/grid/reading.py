"""What a cell says: a day, one of a list, an amount, the file that is meant. A fault is written into its row."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.searching import surely_found
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.digits import clean, folded
from tafteesh.interfaces.web.form_fields import DayField, MoneyField
from tafteesh.interfaces.web.grid.rows import Choice, Row, Words

CHOICES_SHOWN = 9
SUGGESTED = 12


def suggest(words: str, actor: Actor) -> list[str]:
    """File numbers that begin like it: numbers only, a name is never listed."""
    door = SurvivorFile.objects.visible_to(actor).filter(withdrawn_at=None)
    begun = door.filter(number__istartswith=clean(words).strip())
    return list(begun.order_by("number").values_list("number", flat=True)[:SUGGESTED])


def day_in(
    row: Row, code: str, actor: Actor, *, past_only: bool, otherwise: date | None = None
) -> date | None:
    """The day of a cell; an empty one is `otherwise`."""
    field = DayField(past_only=past_only, required=False)
    field.today = actor.today
    try:
        return field.clean(row.cells[code]) or otherwise
    except ValidationError as fault:
        row.faults[code] = fault.messages[0]
        return None


def amount_in(row: Row, code: str) -> int | None:
    """The paise of a cell."""
    try:
        paise: int | None = MoneyField(required=False).clean(row.cells[code])
    except ValidationError as fault:
        row.faults[code] = fault.messages[0]
        return None
    if not paise:
        row.faults[code] = _("How much? Write the rupees like 1,50,000.")
    return paise


def chosen_in(row: Row, code: str, choices: Sequence[tuple[str, Words]]) -> str:
    """The choice that the cell names by its code, its words, or the beginning of them."""
    said = folded(row.cells[code])
    if not said:
        return ""
    for value, words in choices:
        if value and said in {value, folded(value.replace("_", " ")), folded(str(words))}:
            return value
    begun = [value for value, words in choices if value and folded(str(words)).startswith(said)]
    if len(begun) == 1:
        return begun[0]
    row.faults[code] = _("Choose one of the list.")
    return ""


def picked(row: Row, found: Sequence[tuple[str, str]], several: Words, none: Words) -> str:
    """The one that is meant; of several, the one that she chose, else all are offered."""
    if len(found) == 1:
        return found[0][0]
    if not found:
        row.faults["case"] = none
        return ""
    if row.cells["chosen"] in {value for value, _words in found}:
        return row.cells["chosen"]
    row.choices = [Choice(value, words) for value, words in found]
    row.faults["case"] = several
    return ""


def files_called(words: str, actor: Actor) -> list[SurvivorFile]:
    """The files that a number or a name may mean, through her own door."""
    words = clean(words).strip()
    door = SurvivorFile.objects.visible_to(actor).filter(withdrawn_at=None)
    if numbered := list(door.filter(number__iexact=words)[:1]):
        return numbered
    ids = [one.pk for one in surely_found(actor, words)]
    return list(door.filter(pk__in=ids).order_by("number")[:CHOICES_SHOWN])


def file_in(row: Row, actor: Actor) -> SurvivorFile | None:
    """The file that the first cell means."""
    if not row.cells["case"]:
        row.faults["case"] = _("Which file? Type its number.")
        return None
    files = files_called(row.cells["case"], actor)
    pk = picked(
        row,
        [(str(file.pk), file.number) for file in files],
        _("%(count)d files: choose one.") % {"count": len(files)},
        _("No file of yours is called so. Look at the number again."),
    )
    return next((file for file in files if str(file.pk) == pk), None)
