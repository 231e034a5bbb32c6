"""Components: one typed function and one template each. A misspelt argument stops the page."""

from collections.abc import Mapping, Sequence
from typing import Final

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext, pgettext

from tafteesh.interfaces.web.moulds import filled
from tafteesh.interfaces.web.templatetags import drawings, fields, months, tables
from tafteesh.interfaces.web.templatetags.formats import is_about, when
from tafteesh.interfaces.web.templatetags.shapes import (
    Day,
    LegalState,
    LegalStep,
    Line,
    Stage,
    Task,
    Tone,
    Words,
)
from tafteesh.interfaces.web.templatetags.sprite import known_icon

register = template.Library()
for part in (drawings, fields, months, tables):  # one {% load components %} brings them all
    register.tags.update(part.register.tags)
    register.filters.update(part.register.filters)

MESSAGE_TONES: Final[Mapping[str, Tone]] = {"success": "ok", "warning": "warn", "error": "bad"}
TONE_ICONS: Final[Mapping[str, str]] = {
    "ok": "on-time",
    "warn": "clock",
    "bad": "overdue",
    "sealed": "sealed",
}
LEGAL_LOOKS: Final[Mapping[LegalState, tuple[Tone, str]]] = {
    "on_time": ("plain", "on-time"),
    "late": ("warn", "clock"),
    "overdue": ("bad", "overdue"),
    "waiting": ("warn", "waiting"),
    "not_due": ("plain", "not-due"),
    "not_applicable": ("plain", "not-applicable"),
    "not_known": ("info", "not-known"),
}


@register.simple_tag
def icon(*, name: str, label: Words = "") -> SafeString:
    """One drawing from the sprite. Give a label only when no word stands beside it."""
    return filled("components/icon.html", {"name": known_icon(name)}, label=label)


@register.inclusion_tag("components/badge.html")
def badge(*, label: Words, tone: Tone = "info", shape: str = "") -> dict[str, object]:
    """A status in a word, then a shape, then a tint. "Done" is plain, so that open things stand out."""
    return {"label": label, "tone": tone, "shape": shape and known_icon(shape)}


def legal_words(state: LegalState, days: int | None) -> str:
    """The state of a legal step as the field says it."""
    counted = {
        "late": ngettext("Late %(days)d day", "Late %(days)d days", days or 0),
        "overdue": ngettext("Overdue %(days)d day", "Overdue %(days)d days", days or 0),
        "waiting": ngettext("Waiting %(days)d day", "Waiting %(days)d days", days or 0),
    }
    if days is not None and state in counted:
        return counted[state] % {"days": days}
    return {
        "on_time": pgettext("legal state", "On time"),
        "late": pgettext("legal state", "Late"),
        "overdue": pgettext("legal state", "Overdue"),
        "waiting": pgettext("legal state", "Waiting"),
        "not_due": pgettext("legal state", "Not due"),
        "not_applicable": pgettext("legal state", "Not applicable"),
        "not_known": pgettext("legal state", "Not known"),
    }[state]


@register.inclusion_tag("components/badge.html")
def legal_badge(
    *, state: LegalState, days: int | None = None, approximate: bool = False
) -> dict[str, object]:
    """One of the seven states of a legal step. Late and overdue exist only where a law sets a limit."""
    tone, shape = LEGAL_LOOKS[state]
    label = legal_words(state, days)
    return {"label": f"{label} ~" if approximate else label, "tone": tone, "shape": shape}


@register.inclusion_tag("components/legal_steps.html")
def legal_steps(*, caption: Words, steps: Sequence[LegalStep]) -> dict[str, object]:
    """The checklist of a court case: what the law asks, by when, done, state, paper."""
    return {"caption": caption, "steps": steps}


@register.simple_block_tag(takes_context=True)
def timeline_entry(  # noqa: PLR0913 - a line of a life has many parts, and nearly all may be absent
    context: Context,
    content: str,
    *,
    title: Words,
    on: Day | None,
    by: Words = "",
    checked: bool | None = None,
    paper_url: str = "",
    sealed: bool = False,
    corrected: Words = "",
    shape: str = "",
) -> SafeString:
    """One line of the story; the block holds what follows the title. Put it in <ol class="timeline">."""
    return entry_html(
        title=title,
        on=on,
        by=by,
        checked=checked,
        paper_url=paper_url,
        sealed=sealed,
        corrected=corrected,
        shape=shape,
        content=SafeString(content.strip()),  # the block is a template: escaped already
    )


def entry_html(  # noqa: PLR0913 - the same parts
    *,
    title: Words,
    on: Day | None,
    by: Words = "",
    checked: bool | None = None,
    paper_url: str = "",
    sealed: bool = False,
    corrected: Words = "",
    shape: str = "",
    content: Words = "",
) -> SafeString:
    """The same line for lists of many: `content` is text, or HTML that was made safe."""
    fixed = {
        "checked": checked,
        "sealed": sealed,
        "shape": shape and known_icon(shape),
        "about": is_about(on),
    }
    return filled(
        "components/timeline_entry.html",
        fixed,
        content=content,
        title=title,
        on=when(on),
        by=by,
        paper_url=paper_url,
        corrected=corrected,
    )


@register.inclusion_tag("components/stat_tile.html")
def stat_tile(
    *,
    label: Words,
    value: object,
    detail: Words | list[str] = "",
    change: Words = "",
    checked: Words = "",
    url: str = "",
) -> dict[str, object]:
    """A number with its "x of y" and the share that was checked. Never a lone percentage."""
    return {
        "label": label,
        "value": value,
        "detail": detail,
        "change": change,
        "checked": checked,
        "url": url,
        "lines": detail if isinstance(detail, list) else [],
    }


@register.inclusion_tag("components/stepper.html")
def stepper(*, label: Words, stages: Sequence[Stage]) -> dict[str, object]:
    """How far a claim has come. Done is a tick, now is filled, what comes is a ring; loops are marked."""
    return {"label": label, "stages": stages}


@register.inclusion_tag("components/task_list.html")
def task_list(*, tasks: Sequence[Task]) -> dict[str, object]:
    """Parts that can each be left and taken up again."""
    return {"tasks": tasks}


@register.inclusion_tag("components/redacted.html")
def redacted(*, ask_url: str = "", asked: Words = "") -> dict[str, object]:
    """A name that is hidden here. It holds no data, and has one width, so that length tells nothing."""
    return {"ask_url": ask_url, "asked": asked}


@register.inclusion_tag("components/who.html")
def who(*, number: str, called: str = "", ask_url: str = "") -> dict[str, object]:
    """A person on a list or in a heading: file number and called name, or the chip."""
    return {"number": number, "called": called, "ask_url": ask_url}


@register.inclusion_tag("components/identity_strip.html")
def identity_strip(
    *, number: str = "", called: str = "", ask_url: str = "", facts: Sequence[Line] = ()
) -> dict[str, object]:
    """Whose file this is, and a few lines beside it. Without a number only the lines: the h1 has `who`."""
    return {"number": number, "called": called, "ask_url": ask_url, "facts": facts}


@register.inclusion_tag("components/safety_strip.html")
def safety_strip(*, words: Words, plan_url: str = "") -> dict[str, object]:
    """One sentence on present danger. It cannot be waved away, only resolved with a reason."""
    return {"words": words, "plan_url": plan_url}


@register.inclusion_tag("components/confirm_summary.html")
def confirm_summary(*, lines: Sequence[Line], who_sees: Words = "") -> dict[str, object]:
    """What is about to change, and who will see it."""
    return {"lines": lines, "who_sees": who_sees}


@register.inclusion_tag("components/interruption.html")
def interruption(
    *, question: Words, because: Words = "", name: str = "sure", change_to: str = "main"
) -> dict[str, object]:
    """ "Is it right?" inside a form: yes submits the same values again, change goes to the field."""
    return {"question": question, "because": because, "name": name, "change_to": change_to}


@register.inclusion_tag("components/alert.html", takes_context=True)
def alert(
    context: Context, *, words: Words, tone: str = "ok", undo_url: str | None = ""
) -> dict[str, object]:
    """It stays until it is dismissed or the page is left; Undo inside when there is a way back."""
    known = MESSAGE_TONES.get(tone, tone)
    return {
        "words": words,
        "tone": known if known in TONE_ICONS else "info",
        "shape": TONE_ICONS.get(known, "message"),
        "undo_url": undo_url if (undo_url or "").startswith(("/", "#")) else "",
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("components/saved_state.html")
def saved_state(*, words: Words = "") -> dict[str, object]:
    """The one place that says whether the typing is safe. drafts.js keeps it true."""
    return {"words": words}


@register.inclusion_tag("components/draft_banner.html", takes_context=True)
def draft_banner(
    context: Context, *, when: Words, continue_url: str, fresh_url: str
) -> dict[str, object]:
    """An unfinished form of hers or his: continue, or start fresh. Inline, never a dialog."""
    return {
        "when": when,
        "continue_url": continue_url,
        "fresh_url": fresh_url,
        "csrf_token": context.get("csrf_token", ""),
    }


@register.inclusion_tag("parts/empty.html")
def empty(
    *, heading: Words, words: Words = "", action_url: str = "", action: Words = ""
) -> dict[str, object]:
    """What will stand here, why it does not yet, and the one useful thing to do."""
    return {"heading": heading, "words": words, "action_url": action_url, "action": action}


@register.inclusion_tag("components/job_progress.html")
def job_progress(
    *, name: Words, done: int, total: int | None = None, left: Words = "", cancel_url: str = ""
) -> dict[str, object]:
    """Long work: its name, n of m, time left. It never moves backwards, and the page may be left."""
    words = (
        gettext("%(done)d of %(total)d") % {"done": done, "total": total} if total else str(done)
    )
    return {
        "name": name,
        "done": done,
        "total": total,
        "words": words,
        "left": left,
        "cancel_url": cancel_url,
    }
