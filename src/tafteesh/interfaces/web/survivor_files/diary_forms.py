"""Contacts, tasks and who has the file."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.files.gate import Through
from tafteesh.domain.files.models import SafeContact
from tafteesh.foundation.kernel.clock import INDIA
from tafteesh.interfaces.web.form_fields import ActorForm, DayField

NEXT_STEPS = [("", gettext_lazy("Nothing yet")), *Task.Kind.choices]


def outside_safe_hours(rule: SafeContact | None, hour: int) -> bool:
    """Whether a call at this hour is against what she asked for."""
    if rule is None or not rule.may_call:
        return True
    if rule.from_hour is None or rule.to_hour is None:
        return False
    return not rule.from_hour <= hour < rule.to_hour


class ContactForm(ActorForm):
    """A visit, a call, an accompaniment."""

    mode = forms.ChoiceField(
        label=gettext_lazy("How?"), choices=Contact.Mode.choices, widget=forms.RadioSelect
    )
    on = DayField(label=gettext_lazy("On which day?"))
    about = forms.ChoiceField(label=gettext_lazy("About what?"), choices=Contact.About.choices)
    reached = forms.ChoiceField(
        label=gettext_lazy("Did you reach her?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        widget=forms.RadioSelect,
        initial="yes",
    )
    despite = forms.ChoiceField(
        label=gettext_lazy("Why was she reached though she had asked otherwise?"),
        help_text=gettext_lazy("Only where she asked otherwise. The reason is written down."),
        choices=[("", gettext_lazy("She had not asked otherwise")), *Through.choices],
        required=False,
    )
    note = forms.CharField(
        label=gettext_lazy("How is she? In her words"),
        help_text=gettext_lazy("Sealed. She may leave it out, or tell later."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    next_step = forms.ChoiceField(
        label=gettext_lazy("Next step"), choices=NEXT_STEPS, required=False
    )
    next_step_on = DayField(label=gettext_lazy("By which day?"), past_only=False, required=False)

    def __init__(self, *args: Any, rule: SafeContact | None, safe: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.rule = rule
        self.safe = safe
        self.hour = self.by.now.astimezone(INDIA).hour

    @property
    def call_now_is_unsafe(self) -> bool:
        return outside_safe_hours(self.rule, self.hour)

    def clean(self) -> dict[str, Any]:
        """A next step has its day, and a day has its step."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("next_step") and not cleaned.get("next_step_on"):
            self.add_error("next_step_on", _("Say by which day"))
        if cleaned.get("next_step_on") and not cleaned.get("next_step"):
            cleaned["next_step"] = Task.Kind.CALL
        return cleaned


class TaskForm(ActorForm):
    """Something to do for her by a day."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What?"), choices=Task.Kind.choices, widget=forms.RadioSelect
    )
    due_on = DayField(label=gettext_lazy("By which day?"), past_only=False)
    note = forms.CharField(
        label=gettext_lazy("Note"),
        help_text=gettext_lazy("Sealed."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )


class AssignForm(ActorForm):
    """To whom the file is given."""

    to = forms.ChoiceField(label=gettext_lazy("Worker"))

    def __init__(self, *args: Any, workers: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - it is, above
        field.choices = workers
