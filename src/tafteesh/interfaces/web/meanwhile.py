"""Two people write in one form: whoever saves second sees both values, and decides."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tafteesh.interfaces.web.form_fields import ActorForm

WAS = "was"  # the hidden field: what stood in the record when the form was opened, as marks


def mark_of(sealed: object) -> str:
    """A mark of a sealed value: it changes with the value and tells nothing of it."""
    held = bytes(sealed) if isinstance(sealed, bytes | bytearray | memoryview) else b""
    return hashlib.sha256(held).hexdigest()[:16] if held else ""


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple | set):
        return "|".join(sorted(str(one) for one in value))
    return "" if value is None or value is False else str(value)


def _standing(form: ActorForm, initial: Mapping[str, Any], name: str) -> str:
    return _plain(form.fields[name].prepare_value(initial.get(name)))


def _marks(form: ActorForm, initial: Mapping[str, Any], sealed: Mapping[str, str]) -> str:
    marks = {
        name: mark_of(_standing(form, initial, name).encode())
        for name in form.fields
        if name in initial
    }
    return json.dumps(marks | dict(sealed))


def remember(form: ActorForm, initial: Mapping[str, Any], sealed: Mapping[str, str]) -> None:
    """Send along what stands now, so that a change meanwhile is seen when the form comes back."""
    form.fields[WAS] = forms.CharField(
        widget=forms.HiddenInput, required=False, initial=_marks(form, initial, sealed)
    )


def heed(form: ActorForm, initial: Mapping[str, Any], sealed: Mapping[str, str]) -> bool:
    """Whether nobody changed meanwhile what this form would write over; else both values are said."""
    try:
        before = dict(json.loads(form.cleaned_data.pop(WAS) or "{}"))
    except (ValueError, TypeError, RecursionError):
        before = {}
    said = {name: _both(form, initial, name) for name in before if name in form.fields}
    for name, was in before.items():
        if name in sealed and sealed[name] != was and form.cleaned_data.get(name):
            form.add_error(name, _written_too())
        elif name in initial and name in said and _changed(form, initial, name, was):
            form.add_error(name, said[name])
    if not form.errors:
        return True
    form.data = form.data.copy()  # type: ignore[attr-defined] # a QueryDict
    form.data[form.add_prefix(WAS)] = _marks_again(form, initial, sealed)  # type: ignore[index]
    return False


def _marks_again(form: ActorForm, initial: Mapping[str, Any], sealed: Mapping[str, str]) -> str:
    held = form.fields.pop(WAS)
    marks = _marks(form, initial, sealed)
    form.fields[WAS] = held
    return marks


def _changed(form: ActorForm, initial: Mapping[str, Any], name: str, was: str) -> bool:
    now = _standing(form, initial, name)
    return mark_of(now.encode()) != was and _plain(form[name].value()) != now


def _written_too() -> str:
    return _(
        "Somebody wrote another value here while you were writing. Look at it in the file first;"
        " what you save now takes its place."
    )


def _both(form: ActorForm, initial: Mapping[str, Any], name: str) -> str:
    theirs, mine = _words(form, name, initial.get(name)), _words(form, name, form[name].value())
    return _(
        "While you were writing, somebody saved “%(theirs)s” here. Yours is “%(mine)s”. Put what is right and"
        " save again."
    ) % {"theirs": theirs or _("nothing"), "mine": mine or _("nothing")}


def _words(form: ActorForm, name: str, value: Any) -> str:
    field = form.fields[name]
    value = field.prepare_value(value)
    choices = dict(getattr(field, "choices", ()) or ())
    many = value if isinstance(value, list | tuple | set) else [value]
    if isinstance(field, forms.BooleanField):
        return _("yes") if value else _("no")
    words = (
        str(choices.get(one, choices.get(str(one), "" if one is None else one))) for one in many
    )
    return ", ".join(words)
