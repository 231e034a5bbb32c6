"""AHTUs and the CID as the programme meets them: load, transfers, officers by time, meetings, letters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from django.db.models import F, Q

from tafteesh.domain.facts.lapse_board import Asked, every_lapse
from tafteesh.domain.facts.period import Period
from tafteesh.domain.meetings.models import Meeting
from tafteesh.domain.proceedings.models import Fir, InvestigationSpell, Letter
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.digits import folded

HOURS_A_DAY = 24
REPLY_WITHIN = timedelta(days=30)
OF_THE_PROGRAMME = (
    ("Basirhat AHTU", "ahtu"),
    ("Barasat AHTU", "ahtu"),
    ("Bongaon AHTU", "ahtu"),
    ("CID", "cid"),
)
# Letters that go to a unit, or ask that a unit take the case.
WITH_UNITS = Q(kind__in=("to_ahtu", "to_cid")) | Q(addressee_words__iregex=r"\m(ahtu|cid)\M")


def answered_in_time() -> Q:
    """Letters that were answered in writing within thirty days."""
    return Q(is_reply_oral=False, answered_on__lte=F("sent_on") + REPLY_WITHIN)


@dataclass(frozen=True)
class Officer:
    """Who had an investigation, with which rank, from when until when."""

    name: str
    rank: str
    starts_on: date | None
    ends_on: date | None


@dataclass(frozen=True)
class Unit:
    """One unit in a period."""

    name: str
    kind: str
    load: int  # investigations with it today
    received: list[InvestigationSpell] = field(default_factory=list)  # in the period
    on_the_way: int = 0  # asked for or ordered, papers not received
    hours: int | None = None  # from the FIR to the papers, the middle one; the law asks 24
    officers: list[Officer] = field(default_factory=list)
    meetings: int = 0
    letters: int = 0
    answered_in_30_days: int = 0


def units(actor: Actor, period: Period) -> list[Unit]:
    """Every unit that has or had an investigation within her reach, the fullest first.

    Raises NotAllowed.
    """
    require(actor, Permission.PROCEEDING_READ)
    rows = InvestigationSpell.objects.visible_to(actor).filter(
        withdrawn_at=None, agency_kind__in=["ahtu", "cid"]
    )
    by_unit: dict[str, list[InvestigationSpell]] = defaultdict(list)
    for row in rows.select_related("fir").order_by("starts_on", "id"):
        by_unit[unit_key(row.agency_words)].append(row)
    letters = _letters(actor, period)
    meetings = _meetings(actor, period)
    found = [_unit(many, period, letters, meetings) for many in by_unit.values()]
    return [
        *sorted(found, key=lambda unit: (-unit.load, unit.name)),
        *_without_work(actor, found, letters, meetings),
    ]


def unit_key(words: str) -> str:
    """ "AHTU Basirhat" and "Basirhat AHTU" are one unit."""
    return " ".join(sorted(_words(folded(words))))


def _words(text: str) -> set[str]:
    return {word for word in re.split(r"[\s,.;:()/-]+", text) if word}


def _is_about(unit: str, whom: str) -> bool:
    """Whether every word of the unit's name stands in to whom a letter went, or where a meeting was."""
    return _words(folded(unit)) <= _words(whom)


def _without_work(
    actor: Actor, found: list[Unit], letters: list[tuple[str, bool]], meetings: list[str]
) -> Iterator[Unit]:
    """The units of the programme that had no investigation yet, for whoever reaches any FIR."""
    if not Fir.objects.visible_to(actor).filter(withdrawn_at=None).exists():
        return
    kinds = dict(InvestigationSpell.Agency.choices)
    named = {unit_key(unit.name) for unit in found}
    has_cid = any(unit.kind == str(kinds["cid"]) for unit in found)
    for name, kind in OF_THE_PROGRAMME:
        if unit_key(name) in named or (kind == "cid" and has_cid):
            continue
        answered = [in_time for whom, in_time in letters if _is_about(name, whom)]
        yield Unit(
            name=name,
            kind=str(kinds[kind]),
            load=0,
            meetings=sum(1 for whom in meetings if _is_about(name, whom)),
            letters=len(answered),
            answered_in_30_days=sum(answered),
        )


def _unit(
    rows: list[InvestigationSpell],
    period: Period,
    letters: list[tuple[str, bool]],
    meetings: list[str],
) -> Unit:
    received = [
        row
        for row in rows
        if row.received_on and period.starts_on <= row.received_on <= period.ends_on
    ]
    name = rows[-1].agency_words
    answered = [in_time for whom, in_time in letters if _is_about(name, whom)]
    return Unit(
        name=name,
        kind=rows[-1].get_agency_kind_display(),
        load=sum(1 for row in rows if row.starts_on and row.ends_on is None),
        received=received,
        on_the_way=sum(1 for row in rows if row.starts_on is None and row.received_on is None),
        hours=_hours(received),
        officers=[
            Officer(row.officer_words, row.officer_rank, row.starts_on, row.ends_on)
            for row in rows
            if row.officer_words or row.officer_rank
        ],
        meetings=sum(1 for whom in meetings if _is_about(name, whom)),
        letters=len(answered),
        answered_in_30_days=sum(answered),
    )  # fmt: skip


def _hours(rows: Iterable[InvestigationSpell]) -> int | None:
    """Hours from the registration of the FIR to the papers, in whole days: the middle one."""
    days = [
        (row.received_on - row.fir.registered_earliest).days
        for row in rows
        if row.received_on and row.fir.registered_earliest
    ]
    return round(median(days) * HOURS_A_DAY) if days else None


def _letters(actor: Actor, period: Period) -> list[tuple[str, bool]]:
    """To whom each letter of the period went, and whether it was answered within thirty days."""
    rows = Letter.objects.visible_to(actor).filter(
        withdrawn_at=None, sent_on__range=(period.starts_on, period.ends_on)
    )
    in_time = set(rows.filter(answered_in_time()).values_list("pk", flat=True))
    return [(folded(row.addressee_words), row.pk in in_time) for row in rows]


def _meetings(actor: Actor, period: Period) -> list[str]:
    rows = Meeting.objects.visible_to(actor).filter(
        Q(withdrawn_at=None), on__range=(period.starts_on, period.ends_on)
    )
    return [
        folded(f"{with_whom} {place}")
        for with_whom, place in rows.values_list("with_whom", "place")
    ]


@dataclass(frozen=True)
class NotMoved:
    """An eligible FIR that is with no AHTU today: the hours since it was registered, and how far it was asked."""

    fir: Fir
    hours: int
    asked_on: date | None
    ordered_on: date | None


def not_with_a_unit(actor: Actor) -> list[NotMoved]:
    """FIRs that the High Court sent to an AHTU within 24 hours, and that are with none today; oldest first."""
    every = [one for one in every_lapse(actor, Asked(kind="to-ahtu")) if one.found.event is None]
    spells = InvestigationSpell.objects.visible_to(actor).filter(
        fir__in=[one.fir.pk for one in every], withdrawn_at=None, agency_kind__in=["ahtu", "cid"]
    )
    asked = {row.fir_id: row for row in spells.order_by("requested_on", "id")}
    found = []
    for one in every:
        since = one.found.trigger.earliest if one.found.trigger else actor.today
        row = asked.get(one.fir.pk)
        found.append(
            NotMoved(
                one.fir,
                (actor.today - since).days * HOURS_A_DAY,
                row.requested_on if row else None,
                row.ordered_on if row else None,
            )
        )
    return found
