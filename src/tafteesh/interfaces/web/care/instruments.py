"""Lists of questions for reviews, as the office writes them: each change is a new edition."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.care.actions import instruments
from tafteesh.domain.care.models import Instrument
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask
from tafteesh.interfaces.web.care.choices import YesForm
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show

FAULTS: Faults = {
    instruments.NoQuestions: ("questions", gettext_lazy("Write one to forty questions")),
    instruments.ScaleUpsideDown: (
        "highest",
        gettext_lazy("The highest score is above the lowest. Write a higher one."),
    ),
    instruments.SameQuestionTwice: ("questions", gettext_lazy("One question stands there twice")),
}


class EditionForm(ActorForm):
    """A title, a scale, one question a line."""

    title = forms.CharField(label=gettext_lazy("What is the list called?"), max_length=120)
    lowest = forms.IntegerField(
        label=gettext_lazy("Lowest score"), min_value=0, max_value=10, initial=0
    )
    highest = forms.IntegerField(
        label=gettext_lazy("Highest score"), min_value=1, max_value=10, initial=10
    )
    questions = forms.CharField(
        label=gettext_lazy("Questions"),
        help_text=gettext_lazy("One a line, in the order in which they are asked"),
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    def clean_questions(self) -> tuple[str, ...]:
        """The lines that say something. Raises ValidationError in plain words."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["questions"].splitlines())
        told = tuple(line for line in lines if line)
        if any(len(line) > 200 for line in told):
            raise ValidationError(_("A question has at most 200 letters"))
        return told


class NewListForm(EditionForm):
    """The same, with the short name of a list that is new."""

    code = forms.SlugField(
        label=gettext_lazy("Short name"), help_text=gettext_lazy("Like CIT"), max_length=20
    )
    field_order = ("code", "title", "lowest", "highest", "questions")


def _within(request: StaffRequest) -> Any:
    own = Q(organisation_id=request.actor.organisation_id)
    rows = Instrument.objects.filter(own | Q(organisation=None)).prefetch_related("questions")
    return rows.order_by("-is_in_use", "code", "-edition")


@page(Permission.INSTRUMENT_WRITE)
def listed(request: StaffRequest) -> HttpResponse:
    """Every edition: the examples, and those of the office."""
    return show(request, "care/instruments.html", instruments=_within(request))


def _write(request: StaffRequest, form: EditionForm, code: str) -> Instrument:
    said = form.cleaned_data
    new_one = instruments.NewEdition(
        code, said["title"], said["lowest"], said["highest"], said["questions"]
    )
    return instruments.write_edition(new=new_one, by=request.actor)


def _asking(key: str, heading: str, **more: Any) -> Asking:
    back = reverse("care:instruments")
    return Asking(
        key=key,
        heading=heading,
        label=_("Use it from now on"),
        next_url=back,
        back_url=back,
        faults=FAULTS,
        **more,
    )


@page(Permission.INSTRUMENT_WRITE, writes=("POST",))
def new(request: StaffRequest) -> HttpResponse:
    """Write a new list."""
    asking = _asking("new-list", _("A new list of questions"))
    return ask(
        request, NewListForm, asking, lambda form: _write(request, form, form.cleaned_data["code"])
    )


@page(Permission.INSTRUMENT_WRITE, writes=("POST",))
def again(request: StaffRequest, instrument_id: uuid.UUID) -> HttpResponse:
    """Change a list: a new edition, and reviews held with the older one keep its questions."""
    row = _within(request).filter(pk=instrument_id).first()
    if row is None:
        raise not_there()
    questions = row.questions.order_by("position").values_list("words", flat=True)
    initial = {
        "title": row.title,
        "lowest": row.lowest,
        "highest": row.highest,
        "questions": "\n".join(questions),
    }
    asking = _asking(
        "new-edition",
        _("A new edition of this list"),
        record=row.pk,
        lead=_("Reviews that were held keep their own questions."),
        initial=initial,
    )
    return ask(request, EditionForm, asking, lambda form: _write(request, form, row.code))


@page(Permission.INSTRUMENT_WRITE, writes=("POST",))
def end(request: StaffRequest, instrument_id: uuid.UUID) -> HttpResponse:
    """Use a list of the office no more."""
    rows = _within(request).filter(organisation_id=request.actor.organisation_id, is_in_use=True)
    row = rows.filter(pk=instrument_id).first()
    if row is None:
        raise not_there()
    asking = _asking(
        "end-list",
        _("Use this list no more"),
        record=row.pk,
        lead=_("Reviews that were held with it stay as they are."),
    )
    return ask(
        request,
        YesForm,
        asking,
        lambda _form: instruments.end_edition(instrument=row, by=request.actor),
    )
