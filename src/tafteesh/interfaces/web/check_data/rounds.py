"""Check data > Against paper: rounds are announced, drawn, closed, and say how true the records are."""

import uuid
from math import ceil
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.checking import actions
from tafteesh.domain.checking.fields import CRITICAL
from tafteesh.domain.checking.intervals import records_needed
from tafteesh.domain.checking.lots import plan
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.domain.checking.queries import accuracy_of, open_for
from tafteesh.domain.checking.trend import BAD_LOT, GOOD_LOT, RISK, accuracies, expected_of, trend
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.quality.actions import draw_round
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.check_data import results
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, page, show

USUAL_EFFECT = 4.0
POINTS = (10, 5, 3)


class AnnounceForm(ActorForm):
    """A round as it is announced."""

    title = forms.CharField(
        label=gettext_lazy("What is this round called?"),
        max_length=80,
        help_text=gettext_lazy("Like November 2026"),
    )
    seed = forms.CharField(
        label=gettext_lazy("Seed"),
        max_length=120,
        help_text=gettext_lazy(
            "Words that nobody could choose, like tomorrow's lottery number. Say them aloud before you draw"
        ),
    )
    files_wanted = forms.IntegerField(
        label=gettext_lazy("How many files?"), min_value=1, max_value=5000, initial=30
    )
    strata = forms.ChoiceField(
        label=gettext_lazy("How are they drawn?"),
        choices=CheckRound.Strata.choices,
        initial=CheckRound.Strata.NONE,
        widget=forms.RadioSelect,
    )
    shares = forms.ChoiceField(
        label=gettext_lazy("If by parts: how many of each?"),
        choices=CheckRound.Shares.choices,
        initial=CheckRound.Shares.BY_SIZE,
        widget=forms.RadioSelect,
        required=False,
    )
    second_percent = forms.IntegerField(
        label=gettext_lazy("How many of 100 fields are looked at by a second person?"),
        min_value=0,
        max_value=100,
        initial=5,
    )
    fields_checked = forms.MultipleChoiceField(
        label=gettext_lazy("Which fields?"),
        choices=[(field.code, field.label) for field in CRITICAL],
        initial=[field.code for field in CRITICAL],
        widget=forms.CheckboxSelectMultiple,
    )


def round_of(request: StaffRequest, round_id: uuid.UUID) -> CheckRound:
    """The round through its door, or the page that says not there."""
    return found(door(CheckRound, request), request, round_id)


@page(Permission.RECORD_CHECK)
def rounds(request: StaffRequest) -> HttpResponse:
    """The rounds, the newest first, and how accuracy went from one to the next."""
    rows = list(door(CheckRound, request).order_by("-recorded_at")[:50])
    steps = trend(request.actor)
    known = accuracies(request.actor, (row.pk for row in rows))
    return show(
        request,
        "check_data/rounds.html",
        rounds=[{"round": row, "accuracy": known[row.pk]} for row in rows],
        steps=results.steps_of(steps),
        newest=results.newest(steps),
        may_draw=request.actor.holds(Permission.ROUND_DRAW),
    )


@page(Permission.ROUND_DRAW, writes=("POST",))
def announce(request: StaffRequest) -> HttpResponse:
    """Announce a seed and a size; what a wanted precision needs stands before the form."""

    def save(form: AnnounceForm) -> CheckRound:
        said = dict(form.cleaned_data)
        said["shares"] = said["shares"] or CheckRound.Shares.BY_SIZE
        new = actions.NewRound(
            fields=tuple(said.pop("fields_checked")), files=said.pop("files_wanted"), **said
        )
        return actions.announce_round(new=new, by=request.actor)

    asking = Asking(
        key="check_round",
        heading=_("Announce a round"),
        lead=_needed(request),
        label=_("Announce the seed"),
        next_url=reverse("check_data:rounds") + "{id}/",
        back_url=reverse("check_data:rounds"),
        said=_("Announced. Draw the sample once everybody knows the seed."),
        faults={
            actions.SeedUsedBefore: (
                "seed",
                gettext_lazy("This seed was used before. Announce another."),
            ),
            actions.NoFieldsChosen: ("fields_checked", gettext_lazy("Choose at least one field.")),
        },
    )
    return ask(request, AnnounceForm, asking, save)


def _needed(request: StaffRequest) -> str:
    """How many files hold the accuracy to so many points either way, with the clustering seen before."""
    files = door(SurvivorFile, request).filter(organisation_id=request.actor.organisation_id)
    judged, effect = expected_of(trend(request.actor), len(CRITICAL)) or (
        len(CRITICAL),
        USUAL_EFFECT,
    )
    count = files.count()
    sizes = {
        f"points{points}": records_needed(
            points / 100, fields=judged, effect=effect, records=count or None
        )
        for points in POINTS
    }
    lots = plan(GOOD_LOT, BAD_LOT, alpha=RISK, beta=RISK)
    return _(
        "With all %(fields)d fields of each: draw %(points10)d files to know the accuracy to 10 points either way, "
        "%(points5)d for 5 points, %(points3)d for 3 points. Reckoned for %(files)d files; fields of one file fail "
        "together (design effect %(effect).1f). To sort workers or districts into good (5 of 100 wrong) and bad "
        "(20 of 100), and be mistaken about either in 10 of 100: the same number from each, %(lot)d files a part."
    ) % {
        **sizes,
        "fields": len(CRITICAL),
        "files": count,
        "effect": effect,
        "lot": ceil(lots.size * effect / judged),
    }


@page(Permission.RECORD_CHECK)
def one(request: StaffRequest, round_id: uuid.UUID) -> HttpResponse:
    """A round: what is left, and what it says so far or for good."""
    row = round_of(request, round_id)
    accuracy = accuracy_of(request.actor, row)
    checks = FieldCheck.objects.visible_to(request.actor).filter(drawn__round=row)
    return show(
        request,
        "check_data/round.html",
        round=row,
        accuracy=accuracy,
        mine=open_for(request.actor, row).count() if row.drawn_at and not row.closed_at else 0,
        done=checks.exclude(verdict="open").count(),
        total=checks.count(),
        may_draw=request.actor.holds(Permission.ROUND_DRAW),
        **(results.shown(request.actor, row, accuracy) if row.drawn_at else {}),
    )


@page(Permission.ROUND_DRAW, writes=("POST",))
def draw(request: StaffRequest, round_id: uuid.UUID) -> HttpResponse:
    """Draw the sample by the seed that was announced."""
    refusals: dict[type[Exception], Any] = {
        actions.DrawnAlready: gettext_lazy("The sample was drawn already."),
        actions.NothingToDraw: gettext_lazy("There is no file to draw from yet."),
    }
    row = round_of(request, round_id)
    if request.method == "POST":
        try:
            draw_round(round=row, by=request.actor)
            messages.success(request, _("The sample is drawn."))
        except tuple(refusals) as refusal:
            messages.warning(request, str(refusals[type(refusal)]))
    return redirect("check_data:round", round_id=row.pk)


@page(Permission.ROUND_DRAW, writes=("POST",))
def close(request: StaffRequest, round_id: uuid.UUID) -> HttpResponse:
    """Close the round: its verdicts stand from now on."""
    row = round_of(request, round_id)
    if request.method == "POST":
        try:
            actions.close_round(round=row, by=request.actor)
            messages.success(request, _("The round is closed. Its verdicts stand."))
        except actions.NotDrawnYet:
            messages.warning(request, _("Draw the sample first: there is nothing to close yet."))
        except actions.RoundIsClosed:
            messages.info(request, _("This round is closed already."))
    return redirect("check_data:round", round_id=row.pk)
