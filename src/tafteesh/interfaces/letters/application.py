"""An application for compensation, drafted from the file. Her name and address are written in by hand."""

from collections.abc import Sequence
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.compensation.calculator import Amount, Offer, settled
from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.kernel.money import rupees

BLANK = "_" * 34


def application_words(
    claim: Claim, firs: Sequence[Fir], chosen: Sequence[Offer], *, language: str
) -> dict[str, Any]:
    """Everything that the application says, in one language. It names nobody and signs nothing."""
    with translation.override(language):
        amounts = settled(chosen)
        return {
            "language": language,
            "title": _("Application for compensation"),
            "to": [pgettext("letter", "To"), claim.filed_at_words or BLANK],
            "paragraphs": _said(claim, firs, chosen),
            "amounts_title": _("What is asked for, head by head"),
            "amount_heads": [_("Head of loss"), _("At least"), _("At most"), _("Clause")],
            "amounts": [*map(_amount, amounts), *_together(chosen)],
            "questions": _questions(chosen, amounts),
            "signing": _signing(claim),
            "index_title": _("Index and list of annexures"),
            "index_heads": [_("No."), _("Paper"), _("Day"), _("Page")],
            "by_hand": _("added by hand"),
            "annexure": _("Annexure"),
            "foot": _("Draft: read it, fill it in, sign it"),
        }


def _said(claim: Claim, firs: Sequence[Fir], chosen: Sequence[Offer]) -> list[str]:
    lines = [
        _("Name of the applicant (by hand): %(blank)s") % {"blank": BLANK},
        _("Address for letters, safe for her (by hand): %(blank)s") % {"blank": BLANK},
        _(
            "The applicant is the victim of a crime and applies under section 396 of the Bharatiya Nagarik"
            " Suraksha Sanhita, 2023 (before 1 July 2024: section 357A of the Code of Criminal Procedure, 1973)."
        ),
    ]
    lines += [
        _("FIR: %(station)s %(number)s of %(year)s")
        % {"station": fir.station_words, "number": fir.number, "year": fir.year}
        for fir in firs
    ]
    lines += [
        _("Scheme: %(name)s. %(basis)s")
        % {"name": offer.scheme.name, "basis": offer.scheme.legal_basis}
        for offer in chosen
    ]
    if claim.asked_paise:
        lines.append(_("Amount asked for: %(amount)s") % {"amount": rupees(claim.asked_paise)})
    lines.append(
        _(
            "Law forbids printing anything that may make her known. This application is to be kept sealed."
        )
    )
    return lines


def _amount(one: Amount) -> list[str]:
    name = one.head.name
    if one.child:
        added = _("with %(percent)d %% more for a child") % {"percent": one.child.percent}
        name = f"{name} ({added})"
    low, high = (rupees(paise) if paise else "–" for paise in (one.low, one.high))
    return [name, low, high, one.head.citation or "–"]


def _together(chosen: Sequence[Offer]) -> list[list[str]]:
    """The heads together, where the scheme adds them up."""
    sums = [(offer.together, offer.adding) for offer in chosen]
    return [
        [_("Together"), rupees(both[0]), rupees(both[1]), rule.citation or "–"]
        for both, rule in sums
        if both and rule
    ]


def _questions(chosen: Sequence[Offer], amounts: Sequence[Amount]) -> list[str]:
    found = [
        _("Not settled, find out before filing: %(head)s") % {"head": one.head.name}
        for offer in chosen
        for one in offer.amounts
        if one not in amounts
    ]
    if any(len(offer.amounts) > 1 and not offer.together for offer in chosen):
        found.append(_("Whether the heads are added up is not settled; no sum is given."))
    return found


def _signing(claim: Claim) -> list[str]:
    return [
        _("Drafted by: %(who)s") % {"who": claim.get_drafted_by_kind_display()},
        _("Signed by (name, kind of lawyer or the applicant): %(blank)s") % {"blank": BLANK},
        _("Day: %(blank)s") % {"blank": "_" * 14},
    ]
