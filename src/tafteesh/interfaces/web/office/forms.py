"""Forms about people, and the filters of the log."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.models import Entry, Event
from tafteesh.foundation.kernel.clock import INDIA
from tafteesh.interfaces.web.form_fields import ActorForm, DayField


class NewPersonForm(ActorForm):
    """Who she is and how she signs in; a role comes after."""

    name = forms.CharField(label=_("What colleagues call her or him"), max_length=80)
    login_name = forms.RegexField(
        r"^[a-z0-9._-]{2,40}$",
        label=_("Name for signing in"),
        help_text=_("Small letters, digits, dot or dash. No e-mail address."),
        error_messages={"invalid": _("Use small letters, digits, dot or dash, like rekha.das")},
    )
    language = forms.ChoiceField(
        label=_("Language of the screens"), choices=Person.Language.choices
    )


class RoleForm(ActorForm):
    """Which work."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, widget=forms.RadioSelect)


class SureForm(ActorForm):
    """Nothing to fill in: the button is the answer."""


class DecideForm(ActorForm):
    """The second person's word."""

    agreed = forms.ChoiceField(
        label=_("Do you agree?"),
        choices=[("yes", _("Yes, the role begins today")), ("no", _("No"))],
        widget=forms.RadioSelect,
    )


class OwnSettingsForm(ActorForm):
    """How her own screens speak and what they show at first."""

    language = forms.ChoiceField(
        label=_("Language of the screens"),
        choices=Person.Language.choices,
        widget=forms.RadioSelect,
    )
    hides_names = forms.BooleanField(label=_("Hide names until I ask for them"), required=False)
    keys_off = forms.BooleanField(label=_("Switch the shortcut keys off"), required=False)


class LogFilter(ActorForm):
    """Which lines of the log: of whom, which act, from when to when."""

    person = forms.ModelChoiceField(
        Person.objects.none(), label=_("Person"), required=False, empty_label=_("Everybody")
    )
    event = forms.ChoiceField(label=_("What was done"), required=False)
    day = DayField(label=_("From day"), required=False)
    until = DayField(label=_("To day"), required=False)

    def __init__(self, *args: Any, people: QuerySet[Person], **more: Any) -> None:
        super().__init__(*args, **more)
        person: forms.ModelChoiceField[Person] = self.fields["person"]  # type: ignore[assignment] # declared above
        person.queryset = people
        person.label_from_instance = lambda obj: obj.name  # type: ignore[method-assign] # __str__ holds no name
        self.fields["event"].choices = [("", _("Everything")), *Event.choices]  # type: ignore[attr-defined] # a choice field

    def narrow(self, rows: QuerySet[Entry]) -> QuerySet[Entry]:
        """The lines that were asked for."""
        asked = self.cleaned_data
        if asked.get("person"):
            rows = rows.filter(person_id=asked["person"].pk)
        if asked.get("event"):
            rows = rows.filter(event=asked["event"])
        if asked.get("day"):
            rows = rows.filter(at__gte=datetime.combine(asked["day"], time.min, INDIA))
        if asked.get("until"):
            after = asked["until"] + timedelta(days=1)
            rows = rows.filter(at__lt=datetime.combine(after, time.min, INDIA))
        return rows
