"""Letters about a request for legal aid that nobody answered. No name stands in them."""

from collections.abc import Sequence
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.legalaid.models import LegalAidRequest, Reminder
from tafteesh.domain.legalaid.rules import ANSWER_DAYS
from tafteesh.interfaces.letters.letter import Annexure, Letter


def reminder_letter(
    row: Reminder, sent: Sequence[Reminder], *, sender: str, language: str
) -> Letter:
    """The letter of a reminder or an escalation, as of the day on which it was prepared."""
    with translation.override(language):
        request = row.request
        return Letter(
            sender=sender,
            to=[pgettext("letter", "To"), _to(row, request)],
            subject=_("Request for legal aid without an answer"),
            paragraphs=_said(row, request, sent),
            day=row.prepared_on,
            tables=(annexed_letters(request, sent),),
        )


def _to(row: Reminder, request: LegalAidRequest) -> str:
    if row.kind == Reminder.Kind.DLSA:
        return _("The Secretary, District Legal Services Authority")
    if row.kind == Reminder.Kind.SLSA:
        return _("The Member Secretary, State Legal Services Authority")
    return request.authority_words or _("The Secretary")


def _said(row: Reminder, request: LegalAidRequest, sent: Sequence[Reminder]) -> list[str]:
    told = {
        "number": request.survivor_file.number,
        "asked": f"{request.requested_on:%d-%m-%Y}",
        "authority": request.authority_words or _("the legal services institution"),
        "days": (row.prepared_on - request.requested_on).days,
        "limit": ANSWER_DAYS,
        "sent": len(sent),
    }
    lines = [
        _(
            "On %(asked)s a lawyer was asked for from %(authority)s, in our file %(number)s. On the day of this"
            " letter %(days)d days have passed without a decision."
        )
        % told,
        _(
            "Regulation 7(2) of the NALSA (Free and Competent Legal Services) Regulations, 2010 gives %(limit)d"
            " days from receipt for the decision on an application."
        )
        % told,
    ]
    if sent:
        lines.append(_("Letters sent before this one: %(sent)d. They are listed below.") % told)
    lines.append(
        _("We ask that a lawyer be appointed and that we be told her name and first date.")
    )
    return lines


def annexed_letters(request: LegalAidRequest, sent: Sequence[Reminder]) -> Annexure:
    """The request and what was written after it, by day."""
    rows = [[_day(request.requested_on), _("Request")]]
    rows += [[_day(one.sent_on or one.prepared_on), str(one.get_kind_display())] for one in sent]
    return Annexure(title=_("What was written"), heads=[_("Day"), _("Letter")], rows=rows)


def _day(day: date) -> str:
    return f"{day:%d-%m-%Y}"
