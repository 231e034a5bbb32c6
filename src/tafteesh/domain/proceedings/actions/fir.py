"""Recording a FIR once, and linking it to every survivor it is about."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import IntegrityError, transaction

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.sealing import seal_into
from tafteesh.domain.proceedings.actions.same_name import keep_informant
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    Fir,
    FirLink,
    FirSection,
    FirSurvivor,
)
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting, opening
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.vault.keys import key_of, new_key
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.reference.law.queries import cited, sections_by_citation
from tafteesh.reference.places.queries import find_station


class AlreadyRecorded(Exception):
    """This police station, number and year stands already: link the survivor to it."""


class NotASentence(Exception):
    """Only who is convicted has a sentence."""


class AlreadyLinked(Exception):
    """This survivor is linked to this FIR already."""


@dataclass(frozen=True)
class NewFir:
    """A FIR as it is first entered."""

    station: str
    number: int
    year: int
    area: str
    registered_on: date | None = None
    details: dict[str, object] = field(default_factory=dict)  # further fields of Fir


@dataclass(frozen=True)
class Sentence:
    """What a convicted accused was given: months, or life, and a fine."""

    months: int | None = None
    for_life: bool = False
    fine_paise: int | None = None

    @property
    def is_given(self) -> bool:
        return self.months is not None or self.for_life or self.fine_paise is not None


def own(by: Actor, row: Fir | SurvivorFile) -> dict[str, object]:
    """Owner and entry fields of a new row that hangs on another."""
    return {
        "organisation_id": row.organisation_id,
        "recorded_at": by.now,
        "recorded_by_id": by.person_id,
    }


def locked_fir(fir: Fir, by: Actor) -> Fir:
    """The FIR through the door, locked."""
    return Fir.objects.visible_to(by).select_for_update(of=("self",)).get(pk=fir.pk)


@transaction.atomic
def record_fir(*, new: NewFir, survivors: Iterable[SurvivorFile], by: Actor) -> Fir:
    """Record a FIR and link its survivors. Raises AlreadyRecorded."""
    require(by, Permission.PROCEEDING_WRITE)
    files = list(SurvivorFile.objects.visible_to(by).filter(pk__in=[f.pk for f in survivors]))
    organisation_id = files[0].organisation_id if files else by.organisation_id
    key = folded(new.station)
    same = {"station_key": key, "number": new.number, "year": new.year}
    if Fir.unscoped.filter(organisation_id=organisation_id, withdrawn_at=None, **same).exists():
        raise AlreadyRecorded(f"{new.number}/{new.year}")
    fir = Fir(
        organisation_id=organisation_id,
        station_words=new.station,
        area=new.area,
        registered_earliest=new.registered_on,
        registered_latest=new.registered_on,
        registered_answer="known" if new.registered_on else "not_asked",
        recorded_at=by.now,
        recorded_by_id=by.person_id,
        **same,
        **{"police_station": find_station(new.station), **new.details},
    )
    try:
        with transaction.atomic():
            fir.save(force_insert=True)
    except IntegrityError:  # it stands on a desk that she does not reach
        raise AlreadyRecorded(f"{new.number}/{new.year}") from None
    opening(fir.pk)
    for file in files:
        FirSurvivor.unscoped.create(fir=fir, survivor_file=file, **own(by, file))
    new_key(fir.pk, organisation_id, SubjectKey.Kind.FIR)
    write_log(Event.FIR_RECORDED, about=fir, by=by)
    for file in files:
        write_log(Event.FIR_LINKED, about=fir, by=by, subject=file.log_tag)
    return fir


@transaction.atomic
def link_survivor(*, fir: Fir, file: SurvivorFile, by: Actor) -> FirSurvivor:
    """This FIR is also about this survivor. Raises AlreadyLinked."""
    require(by, Permission.PROCEEDING_WRITE)
    fir = locked_fir(fir, by)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    if FirSurvivor.unscoped.filter(fir=fir, survivor_file=file, withdrawn_at=None).exists():
        raise AlreadyLinked(str(fir.pk))
    link = FirSurvivor.unscoped.create(fir=fir, survivor_file=file, **own(by, file))
    write_log(Event.FIR_LINKED, about=fir, by=by, subject=file.log_tag)
    return link


@transaction.atomic
def link_standing(*, new: NewFir, file: SurvivorFile, by: Actor) -> Fir:
    """Link a survivor to a FIR of her organisation that stands already, by what its paper says.

    The station, number and year are proof enough that she holds the paper; the files of the other
    survivors on it stay closed to her. Raises AlreadyLinked.
    """
    require(by, Permission.PROCEEDING_WRITE)
    file = SurvivorFile.objects.visible_to(by).get(pk=file.pk)
    same = {"station_key": folded(new.station), "number": new.number, "year": new.year}
    with counting(by) as counter:
        door = Fir.objects.visible_to(counter).filter(withdrawn_at=None, **same)
        fir = door.get(organisation_id=file.organisation_id)
    if FirSurvivor.unscoped.filter(fir=fir, survivor_file=file, withdrawn_at=None).exists():
        raise AlreadyLinked(str(fir.pk))
    FirSurvivor.unscoped.create(fir=fir, survivor_file=file, **own(by, file))
    write_log(Event.FIR_LINKED, about=fir, by=by, subject=file.log_tag)
    return fir


@transaction.atomic
def unlink_survivor(*, fir: Fir, file: SurvivorFile, by: Actor) -> None:
    """Take one link away. The FIR stays, and so do the links of the others."""
    require(by, Permission.PROCEEDING_WRITE)
    fir = locked_fir(fir, by)
    link = FirSurvivor.objects.visible_to(by).get(fir=fir, survivor_file=file, withdrawn_at=None)
    link.withdrawn_at = by.now
    link.save(update_fields=["withdrawn_at"])
    write_log(Event.FIR_UNLINKED, about=fir, by=by, subject=file.log_tag)


@transaction.atomic
def link_firs(*, fir: Fir, other: Fir, by: Actor) -> FirLink:
    """Two FIRs are about the same trafficking: they show side by side."""
    require(by, Permission.PROCEEDING_WRITE)
    first, second = sorted((locked_fir(fir, by), locked_fir(other, by)), key=lambda row: row.pk)
    link, _made = FirLink.unscoped.get_or_create(
        fir=first, other=second, withdrawn_at=None, defaults=own(by, first)
    )
    write_log(Event.FIR_CHANGED, about=first, by=by, fields=["links"])
    return link


@transaction.atomic
def add_accused(
    *, fir: Fir, name: str, part: str, age_years: int | None = None, by: Actor
) -> Accused:
    """One more accused in this FIR; the name is sealed with the FIR's key."""
    require(by, Permission.PROCEEDING_WRITE)
    fir = locked_fir(fir, by)
    last = Accused.unscoped.filter(fir=fir, withdrawn_at=None).order_by("-ordinal").first()
    accused = Accused(
        fir=fir,
        ordinal=last.ordinal + 1 if last else 1,
        part=part,
        age_years=age_years,
        **own(by, fir),
    )
    seal_into(accused, "name", name, key_of(fir.pk))
    accused.save(force_insert=True)
    keep_informant(fir)
    fir.save(update_fields=["informant_as"])
    write_log(Event.FIR_CHANGED, about=accused, by=by, fields=["accused"])
    return accused


@transaction.atomic
def set_accused_status(
    *, accused: Accused, status: str, on: date | None, sentence: Sentence | None = None, by: Actor
) -> AccusedStatus:
    """What became of an accused, and when; earlier statuses stay. Raises NotASentence."""
    require(by, Permission.PROCEEDING_WRITE)
    given = sentence or Sentence()
    if given.is_given and status != AccusedStatus.Status.CONVICTED:
        raise NotASentence(status)
    accused = Accused.objects.visible_to(by).select_for_update(of=("self",)).get(pk=accused.pk)
    row = AccusedStatus.unscoped.create(
        fir_id=accused.fir_id,
        accused=accused,
        status=status,
        on=on,
        sentence_months=given.months,
        is_for_life=given.for_life,
        fine_paise=given.fine_paise,
        organisation_id=accused.organisation_id,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    write_log(Event.FIR_CHANGED, about=row, by=by, fields=["status"])
    return row


@transaction.atomic
def add_sections(
    *, fir: Fir, sections: Iterable[tuple[str, str]], added_on: date | None, by: Actor
) -> list[FirSection]:
    """Sections (act, number) that stand in the FIR; with a day when they were added later."""
    require(by, Permission.PROCEEDING_WRITE)
    fir, sections = locked_fir(fir, by), list(sections)
    standing = set(
        FirSection.unscoped.filter(fir=fir, withdrawn_at=None).values_list(
            "act_words", "number_words"
        )
    )
    known = sections_by_citation()
    rows = [
        FirSection(
            fir=fir,
            section_id=cited(known, act, number),
            act_words=act,
            number_words=number,
            added_on=added_on,
            is_original=added_on is None,
            **own(by, fir),
        )
        for act, number in sections
        if (act, number) not in standing
    ]
    FirSection.unscoped.bulk_create(rows)
    write_log(Event.FIR_CHANGED, about=fir, by=by, fields=["sections"])
    return rows
