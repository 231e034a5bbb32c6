"""One value is corrected: what stands, what should stand, why, with which paper. And undone within a day."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.compensation.actions import (
    CreditBeforeOrder,
    MoreThanOrdered,
    OrderBeforeClaim,
)
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.domain.quality import actions
from tafteesh.domain.quality.fields import BY_CODE, Field, RecordKind, Shape
from tafteesh.domain.quality.models import FieldChange
from tafteesh.domain.quality.queries import history_of, standing_row, token_of
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.compensation.forms import paper_words
from tafteesh.interfaces.web.form_fields import AboutDayField, ActorForm, DayField, MoneyField
from tafteesh.interfaces.web.links import way_back
from tafteesh.interfaces.web.mending.told import changes
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.templatetags.shapes import Line, Words

W = FieldChange.Why
REASONS = [choice for choice in W.choices if choice[0] not in (W.RULE, W.UNDONE)]
PLANNED = frozenset({"next_on"})  # days that may lie ahead
FAULTS: Faults = {
    actions.ChangedMeanwhile: (
        "value",
        gettext_lazy("Somebody changed it once more just now. Look at both values again."),
    ),
    actions.NothingChanged: ("value", gettext_lazy("This value stands already.")),
    actions.ValueNeeded: ("value", gettext_lazy("This value cannot be empty.")),
    actions.PaperNeeded: (
        "paper",
        gettext_lazy(
            "This value was checked against a paper. Choose the paper that says otherwise; if it is not in"
            " the file yet, add it first."
        ),
    ),
    actions.PaperFromAnotherFile: ("paper", gettext_lazy("Choose a paper of this file.")),
    actions.DoesNotFit: (
        "value",
        gettext_lazy("This does not fit with the other values of the record. Look at both."),
    ),
    OrderBeforeClaim: (
        "value",
        gettext_lazy(
            "This is before the day on which the claim was filed. Look at both days again."
        ),
    ),
    CreditBeforeOrder: (
        "value",
        gettext_lazy("Money would then come before the first order. Look at both days again."),
    ),
    MoreThanOrdered: (
        "value",
        gettext_lazy("More was received than would then be ordered. Correct the payment first."),
    ),
}


def _value_field(field: Field, kind: RecordKind, label: Words) -> forms.Field:
    """The field in which the right value is written."""
    shared: dict[str, Any] = {"label": label, "required": not field.may_be_empty}
    if field.shape is Shape.DAY:
        return DayField(past_only=field.code not in PLANNED, **shared)
    if field.shape is Shape.ABOUT:
        return AboutDayField(**shared)
    if field.shape is Shape.MONEY:
        return MoneyField(**shared)
    if field.shape is Shape.NUMBER:
        return forms.IntegerField(min_value=1, max_value=99_999, **shared)
    if field.shape is Shape.CHOICE:
        column: Any = kind.model._meta.get_field(field.columns[0])
        return forms.ChoiceField(choices=column.flatchoices, **shared)
    return forms.CharField(max_length=300, **shared)


class CorrectForm(ActorForm):
    """What should stand, why, and which paper says so."""

    why = forms.ChoiceField(
        label=pgettext_lazy("correction", "Why?"), choices=REASONS, widget=forms.RadioSelect
    )
    paper = PickField(
        label=gettext_lazy("Which paper says so?"),
        help_text=gettext_lazy("Needed where the value was checked against a paper"),
        required=False,
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, field: Field, kind: RecordKind, papers: list[Paper], told: dict[str, str],
        **more: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **more)
        label = _("Should be: %(field)s") % {"field": field.label}
        value = _value_field(field, kind, label)
        if isinstance(value, DayField | AboutDayField):
            value.today = self.by.today
        self.fields = {"value": value, **self.fields}
        self.fields["paper"].offer(papers, paper_words)  # type: ignore[attr-defined] # a PickField
        self.told = told
        self.field, self.kind = field, kind

    def doubt(self) -> Words:
        """Somebody else changed the value after it was read: both are shown, and a person decides."""
        if self.cleaned_data["seen"] == self.told["token"]:
            return ""
        posted: Any = self.data.copy()  # type: ignore[attr-defined] # what a request posts can be copied
        posted["seen"] = self.told["token"]
        self.data = posted
        raw = (
            {}
            if self.field.shape is Shape.SEALED
            else self.field.columns_of(self.cleaned_data["value"])
        )
        hers = self.field.words(raw, self.kind.model) or _("sealed")
        return _(
            "%(who)s changed this while you were writing. It is now: %(theirs)s. You wrote: %(yours)s."
            " Does yours take its place?"
        ) % {"who": self.told["who"], "theirs": self.told["now"], "yours": hers}


def _place(
    request: StaffRequest, kind: str, field: str, row_id: uuid.UUID
) -> tuple[RecordKind, Field, Any]:
    """The record that stands, through her own door, or the page that says not there."""
    known = BY_CODE.get(kind)
    one = known.by_code.get(field) if known else None
    if known is None or one is None or not request.actor.holds(known.permission):
        raise not_there()
    try:
        return known, one, standing_row(request.actor, known, row_id)
    except ObjectDoesNotExist:
        raise not_there() from None


def _papers(request: StaffRequest, kind: RecordKind, row: Any) -> list[Paper]:
    subject = kind.subject_of(row)
    files: Any = [subject]
    if kind.on_fir:
        links = door(FirSurvivor, request).filter(fir=subject)
        files = list(links.values_list("survivor_file_id", flat=True))
    rows = door(Paper, request).filter(survivor_file__in=files)
    return list(rows.order_by("kind", "-dated_on", "pk"))


def subject_line(request: StaffRequest, kind: RecordKind, row: Any) -> Line:
    """Whose record it is: the number of a file, or the reference of a FIR."""
    if kind.on_fir:
        fir = row if isinstance(row, Fir) else row.fir
        return Line(_("FIR"), fir.reference)
    file = row if kind.code == "file" else row.survivor_file
    return Line(_("File"), file.number)


def values_url(kind: RecordKind, row: Any) -> str:
    """The page of values of the record's file, FIR or claim."""
    of = "fir" if kind.on_fir else "file"
    return reverse("mend:values", args=[of, kind.subject_of(row)])


@page(Permission.OWN_DESK, writes=("POST",))
def correct(request: StaffRequest, kind: str, field: str, row_id: uuid.UUID) -> HttpResponse:
    """Correct one value of a record that she may write."""
    known, one, row = _place(request, kind, field, row_id)
    sealed = one.shape is Shape.SEALED
    raw = one.raw(row)
    now = _("sealed") if sealed else one.words(raw, known.model) or _("nothing")
    back = way_back(request, values_url(known, row))
    papers = _papers(request, known, row)
    last = next(iter(history_of(request.actor, [row.pk])), None)
    told = {
        "token": token_of(one, row),
        "now": now,
        "who": last.recorded_by.name if last else _("Somebody else"),
    }
    asking = Asking(
        key=f"correct_{known.code}_{one.code}",
        heading=_("Correct a value"),
        label=_("Save the correction"),
        record=row.pk,
        lead=_("What stood stays readable, and every number told before stays as it was told."),
        about=(
            subject_line(request, known, row),
            Line(known.label, one.label),
            Line(_("Now"), now),
        ),
        next_url=back,
        back_url=back,
        undo_url=reverse("mend:undo", args=[uuid.UUID(int=0)]).replace(
            str(uuid.UUID(int=0)), "{id}"
        ),
        said=_("Corrected."),
        faults=FAULTS,
        initial={
            "value": None if sealed else one.value(raw),
            "seen": told["token"],
            "why": request.GET.get("why", ""),
            "paper": _asked(request, papers),
        },
        form_args={"field": one, "kind": known, "papers": papers, "told": told},
    )
    place = actions.Place(known, one, row.pk)
    return ask(request, CorrectForm, asking, lambda form: _save(request, place, form))


def _asked(request: StaffRequest, papers: list[Paper]) -> str:
    asked = request.GET.get("paper", "")
    return next((str(row.pk) for row in papers if str(row.pk) == asked), "")


def _save(request: StaffRequest, place: actions.Place, form: CorrectForm) -> FieldChange:
    said = actions.Said(
        form.cleaned_data["why"], form.cleaned_data["seen"], form.cleaned_data["paper"]
    )
    return actions.correct_value(
        at=place, value=form.cleaned_data["value"], said=said, by=request.actor
    )


UNDO_REFUSED: dict[type[Exception], Words] = {
    actions.NotHerChange: gettext_lazy(
        "Only who made a change undoes it. Correct the value instead."
    ),
    actions.TooLateToUndo: gettext_lazy(
        "This was changed more than a day ago. Correct the value instead, with its reason."
    ),
    actions.ChangedSince: gettext_lazy("The value was changed again since. Correct it instead."),
    **{
        kind: words
        for kind, (_field, words) in FAULTS.items()
        if kind is not actions.NothingChanged
    },
}


@page(Permission.OWN_DESK, writes=("POST",))
def undo(request: StaffRequest, change_id: uuid.UUID) -> HttpResponse:
    """Take her own change of the last day back."""
    row = found(FieldChange.objects.visible_to(request.actor), request, change_id)
    if request.method != "POST" or not request.actor.holds(BY_CODE[row.kind].permission):
        raise not_there()
    try:
        actions.undo_change(change=row, by=request.actor)
    except ObjectDoesNotExist:
        raise not_there() from None
    except tuple(UNDO_REFUSED) as refusal:
        messages.error(request, str(UNDO_REFUSED[type(refusal)]))
    else:
        words = _("Undone: %(old)s stands again.")
        told = changes(request.actor, [row])[0]
        messages.success(request, words % {"old": told.old})
    of, pk = ("fir", row.fir_id) if row.fir_id else ("file", row.survivor_file_id)
    return redirect(way_back(request, reverse("mend:values", args=[of, pk])))
