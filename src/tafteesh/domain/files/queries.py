"""What is asked of survivor files: lists, one file, who opened it."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from tafteesh.domain.files.models import AccessGrant, HouseholdMember, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept, Word
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.audit.models import Entry, Event
from tafteesh.foundation.kernel.clock import start_of_day

PAGE = 25
SILENT_DAYS = 30
MOST_PAIRS = 5_000  # of files and people, in the list of one week


@dataclass(frozen=True)
class Asked:
    """Which files: a saved view, further filters, and from where on."""

    view: str = "all"
    status: str = ""
    scope: str = ""
    worker: uuid.UUID | None = None
    # What a higher part of the records knows (no lawyer, not paid): a condition, made for who asks.
    only: Callable[[Actor], Q] | None = None
    after: tuple[str, uuid.UUID] | None = None

    @property
    def order(self) -> str:
        """By what the view is sorted."""
        return "last_contact_on" if self.view == "silent" else "next_hearing_on"


class Listed(NamedTuple):
    """What a line of the list says of a file."""

    pk: uuid.UUID
    number: str
    status: str
    scope: str
    violence: str
    block_name: str | None
    next_hearing_on: date | None
    last_contact_on: date | None
    worker_name: str | None


SHOWN = (
    "pk", "number", "status", "scope", "violence", "block__name", "next_hearing_on",
    "last_contact_on", "worker__name",
)  # fmt: skip


def _first_of_list(actor: Actor, *, given: bool, only: Any, **asked: Any) -> "QuerySet[Any, Any]":
    """The first rows and one more: of her own offices, or else of the files `given` to her.

    Each line of her offices says at its end whether anything was given to her beside them.
    """
    rows: QuerySet[SurvivorFile]
    if given:
        rows = SurvivorFile.objects.visible_to(actor)
        rows = rows.filter(pk__in=_beside(actor)) if actor.offices else rows
    else:
        rows = SurvivorFile.unscoped.filter(organisation__in=actor.offices)
    rows = rows.filter(withdrawn_at=None)
    if only is not None:
        rows = rows.filter(only(actor))
    rows = _narrowed(actor, rows, **asked).order_by(F(asked["order"]).asc(nulls_last=True), "id")
    if given:
        return rows.values_list(*SHOWN)[: PAGE + 1]
    return rows.annotate(more=Exists(_beside(actor))).values_list(*SHOWN, "more")[: PAGE + 1]


def _beside(actor: Actor) -> "QuerySet[AccessGrant, uuid.UUID]":
    """Files of other offices that were given to her."""
    grants = AccessGrant.unscoped.in_force_for(actor).exclude(organisation__in=actor.offices)
    return grants.values_list("survivor_file", flat=True)


def _one_beside(actor: Actor) -> "QuerySet[AccessGrant, uuid.UUID]":
    return _beside(actor)[:1]


ONE_BESIDE = Kept(_one_beside)


def reaches_offices_alone(actor: Actor) -> bool:
    """Whether she reaches all files of her offices and none beside them."""
    return bool(actor.offices) and not ONE_BESIDE(actor)


def _narrowed(
    actor: Actor, rows: "QuerySet[SurvivorFile]", *, view: str, order: str, **asked: Any
) -> "QuerySet[SurvivorFile]":
    if view == "silent":
        long_ago = Q(last_contact_on=None) | Q(last_contact_on__lt=asked["silent_since"])
        rows = rows.filter(long_ago, status="active")
    elif view == "no_date":
        rows = rows.filter(next_hearing_on=None, status="active")
    elif view == "mine":
        rows = rows.filter(worker_id=actor.person_id)
    for name in ("status", "scope", "worker"):
        if asked[name]:
            rows = rows.filter(**{name: asked[name]})
    day, row = asked["after_day"], asked["after_row"]
    if row is None:
        return rows
    if day is None:
        return rows.filter(**{order: None, "id__gt": row})
    later = Q(**{f"{order}__gt": day}) | Q(**{order: day, "id__gt": row}) | Q(**{order: None})
    return rows.filter(later)


FIRST_OF_LIST = Kept(_first_of_list)


def listed(actor: Actor, asked: Asked) -> tuple[list[Listed], bool]:
    """One page of files, the soonest hearing first (or the longest silence), and whether more follow.

    An office is read in the order of its index; what was given beside it is few.
    """
    day, row = asked.after or ("", None)
    said = {
        "view": asked.view,
        "order": asked.order,
        "only": asked.only,
        "silent_since": actor.today - timedelta(days=SILENT_DAYS),
        "status": asked.status and Word(asked.status),
        "scope": asked.scope and Word(asked.scope),
        "worker": asked.worker,
        "after_day": date.fromisoformat(day) if day else None,
        "after_row": row,
    }
    lines = FIRST_OF_LIST(actor, given=False, **said) if actor.offices else []
    page = [Listed._make(line[:-1]) for line in lines]
    if not lines or lines[0][-1]:
        page += [Listed._make(line) for line in FIRST_OF_LIST(actor, given=True, **said)]
    page.sort(key=lambda file: (getattr(file, asked.order) or date.max, file.pk))
    return page[:PAGE], len(page) > PAGE


def caseload(actor: Actor, worker: Person) -> "QuerySet[SurvivorFile]":
    """The files within reach whose worker this is, or to whom they were given besides."""
    rows: QuerySet[SurvivorFile] = SurvivorFile.objects.visible_to(actor)
    given = AccessGrant.objects.visible_to(actor).filter(
        Q(until=None) | Q(until__gte=actor.today),
        person=worker,
        because=AccessGrant.Because.ASSIGNED,
    )
    hers = Q(worker=worker) | Q(pk__in=given.values("survivor_file"))
    return rows.filter(hers, withdrawn_at=None).order_by("number")


def whom_to_call(actor: Actor, file: SurvivorFile) -> list[HouseholdMember]:
    """Those around her who may be called about her; never anybody who is accused."""
    rows: QuerySet[HouseholdMember] = HouseholdMember.objects.visible_to(actor)
    free = rows.filter(survivor_file=file, withdrawn_at=None, may_be_called=True, is_accused=False)
    return list(free.order_by("relation", "pk"))


@dataclass(frozen=True)
class Opening:
    """How often somebody opened a file, and looked behind a mask, in one week."""

    who: str
    file: SurvivorFile
    times: int
    looks: int
    is_worker: bool


def week_before(day: date) -> date:
    """Monday of the last week that is over on this day."""
    return day - timedelta(days=day.weekday() + 7)


def opened_in_week(
    actor: Actor, monday: date, *, strangers: bool = False, most: int = 500
) -> list[Opening]:
    """Who opened the files of hers (or of her office) in the week from that Monday; strangers to a file first."""
    door: QuerySet[SurvivorFile] = SurvivorFile.objects.visible_to(actor)
    hers = door.filter(organisation__in=actor.offices)
    if not actor.offices:
        hers = door.filter(worker=actor.person_id)
    counts: dict[tuple[uuid.UUID, uuid.UUID], list[int]] = {}
    for lines in _lines_of_week(actor, hers, monday):
        _count(lines, hers, counts, strangers=strangers)
    files = {file.log_tag: file for file in hers.filter(log_tag__in={tag for tag, _ in counts})}
    names = dict(Person.objects.filter(pk__in={who for _, who in counts}).values_list("pk", "name"))
    rows = [
        Opening(names.get(who, ""), files[tag], n[0], n[1], files[tag].worker_id == who)
        for (tag, who), n in counts.items()
        if tag in files
    ]
    return sorted(rows, key=lambda row: (row.is_worker, -row.looks, -row.times))[:most]


def _lines_of_week(
    actor: Actor, hers: "QuerySet[SurvivorFile]", monday: date
) -> list["QuerySet[Entry]"]:
    """Openings and looks of one week. Those from other organisations reach only what was given to them."""
    week: QuerySet[Entry] = Entry.objects.filter(
        at__gte=start_of_day(monday),
        at__lt=start_of_day(monday + timedelta(days=7)),
        event__in=(Event.FILE_OPENED, Event.IDENTITY_LOOKED, Event.NOTE_LOOKED),
    )
    if not actor.offices:
        return [week.filter(subject__in=hers.values("log_tag"))]
    given = AccessGrant.objects.visible_to(actor).filter(
        organisation__in=actor.offices, to_organisation__isnull=False
    )
    tags = hers.filter(pk__in=given.values("survivor_file")).values("log_tag")
    theirs = week.filter(subject__in=tags).exclude(organisation_id__in=actor.organisations)
    return [week.filter(organisation_id__in=actor.organisations, subject__isnull=False), theirs]


def _count(
    lines: "QuerySet[Entry]",
    hers: "QuerySet[SurvivorFile]",
    counts: dict[tuple[uuid.UUID, uuid.UUID], list[int]],
    *,
    strangers: bool,
) -> None:
    """Openings and looks by file and person, added to what is counted already."""
    if strangers:
        own = hers.filter(log_tag=OuterRef("subject"), worker=OuterRef("person_id"))
        lines = lines.exclude(Exists(own))
    told = lines.order_by().values_list("subject", "person_id", "event").annotate(n=Count("pk"))
    for subject, person, event, n in told[:MOST_PAIRS]:
        if subject and person:
            pair = counts.setdefault((subject, person), [0, 0])
            pair[0 if event == Event.FILE_OPENED else 1] += n


def was_digest_read(actor: Actor, monday: date) -> bool:
    """Whether she has opened the list of that week since the week was over."""
    lines = Entry.objects.filter(person_id=actor.person_id, event=Event.DIGEST_READ)
    since = start_of_day(monday + timedelta(days=7))
    return bool(lines.filter(at__gte=since, reason=f"{monday:%Y-%m-%d}").exists())
