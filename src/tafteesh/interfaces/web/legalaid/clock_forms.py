"""Forms of the clock: a reminder, an appearance, her word, a complaint."""

from django import forms
from django.utils.translation import gettext_lazy

from tafteesh.domain.legalaid.models import Appearance, Complaint, HerWord
from tafteesh.interfaces.web.form_fields import ActorForm, DayField, MoneyField


class ReminderForm(ActorForm):
    """A reminder that went out."""

    on = DayField(label=gettext_lazy("Day on which it was sent"))


class FirstContactForm(ActorForm):
    """The lawyer spoke with her."""

    on = DayField(label=gettext_lazy("Day on which they first spoke"))


class AppearanceForm(ActorForm):
    """Whether the lawyer came."""

    on = DayField(label=gettext_lazy("Day of the hearing"))
    came = forms.ChoiceField(
        label=gettext_lazy("Did her lawyer come?"),
        choices=Appearance.Came.choices,
        widget=forms.RadioSelect,
    )


class HerWordForm(ActorForm):
    """What she says."""

    word = forms.ChoiceField(
        label=gettext_lazy("Is she content with her lawyer?"),
        choices=HerWord.Word.choices,
        widget=forms.RadioSelect,
    )
    asked_on = DayField(label=gettext_lazy("Day on which she was asked"))


class ComplaintForm(ActorForm):
    """Money that was asked of her."""

    who = forms.ChoiceField(
        label=gettext_lazy("Who asked?"),
        choices=Complaint.Who.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Write no name here"),
    )
    asked_on = DayField(label=gettext_lazy("Day on which it was asked"))
    amount_paise = MoneyField(label=gettext_lazy("How much?"), required=False)
    was_paid = forms.BooleanField(label=gettext_lazy("She paid it"), required=False)


class DaysForm(ActorForm):
    """From a day to a day."""

    first = DayField(label=gettext_lazy("From"), required=False)
    last = DayField(
        label=gettext_lazy("Until"),
        required=False,
        help_text=gettext_lazy("Empty: the last thirty days"),
    )
