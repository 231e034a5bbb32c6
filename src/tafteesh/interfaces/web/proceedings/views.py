"""One FIR as a page, and recording one for a survivor."""

import uuid
from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.facts.sizes import survivors_on
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.life import depositions, on_accused, seized
from tafteesh.domain.proceedings.models import Fir
from tafteesh.domain.proceedings.queries import FirSheet, fir_sheet
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask, door, found
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.proceedings.checklist import checklist_of
from tafteesh.interfaces.web.proceedings.forms import NewFirForm
from tafteesh.interfaces.web.templatetags.shapes import Line


def fir_of(request: StaffRequest, fir_id: uuid.UUID) -> Fir:
    """The FIR through its door, or not there."""
    return found(door(Fir, request), request, fir_id)


@page(Permission.PROCEEDING_READ)
def fir_page(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Everything that hangs on one FIR."""
    fir = fir_of(request, fir_id)
    sheet = fir_sheet(request.actor, fir)
    hangs = on_accused(request.actor, fir)
    accused = [replace(one, on=hangs[one.row.pk]) for one in sheet.accused]
    sheet = replace(sheet, accused=accused)
    lines = _facts(sheet)
    return show(
        request,
        "proceedings/fir.html",
        fir=fir,
        sheet=sheet,
        facts=[line for line in lines if line.value],
        unknown=[line.label for line in lines if not line.value],
        hidden=max(0, survivors_on(request.actor, fir) - len(sheet.survivors)),
        checklist=checklist_of(request, fir, sheet.survivors),
        seized=seized(request.actor, fir),
        depositions=depositions(request.actor, fir),
        may_write=request.actor.holds(Permission.PROCEEDING_WRITE),
        may_correct=request.actor.holds(Permission.CORRECTION_WRITE),
        may_look=request.actor.holds(Permission.IDENTITY_LOOK),
        may_record=request.actor.holds(Permission.HEARING_RECORD),
    )


def _facts(sheet: FirSheet) -> list[Line]:
    """What the paper says, line by line; what is not known has no value."""
    fir = sheet.fir
    registered = fir.registered_earliest
    zero = {True: _("Yes"), False: _("No"), None: ""}[fir.is_zero_fir]
    return [
        Line(_("Side"), fir.get_area_display()),
        Line(_("Registered on"), registered or fir.registered_words),
        Line(_("Informant"), fir.get_informant_display()),
        Line(_("Copy given on"), fir.copy_given_on),
        Line(_("GD number"), fir.diary_number),
        Line(_("Day of the GD entry"), fir.diary_earliest),
        Line(_("Offence, first day"), fir.offence_earliest),
        Line(_("Offence, last day"), fir.offence_latest),
        Line(_("Zero FIR?"), zero),
        Line(_("Court"), fir.court_words),
        Line(_("Number of the court case"), fir.court_number),
        Line(_("CNR"), fir.cnr),
    ]


def _new(form: NewFirForm) -> actions.NewFir:
    said = dict(form.cleaned_data)
    number, year = said.pop("number")
    return actions.NewFir(number=number, year=year, **said)


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def new_fir(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Record a FIR of a survivor; one that stands already is linked by one press."""
    file = found(door(SurvivorFile, request), request, file_id)
    asking = Asking(
        key="new_fir",
        heading=_("New FIR"),
        label=_("Save the FIR"),
        next_url=reverse("proceedings:fir", args=[uuid.UUID(int=0)]).replace(
            str(uuid.UUID(int=0)), "{id}"
        ),
        record=file.pk,
        lead=_("A FIR is entered once, however many survivors it is about."),
        back_url=reverse("files:file", args=[file.pk]),
        about=(Line(_("File"), file.number),),
        faults={
            actions.AlreadyLinked: ("number", _("This FIR is linked to this file already.")),
        },
    )
    if request.method == "POST" and "link" in request.POST:
        asking = replace(asking, said=_("Linked. Nothing had to be typed again."))
        return ask(
            request,
            NewFirForm,
            asking,
            lambda form: actions.link_standing(new=_new(form), file=file, by=request.actor),
        )

    def save(form: NewFirForm) -> Fir:
        try:
            return actions.record_fir(new=_new(form), survivors=[file], by=request.actor)
        except actions.AlreadyRecorded:
            form.stands = True
            raise

    words = _("This FIR stands already in your office. Link it instead of typing it again.")
    asking = replace(
        asking,
        template="proceedings/new_fir.html",
        faults={**asking.faults, actions.AlreadyRecorded: ("number", words)},
    )
    return ask(request, NewFirForm, asking, save)


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def unlink_survivor(request: StaffRequest, fir_id: uuid.UUID, file_id: uuid.UUID) -> HttpResponse:
    """Take one survivor off the FIR: asked once, then done."""
    fir = fir_of(request, fir_id)
    file = found(door(SurvivorFile, request).filter(firsurvivors__fir=fir), request, file_id)
    if request.method == "POST":
        actions.unlink_survivor(fir=fir, file=file, by=request.actor)
        messages.success(request, _("The link was taken away. The FIR and the other links stay."))
        return redirect("files:file", file_id=file.pk)
    return show(request, "proceedings/unlink.html", fir=fir, file=file)
