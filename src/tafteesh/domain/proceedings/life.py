"""What hangs on a FIR beside its papers: bail, seized things, her evidence, who may be the same man."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.models import (
    Accused,
    BailBreach,
    BailCondition,
    Deposition,
    Fir,
    FirSurvivor,
    Letter,
    PoliceDiary,
    SameAccused,
    SeizedThing,
)
from tafteesh.domain.proceedings.queries import standing
from tafteesh.foundation.access.actor import Actor


@dataclass(frozen=True)
class Flag:
    """Another accused who may be the same man, in which FIR, and whether her own answer is waited for."""

    row: SameAccused
    other: Accused
    may_answer: bool


@dataclass
class OnAccused:
    """What hangs on one accused."""

    conditions: list[BailCondition] = field(default_factory=list)
    breaches: list[BailBreach] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)


def on_accused(actor: Actor, fir: Fir) -> dict[uuid.UUID, OnAccused]:
    """By accused of the FIR: conditions of bail, their breaches, and flags that she may see."""
    found: dict[uuid.UUID, OnAccused] = defaultdict(OnAccused)
    for condition in standing(actor, BailCondition, fir).order_by("set_on", "id"):
        found[condition.accused_id].conditions.append(condition)
    breaches = standing(actor, BailBreach, fir).select_related("condition")
    for breach in breaches.order_by("-on", "-id"):
        found[breach.accused_id].breaches.append(breach)
    flags = SameAccused.objects.visible_to(actor).filter(
        Q(fir=fir) | Q(other_fir=fir), withdrawn_at=None
    )
    for flag in flags.select_related("one__fir", "other__fir").order_by("recorded_at"):
        ours, theirs = (flag.one, flag.other) if flag.fir_id == fir.pk else (flag.other, flag.one)
        waits = flag.answer == SameAccused.Answer.WAITING
        mine = flag.recorded_by_id == actor.person_id
        found[ours.pk].flags.append(Flag(flag, theirs, waits and not mine))
    return found


def seized(actor: Actor, fir: Fir) -> list[SeizedThing]:
    """Things that were seized, the first one first."""
    return list(
        standing(actor, SeizedThing, fir).select_related("taken_from").order_by("seized_on", "id")
    )


def depositions(actor: Actor, fir: Fir) -> list[Deposition]:
    """The evidence of the survivors of this FIR whose files she reaches."""
    rows = Deposition.objects.visible_to(actor).filter(fir=fir, withdrawn_at=None)
    return list(rows.select_related("survivor_file").order_by("on", "id"))


def others_to_compare(actor: Actor, accused: Accused, *, limit: int = 200) -> list[Accused]:
    """Accused of other FIRs that she reaches, those of FIRs beside it and of the same part first."""
    rows = Accused.objects.visible_to(actor).filter(withdrawn_at=None, fir__withdrawn_at=None)
    files = FirSurvivor.objects.visible_to(actor).filter(fir=accused.fir_id, withdrawn_at=None)
    beside = FirSurvivor.objects.visible_to(actor).filter(
        survivor_file__in=files.values("survivor_file"), withdrawn_at=None
    )
    near = set(beside.values_list("fir", flat=True))
    found = list(
        rows.exclude(fir=accused.fir_id).select_related("fir").order_by("-fir__year")[:limit]
    )
    return sorted(found, key=lambda row: (row.fir_id not in near, row.part != accused.part))


def diaries(actor: Actor, file: SurvivorFile) -> list[tuple[PoliceDiary, int | None]]:
    """Diaries of the police about her, each with its days until the FIR, or until today."""
    rows = PoliceDiary.objects.visible_to(actor).filter(survivor_file=file, withdrawn_at=None)
    return [
        (row, ((row.became_fir_on or actor.today) - row.on).days)
        for row in rows.select_related("fir").order_by("-on")
    ]


def without_fir(actor: Actor, *, limit: int) -> list[tuple[PoliceDiary, int]]:
    """Reports of which no FIR came, each with its days until today, the oldest first."""
    rows = PoliceDiary.objects.visible_to(actor).filter(withdrawn_at=None, fir=None)
    told = rows.select_related("survivor_file").order_by("on", "id")[:limit]
    return [(row, (actor.today - row.on).days) for row in told]


def letters_alone(actor: Actor, file: SurvivorFile) -> list[Letter]:
    """Letters about her that stand on no FIR, the newest first."""
    rows = Letter.objects.visible_to(actor).filter(fir=None, survivor_file=file, withdrawn_at=None)
    return list(rows.order_by("-sent_on", "-recorded_at"))


def files_of(actor: Actor, fir: Fir) -> Iterable[SurvivorFile]:
    """The files of the survivors of a FIR that she reaches."""
    links = FirSurvivor.objects.visible_to(actor).filter(fir=fir, withdrawn_at=None)
    files = SurvivorFile.objects.visible_to(actor).filter(pk__in=links.values("survivor_file"))
    return files.order_by("number")
