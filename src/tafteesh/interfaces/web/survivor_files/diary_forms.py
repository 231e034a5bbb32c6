"""Contacts, tasks, papers and who has the file."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.files.gate import Through
from tafteesh.domain.files.models import SafeContact
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.papers.scans import LARGEST, NotAPaper, TooLarge, media_type_of
from tafteesh.foundation.kernel.clock import INDIA
from tafteesh.interfaces.web.form_fields import ActorForm, DayField

NEXT_STEPS = [("", gettext_lazy("Nothing yet")), *Task.Kind.choices]
NO_FILE = gettext_lazy("This is no JPEG, PNG or PDF. Take a photo of the paper, or scan it as PDF.")
TOO_LARGE = gettext_lazy("This is larger than 25 MB. Scan it smaller, or in parts.")


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


class PaperForm(ActorForm):
    """One paper: what it is, what it proves, who has the original, and a picture of it."""

    scan = forms.FileField(
        label=gettext_lazy("Photo or scan"),
        help_text=gettext_lazy("JPEG, PNG or PDF, up to 25 MB. It is sealed when it is saved."),
        required=False,
        allow_empty_file=True,
    )
    kind = forms.ChoiceField(label=gettext_lazy("What paper is it?"), choices=Paper.Kind.choices)
    dated_on = DayField(label=gettext_lazy("Day on the paper"), required=False)
    issued_by = forms.CharField(
        label=gettext_lazy("Which office gave it?"),
        help_text=gettext_lazy("Name of the office; no person."),
        max_length=120,
        required=False,
    )
    proves = forms.MultipleChoiceField(
        label=gettext_lazy("What does it prove?"),
        choices=Paper.Proves.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    original_with = forms.ChoiceField(
        label=gettext_lazy("Who has the original?"),
        choices=Paper.Keeper.choices,
        initial=Paper.Keeper.NOT_KNOWN,
    )

    def clean_scan(self) -> bytes:
        """Its bytes, if they are a paper. The name that the phone gave it is thrown away."""
        sent = self.cleaned_data.get("scan")
        if not sent:
            return b""
        if sent.size > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        content = bytes(sent.read())
        try:
            media_type_of(content)
        except NotAPaper:
            raise forms.ValidationError(NO_FILE) from None
        except TooLarge:
            raise forms.ValidationError(TOO_LARGE) from None
        return content
