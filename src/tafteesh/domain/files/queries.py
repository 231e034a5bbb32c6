"""What is asked of survivor files: lists, one file, finding her without reading her name."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet

from tafteesh.domain.files.models import AccessGrant, HouseholdMember, NameToken, SurvivorFile
from tafteesh.domain.files.sealing import tokens_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.audit.queries import lines_of_office

PAGE = 25
SILENT_DAYS = 30


@dataclass(frozen=True)
class Asked:
    """Which files: a saved view, further filters, and from where on."""

    view: str = "all"
    status: str = ""
    scope: str = ""
    worker: uuid.UUID | None = None
    only: Q | None = None  # what a higher part of the records knows: no lawyer, not paid
    after: tuple[str, uuid.UUID] | None = None


def listed(actor: Actor, asked: Asked) -> tuple[list[SurvivorFile], bool]:
    """One page of files, the soonest hearing first (or the longest silence), and whether more follow."""
    rows: QuerySet[SurvivorFile] = SurvivorFile.objects.visible_to(actor).filter(withdrawn_at=None)
    order = "next_hearing_on"
    if asked.view == "silent":
        order = "last_contact_on"
        limit = actor.today - timedelta(days=SILENT_DAYS)
        rows = rows.filter(Q(last_contact_on=None) | Q(last_contact_on__lt=limit), status="active")
    elif asked.view == "no_date":
        rows = rows.filter(next_hearing_on=None, status="active")
    elif asked.view == "mine":
        rows = rows.filter(worker_id=actor.person_id)
    if asked.only is not None:
        rows = rows.filter(asked.only)
    for name in ("status", "scope", "worker"):
        if value := getattr(asked, name):
            rows = rows.filter(**{name: value})
    rows = _from(rows, order, asked.after)
    page = _first(actor, rows, order)
    return page[:PAGE], len(page) > PAGE


def _first(actor: Actor, rows: QuerySet[SurvivorFile], order: str) -> list[SurvivorFile]:
    """The first rows and one more. An office is read in the order of its index; what was given beside it is few."""
    ordered = rows.order_by(F(order).asc(nulls_last=True), "id").select_related("worker", "block")
    if not actor.offices:
        return list(ordered[: PAGE + 1])
    found = list(ordered.filter(organisation__in=actor.offices)[: PAGE + 1])
    beside = AccessGrant.unscoped.in_force_for(actor).exclude(organisation__in=actor.offices)
    if given := list(beside.values_list("survivor_file", flat=True)):
        found += ordered.filter(pk__in=given)[: PAGE + 1]
    found.sort(key=lambda file: (getattr(file, order) or date.max, file.pk))
    return found[: PAGE + 1]


def _from(
    rows: QuerySet[SurvivorFile], order: str, after: tuple[str, uuid.UUID] | None
) -> QuerySet[SurvivorFile]:
    if after is None:
        return rows
    day, row = after
    if not day:
        return rows.filter(**{order: None, "id__gt": row})
    bound = date.fromisoformat(day)
    return rows.filter(
        Q(**{f"{order}__gt": bound}) | Q(**{order: bound, "id__gt": row}) | Q(**{order: None})
    )


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


def found(actor: Actor, words: str) -> Sequence[SurvivorFile]:
    """Files by their number, or by a name or phone in any script, through keyed tokens alone."""
    everything = SurvivorFile.objects.visible_to(actor).filter(withdrawn_at=None)
    door = everything.select_related("worker", "block")
    by_number = list(door.filter(number__iexact=words.strip())[:PAGE])
    if by_number:
        return by_number
    names = {"name_used": words, "phone": words}
    tokens = [token for kind, token in tokens_of(actor.organisation_id, names) if kind != "exact"]
    if not tokens:
        return []
    met = NameToken.objects.visible_to(actor).filter(token__in=tokens)
    counted: dict[uuid.UUID, int] = {}
    for file_id in met.values_list("survivor_file_id", flat=True)[:2000]:
        counted[file_id] = counted.get(file_id, 0) + 1
    best = sorted(counted, key=lambda key: -counted[key])[:PAGE]
    most = counted[best[0]] if best else 0
    return list(door.filter(pk__in=[key for key in best if counted[key] == most]))


@dataclass(frozen=True)
class Opening:
    """How often somebody opened a file, and looked behind a mask, in the last week."""

    who: str
    file: SurvivorFile
    times: int
    looks: int
    is_worker: bool


def opened_lately(actor: Actor, *, most: int = 500) -> list[Opening]:
    """Who opened the files of hers (or of her office) in the last seven days; strangers to a file first."""
    lines = lines_of_office(actor).filter(
        at__gte=actor.now - timedelta(days=7),
        event__in=(Event.FILE_OPENED, Event.IDENTITY_LOOKED, Event.NOTE_LOOKED),
        subject__isnull=False,
    )
    told = lines.order_by().values_list("subject", "person_id", "event").annotate(n=Count("pk"))
    counts: dict[tuple[uuid.UUID, uuid.UUID], list[int]] = {}
    for subject, person, event, n in told[: most * 2]:
        if subject and person:
            pair = counts.setdefault((subject, person), [0, 0])
            pair[0 if event == Event.FILE_OPENED else 1] += n
    door = SurvivorFile.objects.visible_to(actor).filter(log_tag__in={tag for tag, _ in counts})
    hers = door if actor.offices else door.filter(worker=actor.person_id)
    files = {file.log_tag: file for file in hers}
    names = dict(Person.objects.filter(pk__in={who for _, who in counts}).values_list("pk", "name"))
    rows = [
        Opening(names.get(who, ""), files[tag], n[0], n[1], files[tag].worker_id == who)
        for (tag, who), n in counts.items()
        if tag in files
    ]
    return sorted(rows, key=lambda row: (row.is_worker, -row.looks, -row.times))[:most]
