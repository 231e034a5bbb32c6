"""The rules of quality and how good each is; switching a noisy one off; the aim of a week."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from tafteesh.domain.quality import actions
from tafteesh.domain.quality.catalogue import BY_CODE, EDITION
from tafteesh.domain.quality.models import SilencedRule, WeeklyAim
from tafteesh.domain.quality.queue import Standing, aim_of, standings
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show


class OffForm(ActorForm):
    """Why a rule is switched off."""

    why = forms.ChoiceField(
        label=gettext_lazy("Why is it switched off?"),
        choices=SilencedRule.Why.choices,
        widget=forms.RadioSelect,
    )


class AimForm(ActorForm):
    """How many findings a person settles in a week."""

    settle = forms.IntegerField(
        label=gettext_lazy("How many findings does each person settle in a week?"),
        min_value=1,
        max_value=500,
    )


@page(Permission.RULES_KEEP)
def rules(request: StaffRequest) -> HttpResponse:
    """Every rule: what it found, what was mended, what was a false alarm; the noisy ones first."""
    found = standings(request.actor)
    return show(
        request,
        "mending/rules.html",
        rows=[{"one": one, "precision": _precision(one)} for one in found],
        noisy=sum(one.is_noisy for one in found),
        edition=EDITION,
        aim=aim_of(request.actor),
    )


def _precision(one: Standing) -> str:
    if one.precision is None:
        return pgettext("precision of a rule", "Nobody answered yet")
    return _("%(real)d of %(all)d were real (%(percent)d %%)") % {
        "real": one.mended,
        "all": one.mended + one.false,
        "percent": round(100 * one.precision),
    }


@page(Permission.RULES_KEEP, writes=("POST",))
def off(request: StaffRequest, code: str) -> HttpResponse:
    """Switch a rule off, with its reason."""
    if code not in BY_CODE:
        raise not_there()
    there = reverse("mend:rules")
    asking = Asking(
        key="rule_off",
        heading=_("Switch a rule off"),
        label=_("Switch it off"),
        record=code,
        lead=BY_CODE[code].title,
        next_url=there,
        back_url=there,
        said=_("The rule is off: what it finds stands in no queue."),
    )
    return ask(
        request,
        OffForm,
        asking,
        lambda form: actions.silence_rule(
            rule=code, why=form.cleaned_data["why"], by=request.actor
        ),
    )


@page(Permission.RULES_KEEP, writes=("POST",))
def on(request: StaffRequest, code: str) -> HttpResponse:
    """Switch a rule on again."""
    if code not in BY_CODE or request.method != "POST":
        raise not_there()
    actions.sound_rule(rule=code, by=request.actor)
    messages.success(request, _("The rule is on again."))
    return redirect("mend:rules")


@page(Permission.RULES_KEEP, writes=("POST",))
def aim(request: StaffRequest) -> HttpResponse:
    """The aim of a week."""
    there = reverse("mend:rules")
    asking = Asking(
        key="weekly_aim",
        heading=_("Aim of a week"),
        label=_("Save the aim"),
        lead=_("A few each week are mended; a long list is not."),
        next_url=there,
        back_url=there,
        initial={"settle": aim_of(request.actor)},
    )

    def save(form: AimForm) -> WeeklyAim:
        return actions.set_aim(settle=form.cleaned_data["settle"], by=request.actor)

    return ask(request, AimForm, asking, save)
