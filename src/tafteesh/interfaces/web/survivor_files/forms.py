"""Forms of a survivor file: shape for kindness; the tables decide sense."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.files.models import Identity, SafeContact, SurvivorFile
from tafteesh.foundation.kernel.approx_date import read_date
from tafteesh.foundation.kernel.clock import day_in_india, read_clock
from tafteesh.interfaces.web.form_fields import ActorForm, DayField


class AboutDayField(forms.CharField):
    """A day as she tells it: exact, a month, a year, or "about Kali Puja 2024"."""

    def to_python(self, value: Any) -> Any:
        """An approximate date, or None. Raises ValidationError in plain words."""
        text = str(value or "").strip()
        if not text:
            return None
        reading = read_date(text, today=day_in_india(read_clock()))
        if reading.value is None and reading.doubt is not None:
            raise forms.ValidationError(
                _("Write it like 14-12-2026, Dec 2026, 2026, or about Kali Puja 2026")
            )
        return reading.value


class NewFileForm(ActorForm):
    """The least that opens a file: a number. All else may wait."""

    number = forms.CharField(label=_("File number"), max_length=40)
    opened_on = DayField(label=_("Day of the first talk"), required=False)
    scope = forms.ChoiceField(label=_("What is it about?"), choices=SurvivorFile.Scope.choices)
    violence = forms.ChoiceField(
        label=_("Kind of other violence"),
        choices=[("", "–"), *SurvivorFile.Violence.choices],
        required=False,
    )
    name_used = forms.CharField(label=_("Name used (what she is called)"), required=False)
    name_on_papers = forms.CharField(label=_("Name on papers"), required=False)
    relation_name = forms.CharField(
        label=_("Name of a parent, husband or guardian, if she wants"), required=False
    )
    phone = forms.CharField(label=_("Phone"), required=False)
    address = forms.CharField(label=_("Village or address"), required=False)
    gender = forms.ChoiceField(label=_("Gender"), choices=Identity.Gender.choices, required=False)
    born = AboutDayField(label=_("Born"), required=False)
    taken = AboutDayField(label=_("When did she leave home?"), required=False)

    def clean(self) -> dict[str, Any]:
        """The kind of violence is asked where there is one, and nowhere else."""
        cleaned = super().clean() or self.cleaned_data
        needs = cleaned.get("scope") in ("violence", "both")
        if needs and not cleaned.get("violence"):
            self.add_error("violence", _("Say which kind of violence"))
        if not needs:
            cleaned["violence"] = ""
        return cleaned


class LookForm(forms.Form):
    """Which sealed value, and why."""

    name = forms.ChoiceField(choices=[(name, name) for name in Identity.SEALED])
    reason = forms.ChoiceField(
        choices=[
            ("visit", _("I am about to meet or call her")),
            ("paper", _("I am filling in a paper")),
            ("check", _("I am checking the records")),
        ]
    )


class SafeContactForm(ActorForm):
    """How she may be reached."""

    risk = forms.ChoiceField(label=_("Risk"), choices=SafeContact.Risk.choices)
    may_call = forms.BooleanField(label=_("She may be called"), required=False)
    from_hour = forms.IntegerField(label=_("From hour"), min_value=0, max_value=23, required=False)
    to_hour = forms.IntegerField(label=_("To hour"), min_value=1, max_value=24, required=False)
    call_as = forms.CharField(label=_("Call as"), required=False)
    warning = forms.CharField(label=_("Warning, in one sentence"), required=False)

    def clean(self) -> dict[str, Any]:
        """Hours come in pairs and in order."""
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("from_hour"), cleaned.get("to_hour")
        if (start is None) != (end is None) or (
            start is not None and end is not None and start >= end
        ):
            self.add_error("to_hour", _("Give both hours, the earlier first"))
        return cleaned
