"""Where each part of an intake stands: said, written, left half-way, or not begun."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tafteesh.domain.care.models import IntakeMark, MoneyGrant, Service, Telling
from tafteesh.domain.files.models import (
    Consent,
    Rescue,
    SafeContact,
    ShelterSpell,
    SurvivorFile,
    Taking,
)
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import FirSurvivor
from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.web.drafts.models import Draft
from tafteesh.interfaces.web.templatetags.shapes import Task, TaskState, Words

T = IntakeMark.Task
TELLINGS = 50
# Address, what it is called, whether it is asked only where she was trafficked; its drafts' key is last.
FORMS: dict[str, tuple[tuple[str, Words, bool], ...]] = {
    T.MINIMUM: (),
    T.SAFETY: (
        ("files:safe_contact", _("How she may be reached"), False),
        ("care:plan", _("Safety plan"), False),
    ),
    T.CONSENT: (("care:answer", _("Ask her: does she agree?"), False),),
    T.WAY: (
        ("files:taking", _("When she was taken"), True),
        ("files:rescue", _("Rescue or return"), True),
        ("files:shelter", _("Days in a shelter"), True),
        ("care:telling", _("She told it already"), False),
    ),
    T.PAPERS: (("files:paper", _("Paper"), False),),
    T.COURT: (
        ("proceedings:new_fir", _("FIR"), False),
        ("legalaid:need", _("Whether she wants a lawyer"), False),
    ),
    T.SERVICES: (
        ("care:service", _("Service"), False),
        ("care:grant", _("Grant or loan"), False),
        ("care:living", _("How she lives now"), False),
    ),
}
WRITTEN: dict[str, tuple[Any, ...]] = {
    T.SAFETY: (SafeContact,),
    T.CONSENT: (Consent,),
    T.WAY: (Taking, Rescue, ShelterSpell, Telling),
    T.PAPERS: (Paper,),
    T.COURT: (FirSurvivor,),
    T.SERVICES: (Service, MoneyGrant),
}
# One answer is all that these ask.
DONE_WHEN_WRITTEN = (T.SAFETY, T.CONSENT)
DRAFTS: dict[str, tuple[str, ...]] = {
    T.MINIMUM: ("minimum",),
    T.SAFETY: ("safe_contact", "safety-plan"),
    T.CONSENT: ("answer",),
    T.WAY: ("taking", "rescue", "shelterspell", "telling"),
    T.PAPERS: ("paper",),
    T.COURT: ("new_fir",),
    T.SERVICES: ("service", "grant", "living"),
}
STATES: dict[TaskState, Words] = {
    "not_started": _("Not started"),
    "started": _("In progress"),
    "done": pgettext_lazy("task", "Done"),
    "not_now": pgettext_lazy("task", "Not now"),
}


@dataclass(frozen=True)
class Rows:
    """The parts of one intake."""

    tasks: list[Task]
    states: dict[str, TaskState]
    tellings: list[Telling]

    @property
    def left(self) -> int:
        """How many parts nobody has finished or put off."""
        return sum(state in ("not_started", "started") for state in self.states.values())

    def words_of(self, task: str) -> Words:
        return STATES[self.states[task]]


def rows_of(actor: Actor, file: SurvivorFile) -> Rows:
    """Each part with its state. The newest mark holds; without one, what is written or half typed tells."""
    marks = _standing(IntakeMark, actor, file).order_by("recorded_at", "pk")
    marked: dict[str, TaskState] = {
        mark.task: "done" if mark.state == IntakeMark.State.DONE else "not_now" for mark in marks
    }
    typed = set(
        Draft.objects.visible_to(actor)
        .filter(record=str(file.pk), set_aside_at=None)
        .values_list("form_key", flat=True)
    )
    states = {task: marked.get(task) or _state(actor, file, task, typed) for task in FORMS}
    tellings = list(_standing(Telling, actor, file).select_related("paper")[:TELLINGS])
    tasks = [Task(label=T(task).label, state=states[task], url=_url(file, task)) for task in FORMS]
    return Rows(tasks, states, tellings)


def _url(file: SurvivorFile, task: str) -> str:
    if task == T.MINIMUM:
        return reverse("care:intake_minimum", args=[file.pk])
    return reverse("care:intake_part", args=[file.pk, task])


def _state(actor: Actor, file: SurvivorFile, task: str, typed: set[str]) -> TaskState:
    written = any(_standing(kind, actor, file).exists() for kind in WRITTEN.get(task, ()))
    if written:
        return "done" if task in DONE_WHEN_WRITTEN else "started"
    return "started" if typed.intersection(DRAFTS[task]) else "not_started"


def _standing(kind: Any, actor: Actor, file: SurvivorFile) -> Any:
    return kind.objects.visible_to(actor).filter(survivor_file=file, withdrawn_at=None)
