"""Money that reached her account, typed from passbooks or from a bank's list."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.compensation.actions import (
    CreditBeforeOrder,
    MoreThanOrdered,
    RecordedAlready,
    record_credit,
)
from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.web.grid.reading import (
    CHOICES_SHOWN,
    amount_in,
    day_in,
    files_called,
    picked,
    suggest,
)
from tafteesh.interfaces.web.grid.rows import Column, Register, Row


def _claim(row: Row, actor: Actor) -> Claim | None:
    """The claim whose money it is: of the file that the first cell means, the ones with an order."""
    if not row.cells["case"]:
        row.faults["case"] = _("Which file? Type its number.")
        return None
    files = files_called(row.cells["case"], actor)
    door = Claim.objects.visible_to(actor).filter(withdrawn_at=None, first_ordered_on__isnull=False)
    claims = list(
        door.filter(survivor_file__in=files)
        .select_related("survivor_file")
        .order_by("-first_ordered_on", "pk")[:CHOICES_SHOWN]
    )
    pk = picked(
        row,
        [(str(claim.pk), _words(claim)) for claim in claims],
        _("%(count)d claims: choose one.") % {"count": len(claims)},
        _no_claim(files),
    )
    return next((claim for claim in claims if str(claim.pk) == pk), None)


def _words(claim: Claim) -> str:
    said = _("ordered %(ordered)s, received %(received)s") % {
        "ordered": rupees(claim.ordered_paise),
        "received": rupees(claim.credited_paise),
    }
    return f"{claim.survivor_file.number} · {said}"


def _no_claim(files: list[SurvivorFile]) -> str:
    if files:
        return _("No order stands on a claim of this file yet. Record the order first.")
    return _("No file of yours is called so. Look at the number again.")


def take(row: Row, actor: Actor) -> None:
    """Save the credit, or say what is wrong with which cell. Its bank paper is added in the claim."""
    claim = _claim(row, actor)
    on = day_in(row, "on", actor, past_only=True)
    amount = amount_in(row, "amount")
    if on is None and "on" not in row.faults:
        row.faults["on"] = _("On which day did it reach her account?")
    if row.faults or claim is None or on is None or amount is None:
        return
    try:
        record_credit(claim=claim, amount_paise=amount, credited_on=on, proof=None, by=actor)
    except CreditBeforeOrder:
        row.faults["on"] = _("This day is before the first order. Compare both with the papers.")
    except MoreThanOrdered:
        row.faults["amount"] = _(
            "More would be received than was ordered. Look at the order again."
        )
    except RecordedAlready:
        row.faults["amount"] = _("The same amount of this day stands already. Take this row out.")
    else:
        row.saved_as = row.mark


PAYMENTS = Register(
    key="payments",
    heading=gettext_lazy("Type money received"),
    lead=gettext_lazy(
        "A row is saved when you leave it. A row with a fault stays here, with its reason. Until its bank paper is"
        " added, money is said, not proved."
    ),
    permission=Permission.PAYMENT_RECORD,
    columns=(
        Column(
            "case",
            pgettext_lazy("grid", "File"),
            ("file", "file no", "survivor code", "code", "name"),
            hint="S-0142",
        ),
        Column(
            "on",
            pgettext_lazy("grid", "Day of the credit"),
            ("date", "credit date", "credited on", "date of credit", "on"),
        ),
        Column(
            "amount", pgettext_lazy("grid", "Amount"), ("amount", "rs", "rupees", "amount received")
        ),
    ),
    take=take,
    suggest=suggest,
    home="compensation:list",
    home_label=gettext_lazy("Compensation"),
)
