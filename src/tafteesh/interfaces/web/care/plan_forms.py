"""Forms of reviews, conferences, services and money for her life."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.care.actions.plans import NewStep
from tafteesh.domain.care.models import Instalment, Instrument, Living, MoneyGrant, Service, Step
from tafteesh.interfaces.web.form_fields import ActorForm, DayField, MoneyField

SEALED = gettext_lazy("Sealed. It may stay empty.")
NOBODY = ("", gettext_lazy("Nothing was decided"))


class StepForm(ActorForm):
    """A form at whose end one step may be decided: what, who, by when."""

    def add_step(self) -> None:
        """The four fields of a step, after all others."""
        self.fields["step_who"] = forms.ChoiceField(
            label=_("Next step: who acts?"), choices=[NOBODY, *Step.Who.choices], required=False
        )
        self.fields["step_official"] = forms.CharField(
            label=_("Which official?"),
            help_text=_("The post, like BDO Baduria. Only where an official acts."),
            max_length=120,
            required=False,
        )
        self.fields["step_what"] = forms.CharField(
            label=_("What?"), help_text=SEALED, max_length=300, required=False
        )
        due = DayField(label=_("By which day?"), past_only=False, required=False)
        due.today = self.by.today
        self.fields["step_due_on"] = due

    def clean(self) -> dict[str, Any]:
        """A step has its day, and an official a post."""
        said = super().clean() or self.cleaned_data
        if said.get("step_who"):
            for name in ("step_what", "step_due_on"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("Say what is done, and by which day"))
            if said["step_who"] == Step.Who.OFFICIAL and not said.get("step_official"):
                self.add_error("step_official", _("Say which official, by the post"))
        return said

    def steps(self) -> list[NewStep]:
        """The step that was decided, if one was."""
        said = self.cleaned_data
        if not said["step_who"]:
            return []
        official = said["step_official"] if said["step_who"] == Step.Who.OFFICIAL else ""
        return [NewStep(said["step_what"], said["step_who"], said["step_due_on"], official)]


class ReviewForm(StepForm):
    """One question after the other: a score, and why if she says it."""

    on = DayField(label=gettext_lazy("Held on"))

    def __init__(self, *args: Any, instrument: Instrument, **more: Any) -> None:
        super().__init__(*args, **more)
        self.questions = list(instrument.questions.order_by("position"))
        scale = range(instrument.lowest, instrument.highest + 1)
        choices = [("", _("Not asked")), *((str(n), str(n)) for n in scale)]
        for one in self.questions:
            self.fields[f"score_{one.position}"] = forms.ChoiceField(
                label=one.asked, choices=choices, required=False
            )
            self.fields[f"reason_{one.position}"] = forms.CharField(
                label=_("Why? (%(question)s)") % {"question": one.asked},
                help_text=SEALED,
                max_length=300,
                required=False,
            )
        for name, label in (
            ("worry", _("Her worry, in her words")),
            ("goal", _("Her goal, in her words")),
        ):
            self.fields[name] = forms.CharField(
                label=label,
                help_text=SEALED,
                widget=forms.Textarea(attrs={"rows": 2}),
                required=False,
            )
        self.add_step()
        next_on = DayField(label=_("Next review"), past_only=False)
        next_on.today = self.by.today
        self.fields["next_on"] = next_on

    def scores(self) -> dict[int, tuple[int, str]]:
        """What was scored, with the reasons."""
        said = self.cleaned_data
        return {
            one.position: (int(said[f"score_{one.position}"]), said[f"reason_{one.position}"])
            for one in self.questions
            if said[f"score_{one.position}"]
        }

    def clean(self) -> dict[str, Any]:
        """The next review is later."""
        said = super().clean()
        if said.get("on") and said.get("next_on") and said["next_on"] <= said["on"]:
            self.add_error("next_on", _("The next review comes after this one"))
        return said


class ConferenceForm(StepForm):
    """Who sat together stays outside; what was decided is a step."""

    on = DayField(label=gettext_lazy("Held on"))
    she_was_there = forms.BooleanField(label=gettext_lazy("She was there"), required=False)
    note = forms.CharField(
        label=gettext_lazy("What was said"),
        help_text=SEALED,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.add_step()


class ServiceForm(ActorForm):
    """A service, from whom, since when."""

    kind = forms.ChoiceField(label=gettext_lazy("Which service?"), choices=Service.Kind.choices)
    provider = forms.CharField(
        label=gettext_lazy("Which office or organisation gives it?"), max_length=120, required=False
    )
    starts_on = DayField(label=gettext_lazy("Since"))
    ends_on = DayField(label=gettext_lazy("Until"), required=False)

    def clean(self) -> dict[str, Any]:
        """It ends after it starts."""
        said = super().clean() or self.cleaned_data
        start, end = said.get("starts_on"), said.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("The last day is before the first. Write a later day."))
        return said


class GrantForm(ActorForm):
    """Money that was agreed for her life."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Grant or loan?"),
        choices=MoneyGrant.Kind.choices,
        widget=forms.RadioSelect,
    )
    purpose = forms.ChoiceField(label=gettext_lazy("For what?"), choices=MoneyGrant.Purpose.choices)
    amount_paise = MoneyField(label=gettext_lazy("Amount"))
    from_whom = forms.CharField(
        label=gettext_lazy("From which office or organisation?"), max_length=120, required=False
    )
    agreed_on = DayField(label=gettext_lazy("Agreed on"))


class InstalmentForm(ActorForm):
    """A part of it that reached her."""

    amount_paise = MoneyField(label=gettext_lazy("Amount"))
    received_on = DayField(label=gettext_lazy("Received on"))
    use = forms.ChoiceField(
        label=gettext_lazy("What was it used for?"),
        choices=Instalment.Use.choices,
        initial=Instalment.Use.NOT_KNOWN,
    )


class LivingForm(ActorForm):
    """Income, schooling, a group: what she says of today."""

    on = DayField(label=gettext_lazy("Asked on"))
    household_paise = MoneyField(
        label=gettext_lazy("Income of the household, a month"), required=False
    )
    own_paise = MoneyField(label=gettext_lazy("Her own income, a month"), required=False)
    people = forms.IntegerField(
        label=gettext_lazy("How many live of it?"), min_value=1, max_value=99, required=False
    )
    schooling = forms.ChoiceField(
        label=gettext_lazy("Schooling"), choices=Living.Schooling.choices, required=False
    )
    group = forms.ChoiceField(
        label=gettext_lazy("Self-help group"), choices=Living.Group.choices, required=False
    )

    def clean(self) -> dict[str, Any]:
        """Nothing said is not asked yet."""
        said = super().clean() or self.cleaned_data
        for name in ("schooling", "group"):
            said[name] = said.get(name) or "not_asked"
        return said
