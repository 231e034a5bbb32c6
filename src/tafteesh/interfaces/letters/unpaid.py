"""The letter about money that was ordered and did not come, with the annexed list. No name stands in it."""

from collections.abc import Sequence
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.compensation.chasing import Owed
from tafteesh.domain.compensation.models import UnpaidLetter
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.letters.letter import Annexure, Letter

Rung = UnpaidLetter.Rung


def unpaid_letter(
    rows: Sequence[Owed], *, rung: str, authority: str, sender: str, day: date, language: str
) -> Letter:
    """One letter for every claim that one authority has not paid, to who stands at this step of the ladder."""
    with translation.override(language):
        return Letter(
            sender=sender,
            to=_to(rung, authority),
            subject=_("Compensation ordered and not paid: %(n)d claims") % {"n": len(rows)}
            if len(rows) > 1
            else _("Compensation ordered and not paid"),
            paragraphs=said_of_money(rows, rung, authority, day),
            day=day,
            tables=(annexed_claims(rows),),
        )


def _to(rung: str, authority: str) -> list[str]:
    whom = {
        Rung.REMINDER: authority or _("The Secretary"),
        Rung.SLSA: _("The Member Secretary, State Legal Services Authority"),
        Rung.NALSA: _("The Member Secretary, National Legal Services Authority"),
        Rung.HIGH_COURT: _("For the lawyer who drafts the writ petition in the High Court"),
    }
    return [pgettext("letter", "To"), whom[Rung(rung)]]


def said_of_money(rows: Sequence[Owed], rung: str, authority: str, day: date) -> list[str]:
    """What is owed, since when, and what is asked: the last sentence."""
    total = sum(row.standing.waiting for row in rows)
    oldest = max((row.standing.days_waiting or 0 for row in rows), default=0)
    told = {
        "n": len(rows), "total": rupees(total), "oldest": oldest, "day": f"{day:%d-%m-%Y}",
        "authority": authority or _("the authority named in the list"),
    }  # fmt: skip
    one = _(
        "On %(day)s, compensation of %(total)s had been ordered by %(authority)s and was not in the account of"
        " the survivor. She has waited %(oldest)d days since the order."
    )
    lines = [
        one % told
        if len(rows) == 1
        else _(
            "On %(day)s, compensation of %(total)s in %(n)d claims had been ordered by %(authority)s and was not"
            " in the account of the survivor. The longest has waited %(oldest)d days since the order."
        )
        % told,
        _(
            "The list is annexed: each claim by its number, with the day of the order and the days since."
        ),
    ]
    if rung == Rung.REMINDER:
        lines.append(
            _("We ask that the money be paid, or that we be told by which day it will be.")
        )
    elif all(any(letter.sent_on for letter in row.sent) for row in rows):
        lines.append(
            _(
                "Reminders to who ordered it did not help. We ask for a direction to pay by a day that is named."
            )
        )
    else:
        lines.append(_("We ask for a direction to pay by a day that is named."))
    return lines


def annexed_claims(rows: Sequence[Owed]) -> Annexure:
    """Each claim by its number, with the day of the order and the days since."""
    return Annexure(
        title=_("Annexure: ordered and not paid"),
        heads=[
            _("No."), _("Claim or file"), _("Filed on"), _("First ordered on"), _("Ordered"),
            _("Still to be paid"), _("Days since"), _("Account checked"),
        ],
        rows=[_line(place, row) for place, row in enumerate(rows, start=1)],
        numbers=[4, 5, 6],
    )  # fmt: skip


def _line(place: int, row: Owed) -> list[str]:
    told, claim = row.standing, row.standing.claim
    return [
        str(place),
        claim.number or claim.survivor_file.number,
        _day(claim.filed_on),
        _day(told.ordered_on),
        rupees(told.ordered),
        rupees(told.waiting),
        str(told.days_waiting),
        _("ready") if row.can_be_paid else "–",
    ]


def _day(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else "–"
