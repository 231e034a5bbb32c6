"""Forms of what stands beside the money: her wish, a step, a paper to fetch, her account, a letter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from tafteesh.domain.compensation.models import AccountCheck, ClaimStep, ClaimWish
from tafteesh.domain.papers.models import Paper
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.templatetags.shapes import Words

SAID = AccountCheck.Said.choices
NOT_KNOWN = AccountCheck.Said.NOT_KNOWN


class WishForm(ActorForm):
    """What she said."""

    wish = forms.ChoiceField(
        label=gettext_lazy("Does she want to claim compensation?"),
        choices=ClaimWish.Wish.choices,
        widget=forms.RadioSelect,
    )
    answered_on = DayField(label=gettext_lazy("Day on which she was asked"))


class StepForm(ActorForm):
    """What the authority did."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What happened?"),
        choices=ClaimStep.Kind.choices,
        widget=forms.RadioSelect,
    )
    on = DayField(label=gettext_lazy("Day"))
    authority = forms.CharField(
        label=gettext_lazy("Which authority?"), max_length=160, required=False
    )
    next_on = DayField(label=gettext_lazy("Next date"), required=False, past_only=False)


class FetchForm(ActorForm):
    """A missing paper: with whom it lies and by when it is fetched."""

    kind = forms.ChoiceField(label=gettext_lazy("Which paper?"))
    with_whom = forms.CharField(
        label=gettext_lazy("With whom does it lie?"),
        max_length=120,
        help_text=gettext_lazy(
            "An office, like Basirhat police station. Write no name of a person"
        ),
    )
    due_on = DayField(
        label=gettext_lazy("Fetched by"),
        past_only=False,
        help_text=gettext_lazy("It becomes a task of who fetches it"),
    )
    by_worker = forms.BooleanField(
        label=gettext_lazy("The worker of her file fetches it, not I"), required=False
    )

    def __init__(
        self, *args: Any, missing: list[tuple[str, Words]], mine: bool, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        if mine:
            del self.fields["by_worker"]
        self.fields["kind"].choices = missing or Paper.Kind.choices  # type: ignore[attr-defined] # a ChoiceField


class AccountForm(ActorForm):
    """Whose account it is, and whether money can reach her."""

    checked_on = DayField(label=gettext_lazy("Day on which it was checked"))
    holder = forms.ChoiceField(
        label=gettext_lazy("Whose account is it?"),
        choices=AccountCheck.Holder.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Write no number and no name here"),
    )
    relation = forms.ChoiceField(
        label=gettext_lazy("For a guardian: who is it?"),
        choices=[("", "–"), *AccountCheck.Relation.choices],
        required=False,
    )
    guardian_accused = forms.ChoiceField(
        label=gettext_lazy("For a guardian: is this person accused in any FIR of hers?"),
        choices=[("", "–"), *SAID],
        required=False,
        help_text=gettext_lazy("Nobody who is or may be accused keeps her money"),
    )
    is_active = forms.ChoiceField(
        label=gettext_lazy("Is the account active?"), choices=SAID, initial=NOT_KNOWN
    )
    can_be_reached = forms.ChoiceField(
        label=gettext_lazy("Can she go to this bank safely?"), choices=SAID, initial=NOT_KNOWN
    )
    others_can_draw = forms.ChoiceField(
        label=gettext_lazy("Can anybody else draw money from it?"),
        choices=SAID,
        initial=NOT_KNOWN,
    )
    who_can_draw = forms.ChoiceField(
        label=gettext_lazy("If so: who?"),
        choices=[("", "–"), *AccountCheck.Drawer.choices],
        required=False,
    )
    locked_until = DayField(
        label=gettext_lazy("For a minor's deposit: locked until"), required=False, past_only=False
    )


class SentForm(ActorForm):
    """A prepared letter went out."""

    sent_on = DayField(label=gettext_lazy("Day on which it was sent"))
