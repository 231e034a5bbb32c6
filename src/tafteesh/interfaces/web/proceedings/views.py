"""One FIR: its survivors, accused, sections, who investigates it, its hearings and corrections."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import (
    Accused,
    ChargeSheet,
    Correction,
    Fir,
    FirLink,
    FirSection,
    FirSurvivor,
    Hearing,
    InvestigationSpell,
)
from tafteesh.domain.proceedings.rules import compare, days_between, recruiters_absent
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show


class SpellForm(ActorForm):
    """A transfer: asked for, ordered, papers received."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Agency type"), choices=InvestigationSpell.Agency.choices
    )
    agency = forms.CharField(label=gettext_lazy("Agency"), max_length=120)
    requested_on = DayField(label=gettext_lazy("Letter asking for it"), required=False)
    ordered_on = DayField(label=gettext_lazy("Order"), required=False)
    received_on = DayField(label=gettext_lazy("Papers received"), required=False)


class CorrectionForm(ActorForm):
    """A procedural correction as it is filed."""

    of = forms.ChoiceField(label=gettext_lazy("Of what"), choices=Correction.Of.choices)
    reason = forms.ChoiceField(label=gettext_lazy("Why"), choices=Correction.Reason.choices)
    forum = forms.ChoiceField(label=gettext_lazy("Forum"), choices=Correction.Forum.choices)
    filed_on = DayField(label=gettext_lazy("Filed on"))


class NewFirForm(ActorForm):
    """A FIR, entered once."""

    station = forms.CharField(label=gettext_lazy("Police station"), max_length=120)
    number = forms.IntegerField(label=gettext_lazy("FIR number"), min_value=1)
    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=1950, max_value=2100)
    area = forms.ChoiceField(
        label=gettext_lazy("Side"),
        choices=[
            ("source", gettext_lazy("Source area")),
            ("destination", gettext_lazy("Destination area")),
        ],
    )
    registered_on = DayField(label=gettext_lazy("Registered on"), required=False)


def _fir(request: StaffRequest, fir_id: uuid.UUID) -> Fir:
    found = Fir.objects.visible_to(request.actor).filter(pk=fir_id, withdrawn_at=None).first()
    if found is None:
        raise not_there()
    return found


def _hanging(request: StaffRequest, model: Any, fir: Fir) -> Any:
    return model.objects.visible_to(request.actor).filter(fir=fir, withdrawn_at=None)


@page(Permission.PROCEEDING_READ)
def fir_page(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Everything that hangs on one FIR."""
    fir = _fir(request, fir_id)
    links = FirSurvivor.unscoped.filter(fir=fir, withdrawn_at=None).count()
    door = SurvivorFile.objects.visible_to(request.actor)
    survivors = list(
        door.filter(pk__in=_hanging(request, FirSurvivor, fir).values("survivor_file"))
    )
    sections = [f"{s.number_words} {s.act_words}" for s in _hanging(request, FirSection, fir)]
    accused = list(_hanging(request, Accused, fir).order_by("ordinal"))
    return show(
        request,
        "proceedings/fir.html",
        fir=fir,
        survivors=survivors,
        hidden=max(0, links - len(survivors)),
        sections=sections,
        accused=accused,
        spells=_spells(request, fir),
        sheets=_sheets(request, fir, accused, sections),
        hearings=list(_hanging(request, Hearing, fir).order_by("-on")[:40]),
        corrections=_corrections(request, fir),
        others=_others(request, fir, accused),
        may_write=request.actor.holds(Permission.PROCEEDING_WRITE),
        may_record=request.actor.holds(Permission.HEARING_RECORD),
    )


def _spells(request: StaffRequest, fir: Fir) -> list[dict[str, Any]]:
    rows = _hanging(request, InvestigationSpell, fir).order_by("starts_on", "requested_on")
    return [
        {
            "row": row,
            "to_order": days_between(row.requested_on, row.ordered_on),
            "to_receipt": days_between(row.requested_on, row.received_on),
        }
        for row in rows
    ]


def _sheets(
    request: StaffRequest, fir: Fir, accused: list[Accused], sections: list[str]
) -> list[dict[str, Any]]:
    found = []
    for sheet in _hanging(request, ChargeSheet, fir).prefetch_related(
        "accused__accused", "sections"
    ):
        charged = [row.accused.ordinal for row in sheet.accused.all()]
        cited = [f"{row.number_words} {row.act_words}" for row in sheet.sections.all()]
        found.append(
            {
                "row": sheet,
                "beside": compare([a.ordinal for a in accused], charged, sections, cited),
            }
        )
    return found


def _corrections(request: StaffRequest, fir: Fir) -> list[dict[str, Any]]:
    rows = _hanging(request, Correction, fir).order_by("filed_on")
    return [{"row": row, "days": days_between(row.filed_on, row.decided_on)} for row in rows]


def _others(request: StaffRequest, fir: Fir, accused: list[Accused]) -> list[dict[str, Any]]:
    """FIRs about the same trafficking, side by side."""
    links = FirLink.unscoped.filter(withdrawn_at=None)
    ids = {*links.filter(fir=fir).values_list("other_id", flat=True)}
    ids |= {*links.filter(other=fir).values_list("fir_id", flat=True)}
    found = []
    for other in Fir.objects.visible_to(request.actor).filter(pk__in=ids):
        theirs = [a.part for a in _hanging(request, Accused, other)]
        ours = [a.part for a in accused]
        source, destination = (ours, theirs) if fir.area == "source" else (theirs, ours)
        found.append(
            {"fir": other, "count": len(theirs), "flag": recruiters_absent(source, destination)}
        )
    return found


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def new_spell(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Record a transfer of the investigation."""
    fir = _fir(request, fir_id)
    form = SpellForm(request.POST or None, by=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            new = actions.NewSpell(**form.cleaned_data)
            actions.record_spell(fir=fir, new=new, by=request.actor)
        except actions.PapersBeforeOrder:
            form.add_error("received_on", _("The papers cannot be received before the order"))
        except actions.SpellsOverlap:
            form.add_error("received_on", _("Another agency has the investigation on those days"))
        else:
            return redirect("proceedings:fir", fir_id=fir.pk)
    return show(request, "proceedings/form.html", form=form, fir=fir, heading=_("Transfer"))


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def new_correction(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """File a procedural correction."""
    fir = _fir(request, fir_id)
    form = CorrectionForm(request.POST or None, by=request.actor)
    if request.method == "POST" and form.is_valid():
        new = actions.NewCorrection(**form.cleaned_data)
        actions.record_correction(fir=fir, new=new, by=request.actor)
        return redirect("proceedings:fir", fir_id=fir.pk)
    return show(
        request, "proceedings/form.html", form=form, fir=fir, heading=_("Procedural correction")
    )


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def new_fir(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Record a FIR of a survivor; one that stands already is linked instead of typed again."""
    file = SurvivorFile.objects.visible_to(request.actor).filter(pk=file_id).first()
    if file is None:
        raise not_there()
    form = NewFirForm(request.POST or None, by=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            new = actions.NewFir(**form.cleaned_data)
            fir = actions.record_fir(new=new, survivors=[file], by=request.actor)
        except actions.AlreadyRecorded:
            form.add_error(
                "number", _("This FIR stands already. Ask your case manager to link it.")
            )
        else:
            return redirect("proceedings:fir", fir_id=fir.pk)
    return show(request, "proceedings/form.html", form=form, heading=_("New FIR"))
