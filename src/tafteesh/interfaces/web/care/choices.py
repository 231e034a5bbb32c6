"""Safety and consent: what she agreed to, asked and taken back."""

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.actions import choices
from tafteesh.domain.files.models import Consent, Purpose, Recipient
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.survivor_files.recording import on_file
from tafteesh.interfaces.web.survivor_files.views import file_or_404
from tafteesh.interfaces.web.templatetags.shapes import Line

FAULTS: Faults = {
    choices.NotAskedYet: ("starts_on", gettext_lazy("This day has not come yet")),
    choices.EndsBeforeItStarts: (
        "until",
        gettext_lazy("The last day is before the first. Write a later day."),
    ),
    choices.AgreedTooLong: (
        "until",
        gettext_lazy("At most a year from today. Then she is asked again."),
    ),
}


class AnswerForm(ActorForm):
    """To what, to whom, what she said, how she was asked."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("For what?"), choices=Purpose.choices, widget=forms.RadioSelect
    )
    recipient = PickField(label=gettext_lazy("To whom?"), others=Recipient.choices)
    answer = forms.ChoiceField(
        label=gettext_lazy("What did she say?"),
        choices=Consent.Answer.choices[:2],
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=gettext_lazy("In which language was she asked?"), choices=settings.LANGUAGES
    )
    way = forms.ChoiceField(label=gettext_lazy("How was she asked?"), choices=Consent.Way.choices)
    starts_on = DayField(label=gettext_lazy("Asked on"))
    until = DayField(
        label=gettext_lazy("Until"),
        past_only=False,
        required=False,
        help_text=gettext_lazy("A year at most; needed for showing her file."),
    )
    witness = forms.CharField(
        label=gettext_lazy("Who was there?"),
        help_text=gettext_lazy("Sealed. It may stay empty."),
        max_length=120,
        required=False,
    )

    def __init__(self, *args: Any, organisations: list[Organisation], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["recipient"].offer(organisations, lambda row: row.name)  # type: ignore[attr-defined] # a PickField

    def clean(self) -> dict[str, Any]:
        """Showing a file is agreed with one organisation, until a day."""
        said = super().clean() or self.cleaned_data
        if said.get("purpose") == Purpose.COMPARING and isinstance(said.get("recipient"), str):
            self.add_error("recipient", _("Choose the one office that may be asked"))
        if said.get("purpose") == Purpose.SHARING:
            if isinstance(said.get("recipient"), str):
                self.add_error("recipient", _("Choose the one organisation that may see her file"))
            if said.get("answer") == Consent.Answer.AGREES and not said.get("until"):
                self.add_error("until", _("Say until which day; it ends by itself then"))
        return said


class YesForm(ActorForm):
    """Nothing to fill in: only yes."""


@page(Permission.FILE_WRITE, writes=("POST",))
def answer(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Write down what she answered."""
    file = file_or_404(request, file_id)
    others = Organisation.objects.exclude(pk=file.organisation_id).order_by("name")
    asking = on_file(
        file,
        "answer",
        _("Ask her: does she agree?"),
        part="safety",
        lead=_(
            "One purpose and one recipient at a time. No is an answer, and nothing is lost by it."
        ),
        faults=FAULTS,
        initial={"language": request.person.language, "starts_on": request.actor.today},
        form_args={"organisations": list(others)},
    )

    def save(form: AnswerForm) -> Consent:
        said = dict(form.cleaned_data)
        to = said.pop("recipient")
        new = choices.NewAnswer(
            recipient=to if isinstance(to, Organisation) else Recipient(to),
            purpose=Purpose(said.pop("purpose")),
            **said,
        )
        return choices.record_answer(file=file, new=new, by=request.actor)

    return ask(request, AnswerForm, asking, save)


@page(Permission.FILE_WRITE, writes=("POST",))
def taking_back(request: StaffRequest, consent_id: uuid.UUID) -> HttpResponse:
    """The second of two taps: she changed her mind."""
    row = found(door(Consent, request).select_related("to_organisation"), request, consent_id)
    back = reverse("files:file", args=[row.survivor_file_id]) + "?part=safety"
    to = row.to_organisation.name if row.to_organisation else row.get_to_kind_display()
    asking = Asking(
        "take-back", _("She changed her mind"), _("Take it back now"), next_url=back,
        back_url=back, record=row.pk, said=_("Taken back. It holds from this moment."),
        lead=_("What was counted before stays counted; her legal help goes on."),
        about=(Line(_("For what"), row.get_purpose_display()), Line(_("To whom"), to)),
        faults={
            choices.NothingToTakeBack: (None, _("She took this back before. Nothing is left to do."))
        },
    )  # fmt: skip
    return ask(
        request, YesForm, asking, lambda _form: choices.take_back(consent=row, by=request.actor)
    )
