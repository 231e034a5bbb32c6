"""The details of a FIR: court, CNR, diary entry, copy given, day of the offence. Two may write at once."""

import json
import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir
from tafteesh.domain.proceedings.rules import read_cnr
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import ask
from tafteesh.interfaces.web.form_fields import AboutDayField, ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page
from tafteesh.interfaces.web.proceedings.forms import YES_NO
from tafteesh.interfaces.web.proceedings.paper import about_fir
from tafteesh.interfaces.web.proceedings.views import fir_of
from tafteesh.interfaces.web.templatetags.shapes import Words

NAMES: dict[str, Words] = {
    "court_words": _lazy("Court"),
    "court_number": _lazy("Number of the court case"),
    "cnr": _lazy("CNR"),
    "diary_number": _lazy("GD number"),
    "diary_earliest": _lazy("Day of the GD entry"),
    "is_zero_fir": _lazy("Zero FIR?"),
    "copy_given_on": _lazy("Copy of the FIR given on"),
    "offence_earliest": _lazy("Offence, first day"),
    "offence_latest": _lazy("Offence, last day"),
}


def details_of(fir: Fir) -> dict[str, Any]:
    """What stands now, for the form to begin with."""
    zero = {True: "yes", False: "no", None: ""}[fir.is_zero_fir]
    return {
        "court_words": fir.court_words,
        "court_number": fir.court_number,
        "cnr": fir.cnr,
        "diary_number": fir.diary_number,
        "diary_on": fir.diary_earliest,
        "is_zero_fir": zero,
        "copy_given_on": fir.copy_given_on,
        "offence_from": fir.offence_earliest,
        "offence_until": fir.offence_latest,
    }


def changes_from(said: dict[str, Any]) -> dict[str, object]:
    """The fields of the FIR from what was typed."""
    first, last = said["offence_from"], said["offence_until"]
    told = said.get("registered")
    registered: dict[str, object] = {}
    if told is not None:
        registered = {
            "registered_earliest": told.earliest,
            "registered_latest": told.latest,
            "registered_words": told.words,
            "registered_answer": "known",
        }
    return {
        **registered,
        "court_words": said["court_words"].strip(),
        "court_number": said["court_number"].strip(),
        "cnr": said["cnr"],
        "diary_number": said["diary_number"].strip(),
        "diary_earliest": said["diary_on"],
        "diary_latest": said["diary_on"],
        "is_zero_fir": {"yes": True, "no": False}.get(said["is_zero_fir"]),
        "copy_given_on": said["copy_given_on"],
        "offence_earliest": first or last,
        "offence_latest": last or first,
    }


class DetailsForm(ActorForm):
    """Court, CNR, diary entry, copy given, day of the offence; its own day only where nobody knew it.

    `stood` says what stood when she began to write, so that nobody takes back what another wrote meanwhile.
    """

    stood = forms.CharField(widget=forms.HiddenInput, required=False)

    registered = AboutDayField(
        label=_lazy("Day on which the FIR was registered"),
        required=False,
        help_text=_lazy("14-12-2026, Dec 2026, or leave it empty if nobody knows"),
    )
    court_words = forms.CharField(label=_lazy("Court"), max_length=160, required=False)
    court_number = forms.CharField(
        label=_lazy("Number of the court case"), max_length=60, required=False
    )
    cnr = forms.CharField(
        label=_lazy("CNR"),
        max_length=24,
        required=False,
        help_text=_lazy("16 signs, as on eCourts"),
    )
    diary_number = forms.CharField(label=_lazy("GD number"), max_length=60, required=False)
    diary_on = DayField(label=_lazy("Day of the GD entry"), required=False)
    is_zero_fir = forms.ChoiceField(label=_lazy("Zero FIR?"), choices=YES_NO, required=False)
    copy_given_on = DayField(label=_lazy("Copy of the FIR given on"), required=False)
    offence_from = DayField(label=_lazy("Offence, first day"), required=False)
    offence_until = DayField(label=_lazy("Offence, last day"), required=False)

    def __init__(self, *args: Any, fir: Fir, **more: Any) -> None:
        start = {**details_of(fir), "stood": json.dumps(_stands(fir))}
        more["initial"] = {**start, **(more.get("initial") or {})}
        super().__init__(*args, **more)
        self.fir = fir
        if fir.registered_earliest is not None:
            del self.fields["registered"]  # corrected with its history, not here

    def clean_cnr(self) -> str:
        """The CNR in its one shape. Raises ValidationError in plain words."""
        text = str(self.cleaned_data["cnr"]).strip()
        if not text:
            return ""
        if (cnr := read_cnr(text)) is None:
            raise ValidationError(
                gettext("A CNR has 16 signs, like WBNP010012342025. Compare it with the paper.")
            )
        return cnr

    def clean(self) -> dict[str, Any]:
        """The days of the offence in their order. Raises ValidationError."""
        said = super().clean() or self.cleaned_data
        first, last = said.get("offence_from"), said.get("offence_until")
        if first and last and last < first:
            raise ValidationError(
                {"offence_until": gettext("The last day cannot be before the first.")}
            )
        return said

    @property
    def began_with(self) -> dict[str, str]:
        """What stood when she began; without it, what stands now."""
        now = _stands(self.fir)
        try:
            told = json.loads(self.cleaned_data.get("stood") or "{}")
        except ValueError:
            return now
        return {**now, **{name: str(told[name]) for name in now if name in told}}

    @property
    def changes(self) -> dict[str, object]:
        """Only what she changed herself."""
        began, told = self.began_with, changes_from(self.cleaned_data)
        return {name: value for name, value in told.items() if _text(value) != began.get(name)}

    def doubt(self) -> str:
        """The same thing was changed by somebody else while she was writing."""
        began, now = self.began_with, _stands(self.fir)
        both = [
            NAMES[name]
            for name, value in self.changes.items()
            if name in NAMES and now[name] not in (began[name], _text(value))
        ]
        if not both:
            return ""
        told = ", ".join(dict.fromkeys(str(words) for words in both))
        return (
            gettext("Somebody else changed this while you were writing: %(fields)s. Save yours over it?")
            % {"fields": told}
        )  # fmt: skip


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _stands(fir: Fir) -> dict[str, str]:
    """The details of a FIR as text, to compare."""
    return {name: _text(getattr(fir, name)) for name in sorted(actions.CHANGEABLE)}


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def change(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Change court, CNR, diary entry, copy given, day of the offence."""
    fir = fir_of(request, fir_id)
    compare = _("Compare both days with the papers.")
    asking = about_fir(
        fir,
        "fir_details",
        heading=_("Details of the FIR"),
        label=_("Save"),
        faults={
            actions.ChangedMeanwhile: (
                None,
                _(
                    "Somebody else changed the same thing at the same moment. Look at it and save again."
                ),
            ),
            actions.CopyBeforeFir: (
                "copy_given_on",
                f"{_('A copy cannot be given before the FIR was registered.')} {compare}",
            ),
            actions.OffenceAfterFir: (
                "offence_from",
                f"{_('The offence began before its FIR was registered.')} {compare}",
            ),
            actions.DiaryAfterFir: (
                "diary_on",
                f"{_('The diary was written before its FIR was registered.')} {compare}",
            ),
        },
        form_args={"fir": fir},
    )

    def save(form: DetailsForm) -> Fir:
        meant = None if "sure" in request.POST else form.began_with
        return actions.change_fir(fir=fir, changes=form.changes, began_with=meant, by=request.actor)

    return ask(request, DetailsForm, asking, save)
