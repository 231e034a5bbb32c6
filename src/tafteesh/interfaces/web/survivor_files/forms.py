"""Forms of a survivor file: shape for kindness; the tables decide sense."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.care.models import Referral
from tafteesh.domain.files.gate import Through
from tafteesh.domain.files.models import FileStatusSpell, Identity, SafeContact, SurvivorFile
from tafteesh.interfaces.web.form_fields import AboutDayField, ActorForm, DayField, NoAnswerField
from tafteesh.interfaces.web.templatetags.looks import REASONS

NOT_WRITTEN = ("", _("Not written down"))
SEALED_HINT = _("Sealed: shown only to who asks, and each look is written down.")


class ScopeForm(ActorForm):
    """A form that asks what the file is about."""

    def clean(self) -> dict[str, Any]:
        """The kind of violence is asked where there is one, and nowhere else."""
        cleaned = super().clean() or self.cleaned_data
        needs = cleaned.get("scope") in ("violence", "both")
        if needs and not cleaned.get("violence"):
            self.add_error("violence", _("Say which kind of violence"))
        if not needs:
            cleaned["violence"] = ""
        return cleaned


NOT_OURS = "not_ours"


class NewFileForm(ScopeForm):
    """What it is about comes first; number, day and worker open a file. All else may wait."""

    scope = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[
            *SurvivorFile.Scope.choices,
            (NOT_OURS, _("Not for us: she was told where to go")),
        ],
        initial=SurvivorFile.Scope.NOT_KNOWN,
        widget=forms.RadioSelect,
        required=False,
    )
    violence = forms.ChoiceField(
        label=_("Kind of other violence"),
        choices=[NOT_WRITTEN, *SurvivorFile.Violence.choices],
        required=False,
    )
    sent_to = forms.ChoiceField(
        label=_("Where was she told to go?"),
        help_text=_("Only where it is not for us. No name is kept then."),
        choices=[NOT_WRITTEN, *Referral.To.choices],
        required=False,
    )
    number = forms.CharField(label=_("File number"), max_length=40)
    opened = AboutDayField(
        label=_("Day of the first talk"),
        help_text=_("Like 14-12-2026, or as told: March 2023, before Holi"),
    )
    worker = forms.ChoiceField(label=_("Worker"))
    name_used = forms.CharField(
        label=_("What is she called?"), help_text=SEALED_HINT, required=False
    )
    phone = forms.CharField(label=_("Phone"), help_text=SEALED_HINT, required=False)

    def __init__(self, *args: Any, workers: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["worker"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - it is, two lines above
        field.choices = workers
        field.initial = str(self.by.person_id)

    def clean_scope(self) -> str:
        """Nothing said is not known yet."""
        return self.cleaned_data["scope"] or SurvivorFile.Scope.NOT_KNOWN

    def clean(self) -> dict[str, Any]:
        """Who is not taken in is told where to go."""
        cleaned = super().clean()
        if cleaned.get("scope") == NOT_OURS and not cleaned.get("sent_to"):
            self.add_error("sent_to", _("Say where she was told to go"))
        return cleaned


class IdentityForm(ActorForm):
    """Names, phones and places. What is sealed is not shown here: an empty box changes nothing."""

    name_used = forms.CharField(label=_("What is she called?"), required=False)
    name_on_papers = forms.CharField(label=_("Name on papers"), required=False)
    other_names = forms.CharField(label=_("Other names"), required=False)
    relation_name = forms.CharField(
        label=_("Name of a parent, husband or guardian, if she wants"), required=False
    )
    phone = forms.CharField(label=_("Phone"), required=False)
    address = forms.CharField(label=_("Village or address"), required=False)
    remove = forms.MultipleChoiceField(
        label=_("Take away what is written"),
        choices=[
            ("name_used", _("What she is called")),
            ("name_on_papers", _("Name on papers")),
            ("other_names", _("Other names")),
            ("relation_name", _("Parent, husband or guardian")),
            ("phone", _("Phone")),
            ("address", _("Village or address")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    gender = forms.ChoiceField(label=_("Gender"), choices=Identity.Gender.choices)
    born = AboutDayField(label=_("When was she born?"), required=False)
    born_answer = NoAnswerField(label=_("When was she born?"))


class StatusForm(ActorForm):
    """Her status in the programme from a day on; closing and opening again say why."""

    status = forms.ChoiceField(
        label=_("Status"), choices=SurvivorFile.Status.choices, widget=forms.RadioSelect
    )
    on = DayField(label=_("From which day?"))
    why = forms.ChoiceField(
        label=_("Why?"),
        help_text=_("Needed to close a file and to open it again. The door stays open."),
        choices=[("", _("Not written down")), *FileStatusSpell.Why.choices],
        required=False,
    )


class LookForm(forms.Form):
    """Which sealed value, and why."""

    name = forms.ChoiceField(choices=[(name, name) for name in Identity.SEALED])
    reason = forms.ChoiceField(choices=REASONS)
    despite = forms.ChoiceField(choices=[("", ""), *Through.choices], required=False)


class SafeContactForm(ActorForm):
    """How she may be reached."""

    risk = forms.ChoiceField(
        label=_("Risk"), choices=SafeContact.Risk.choices, widget=forms.RadioSelect
    )
    may_call = forms.BooleanField(label=_("She may be called"), required=False)
    from_hour = forms.IntegerField(
        label=_("From hour"),
        help_text=_("0 to 23, like 14 for two in the afternoon"),
        min_value=0,
        max_value=23,
        required=False,
    )
    to_hour = forms.IntegerField(
        label=_("To hour"), help_text=_("1 to 24"), min_value=1, max_value=24, required=False
    )
    may_write = forms.BooleanField(label=_("She may get messages"), required=False)
    may_post = forms.BooleanField(label=_("She may get letters by post"), required=False)
    caller = forms.ChoiceField(
        label=_("Who may reach her?"),
        choices=SafeContact.Caller.choices,
        initial=SafeContact.Caller.TEAM,
        required=False,
    )
    who_knows = forms.ChoiceField(
        label=_("Who at home knows of us?"), choices=SafeContact.Knows.choices, required=False
    )
    other_number = forms.CharField(
        label=_("Another phone to call her on"),
        help_text=SEALED_HINT,
        max_length=40,
        required=False,
    )
    call_as = forms.CharField(
        label=_("Call as"),
        help_text=_("Who you say you are, like: from the school. No name of anybody."),
        max_length=60,
        required=False,
    )
    warning = forms.CharField(
        label=_("Warning, in one sentence"), help_text=SEALED_HINT, max_length=200, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Hours come in pairs and in order."""
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("from_hour"), cleaned.get("to_hour")
        if (start is None) != (end is None) or (
            start is not None and end is not None and start >= end
        ):
            self.add_error("to_hour", _("Give both hours, the earlier first"))
        cleaned["caller"] = cleaned.get("caller") or SafeContact.Caller.TEAM
        cleaned["who_knows"] = cleaned.get("who_knows") or SafeContact.Knows.NOT_ASKED
        return cleaned
