"""The rules of quality and how good each is; switching a noisy one off; the aim of a week."""

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from tafteesh.domain.quality import actions
from tafteesh.domain.quality.catalogue import BY_CODE, EDITION
from tafteesh.domain.quality.models import SilencedRule, WeeklyAim
from tafteesh.domain.quality.queue import Standing, aim_of, silenced, standings
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.templatetags.shapes import Column, Line, Row


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
        columns=_columns(),
        rows=[_row(one) for one in found],
        noisy=sum(one.is_noisy for one in found),
        edition=EDITION,
        aim=aim_of(request.actor),
    )


def _columns() -> list[Column]:
    return [
        Column(pgettext("column", "Rule")),
        Column(pgettext("column", "About")),
        Column(pgettext("column", "Waiting"), number=True),
        Column(pgettext("column", "Real, of those answered")),
        Column(pgettext("column", "State")),
    ]


def _row(one: Standing) -> Row:
    """One rule; its name opens the page on which it is switched."""
    state = pgettext("rule", "On")
    if one.silence:
        state = _("Off: %(why)s") % {"why": one.silence.get_why_display()}
    elif one.is_noisy:
        state = _("Noisy: mend it, or switch it off")
    name = "mend:rule_on" if one.silence else "mend:rule_off"
    about = f"{one.rule.family.label} · {one.rule.severity.label}"
    cells = [one.rule.title, about, one.waiting, _precision(one), state]
    return Row(cells, url=reverse(name, args=[one.rule.code]))


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
    row = silenced(request.actor).get(code)
    if row is None:
        raise not_there()
    there = reverse("mend:rules")
    said = f"{row.get_why_display()} · {row.recorded_by.name} {row.recorded_at:%d-%m-%Y}"
    asking = Asking(
        key="rule_on",
        heading=_("Switch a rule on again"),
        label=_("Switch it on again"),
        record=code,
        lead=BY_CODE[code].title,
        about=(Line(_("Switched off"), said),),
        next_url=there,
        back_url=there,
        said=_("The rule is on again."),
    )

    def save(_form: ActorForm) -> SilencedRule:
        actions.sound_rule(rule=code, by=request.actor)
        return row

    return ask(request, ActorForm, asking, save)


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
