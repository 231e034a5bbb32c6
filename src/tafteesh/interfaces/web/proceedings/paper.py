"""What stands on the FIR: details, sections, accused, links to other FIRs and to survivors."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Accused, AccusedStatus, Fir
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.digits import folded
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.page import StaffRequest, page
from tafteesh.interfaces.web.proceedings import forms
from tafteesh.interfaces.web.proceedings.views import fir_of
from tafteesh.interfaces.web.templatetags.shapes import Line, Words


class NotWithinReach(Exception):
    """No such row within her reach: said by the field, the same words as for one that is not there."""


def about_fir(  # noqa: PLR0913 - a form page has a key, a record, words and faults
    fir: Fir,
    key: str,
    *,
    heading: Words,
    label: Words,
    faults: Faults | None = None,
    record: object = "",
    form_args: dict[str, Any] | None = None,
    initial: dict[str, Any] | None = None,
) -> Asking:
    """A form about a FIR: it says which, leads back to it, and keeps a draft by itself."""
    url = reverse("proceedings:fir", args=[fir.pk])
    return Asking(
        key=key,
        heading=heading,
        label=label,
        next_url=url,
        record=record or fir.pk,
        back_url=url,
        about=(Line(_("FIR"), fir.reference),),
        faults=faults or {},
        form_args=form_args or {},
        initial=initial or {},
    )


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def add_sections(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Add sections; what was read is read back before it is saved."""
    fir = fir_of(request, fir_id)

    def save(form: forms.AddSectionsForm) -> Fir:
        actions.add_sections(fir=fir, by=request.actor, **form.cleaned_data)
        return fir

    asking = about_fir(
        fir,
        "sections",
        heading=_("Add sections"),
        label=_("Add the sections"),
        form_args={"fir": fir},
    )
    return ask(request, forms.AddSectionsForm, asking, save)


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def informant(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Who went to the police; the name is sealed."""
    fir = fir_of(request, fir_id)
    asking = about_fir(
        fir,
        "informant",
        heading=_("Who went to the police?"),
        label=_("Seal and save"),
        initial={"informant": fir.informant},
    )
    return ask(
        request,
        forms.InformantForm,
        asking,
        lambda form: actions.set_informant(fir=fir, by=request.actor, **form.cleaned_data),
    )


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def add_accused(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """One more accused; the name is sealed."""
    fir = fir_of(request, fir_id)
    asking = about_fir(fir, "accused", heading=_("Add an accused"), label=_("Seal and save"))
    return ask(
        request,
        forms.AccusedForm,
        asking,
        lambda form: actions.add_accused(fir=fir, by=request.actor, **form.cleaned_data),
    )


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def accused_status(request: StaffRequest, accused_id: uuid.UUID) -> HttpResponse:
    """What became of an accused."""
    accused = found(door(Accused, request).select_related("fir"), request, accused_id)
    heading = _("Accused number %(number)d") % {"number": accused.ordinal}
    asking = about_fir(
        accused.fir,
        "accused_status",
        heading=heading,
        label=_("Save"),
        record=accused.pk,
        faults={
            actions.NotASentence: ("status", _("Only who is convicted has a sentence.")),
        },
    )

    def save(form: forms.StatusForm) -> AccusedStatus:
        said = dict(form.cleaned_data)
        status, on = said.pop("status"), said.pop("on")
        sentence = actions.Sentence(**said)
        return actions.set_accused_status(
            accused=accused, status=status, on=on, sentence=sentence, by=request.actor
        )

    return ask(request, forms.StatusForm, asking, save)


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def link_fir(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """Another FIR about the same trafficking stands beside this one."""
    fir = fir_of(request, fir_id)

    def save(form: forms.LinkFirForm) -> Fir:
        number, year = form.cleaned_data["number"]
        key = folded(form.cleaned_data["station"])
        rows = door(Fir, request).exclude(pk=fir.pk)
        other = rows.filter(station_key=key, number=number, year=year).first()
        if other is None:
            raise NotWithinReach
        actions.link_firs(fir=fir, other=other, by=request.actor)
        return fir

    words = _("No other FIR within your reach has this number. Record it first.")
    asking = about_fir(
        fir,
        "link_fir",
        heading=_("Another FIR about the same trafficking"),
        label=_("Put it beside this one"),
        faults={NotWithinReach: ("number", words)},
    )
    return ask(request, forms.LinkFirForm, asking, save)


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def link_survivor(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """This FIR is also about this survivor."""
    fir = fir_of(request, fir_id)

    def save(form: forms.LinkSurvivorForm) -> Fir:
        number = form.cleaned_data["number"].strip()
        file = door(SurvivorFile, request).filter(number__iexact=number).first()
        if file is None:
            raise NotWithinReach
        actions.link_survivor(fir=fir, file=file, by=request.actor)
        return fir

    asking = about_fir(
        fir,
        "link_survivor",
        heading=_("One more survivor of this FIR"),
        label=_("Link the file"),
        faults={
            NotWithinReach: ("number", _("No file within your reach has this number.")),
            actions.AlreadyLinked: ("number", _("This file is linked to this FIR already.")),
        },
    )
    return ask(request, forms.LinkSurvivorForm, asking, save)
