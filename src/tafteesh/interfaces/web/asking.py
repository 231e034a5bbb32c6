"""Every form page goes the same way: show, check, ask once more where in doubt, act once, lead on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.access.scoping import GuardedManager
from tafteesh.interfaces.web.drafts.actions import drop_draft, submit_once
from tafteesh.interfaces.web.drafts.queries import was_sent, with_draft
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.links import way_back
from tafteesh.interfaces.web.meanwhile import heed, remember
from tafteesh.interfaces.web.page import StaffRequest, not_there, show
from tafteesh.interfaces.web.templatetags.shapes import Line, Words

Row = TypeVar("Row", bound=models.Model)
FormKind = TypeVar("FormKind", bound=ActorForm)
Faults = Mapping[type[Exception], tuple[str | None, Words]]

RECORDED = _("Recorded.")


@dataclass(frozen=True)
class Asking:
    """What a form page is called, what its button says, and where it leads."""

    key: str  # names the form among the drafts
    heading: Words
    label: Words
    next_url: str
    record: object = ""
    lead: Words = ""
    said: Words = RECORDED
    undo_url: str = ""  # stands beside what is said
    initial: Mapping[str, Any] = field(default_factory=dict)
    back_url: str = ""
    about: tuple[Line, ...] = ()
    faults: Faults = field(default_factory=dict)
    form_args: Mapping[str, Any] = field(default_factory=dict)
    template: str = "parts/asking.html"
    edits: bool = False  # what `initial` says stands in the record: a change meanwhile is told
    sealed: Mapping[str, str] = field(default_factory=dict)  # marks of sealed values that it writes


def found(rows: "models.QuerySet[Row]", request: StaffRequest, pk: object) -> Row:
    """The row through its door, or the page that says not there. `rows` is already scoped."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise not_there()
    return row


def door(kind: "type[Row]", request: StaffRequest) -> "models.QuerySet[Row]":
    """The rows of a kind that she may see and that were not withdrawn."""
    manager: GuardedManager[Row] = kind.objects  # type: ignore[attr-defined] # every guarded model has it
    return manager.visible_to(request.actor).filter(withdrawn_at=None)


def ask(
    request: StaffRequest,
    kind: type[FormKind],
    asking: Asking,
    save: Callable[[FormKind], models.Model],
) -> HttpResponse:
    """Show the form, or take it: what was typed stays whatever happens. It leads back where she came from."""
    asking = replace(
        asking,
        next_url=way_back(request, asking.next_url),
        back_url=way_back(request, asking.back_url),
    )
    draft = with_draft(request, asking.key, asking.record)
    doubt: Words = ""
    if request.method == "POST":
        form = kind(request.POST, request.FILES, by=request.actor, **asking.form_args)
        if asking.edits:
            remember(form, asking.initial, asking.sealed)
        if form.is_valid() and _nobody_else_wrote(request, form, asking):
            doubt = "" if "sure" in request.POST else form.doubt()
            if not doubt and (answer := _act(request, form, asking, save)):
                return answer
    else:
        start = {**asking.initial, **draft.values}
        form = kind(initial=start, by=request.actor, **asking.form_args)
        if asking.edits:
            remember(form, asking.initial, asking.sealed)
    return show(
        request, asking.template, form=form, asking=asking, draft=draft, doubt=doubt,
    )  # fmt: skip


def _nobody_else_wrote(request: StaffRequest, form: ActorForm, asking: Asking) -> bool:
    """Whether it may be saved; the same press sent again is no second writer."""
    if not asking.edits:
        return True
    again = was_sent(request.actor, request.POST.get("submission_key", ""))
    return again or heed(form, asking.initial, asking.sealed)


def _act(
    request: StaffRequest,
    form: FormKind,
    asking: Asking,
    save: Callable[[FormKind], models.Model],
) -> HttpResponse | None:
    """Do it once; a refusal of the domain becomes a sentence by its field."""
    key = request.POST.get("submission_key", "")
    made: list[models.Model] = []

    def act() -> str:
        made.append(save(form))
        return _address(asking.next_url, made[0])

    try:
        url, first = submit_once(key=key, act=act, by=request.actor)
    except ObjectDoesNotExist:
        raise not_there() from None
    except tuple(asking.faults) as fault:
        where, words = asking.faults[type(fault)]
        form.add_error(where, str(words))
        return None
    drop_draft(form_key=asking.key, record=str(asking.record), by=request.actor)
    if first:
        undo_url = _address(asking.undo_url, made[0])
        messages.success(request, str(asking.said), extra_tags=undo_url)
    return redirect(url)


def _address(url: str, row: models.Model) -> str:
    return url.replace("{id}", str(row.pk))
