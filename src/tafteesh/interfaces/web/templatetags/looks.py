"""A hidden value with its way to be seen, and the lines and cards of lists: each is cast once, then filled."""

import uuid
from collections.abc import Hashable, Iterable
from typing import Protocol

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext, gettext_lazy, ngettext

from tafteesh.domain.diary.models import Task
from tafteesh.domain.diary.queries import Silent
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.queries import Listed
from tafteesh.domain.proceedings.board import Sitting
from tafteesh.domain.proceedings.models import Hearing
from tafteesh.interfaces.web.moulds import filled, filled_each, words_of
from tafteesh.interfaces.web.templatetags.components import entry_html
from tafteesh.interfaces.web.templatetags.fields import submission_key
from tafteesh.interfaces.web.templatetags.formats import day, weekday
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
def cast(template: str, /, *, file_id: uuid.UUID, **fixed: Hashable) -> SafeString:
    """Links of one file that hang on nothing but her role and what is shown."""
    return filled(template, fixed, file_id=file_id)


@register.simple_tag
def file_rows(*, files: Iterable[Listed], may_look: bool) -> SafeString:
    """The rows of a list of files; what is not known is a dash."""
    status = words_of(SurvivorFile.Status)
    scope, violence = words_of(SurvivorFile.Scope), words_of(SurvivorFile.Violence)
    rows = [
        {
            "file_id": file.pk,
            "number": file.number,
            "status": status[file.status],
            "about": (file.scope == "violence" and violence[file.violence]) or scope[file.scope],
            "block": file.block_name,
            "next_hearing": file.next_hearing_on and day(file.next_hearing_on),
            "last_contact": file.last_contact_on and day(file.last_contact_on),
            "worker": file.worker_name,
        }
        for file in files
    ]
    return filled_each("survivor_files/row.html", {"may_look": may_look}, rows)


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


def task_act(*, task: Task, csrf_token: str) -> SafeString:
    """The one button of a task: done, or not done after all."""
    fixed = {"done": task.done_on is not None}
    return filled("survivor_files/task_act.html", fixed, task_id=task.pk, csrf_token=csrf_token)


@register.simple_tag(takes_context=True)
def task_card(context: Context, *, task: Task) -> SafeString:
    """One task, with its one button for those who may press it."""
    file_id, number = task.survivor_file_id, task.survivor_file.number
    may_write, done = bool(context.get("may_write")), task.done_on is not None
    if context.get("on_file"):
        whose = filled("survivor_files/number.html", {}, file_id=file_id, number=number)
    else:
        may_look = bool(context.get("may_look"))
        whose = file_who(file_id=file_id, number=number, may_look=may_look)
    token = str(context.get("csrf_token", ""))
    return filled(
        "survivor_files/task_cast.html",
        {
            "swapped": bool(context.get("swapped")),
            "done": done,
            "late": not done and task.due_on < context["today"],
            "may_write": may_write,
        },
        whose=whose,
        kind=words_of(Task.Kind)[task.kind],
        due=day(task.due_on),
        act=task_act(task=task, csrf_token=token) if may_write else "",
    )


@register.simple_tag(takes_context=True)
def hearing_card(context: Context, *, sitting: Sitting) -> SafeString:
    """One hearing: whose, where, and what happened or the question what did."""
    hearing, before, today = sitting.hearing, sitting.before, context["today"]
    recorded, may_record = sitting.is_recorded, bool(context.get("may_record"))
    asks = may_record and not recorded and hearing.on <= today
    may_look = bool(context.get("may_look"))
    whose = [
        file_who(file_id=file_id, number=number, may_look=may_look)
        for file_id, number in sitting.files
    ]
    return filled(
        "hearings/card_cast.html",
        {
            "swapped": bool(context.get("swapped")),
            "recorded": recorded,
            "may_record": may_record,
            "asks": asks,
        },
        whose=SafeString("".join(whose)),
        day="" if hearing.on == today else weekday(hearing.on),
        court_words=hearing.court_words,
        court_number=hearing.fir.court_number,
        fir_id=hearing.fir_id,
        reference=hearing.fir.reference,
        hearing_id=hearing.pk,
        outcome=words_of(Hearing.Outcome)[hearing.outcome],
        next_day=weekday(hearing.next_on),
        time=f"{localtime(hearing.recorded_at):%H:%M}",
        csrf_token=str(context.get("csrf_token", "")),
        answers=answers(context, hearing=hearing) if asks else "",
        last_day=f"{before.on:%d-%m-%Y}" if before else "",
        last_outcome=words_of(Hearing.Outcome)[before.outcome] if before else "",
        last_why=words_of(Hearing.Why)[before.why] if before and before.why else "",
    )


@register.simple_tag(takes_context=True)
def call_cards(context: Context, *, silent: Iterable[Silent]) -> SafeString:
    """Those whom nobody talked with for long, each with when she may be called; never a number."""
    may_look = bool(context.get("may_look"))
    return SafeString("".join([_call_card(one, may_look=may_look) for one in silent]))


def _call_card(one: Silent, *, may_look: bool) -> SafeString:
    if one.days is None:
        last = gettext("no talk written down yet")
    else:
        last = ngettext("last talk %(n)s day ago", "last talk %(n)s days ago", one.days)
        last %= {"n": one.days}
    safe = gettext("She may be called.")
    if one.from_hour is not None:
        hours = {"from": one.from_hour, "to": one.to_hour}
        safe = gettext("Safe to call: %(from)s:00 to %(to)s:00") % hours
    return filled(
        "today/call.html",
        {"may_call": one.may_call, "high": one.risk == "high"},
        whose=file_who(file_id=one.file.pk, number=one.file.number, may_look=may_look),
        last=last,
        safe=safe,
        file_id=one.file.pk,
    )


@register.simple_tag
def story_lines(*, entries: Iterable[Entry]) -> SafeString:
    """Lines of her file, as `timeline_entry` draws them."""
    return SafeString("".join([_story_line(entry) for entry in entries]))


def _story_line(entry: Entry) -> SafeString:
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
