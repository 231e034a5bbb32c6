"""Steps of her way. Every day may be as she tells it, or have no answer."""

import itertools
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import Rescue
from tafteesh.domain.files.models.story import Area
from tafteesh.interfaces.web.form_fields import AboutDayField, ActorForm, DayField, NoAnswerField


class TakingForm(ActorForm):
    """When she left home. No account of it is asked."""

    taken = AboutDayField(label=_("When did she leave home?"), required=False)
    taken_answer = NoAnswerField(label=_("When did she leave home?"))
    destination = forms.CharField(
        label=_("Where was she taken?"),
        help_text=_("State or city; no house, no person."),
        max_length=80,
        required=False,
    )


class RescueForm(ActorForm):
    """One rescue or return."""

    rescued = AboutDayField(label=_("When did she come back?"), required=False)
    rescued_answer = NoAnswerField(label=_("When did she come back?"))
    by_whom = forms.ChoiceField(label=_("Who brought her out?"), choices=Rescue.By.choices)
    place = forms.CharField(
        label=_("From where?"),
        help_text=_("State or city; no house, no person."),
        max_length=80,
        required=False,
    )


class ShelterForm(ActorForm):
    """Days in one shelter."""

    area = forms.ChoiceField(label=_("Where?"), choices=Area.choices)
    starts_on = DayField(label=_("Came on"))
    ends_on = DayField(
        label=_("Left on"), help_text=_("Leave it empty while she is there."), required=False
    )

    def clean(self) -> dict[str, Any]:
        """She leaves after she comes."""
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("She cannot have left before she came"))
        return cleaned


class LeftShelterForm(ActorForm):
    """The last day in a shelter."""

    on = DayField(label=_("Left on"))


class RestorationForm(ActorForm):
    """Inter-State restoration, step by step."""

    requested_on = DayField(label=_("Asked for"), required=False)
    visited_on = DayField(label=_("Home visited"), required=False)
    report_sent_on = DayField(label=_("Report sent"), required=False)
    accepted_on = DayField(label=_("Accepted"), required=False)
    restored_on = DayField(label=_("Home again"), required=False)
    from_place = forms.CharField(
        label=_("From where?"), help_text=_("State or city."), max_length=80, required=False
    )

    def clean(self) -> dict[str, Any]:
        """One step at least, and the steps in their order."""
        cleaned = super().clean() or self.cleaned_data
        names = ("requested_on", "visited_on", "report_sent_on", "accepted_on", "restored_on")
        days = [(name, cleaned[name]) for name in names if cleaned.get(name)]
        if not days and not self.errors:
            self.add_error("requested_on", _("Write the day of one step at least"))
        for (_before, earlier), (name, later) in itertools.pairwise(days):
            if later < earlier:
                self.add_error(name, _("This day is before the step above it"))
        return cleaned
