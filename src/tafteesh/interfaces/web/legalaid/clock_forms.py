"""Forms of the clock: a reminder, an appearance, her word, a complaint."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.legalaid.models import (
    Appearance,
    Complaint,
    Filing,
    HerWord,
    Lawyer,
    LawyerConflict,
)
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import Hearing
from tafteesh.interfaces.web.compensation.forms import paper_words
from tafteesh.interfaces.web.form_fields import ActorForm, DayField, MoneyField
from tafteesh.interfaces.web.picking import PickField


class ReminderForm(ActorForm):
    """A reminder that went out."""

    on = DayField(label=gettext_lazy("Day on which it was sent"))


class FirstContactForm(ActorForm):
    """The lawyer spoke with her."""

    on = DayField(label=gettext_lazy("Day on which they first spoke"))


class AppearanceForm(ActorForm):
    """Whether the lawyer came: to a hearing that is recorded, or on a day."""

    hearing = PickField(
        label=gettext_lazy("Which hearing?"),
        required=False,
        help_text=gettext_lazy("If it is not in the list, leave this and write the day"),
    )
    on = DayField(label=gettext_lazy("Day of the hearing"), required=False)
    came = forms.ChoiceField(
        label=gettext_lazy("Did her lawyer come?"),
        choices=Appearance.Came.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, hearings: list[Hearing], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["hearing"].offer(hearings, hearing_words)  # type: ignore[attr-defined] # a PickField

    def clean(self) -> dict[str, Any]:
        """The day is that of the hearing; one of the two must be there."""
        cleaned = super().clean() or self.cleaned_data
        if hearing := cleaned.get("hearing"):
            cleaned["on"] = hearing.on
        elif not cleaned.get("on") and "on" in cleaned:
            self.add_error("on", _("Choose the hearing, or write its day"))
        return cleaned


def hearing_words(row: Hearing) -> str:
    """A hearing in one line: its day, its court, what came of it."""
    parts = (f"{row.on:%d-%m-%Y}", row.court_words, str(row.get_outcome_display()))
    return " · ".join(part for part in parts if part)


class FilingForm(ActorForm):
    """What the lawyer filed."""

    kind = forms.ChoiceField(label=gettext_lazy("What was filed?"), choices=Filing.Kind.choices)
    filed_on = DayField(label=gettext_lazy("Filed on"))
    paper = PickField(label=gettext_lazy("Paper of it"), required=False)

    def __init__(self, *args: Any, papers: list[Paper], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["paper"].offer(papers, paper_words)  # type: ignore[attr-defined] # a PickField


class ConflictForm(ActorForm):
    """Why a lawyer cannot act for her."""

    lawyer = PickField(label=gettext_lazy("Which lawyer?"))
    tie = forms.ChoiceField(
        label=gettext_lazy("What ties the lawyer to the other side?"),
        choices=LawyerConflict.Tie.choices,
        widget=forms.RadioSelect,
    )
    found_on = DayField(label=gettext_lazy("Found on"))

    def __init__(self, *args: Any, lawyers: list[Lawyer], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["lawyer"].offer(lawyers, lambda row: row.name)  # type: ignore[attr-defined] # a PickField


class HandOnForm(ActorForm):
    """A complaint went to an authority."""

    on = DayField(label=gettext_lazy("Day on which it was handed on"))


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
    lawyer = PickField(label=gettext_lazy("If it was a lawyer: which one?"), required=False)

    def __init__(self, *args: Any, lawyers: list[Lawyer], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["lawyer"].offer(lawyers, lambda row: row.name)  # type: ignore[attr-defined] # a PickField


class DaysForm(ActorForm):
    """From a day to a day."""

    first = DayField(label=gettext_lazy("From"), required=False)
    last = DayField(
        label=gettext_lazy("Until"),
        required=False,
        help_text=gettext_lazy("Empty: the last thirty days"),
    )
