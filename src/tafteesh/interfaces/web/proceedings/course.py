"""What happens to a FIR: who investigates, what is charged, what is corrected, what is taken back."""

import uuid
from typing import Any

from django.db import models
from django.http import HttpResponse
from django.utils.translation import gettext as _

from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.actions.change import Entry
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    BailBreach,
    BailCondition,
    ChargeSheet,
    Correction,
    Deposition,
    FirLink,
    FirSection,
    Hearing,
    InvestigationSpell,
    LitigationOrder,
    Milestone,
    SameAccused,
    SeizedThing,
    SetAside,
)
from tafteesh.domain.proceedings.queries import accused_now, standing
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Faults, ask, door, found
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.proceedings import forms
from tafteesh.interfaces.web.proceedings.paper import about_fir
from tafteesh.interfaces.web.proceedings.views import fir_of

DAYS_OFFERED = 60
ENTRIES: dict[str, type[models.Model]] = {
    "section": FirSection,
    "accused": Accused,
    "status": AccusedStatus,
    "spell": InvestigationSpell,
    "sheet": ChargeSheet,
    "correction": Correction,
    "link": FirLink,
    "step": Milestone,
    "aside": SetAside,
    "condition": BailCondition,
    "breach": BailBreach,
    "seized": SeizedThing,
    "same": SameAccused,
    "evidence": Deposition,
    "order": LitigationOrder,
}


def _day_faults() -> Faults:
    return {
        actions.PapersBeforeOrder: (
            "received_on",
            _(
                "The papers cannot be received before the order. Compare both days with the letters."
            ),
        ),
        actions.SpellsOverlap: (
            "received_on",
            _("Another agency has the investigation on those days. Correct its entry first."),
        ),
        actions.ReplyBeforeLetter: (
            "replied_on",
            _("The reply cannot come before the letter. Compare both days with the papers."),
        ),
    }


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def new_spell(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Who investigates: asked for, ordered, papers received."""
    fir = fir_of(request, fir_id)

    def save(form: forms.SpellForm) -> InvestigationSpell:
        said = dict(form.cleaned_data)
        more = {name: said.pop(name) for name in ("officer_words", "officer_rank", "replied_on")}
        new = actions.NewSpell(**said, details=more)
        return actions.record_spell(fir=fir, new=new, by=request.actor)

    asking = about_fir(
        fir, "spell", heading=_("Who investigates"), label=_("Save"), faults=_day_faults()
    )
    return ask(request, forms.SpellForm, asking, save)


def _spell(request: StaffRequest, spell_id: uuid.UUID) -> InvestigationSpell:
    rows = door(InvestigationSpell, request).select_related("fir")
    return found(rows, request, spell_id)


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def order(request: StaffRequest, spell_id: uuid.UUID) -> HttpResponse:
    """The transfer was ordered; the papers have not moved yet."""
    spell = _spell(request, spell_id)
    words = _("The papers came before that day. Compare both days with the letters.")
    asking = about_fir(
        spell.fir,
        "spell_order",
        heading=_("Order to move the investigation"),
        label=_("Save the order"),
        record=spell.pk,
        faults={actions.PapersBeforeOrder: ("ordered_on", words)},
    )
    return ask(
        request,
        forms.OrderForm,
        asking,
        lambda form: actions.order_transfer(spell=spell, by=request.actor, **form.cleaned_data),
    )


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def receipt(request: StaffRequest, spell_id: uuid.UUID) -> HttpResponse:
    """The papers arrived: from that day the investigation is with the agency."""
    spell = _spell(request, spell_id)
    asking = about_fir(
        spell.fir,
        "spell_receipt",
        heading=_("Papers received"),
        label=_("Save the receipt"),
        record=spell.pk,
        faults=_day_faults(),
    )
    return ask(
        request,
        forms.ReceiptForm,
        asking,
        lambda form: actions.record_receipt(spell=spell, by=request.actor, **form.cleaned_data),
    )


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def new_sheet(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """A charge sheet with the accused of the FIR and the sections that stand in it."""
    fir = fir_of(request, fir_id)
    people = {str(one.row.pk): one.row for one in accused_now(request.actor, fir)}
    choices = [
        (key, f"{row.ordinal} · {row.get_part_display()}")  # names stay sealed here
        for key, row in people.items()
    ]

    def save(form: forms.ChargeSheetForm) -> ChargeSheet:
        said: dict[str, Any] = dict(form.cleaned_data)
        said["accused"] = tuple(people[key] for key in said["accused"])
        said["sections"] = tuple(said["sections"])
        new = actions.NewChargeSheet(**said)
        return actions.record_charge_sheet(fir=fir, new=new, by=request.actor)

    asking = about_fir(
        fir,
        "charge_sheet",
        heading=_("Charge sheet"),
        label=_("Save the charge sheet"),
        faults={
            actions.AccusedOfAnotherFir: (
                "accused",
                _("This accused stands in another FIR. Record the charge sheet there."),
            ),
        },
        form_args={"accused": choices},
    )
    return ask(request, forms.ChargeSheetForm, asking, save)


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def new_correction(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """File a procedural correction."""
    fir = fir_of(request, fir_id)
    reason = request.GET.get("reason", "")
    asking = about_fir(
        fir,
        "correction",
        heading=_("Procedural correction"),
        label=_("Save the correction"),
        initial={"reason": reason} if reason in Correction.Reason.values else None,
    )
    return ask(
        request,
        forms.CorrectionForm,
        asking,
        lambda form: actions.record_correction(
            fir=fir, new=actions.NewCorrection(**form.cleaned_data), by=request.actor
        ),
    )


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def heard_on(request: StaffRequest, correction_id: uuid.UUID) -> HttpResponse:
    """Which days of the court diary were about this correction."""
    correction = _correction(request, correction_id)
    days = standing(request.actor, Hearing, correction.fir).order_by("-on")
    if correction.filed_on:
        days = days.filter(on__gte=correction.filed_on)
    rows = {str(day.pk): day for day in days[:DAYS_OFFERED]}
    asking = about_fir(
        correction.fir,
        "heard_on",
        heading=_("On which days was it heard?"),
        label=_("Save"),
        record=correction.pk,
        form_args={
            "days": [
                (key, f"{day.on:%d-%m-%Y} · {day.get_outcome_display()}")
                for key, day in rows.items()
            ]
        },
        initial={
            "hearings": [key for key, day in rows.items() if day.correction_id == correction.pk]
        },
    )

    def save(form: forms.HeardOnForm) -> Correction:
        chosen = [rows[key] for key in form.cleaned_data["hearings"]]
        return actions.hearings_about(correction=correction, hearings=chosen, by=request.actor)

    return ask(request, forms.HeardOnForm, asking, save)


def _correction(request: StaffRequest, correction_id: uuid.UUID) -> Correction:
    return found(door(Correction, request).select_related("fir"), request, correction_id)


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def escalate(request: StaffRequest, correction_id: uuid.UUID) -> HttpResponse:
    """Take a correction one step higher; it stands beneath the one it escalates."""
    before = _correction(request, correction_id)

    def save(form: forms.EscalationForm) -> Correction:
        new = actions.NewCorrection(
            of=before.of, reason=before.reason, escalates=before, **form.cleaned_data
        )
        return actions.record_correction(fir=before.fir, new=new, by=request.actor)

    asking = about_fir(
        before.fir,
        "escalation",
        heading=_("One step higher"),
        label=_("Save the escalation"),
        record=before.pk,
    )
    return ask(request, forms.EscalationForm, asking, save)


@page(Permission.CORRECTION_WRITE, writes=("POST",))
def decide(request: StaffRequest, correction_id: uuid.UUID) -> HttpResponse:
    """What the forum decided."""
    correction = _correction(request, correction_id)
    words = _("The decision cannot be before the filing. Compare both days with the order.")
    asking = about_fir(
        correction.fir,
        "decision",
        heading=_("Decision on the correction"),
        label=_("Save the decision"),
        record=correction.pk,
        faults={
            actions.DecidedBeforeFiled: ("decided_on", words),
            actions.DecidedWithoutADay: ("decided_on", _("Write the day of the decision.")),
        },
    )
    return ask(
        request,
        forms.DecisionForm,
        asking,
        lambda form: actions.decide_correction(
            correction=correction, by=request.actor, **form.cleaned_data
        ),
    )


@page(Permission.PROCEEDING_READ, writes=("POST",))
def withdraw(request: StaffRequest, kind: str, entry_id: uuid.UUID) -> HttpResponse:
    """Take a wrong entry back, with the reason."""
    model = ENTRIES.get(kind)
    if model is None:
        raise not_there()
    corrects = model is Correction
    require(request.actor, Permission.CORRECTION_WRITE if corrects else Permission.PROCEEDING_WRITE)
    entry: Any = found(door(model, request).select_related("fir"), request, entry_id)
    asking = about_fir(
        entry.fir,
        "withdraw",
        heading=_("Take this entry back"),
        label=_("Take it back"),
        record=entry.pk,
        faults={
            actions.AccusedIsCharged: (
                "reason",
                _("A charge sheet names this accused. Take the charge sheet back first."),
            ),
            actions.HasEscalations: (
                "reason",
                _("Another correction escalates this one. Take that one back first."),
            ),
        },
    )

    def save(form: forms.WithdrawForm) -> Entry:
        reason = form.cleaned_data["reason"]
        return actions.withdraw_entry(entry=entry, reason=reason, by=request.actor)

    return ask(request, forms.WithdrawForm, asking, save)
