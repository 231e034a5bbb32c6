"""What her page says, in words that give nothing away: no crime, no office, no name of hers."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.models import Assignment, LawyerKind
from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.web.her_page.far import Choice, Far, choices_of, how_far

STEPS_SHOWN = 5
FREE = (LawyerKind.PANEL, LawyerKind.PROGRAMME, LawyerKind.PRIVATE_PAID_BY_US)
STEPS: dict[str, LazyText] = {
    Task.Kind.CALL: _("We call you"),
    Task.Kind.VISIT: _("We come to you"),
    Task.Kind.TELL_HER: _("We come to you"),
    Task.Kind.GET_PAPER: _("We get a paper for you"),
    Task.Kind.WRITE_LETTER: _("We write a letter for you"),
    Task.Kind.FILE_PETITION: _("We write a letter for you"),
    Task.Kind.POLICE_COMPLAINT: _("We go to an office with you"),
    Task.Kind.BAIL_CANCELLATION: _("Your lawyer asks for something for you"),
    Task.Kind.WITNESS_PROTECTION: _("We ask that you are kept safe"),
    Task.Kind.SAFETY_PLAN: _("We talk with you about being safe"),
    Task.Kind.GUARDIAN_ORDER: _("We get a paper for you"),
}
OTHER_STEP = _("We do something for you")


def step_piece(kind: str) -> str:
    """How the sentence of a step is called among what is spoken; steps of one wording are spoken alike."""
    alike = next((known for known, words in STEPS.items() if words == STEPS.get(kind)), "other")
    return f"step-{alike.replace('_', '-')}"


@dataclass(frozen=True)
class Step:
    """What we do for her, by when, and the piece in which it is spoken."""

    words: LazyText
    on: date
    piece: str


@dataclass(frozen=True)
class Money:
    """What was said she gets, what came, and for how long the rest has been awaited."""

    ordered: int
    received: int
    day: int

    @property
    def waiting(self) -> int:
        return self.ordered - self.received


@dataclass(frozen=True)
class Notes:
    """Everything on her page."""

    next_on: date | None
    in_days: int
    money: Money | None
    worker: str
    lawyer: str
    lawyer_is_free: bool
    far: Far
    choices: list[Choice]
    steps: list[Step] = field(default_factory=list)


def notes_of(actor: Actor, file: SurvivorFile) -> Notes:
    """Her page as it stands today."""
    lawyer = _lawyer(actor, file)
    next_on = file.next_hearing_on if _to_come(file.next_hearing_on, actor.today) else None
    return Notes(
        next_on=next_on,
        in_days=(next_on - actor.today).days if next_on else 0,
        money=_money(actor, file),
        worker=file.worker.name.split()[0] if file.worker else "",
        lawyer=lawyer.lawyer.name if lawyer else "",
        lawyer_is_free=bool(lawyer and lawyer.lawyer_kind in FREE),
        far=how_far(actor, file),
        choices=choices_of(actor, file),
        steps=_steps(actor, file),
    )


def _to_come(day: date | None, today: date) -> bool:
    return day is not None and day >= today


def _money(actor: Actor, file: SurvivorFile) -> Money | None:
    rows = Claim.objects.visible_to(actor).filter(survivor_file=file, withdrawn_at=None)
    ordered = [claim for claim in rows if claim.first_ordered_on]
    if not ordered:
        return None
    open_since = [
        claim.first_ordered_on
        for claim in ordered
        if claim.first_ordered_on and claim.ordered_paise > claim.credited_paise
    ]
    return Money(
        ordered=sum(claim.ordered_paise for claim in ordered),
        received=sum(claim.credited_paise for claim in ordered),
        day=(actor.today - min(open_since)).days if open_since else 0,
    )


def _lawyer(actor: Actor, file: SurvivorFile) -> Assignment | None:
    rows = Assignment.objects.visible_to(actor).filter(
        Q(ends_on=None) | Q(ends_on__gt=actor.today),
        survivor_file=file,
        withdrawn_at=None,
        starts_on__lte=actor.today,
    )
    return rows.select_related("lawyer").order_by("starts_on", "pk").first()


def _steps(actor: Actor, file: SurvivorFile) -> list[Step]:
    rows = Task.objects.visible_to(actor).filter(
        survivor_file=file, withdrawn_at=None, done_on=None, due_on__gte=actor.today
    )
    due = rows.order_by("due_on", "pk").values_list("kind", "due_on")
    return [
        Step(STEPS.get(kind, OTHER_STEP), day, step_piece(kind)) for kind, day in due[:STEPS_SHOWN]
    ]
