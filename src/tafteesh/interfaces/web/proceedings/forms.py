"""What is asked about a FIR, its sections and accused, its investigation, charge sheets and corrections."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.proceedings.actions import WhyWithdrawn
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    ChargeSheet,
    Correction,
    Fir,
    InvestigationSpell,
)
from tafteesh.domain.proceedings.rules import acts_out_of_time
from tafteesh.foundation.kernel.no_answer import Answer
from tafteesh.interfaces.web.form_fields import ActorForm, DayField, MoneyField
from tafteesh.reference.law.citations import read_fir_number, read_sections
from tafteesh.reference.law.extent import may_exist
from tafteesh.reference.law.models import Section

YES_NO = [("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))]
SIDES = [("source", _("Source area")), ("destination", _("Destination area"))]


def is_section(act: str, number: str) -> bool:
    """Whether the law has this section: our lists hold those of the work, the Act has many more."""
    return may_exist(act, number) or Section.objects.filter(act__key=act, number=number).exists()


class SectionsField(forms.CharField):
    """Sections as a paper cites them; cleaned, they are pairs of Act and number."""

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=600, widget=forms.Textarea(attrs={"rows": 2}), **more)

    def clean(self, value: Any) -> Any:
        """Pairs such as ("IPC", "370"). Raises ValidationError that names what was not understood."""
        text = super().clean(value)
        if not text:
            return []
        reading = read_sections(text, acts=is_section)
        if reading.unknown:
            parts = ", ".join(part.text for part in reading.unknown)
            raise ValidationError(
                gettext("Not understood: %(parts)s. Write it like 370, 120B IPC; 5 ITPA.")
                % {"parts": parts}
            )
        if not reading.sections:
            raise ValidationError(gettext("Write the sections like 370, 120B IPC; 5 ITPA."))
        return [(one.act, one.section) for one in reading.sections]


def read_back(sections: list[tuple[str, str]]) -> str:
    """What was read, asked back before it is saved."""
    words = "; ".join(f"{number} {act}" for act, number in sections)
    return gettext("We read: %(sections)s. Is it right?") % {"sections": words}


class NewFirForm(ActorForm):
    """A FIR, entered once. `stands` says that it was entered before, so that it is offered for linking."""

    stands = False
    station = forms.CharField(label=_("Police station"), max_length=120)
    number = forms.CharField(label=_("FIR number and year"), max_length=40, help_text="212/2025")
    area = forms.ChoiceField(label=_("Side"), choices=SIDES, widget=forms.RadioSelect)
    registered_on = DayField(label=_("Registered on"), required=False)

    def clean_number(self) -> tuple[int, int]:
        """The number and the year. Raises ValidationError in plain words."""
        reading = read_fir_number(self.cleaned_data["number"], today=self.by.today)
        if reading.value is None or reading.answer is not Answer.KNOWN:
            raise ValidationError(gettext("Write the number with its year, like 212/2025."))
        return reading.value.number, reading.value.year


class AddSectionsForm(ActorForm):
    """Sections as the paper cites them, and when they came."""

    sections = SectionsField(label=_("Sections"), help_text=_("Like 370, 120B IPC; 5 ITPA"))
    added_on = DayField(
        label=_("Added on"), required=False, help_text=_("Leave empty if they stood from the start")
    )

    def __init__(self, *args: Any, fir: Fir, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fir = fir

    def doubt(self) -> str | Promise:
        sections = self.cleaned_data["sections"]
        first, last = self.fir.offence_earliest, self.fir.offence_latest
        out = acts_out_of_time([act for act, _number in sections], first, last)
        if out:
            said = {"acts": ", ".join(out), "read": read_back(sections)}
            return (
                gettext("%(acts)s did not hold on the day of the offence: the new codes began on 01-07-2024. %(read)s")
                % said
            )  # fmt: skip
        return read_back(sections)


class InformantForm(ActorForm):
    """Who went to the police: the name is sealed as soon as it is saved."""

    informant = forms.ChoiceField(
        label=_("Who gave the information?"),
        choices=Fir.Informant.choices,
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_(
            "If a person, as the paper has it. Sealed when it is saved; leave empty to keep what stands"
        ),
        required=False,
    )


class AccusedForm(ActorForm):
    """One accused: the name is sealed as soon as it is saved."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("Sealed when it is saved"), required=False
    )
    part = forms.ChoiceField(
        label=_("Part"), choices=Accused.Part.choices, initial=Accused.Part.NOT_KNOWN
    )
    age_years = forms.IntegerField(
        label=_("Age, as the FIR says"), min_value=7, max_value=110, required=False
    )


class StatusForm(ActorForm):
    """What became of an accused, and when."""

    status = forms.ChoiceField(
        label=_("Status"), choices=AccusedStatus.Status.choices, widget=forms.RadioSelect
    )
    on = DayField(label=_("Since"), required=False)
    months = forms.IntegerField(
        label=_("Sentence in months"), min_value=0, max_value=1200, required=False,
        help_text=_("Only where convicted: 7 years are 84 months"),
    )  # fmt: skip
    for_life = forms.BooleanField(label=_("Imprisonment for life"), required=False)
    fine_paise = MoneyField(label=_("Fine in rupees"), required=False)


class LinkFirForm(ActorForm):
    """Another FIR within reach, by what stands on its paper."""

    station = forms.CharField(label=_("Police station"), max_length=120)
    number = forms.CharField(label=_("FIR number and year"), max_length=40, help_text="212/2025")

    clean_number = NewFirForm.clean_number


class LinkSurvivorForm(ActorForm):
    """A file within reach, by its number."""

    number = forms.CharField(label=_("File number"), max_length=40)


class SpellForm(ActorForm):
    """A transfer: asked for, ordered, papers received."""

    kind = forms.ChoiceField(label=_("Agency type"), choices=InvestigationSpell.Agency.choices)
    agency = forms.CharField(label=_("Agency"), max_length=120, help_text=_("Like Basirhat AHTU"))
    requested_on = DayField(label=_("Letter asking for it"), required=False)
    replied_on = DayField(label=_("Reply to that letter"), required=False)
    ordered_on = DayField(label=_("Order"), required=False)
    received_on = DayField(label=_("Papers received"), required=False)
    starts_on = DayField(
        label=_("With this agency since"),
        required=False,
        help_text=_("Only where no papers moved, as for the first police station"),
    )
    officer_words = forms.CharField(
        label=_("Investigating officer"),
        max_length=80,
        required=False,
        help_text=_("Another officer of the same agency is a new entry from the day of the change"),
    )
    officer_rank = forms.CharField(label=_("Rank of the officer"), max_length=40, required=False)


class OrderForm(ActorForm):
    """The transfer was ordered."""

    ordered_on = DayField(label=_("Order"))


class ReceiptForm(ActorForm):
    """The papers arrived."""

    ordered_on = DayField(label=_("Order"), required=False)
    received_on = DayField(label=_("Papers received"))


class ChargeSheetForm(ActorForm):
    """Who and what stands in the charge sheet."""

    kind = forms.ChoiceField(label=_("Paper"), choices=ChargeSheet.Kind.choices)
    number = forms.CharField(label=_("Number"), max_length=60, required=False)
    filed_on = DayField(label=_("Filed on"), required=False)
    accused = forms.MultipleChoiceField(
        label=_("Accused who stand in it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    sections = SectionsField(
        label=_("Sections"), required=False, help_text=_("Like 370, 120B IPC; 5 ITPA")
    )

    def __init__(self, *args: Any, accused: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["accused"].choices = accused  # type: ignore[attr-defined] # of a choice field

    def doubt(self) -> str | Promise:
        sections = self.cleaned_data["sections"]
        return read_back(sections) if sections else ""


class CorrectionForm(ActorForm):
    """A procedural correction as it is filed."""

    of = forms.ChoiceField(label=_("Of what"), choices=Correction.Of.choices)
    reason = forms.ChoiceField(label=_("Why"), choices=Correction.Reason.choices)
    forum = forms.ChoiceField(label=_("Forum"), choices=Correction.Forum.choices)
    filed_on = DayField(label=_("Filed on"))
    number = forms.CharField(label=_("Number"), max_length=60, required=False)


class EscalationForm(ActorForm):
    """A correction that goes one step higher."""

    escalation = forms.ChoiceField(label=_("What it is"), choices=Correction.Escalation.choices)
    forum = forms.ChoiceField(label=_("Forum"), choices=Correction.Forum.choices)
    filed_on = DayField(label=_("Filed on"))
    number = forms.CharField(label=_("Number"), max_length=60, required=False)


class DecisionForm(ActorForm):
    """What the forum decided."""

    result = forms.ChoiceField(
        label=_("Result"),
        choices=[c for c in Correction.Result.choices if c[0] != "pending"],
        widget=forms.RadioSelect,
    )
    decided_on = DayField(
        label=_("Decided on"), required=False, help_text=_("Leave it empty if no reply came")
    )
    changed = forms.MultipleChoiceField(
        label=_("What changed because of it"),
        choices=Correction.Changed.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class HeardOnForm(ActorForm):
    """The days in court that were about a correction."""

    hearings = forms.MultipleChoiceField(
        label=_("Days in court"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only days of this FIR since it was filed are offered"),
    )

    def __init__(self, *args: Any, days: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["hearings"].choices = days  # type: ignore[attr-defined] # of a choice field


class WithdrawForm(ActorForm):
    """Why the entry is taken back."""

    reason = forms.ChoiceField(
        label=_("Why"), choices=WhyWithdrawn.choices, widget=forms.RadioSelect
    )
