"""Her evidence in court, and a diary of the police that is no FIR yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.actions.milestone import NotYet, PaperFromElsewhere
from tafteesh.domain.proceedings.models import Deposition, Fir, FirSurvivor, PoliceDiary
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class NotHerFir(Exception):
    """She gives evidence in a FIR that is about her."""


class GivenWithoutADay(Exception):
    """Evidence that was given has its day, and a day has its way of giving it."""


class FirBeforeDiary(Exception):
    """A diary cannot become a FIR before it was written."""


@dataclass(frozen=True)
class NewDeposition:
    """Her evidence as it is arranged or given."""

    how: str = Deposition.How.NOT_YET
    on: date | None = None
    court_is_elsewhere: bool | None = None
    link_asked_on: date | None = None
    link_allowed_on: date | None = None
    place: str = ""
    went_with: Iterable[str] = ()


@dataclass(frozen=True)
class NewDiary:
    """A diary of a police station as its paper says."""

    kind: str
    station: str
    on: date
    number: str = ""
    paper: Paper | None = None


def _file(file: SurvivorFile, by: Actor) -> SurvivorFile:
    return SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)


@transaction.atomic
def record_deposition(*, fir: Fir, file: SurvivorFile, new: NewDeposition, by: Actor) -> Deposition:
    """Arrange her evidence, or say that she gave it: where, how, who went with her.

    What was arranged is completed by what was given. Raises NotHerFir, GivenWithoutADay, NotYet.
    """
    require(by, Permission.HEARING_RECORD)
    fir, file = locked_fir(fir, by), _file(file, by)
    links = FirSurvivor.objects.visible_to(by).filter(fir=fir, survivor_file=file)
    if not links.filter(withdrawn_at=None).exists():
        raise NotHerFir(str(fir.pk))
    if (new.how == Deposition.How.NOT_YET) != (new.on is None):
        raise GivenWithoutADay(new.how)
    if new.on and new.on > by.today:
        raise NotYet(new.on.isoformat())
    values: dict[str, object] = {
        "how": Deposition.How(new.how).value,
        "on": new.on,
        "court_is_elsewhere": new.court_is_elsewhere,
        "link_asked_on": new.link_asked_on,
        "link_allowed_on": new.link_allowed_on,
        "place": new.place,
        "went_with": ",".join(new.went_with),
    }
    row, _made = Deposition.unscoped.update_or_create(
        fir=fir,
        survivor_file=file,
        how=Deposition.How.NOT_YET,
        withdrawn_at=None,
        defaults=values,
        create_defaults=values | own(by, file),
    )
    write_log(Event.HEARING_RECORDED, about=row, by=by, subject=file.log_tag, fields=sorted(values))
    return row


@transaction.atomic
def record_diary(*, file: SurvivorFile, new: NewDiary, by: Actor) -> PoliceDiary:
    """A diary that the police wrote and that is no FIR yet. Raises NotYet, PaperFromElsewhere."""
    require(by, Permission.PROCEEDING_WRITE)
    file = _file(file, by)
    if new.on > by.today:
        raise NotYet(new.on.isoformat())
    if new.paper is not None and new.paper.survivor_file_id != file.pk:
        raise PaperFromElsewhere(str(new.paper.pk))
    row = PoliceDiary.unscoped.create(
        survivor_file=file,
        kind=PoliceDiary.Kind(new.kind).value,
        station_words=new.station,
        number=new.number,
        on=new.on,
        paper=new.paper,
        **own(by, file),
    )
    write_log(Event.FIR_CHANGED, about=row, by=by, subject=file.log_tag, fields=["diary"])
    return row


@transaction.atomic
def diary_became_fir(*, diary: PoliceDiary, fir: Fir, by: Actor) -> PoliceDiary:
    """The diary became this FIR of hers; its day stands on the FIR, too. Raises NotHerFir, FirBeforeDiary."""
    require(by, Permission.PROCEEDING_WRITE)
    door = PoliceDiary.objects.visible_to(by).select_for_update(of=("self",))
    row: PoliceDiary = door.get(pk=diary.pk, withdrawn_at=None)
    fir = locked_fir(fir, by)
    links = FirSurvivor.objects.visible_to(by).filter(fir=fir, survivor_file=row.survivor_file_id)
    if not links.filter(withdrawn_at=None).exists():
        raise NotHerFir(str(fir.pk))
    if fir.registered_latest and fir.registered_latest < row.on:
        raise FirBeforeDiary(str(row.pk))
    row.fir, row.became_fir_on = fir, fir.registered_latest
    row.save(update_fields=["fir", "became_fir_on"])
    if fir.diary_earliest is None:
        fir.diary_number, fir.diary_earliest, fir.diary_latest = row.number, row.on, row.on
        fir.save(update_fields=["diary_number", "diary_earliest", "diary_latest"])
    write_log(Event.FIR_CHANGED, about=row, by=by, fields=["fir"])
    return row
