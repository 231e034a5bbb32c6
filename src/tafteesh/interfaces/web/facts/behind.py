"""The records behind a figure, as far as she may open them."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _

from tafteesh.domain.facts.figure import Figure
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.web.links import link_or_none
from tafteesh.interfaces.web.page import StaffRequest
from tafteesh.interfaces.web.templatetags.shapes import Row

SHOWN = 200
P = Permission


@dataclass(frozen=True)
class Kind:
    """How rows of one kind are called and where they open."""

    permission: Permission
    joins: tuple[str, ...]
    cells: Callable[[Any], tuple[object, object, object]]  # what it is, words beside, day
    url: Callable[[Any], str]


def _fir_url(row: Any) -> str:
    return link_or_none("proceedings:fir", fir_id=row.fir_id)


def _file_url(row: Any) -> str:
    return link_or_none("files:file", file_id=row.survivor_file_id)


def _claim_url(row: Any) -> str:
    claim_id = getattr(row, "claim_id", None) or row.pk
    return link_or_none("compensation:claim", claim_id=claim_id) or _file_url(row)


def _meeting_url(row: Any) -> str:
    meeting_id = getattr(row, "meeting_id", None) or row.pk
    return link_or_none("meetings:meeting", meeting_id=meeting_id)


KINDS: dict[str, Kind] = {
    "meetings.Meeting": Kind(
        P.MEETING_READ, (), lambda r: (r.get_level_display(), r.place, r.on), _meeting_url
    ),
    "meetings.Attendance": Kind(
        P.FILE_READ,
        ("survivor_file", "meeting"),
        lambda r: (r.survivor_file.number, r.meeting.get_level_display(), r.meeting.on),
        _file_url,
    ),
    "meetings.Promise": Kind(
        P.MEETING_READ,
        (),
        lambda r: (r.promised_by or _("Promise"), r.get_state_display(), r.made_on),
        _meeting_url,
    ),
    "proceedings.InvestigationSpell": Kind(
        P.PROCEEDING_READ,
        ("fir",),
        lambda r: (r.fir.reference, r.agency_words, r.received_on),
        _fir_url,
    ),
    "proceedings.Correction": Kind(
        P.PROCEEDING_READ,
        ("fir",),
        lambda r: (
            r.fir.reference,
            f"{r.get_reason_display()} · {r.get_result_display()}",
            r.filed_on,
        ),
        _fir_url,
    ),
    "proceedings.Fir": Kind(
        P.PROCEEDING_READ,
        (),
        lambda r: (r.reference, r.get_area_display(), r.registered_latest),
        lambda r: link_or_none("proceedings:fir", fir_id=r.pk),
    ),
    "proceedings.Accused": Kind(
        P.PROCEEDING_READ,
        ("fir",),
        lambda r: (
            r.fir.reference,
            f"{_('Number')} {r.ordinal} · {r.get_part_display()}",
            None,
        ),
        _fir_url,
    ),
    "proceedings.Hearing": Kind(
        P.PROCEEDING_READ,
        ("fir",),
        lambda r: (r.fir.reference, r.get_outcome_display(), r.on),
        _fir_url,
    ),
    "proceedings.Deposition": Kind(
        P.PROCEEDING_READ,
        ("fir",),
        lambda r: (r.fir.reference, r.get_how_display(), r.on),
        _fir_url,
    ),
    "compensation.Order": Kind(
        P.CLAIM_READ,
        ("survivor_file",),
        lambda r: (
            r.survivor_file.number,
            f"{r.get_kind_display()} · {rupees(r.increase_paise)}",
            r.ordered_on,
        ),
        _claim_url,
    ),
    "compensation.Claim": Kind(
        P.CLAIM_READ,
        ("survivor_file",),
        lambda r: (r.survivor_file.number, r.get_signed_by_kind_display(), r.filed_on),
        _claim_url,
    ),
    "legalaid.Assignment": Kind(
        P.FILE_READ,
        ("survivor_file",),
        lambda r: (r.survivor_file.number, r.get_lawyer_kind_display(), r.starts_on),
        _file_url,
    ),
    "legalaid.LegalAidRequest": Kind(
        P.FILE_READ,
        ("survivor_file",),
        lambda r: (r.survivor_file.number, r.authority_words, r.requested_on),
        _file_url,
    ),
    "files.SurvivorFile": Kind(
        P.FILE_READ,
        (),
        lambda r: (r.number, r.get_status_display(), r.opened_latest),
        lambda r: link_or_none("files:file", file_id=r.pk),
    ),
    "facts.Objective": Kind(
        P.FIGURES_READ, (), lambda r: (f"{r.ordinal}. {r.words}", r.indicator, None), lambda _r: ""
    ),
    "facts.KnowledgeProduct": Kind(
        P.FIGURES_READ,
        (),
        lambda r: (r.title, r.get_kind_display(), r.released_on),
        lambda _r: "",
    ),
}


@dataclass(frozen=True)
class Behind:
    """The rows that she may open, how many more she may open, and how many she may not."""

    rows: list[Row]
    more: int
    closed: int


def behind(request: StaffRequest, figure: Figure) -> Behind:
    """The records of a figure through her own door, those that count first."""
    kind = KINDS.get(figure.about)
    if kind is None or not figure.records:
        return Behind([], 0, 0)
    every = set(figure.records)
    if not request.actor.holds(kind.permission):
        return Behind([], 0, len(every))
    model: Any = apps.get_model(figure.about)
    door = model.objects.visible_to(request.actor).filter(pk__in=every)
    mine = door.count()
    counted = figure.counted
    first = door.filter(pk__in=counted) if counted is not None else door
    rows = list(first.select_related(*kind.joins).order_by("pk")[:SHOWN])
    if counted is not None and len(rows) < SHOWN:
        rest = door.exclude(pk__in=counted).select_related(*kind.joins).order_by("pk")
        rows += list(rest[: SHOWN - len(rows)])
    shown = [_row(kind, row, counted) for row in rows]
    return Behind(shown, mine - len(shown), len(every) - mine)


def _row(kind: Kind, row: Any, counted: frozenset[uuid.UUID] | None) -> Row:
    cells = list(kind.cells(row))
    if counted is not None:
        cells.append(_("counted") if row.pk in counted else _("not counted"))
    return Row(cells, url=kind.url(row))


def heads(figure: Figure) -> list[LazyText | str]:
    """The heads of the list: with a column for "counted" where only some are."""
    words: list[LazyText | str] = [_("Record"), _("What"), _("Day")]
    return [*words, _("In the number?")] if figure.counted is not None else words
