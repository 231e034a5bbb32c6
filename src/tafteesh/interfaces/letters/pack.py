"""What is taken to the monthly meeting with the secretary of the DLSA, on paper. No survivor is named on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tafteesh.domain.compensation.chasing import Owing
from tafteesh.domain.legalaid.clock import OnDay, Record, Waiting
from tafteesh.domain.legalaid.models import Complaint
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.letters.annexure import Sheet
from tafteesh.interfaces.letters.letter import Annexure


@dataclass(frozen=True)
class Pack:
    """What is told to the secretary of a period."""

    first: date
    last: date
    cover: OnDay
    waiting: Sequence[Waiting]
    records: Sequence[Record]
    complaints: Sequence[Complaint]
    owing: Sequence[Owing]


def pack_sheet(pack: Pack, *, sender: str, language: str) -> Sheet:
    """Requests, lawyers at hearings, money that was asked, money that did not come: each a list."""
    with translation.override(language):
        tables = [_requests(pack), _hearings(pack), _asked(pack), _owed(pack)]
        return Sheet(
            sender=sender,
            title=_("For the meeting with the DLSA secretary"),
            paragraphs=[*_said(pack)],
            day=pack.last,
            tables=tuple(table for table in tables if table.rows),
            foot=_("For the meeting with the DLSA secretary"),
        )


def _said(pack: Pack) -> list[str]:
    late = sum(one.is_late for one in pack.waiting)
    lines = [
        _("From %(first)s to %(last)s. Files stand by their number; no survivor is named.")
        % {"first": _day(pack.first), "last": _day(pack.last)},
        _("With a free lawyer on %(day)s: %(covered)d of %(wanting)d active survivors.")
        % {"day": _day(pack.cover.day), "covered": pack.cover.covered, "wanting": pack.cover.wanting},
    ]  # fmt: skip
    if not pack.waiting:
        lines.append(_("Every request is answered."))
    else:
        lines.append(
            ngettext(
                "%(n)d request for a lawyer has no answer, %(late)d of them for more than seven days.",
                "%(n)d requests for a lawyer have no answer, %(late)d of them for more than seven days.",
                len(pack.waiting),
            )
            % {"n": len(pack.waiting), "late": late}
        )
    if pack.owing:
        lines.append(
            _("Compensation ordered and not paid: %(amount)s in %(n)d claims.")
            % {
                "amount": rupees(sum(one.paise for one in pack.owing)),
                "n": sum(one.claims for one in pack.owing),
            }
        )
    return lines


def _requests(pack: Pack) -> Annexure:
    return Annexure(
        title=_("Requests for a lawyer without an answer"),
        heads=[_("File"), _("Asked from"), _("Asked on"), _("Days"), _("Reminders")],
        rows=[
            [
                one.request.survivor_file.number, one.request.authority_words or "–",
                _day(one.request.requested_on), str(one.days), str(one.reminded),
            ]
            for one in pack.waiting
        ],
        numbers=(3, 4),
    )  # fmt: skip


def _hearings(pack: Pack) -> Annexure:
    return Annexure(
        title=_("Lawyers at hearings"),
        heads=[_("Lawyer"), _("Hearings"), _("Came"), _("Sent another"), _("Did not come")],
        rows=[
            [row.name, *(str(n) for n in (row.hearings, row.came, row.sent_another, row.absent))]
            for row in pack.records
        ],
        numbers=(1, 2, 3, 4),
    )


def _asked(pack: Pack) -> Annexure:
    return Annexure(
        title=_("Money that was asked of survivors"),
        heads=[_("Day"), _("Who asked"), _("How much"), _("Did she pay?"), _("Handed on")],
        rows=[
            [
                _day(row.asked_on), str(row.get_who_display()),
                rupees(row.amount_paise) if row.amount_paise else "–",
                _("Yes") if row.was_paid else _("No"), _day(row.handed_on),
            ]
            for row in pack.complaints
        ],
        numbers=(2,),
    )  # fmt: skip


def _owed(pack: Pack) -> Annexure:
    return Annexure(
        title=_("Compensation ordered and not paid"),
        heads=[_("Authority"), _("Claims"), _("Still to be paid"), _("Days of the oldest")],
        rows=[
            [
                one.authority or _("Authority not recorded"), str(one.claims), rupees(one.paise),
                str(one.days),
            ]
            for one in pack.owing
        ],
        numbers=(1, 2, 3),
    )  # fmt: skip


def _day(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else "–"
