"""Form parts for plain django.forms: one label, one hint, one error, all tied to the input."""

import uuid
from collections.abc import Sequence
from typing import Final

from django import template
from django.core.exceptions import ValidationError
from django.forms import BaseForm, BoundField, DateField, DecimalField, Field, IntegerField
from django.forms.widgets import (
    CheckboxInput,
    CheckboxSelectMultiple,
    RadioSelect,
    Select,
    Textarea,
    TextInput,
)
from django.utils.translation import gettext_lazy

from tafteesh.foundation.kernel.no_answer import Answer
from tafteesh.interfaces.web.templatetags.shapes import Words

register = template.Library()
Parts = dict[str, object]

NO_ANSWERS: Final = tuple(kind for kind in Answer if kind is not Answer.KNOWN)


PLAIN_ERRORS: Final = {
    "required": gettext_lazy("Write this, or say why there is no answer"),
    "invalid_choice": gettext_lazy("Choose one from the list"),
}
PLAIN_SHAPES: Final[tuple[tuple[type[Field], Words], ...]] = (
    (DateField, gettext_lazy("Write the date like 14-12-2026")),
    (IntegerField, gettext_lazy("Write a number, like 12")),
    (DecimalField, gettext_lazy("Write a number, like 12")),
)


def plain_errors(field: BoundField) -> list[str]:
    """What to do, instead of Django's own "invalid" and "required". Words given by a form stay."""
    errors = field.form.errors.as_data().get(field.name, [])
    return [words for error in errors for words in _plain(field.field, error)]


def _plain(field: Field, error: ValidationError) -> list[str]:
    """Our words for one error, unless the form brought its own."""
    stock = {str(w) for kind in type(field).__mro__ for w in _stock(kind).values()}
    if error.code is None or not stock.intersection(error.messages):
        return error.messages
    if error.code in PLAIN_ERRORS:
        return [str(PLAIN_ERRORS[error.code])]
    for kind, words in PLAIN_SHAPES:
        if error.code == "invalid" and isinstance(field, kind):
            return [str(words)]
    return error.messages


def _stock(kind: type) -> dict[str, Words]:
    """Django's own error words of one kind of field."""
    return getattr(kind, "default_error_messages", {})


def _kind(field: BoundField) -> str:
    """Which of the five looks a field has."""
    widget = field.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "group"
    if isinstance(widget, CheckboxInput):
        return "tick"
    if isinstance(widget, Select):
        return "select"
    return "text" if not isinstance(widget, Textarea) else "area"


def parts_of(field: BoundField, *, hint: Words = "", more: dict[str, str] | None = None) -> Parts:
    """What every field template needs. The browser's own checks stay off: ours speak plainly."""
    field.form.use_required_attribute = False
    own = field.auto_id or field.html_name
    said = hint or field.help_text
    described = [f"{own}-hint"] if said else []
    described += [f"{own}-error"] if field.errors else []
    typed = isinstance(field.field.widget, TextInput | Textarea)
    attrs: dict[str, str | bool] = {"autocomplete": "off"} if typed else {}
    attrs |= more or {}
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if field.errors:
        attrs["aria-invalid"] = "true"
    return {
        "field": field,
        "own": own,
        "faults": plain_errors(field),
        "hint": said,
        "kind": _kind(field),
        "drawn": "" if _kind(field) == "group" else field.as_widget(attrs=attrs),
        "described": " ".join(described),
        "optional": not field.field.required,
    }


def _first_input(field: BoundField) -> str:
    """Where the summary's link leads: the input, or the first choice of a group."""
    own = field.auto_id or field.html_name
    return f"{own}_0" if _kind(field) == "group" else own


@register.inclusion_tag("components/error_summary.html")
def error_summary(*, form: BaseForm) -> Parts:
    """All errors at the top, in the same words as by the fields. The page moves focus to it."""
    faults = [
        {"at": _first_input(field), "label": str(field.label).rstrip("?:"), "words": words}
        for field in form.visible_fields()
        for words in plain_errors(field)
    ]
    return {"faults": faults, "whole": form.non_field_errors()}


@register.inclusion_tag("components/field.html")
def field(*, field: BoundField, hint: Words = "", why: Words = "", plain: bool = False) -> Parts:
    """Any field of a form. `why` says why we ask; plain leaves out the word (optional)."""
    return {**parts_of(field, hint=hint), "why": why, "plain": plain}


@register.inclusion_tag("components/date_field.html")
def date_field(
    *,
    field: BoundField,
    precision: BoundField | None = None,
    read_back: Words = "",
    read_url: str = "",
    hint: Words = "",
) -> Parts:
    """A day typed as told, how sure it is, and how we read it. read_url answers with the reading."""
    parts = parts_of(
        field, hint=hint or gettext_lazy("Like 14-12-2026, or in words: March 2023, before Holi"),
        more=_reader(field, read_url),
    )  # fmt: skip
    sure = parts_of(precision) if precision is not None else None
    return {**parts, "sure": sure, "read_back": read_back}


@register.inclusion_tag("components/money_field.html")
def money_field(
    *, field: BoundField, read_back: Words = "", read_url: str = "", hint: Words = ""
) -> Parts:
    """An amount that is read back in words: one zero too many is the commonest mistake."""
    more = {"inputmode": "decimal", **_reader(field, read_url)}
    said = hint or gettext_lazy("Like 4,50,000 or 4.5 lakh")
    return {**parts_of(field, hint=said, more=more), "read_back": read_back}


def _reader(field: BoundField, read_url: str) -> dict[str, str]:
    """The htmx attributes that send one value away and put its reading beside the box."""
    if not read_url:
        return {}
    return {
        "hx-post": read_url,
        "hx-trigger": "change, keyup changed delay:600ms",
        "hx-params": field.html_name,
        "hx-target": f"#{field.auto_id}-read",
        "hx-swap": "innerHTML",
    }


@register.inclusion_tag("components/no_answer.html")
def no_answer(*, name: str, about: Words, chosen: str = "") -> Parts:
    """Five kinds of no answer under a field. A refusal is respected: it is never asked again."""
    kind = Answer(chosen) if chosen else Answer.KNOWN
    return {"name": name, "about": about, "chosen": kind, "kinds": NO_ANSWERS, "answer": Answer}


@register.inclusion_tag("components/upload.html")
def upload(
    *, field: BoundField, hint: Words = "", camera: bool = True, accept: str = "image/*,.pdf"
) -> Parts:
    """A paper: the camera first, then a file. Nothing is kept in the phone's gallery by us."""
    more = {"accept": accept} | ({"capture": "environment"} if camera else {})
    return parts_of(field, hint=hint, more=more)


@register.inclusion_tag("components/form_end.html")
def form_end(
    *, label: Words, next_label: Words = "", back_url: str = "", back: Words = ""
) -> Parts:
    """The one button that saves and says what it saves, and the ways out."""
    return {"label": label, "next_label": next_label, "back_url": back_url, "back": back}


@register.inclusion_tag("components/choice_buttons.html")
def choice_buttons(
    *,
    name: str,
    label: Words,
    choices: Sequence[tuple[str, Words]],
    chosen: str = "",
    own: str = "",
) -> Parts:
    """Big answers in two columns, as on the hearing card: radios that look like buttons."""
    return {
        "name": name,
        "label": label,
        "choices": choices,
        "chosen": chosen,
        "own": own or name,
    }


@register.simple_tag
def submission_key() -> str:
    """A key made when the form opens, so that a double tap or a retry makes one record."""
    return uuid.uuid4().hex
