"""A hidden value with its way to be seen, and the lines and cards of lists: each is cast once, then filled."""

import uuid
from typing import Protocol

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.models import Hearing
from tafteesh.interfaces.web.moulds import filled
from tafteesh.interfaces.web.templatetags.components import entry_html
from tafteesh.interfaces.web.templatetags.fields import submission_key
from tafteesh.interfaces.web.templatetags.formats import day
from tafteesh.interfaces.web.templatetags.shapes import Day, Words

register = template.Library()

REASONS = (
    ("visit", gettext_lazy("I am about to meet or call her")),
    ("paper", gettext_lazy("I am filling in a paper")),
    ("check", gettext_lazy("I am checking the records")),
)


class Entry(Protocol):
    """A line of the timeline: any object with these."""

    @property
    def title(self) -> Words: ...
    @property
    def on(self) -> Day | None: ...
    @property
    def words(self) -> Words: ...
    @property
    def by(self) -> str: ...
    @property
    def told(self) -> str: ...
    @property
    def shape(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def note(self) -> Words: ...


@register.simple_tag
def name_chip(
    *, file_id: uuid.UUID, number: str, may_look: bool, name: str = "name_used"
) -> SafeString:
    """A hidden value; asking for it asks for a reason, and the answer writes the log."""
    fixed = {"may_look": may_look, "name": name}
    return filled("survivor_files/name_chip.html", fixed, file_id=file_id, number=number)


@register.simple_tag
def file_who(*, file_id: uuid.UUID, number: str, may_look: bool) -> SafeString:
    """The number of a file as a link, and the chip behind which her name is."""
    values = {"file_id": file_id, "number": number}
    return filled("survivor_files/who.html", {"may_look": may_look}, **values)


@register.simple_tag
def file_row(*, file: SurvivorFile, may_look: bool) -> SafeString:
    """One row of a list of files; what is not known is a dash."""
    about = file.scope == SurvivorFile.Scope.VIOLENCE and file.get_violence_display()
    return filled(
        "survivor_files/row.html",
        {"may_look": may_look},
        file_id=file.pk,
        number=file.number,
        status=file.get_status_display(),
        about=about or file.get_scope_display(),
        block=file.block.name if file.block else "",
        next_hearing=file.next_hearing_on and day(file.next_hearing_on),
        last_contact=file.last_contact_on and day(file.last_contact_on),
        worker=file.worker.name if file.worker else "",
    )


@register.simple_tag(takes_context=True)
def answers(context: Context, *, hearing: Hearing) -> SafeString:
    """What happened, one tap an answer: the form of a hearing that nobody has told about yet."""
    return filled(
        "hearings/answers.html",
        {},
        hearing_id=hearing.pk,
        fir_id=hearing.fir_id,
        on=f"{hearing.on:%d-%m-%Y}",
        csrf_token=str(context.get("csrf_token", "")),
        key=submission_key(),
    )


@register.simple_tag
def outcomes() -> list[tuple[str, Words]]:
    """The answers that one tap gives and that lead on."""
    return [
        (code, label)
        for code, label in Hearing.Outcome.choices
        if code not in (Hearing.Outcome.EXPECTED, Hearing.Outcome.NOT_KNOWN)
    ]


@register.simple_tag(takes_context=True)
def task_act(context: Context, *, task: Task) -> SafeString:
    """The one button of a task: done, or not done after all."""
    token = str(context.get("csrf_token", ""))
    fixed = {"done": task.done_on is not None}
    return filled("survivor_files/task_act.html", fixed, task_id=task.pk, csrf_token=token)


@register.simple_tag
def story_line(*, entry: Entry) -> SafeString:
    """One line of her file, as `timeline_entry` draws it."""
    words = format_html("<q>{}</q>", entry.told) if entry.told else entry.words
    if entry.told and entry.words:
        words = format_html("{} · {}", entry.words, words)
    if entry.note:
        words = format_html("{}<br>{}", words, entry.note)
    return entry_html(
        title=entry.title,
        on=entry.on,
        by=entry.by,
        checked=False,
        shape=entry.shape,
        paper_url=entry.url,
        content=words,
    )
