"""The calculator: what the schemes of a State give on a day, head by head, each amount with its clause."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy, pgettext

from tafteesh.domain.compensation.calculator import Harm, Offer, Question, offers, schemes_on
from tafteesh.domain.compensation.rules import HOME_STATE
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.shapes import Column, Words
from tafteesh.reference.law.models import CompensationScheme

QUESTIONS: dict[Question, Words] = {
    Question.WHICH_SCHEME: gettext_lazy(
        "Which scheme of this State was in force on this day? The day of the change is not known for certain."
        " Read the gazette."
    ),
    Question.NO_AMOUNT: gettext_lazy("How much? The amount of this head is not in our list."),
    Question.TO_VERIFY: gettext_lazy("Is it so? Nobody has read this amount in a source yet."),
    Question.CONFLICT: gettext_lazy("Which is right? Sources disagree about this amount."),
    Question.OBSERVED: gettext_lazy(
        "This is what was awarded to others, not what the scheme says. It is no amount to ask for."
    ),
    Question.OVERALL: gettext_lazy(
        "Which head is it? This is the range over all heads of the scheme, not the amount of one."
    ),
    Question.CHILD: gettext_lazy(
        "Was she a child then? This scheme gives more for a child, and her age or the rule is not certain."
    ),
    Question.ADDING: gettext_lazy(
        "Are the heads added up? Our list does not say so for this scheme, so no sum is given. Read the clause."
    ),
}


class HarmForm(ActorForm):
    """What is asked of the schemes."""

    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    on = DayField(label=gettext_lazy("On which day?"), required=False)
    age = forms.IntegerField(
        label=gettext_lazy("Her age at the time of the crime"),
        required=False, min_value=0, max_value=120,
        help_text=gettext_lazy("Leave it empty if it is not known"),
    )  # fmt: skip
    head = forms.MultipleChoiceField(
        label=gettext_lazy("Heads of loss"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked: all of them are shown"),
    )

    def __init__(self, *args: Any, heads: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["state"].choices = _states()  # type: ignore[attr-defined] # a ChoiceField
        self.fields["head"].choices = heads  # type: ignore[attr-defined] # the same


def _states() -> list[tuple[str, str]]:
    rows = CompensationScheme.objects.filter(
        kind=CompensationScheme.Kind.STATE, is_current=True
    ).exclude(state_code="")
    names = {row.state_code: row.jurisdiction.split(" (")[0] for row in rows.order_by("key")}
    return sorted(names.items(), key=lambda one: (one[0] != HOME_STATE, one[1]))


def _heads(state: str, request: StaffRequest) -> list[tuple[str, str]]:
    schemes, _certain = schemes_on(state, request.actor.today)
    return [
        (head.key, f"{head.name} ({scheme.name})")
        for scheme in schemes
        for head in scheme.heads.filter(is_current=True).order_by("position")
    ]


@page(Permission.CLAIM_READ)
def calculator(request: StaffRequest) -> HttpResponse:
    """Each scheme, each head: lower and upper amount, clause, how far it is verified; questions apart."""
    state = request.GET.get("state", "") or HOME_STATE
    heads = _heads(state, request)
    form = HarmForm(request.GET or None, by=request.actor, heads=heads)
    form.is_valid()
    said = form.cleaned_data if form.is_bound else {}  # what makes sense is kept
    harm = Harm(
        state=said.get("state") or HOME_STATE,
        on=said.get("on") or request.actor.today,
        heads=said.get("head") or (),
        age=said.get("age"),
    )
    return show(
        request,
        "compensation/calculator.html",
        form=form,
        harm=harm,
        offers=[_shown(offer) for offer in offers(harm)],
        columns=[
            Column(pgettext("calculator", "Head of loss")),
            Column(pgettext("calculator", "At least"), number=True),
            Column(pgettext("calculator", "At most"), number=True),
            Column(pgettext("calculator", "Where it stands")),
        ],
    )


def _shown(offer: Offer) -> dict[str, Any]:
    settled = [one for one in offer.amounts if one.is_settled]
    open_ = [
        {"head": one.head, "questions": [QUESTIONS[q] for q in one.questions]}
        for one in offer.amounts
        if not one.is_settled
    ]
    hidden = Question.WHICH_SCHEME in offer.questions
    return {
        "scheme": offer.scheme,
        "settled": [] if hidden else settled,
        "open": open_,
        "questions": [QUESTIONS[question] for question in offer.questions],
        "adding": offer.adding,
        "together": None if hidden else offer.together,
    }
