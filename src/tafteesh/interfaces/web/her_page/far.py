"""How far it has come: five pictures and one line, without a word of what it is about."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import Consent, Purpose, SurvivorFile
from tafteesh.domain.proceedings.models import ChargeSheet, Fir, Hearing, Milestone
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission

M = Milestone.Kind
ICONS = ("person", "paper", "court", "people", "check")
LINES: tuple[LazyText, ...] = (
    _("We have met, and we listen to you."),
    _("An office has written it down and looks for papers."),
    _("The papers have come to the court."),
    _("The court is hearing people who saw."),
    _("The court has decided."),
)
CHOICES: dict[str, LazyText] = {
    Purpose.STORY: _("May we tell your story?"),
    Purpose.PHOTO: _("May we show your picture?"),
    Purpose.SHARING: _("May helpers in another place see your papers?"),
    Purpose.COMPARING: _("May we ask another office, without your name, whether it helps you too?"),
    Purpose.LETTERS: _("May letters carry your name?"),
}


@dataclass(frozen=True)
class Stage:
    """One of five pictures."""

    icon: str
    state: str  # done, now, next


@dataclass(frozen=True)
class Far:
    """The five pictures, and the line of the one that is now."""

    stages: list[Stage]
    line: LazyText
    at: int


def how_far(actor: Actor, file: SurvivorFile) -> Far:
    """The furthest step of any of her court cases."""
    at = _furthest(actor, file)
    states = ("done" if n < at else "now" if n == at else "next" for n in range(len(LINES)))
    return Far(
        [Stage(icon, state) for icon, state in zip(ICONS, states, strict=True)], LINES[at], at
    )


def _furthest(actor: Actor, file: SurvivorFile) -> int:
    if not actor.holds(Permission.PROCEEDING_READ):
        return 0
    firs = Fir.objects.visible_to(actor).filter(
        survivors__survivor_file=file, survivors__withdrawn_at=None, withdrawn_at=None
    )
    ids = list(firs.values_list("pk", flat=True))
    if not ids:
        return 0
    of = {"fir__in": ids, "withdrawn_at": None}
    reached = set(
        Milestone.objects.visible_to(actor)
        .filter(kind__in=(M.JUDGMENT, M.CHARGES_FRAMED, M.CHILD_EVIDENCE), said="done", **of)
        .values_list("kind", flat=True)
    )
    if M.JUDGMENT in reached:
        return 4
    heard = Hearing.objects.visible_to(actor).filter(stage=Hearing.Stage.EVIDENCE, **of)
    if reached or heard.exists():
        return 3
    return 2 if ChargeSheet.objects.visible_to(actor).filter(**of).exists() else 1


@dataclass(frozen=True)
class Choice:
    """One thing that she decides, and her newest answer: yes, no, or never asked."""

    purpose: str
    question: LazyText
    answer: str  # yes, no, not_asked
    given: tuple[Consent, ...] = ()


def choices_of(actor: Actor, file: SurvivorFile) -> list[Choice]:
    """Her answers, as one a purpose: yes where any of them still holds."""
    rows = Consent.objects.visible_to(actor).filter(
        survivor_file=file, withdrawn_at=None, purpose__in=list(CHOICES)
    )
    newest: dict[tuple[object, ...], Consent] = {}
    for row in rows.order_by("-recorded_at", "-pk"):
        newest.setdefault((row.purpose, row.to_organisation_id, row.to_kind), row)
    told = []
    for purpose, question in CHOICES.items():
        mine = [row for row in newest.values() if row.purpose == purpose]
        given = tuple(row for row in mine if _holds(row, actor))
        answer = "yes" if given else "no" if mine else "not_asked"
        told.append(Choice(purpose, question, answer, given))
    return told


def _holds(row: Consent, actor: Actor) -> bool:
    ended = row.until is not None and row.until < actor.today
    return row.answer == Consent.Answer.AGREES and not ended
