"""The strategy: versions, objectives, targets, approval, and progress beside each target."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.facts import actions, catalogue
from tafteesh.domain.facts.models import Objective, StrategyVersion
from tafteesh.domain.facts.period import Period
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.strategy.progress import objectives_with_progress
from tafteesh.interfaces.web.templatetags.shapes import Words

APPROVED = gettext_lazy("This version is approved and stays as it is. Write the next version.")
FAULTS: Faults = {
    actions.AlreadyApproved: (None, APPROVED),
    actions.NothingToApprove: (
        None,
        gettext_lazy("There is no objective in this version yet. Add one first."),
    ),
}


class VersionForm(ActorForm):
    """The next version."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)


class ObjectiveForm(ActorForm):
    """One objective, the indicator that shows it, and who owns it."""

    words = forms.CharField(label=gettext_lazy("What do we want to reach?"), max_length=400)
    indicator = forms.ChoiceField(
        label=gettext_lazy("Which figure shows it?"),
        required=False,
        help_text=gettext_lazy("Without a figure its progress cannot be shown"),
    )
    owner = PickField(label=gettext_lazy("Who owns it?"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        every = (*catalogue.ACHIEVEMENTS, catalogue.MONEY_WAITING, *catalogue.INDICATORS)
        named = [(one.id, f"{one.id} {one.name}") for one in every]
        none = ("", pgettext_lazy("choice", "Choose one"))
        self.fields["indicator"].choices = [none, *named]  # type: ignore[attr-defined] # a ChoiceField
        people = Person.objects.filter(organisation_id=self.by.organisation_id, is_active=True)
        self.fields["owner"].offer(people.order_by("name"), lambda row: row.name)  # type: ignore[attr-defined] # a PickField


class TargetForm(ActorForm):
    """What is to be reached in a period."""

    starts_on = DayField(
        label=gettext_lazy("From"),
        past_only=False,
        help_text=gettext_lazy("A financial year begins on 1 April, a donor's year on any day"),
    )
    ends_on = DayField(label=gettext_lazy("Until"), past_only=False)
    value = forms.IntegerField(
        label=gettext_lazy("Target"),
        min_value=0,
        help_text=gettext_lazy("In the unit of the figure"),
    )

    def clean(self) -> dict[str, Any]:
        """The last day comes after the first."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last <= first:
            self.add_error("ends_on", _("The last day must come after the first"))
        return cleaned


class ApproveForm(ActorForm):
    """The day of approval."""

    on = DayField(label=gettext_lazy("Approved on"))


@page(Permission.FIGURES_READ)
def versions(request: StaffRequest) -> HttpResponse:
    """Every version, the newest first."""
    return show(
        request,
        "strategy/list.html",
        versions=list(door(StrategyVersion, request).order_by("-number")),
        may_write=request.actor.holds(Permission.STRATEGY_WRITE),
    )


def _version(request: StaffRequest, version_id: object) -> StrategyVersion:
    return found(door(StrategyVersion, request), request, version_id)


@page(Permission.FIGURES_READ)
def version_page(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """One version: each objective with its figure, its owner, its targets and what was reached."""
    version = _version(request, version_id)
    rows = door(Objective, request).filter(version=version).select_related("owner")
    return show(
        request,
        "strategy/version.html",
        version=version,
        objectives=objectives_with_progress(request.actor, list(rows.order_by("ordinal"))),
        may_write=request.actor.holds(Permission.STRATEGY_WRITE),
    )


def _asking(
    version: StrategyVersion, key: str, heading: Words, label: Words, **more: Any
) -> Asking:
    there = reverse("strategy:version", args=[version.pk])
    given: dict[str, Any] = {"record": version.pk, "faults": FAULTS, **more}
    return Asking(key=key, heading=heading, label=label, next_url=there, back_url=there, **given)


@page(Permission.STRATEGY_WRITE, writes=("POST",))
def new_version(request: StaffRequest) -> HttpResponse:
    """Begin the next version."""
    zero = uuid.UUID(int=0)
    there = reverse("strategy:version", args=[zero]).replace(str(zero), "{id}")
    what = Asking(
        "strategy", _("Next version of the strategy"), _("Begin this version"), next_url=there,
        back_url=reverse("strategy:list"),
    )  # fmt: skip
    return ask(
        request,
        VersionForm,
        what,
        lambda form: actions.write_strategy(by=request.actor, **form.cleaned_data),
    )


@page(Permission.STRATEGY_WRITE, writes=("POST",))
def new_objective(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """One more objective."""
    version = _version(request, version_id)
    what = _asking(version, "objective", _("New objective"), _("Save this objective"))
    return ask(
        request,
        ObjectiveForm,
        what,
        lambda form: actions.add_objective(version=version, by=request.actor, **form.cleaned_data),
    )


@page(Permission.STRATEGY_WRITE, writes=("POST",))
def new_target(request: StaffRequest, objective_id: uuid.UUID) -> HttpResponse:
    """A target; an earlier one of the same days stays as history."""
    rows = door(Objective, request).select_related("version")
    objective = found(rows, request, objective_id)
    what = _asking(
        objective.version, "target", _("Target"), _("Save this target"), record=objective.pk,
        lead=objective.words,
    )  # fmt: skip

    def save(form: TargetForm) -> Any:
        first, last = form.cleaned_data["starts_on"], form.cleaned_data["ends_on"]
        period = Period(first, last, f"{first}/{last}")
        value = form.cleaned_data["value"]
        return actions.set_target(objective=objective, period=period, value=value, by=request.actor)

    return ask(request, TargetForm, what, save)


@page(Permission.STRATEGY_WRITE, writes=("POST",))
def approve(request: StaffRequest, version_id: uuid.UUID) -> HttpResponse:
    """Approve a version: from then on it stays as it is."""
    version = _version(request, version_id)
    what = _asking(
        version, "approve", _("Approve the strategy"), _("Approve this version"),
        lead=_("From then on its objectives stay as they are. A change is the next version."),
        said=_("The version is approved."),
    )  # fmt: skip
    return ask(
        request,
        ApproveForm,
        what,
        lambda form: actions.approve_strategy(
            version=version, by=request.actor, **form.cleaned_data
        ),
    )
