"""Bail and its breach, seized things, the same man, her evidence."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from tafteesh.domain.care.actions.safety import NewIncident, record_incident
from tafteesh.domain.care.models import Incident
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.life import files_of, others_to_compare
from tafteesh.domain.proceedings.models import (
    Accused,
    BailBreach,
    BailCondition,
    Deposition,
    SameAccused,
    SeizedThing,
)
from tafteesh.domain.proceedings.queries import accused_now, standing
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import ask, door, found
from tafteesh.interfaces.web.page import StaffRequest, page
from tafteesh.interfaces.web.proceedings import life_forms as forms
from tafteesh.interfaces.web.proceedings.paper import about_fir
from tafteesh.interfaces.web.proceedings.steps import papers_of
from tafteesh.interfaces.web.proceedings.views import fir_of


def _accused(request: StaffRequest, accused_id: uuid.UUID) -> Accused:
    return found(door(Accused, request).select_related("fir"), request, accused_id)


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def new_condition(request: StaffRequest, accused_id: uuid.UUID) -> HttpResponse:
    """One condition on which he was let out."""
    accused = _accused(request, accused_id)
    asking = about_fir(
        accused.fir,
        "bail_condition",
        heading=_("Condition of bail, accused %(number)s") % {"number": accused.ordinal},
        label=_("Save the condition"),
        record=accused.pk,
    )
    return ask(
        request,
        forms.ConditionForm,
        asking,
        lambda form: actions.add_bail_condition(
            accused=accused, by=request.actor, **form.cleaned_data
        ),
    )


@page(Permission.CONTACT_RECORD, writes=("POST",))
def new_breach(request: StaffRequest, accused_id: uuid.UUID) -> HttpResponse:
    """He broke a condition: the breach stands on his bail, the danger in the file of each survivor."""
    accused = _accused(request, accused_id)
    hers = list(files_of(request.actor, accused.fir))
    conditions = list(standing(request.actor, BailCondition, accused.fir).filter(accused=accused))

    def save(form: forms.BreachForm) -> BailBreach:
        said = form.cleaned_data
        breach = actions.record_breach(
            accused=accused, on=said["on"], condition=said["condition"], by=request.actor
        )
        source = Incident.Source.ACCUSED
        danger = NewIncident(
            said["on"], said["kind"], source, accused_on_bail=True, note=said["note"]
        )
        for file in hers:
            record_incident(file=file, new=danger, by=request.actor)
        return breach

    asking = about_fir(
        accused.fir,
        "bail_breach",
        heading=_("Condition of bail broken, accused %(number)s") % {"number": accused.ordinal},
        label=_("Save, and lay out what must be done"),
        record=accused.pk,
        faults={actions.NotYet: ("on", _("This day has not come yet. Write the day on which it happened."))},
        form_args={"conditions": conditions, "kinds": list(Incident.Kind.choices)},
    )  # fmt: skip
    return ask(request, forms.BreachForm, asking, save)


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def told_of_breach(request: StaffRequest, breach_id: uuid.UUID) -> HttpResponse:
    """When the police and the court were told."""
    breach = found(door(BailBreach, request).select_related("fir"), request, breach_id)
    words = _("These days lie between the breach and today. Compare them with the receipt.")
    asking = about_fir(
        breach.fir,
        "breach_told",
        heading=_("Police and court were told of the breach"),
        label=_("Save"),
        record=breach.pk,
        faults={actions.NotYet: ("police", words)},
    )
    return ask(
        request,
        forms.ToldForm,
        asking,
        lambda form: actions.tell_of_breach(breach=breach, by=request.actor, **form.cleaned_data),
    )


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def new_seizure(request: StaffRequest, fir_id: uuid.UUID) -> HttpResponse:
    """A thing of the seizure list."""
    fir = fir_of(request, fir_id)
    people = [one.row for one in accused_now(request.actor, fir)]
    words = _("It cannot be given back before it was seized. Compare both days with the list.")
    asking = about_fir(
        fir,
        "seizure",
        heading=_("A thing that was seized"),
        label=_("Save"),
        faults={
            actions.ReturnedBeforeSeized: ("returned_on", words),
            actions.PaperFromElsewhere: (
                "paper",
                _("This paper lies in a file that is not of this FIR. Choose another."),
            ),
        },
        form_args={"accused": people, "papers": papers_of(request, fir)},
    )

    def save(form: forms.SeizureForm) -> SeizedThing:
        new = actions.NewSeizure(**form.cleaned_data)
        return actions.record_seizure(fir=fir, new=new, by=request.actor)

    return ask(request, forms.SeizureForm, asking, save)


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def flag_same(request: StaffRequest, accused_id: uuid.UUID) -> HttpResponse:
    """He may be the same man as an accused of another FIR: a flag, for a second person to look at."""
    accused = _accused(request, accused_id)
    others = others_to_compare(request.actor, accused)
    asking = about_fir(
        accused.fir,
        "same_accused",
        heading=_("The same man as accused %(number)s?") % {"number": accused.ordinal},
        label=_("Flag it for a second person"),
        record=accused.pk,
        faults={
            actions.FlaggedAlready: ("other", _("These two are flagged already.")),
            actions.SameFir: ("other", _("Two accused of one FIR are two. Choose another FIR.")),
        },
        form_args={"others": others},
    )
    return ask(
        request,
        forms.SameAccusedForm,
        asking,
        lambda form: actions.flag_same_accused(
            one=accused, other=form.cleaned_data["other"], by=request.actor
        ),
    )


@page(Permission.PROCEEDING_WRITE, writes=("POST",))
def second_look(request: StaffRequest, flag_id: uuid.UUID) -> HttpResponse:
    """A second person answers; neither record changes."""
    flag = found(door(SameAccused, request).select_related("fir"), request, flag_id)
    words = _("You set this flag yourself. Another person has to look at it.")
    asking = about_fir(
        flag.fir,
        "second_look",
        heading=_("Is it the same man?"),
        label=_("Save the answer"),
        record=flag.pk,
        faults={actions.NeedsASecondPerson: ("answer", words)},
    )
    return ask(
        request,
        forms.SecondLookForm,
        asking,
        lambda form: actions.answer_same_accused(flag=flag, by=request.actor, **form.cleaned_data),
    )


@page(Permission.HEARING_RECORD, writes=("POST",))
def new_deposition(request: StaffRequest, fir_id: uuid.UUID, file_id: uuid.UUID) -> HttpResponse:
    """Her evidence: arranged, or given."""
    fir = fir_of(request, fir_id)
    file = found(door(SurvivorFile, request).filter(firsurvivors__fir=fir), request, file_id)
    standing_one = door(Deposition, request).filter(fir=fir, survivor_file=file, how="not_yet")
    asking = about_fir(
        fir,
        "deposition",
        heading=_("Her evidence in court"),
        label=_("Save"),
        record=file.pk,
        faults={
            actions.GivenWithoutADay: (
                "on",
                _("Write the day on which she gave evidence, or choose: not given yet."),
            ),
            actions.NotYet: ("on", _("This day has not come yet. Choose: not given yet.")),
            actions.NotHerFir: ("how", _("This FIR is not about her any more. Link it first.")),
        },
        initial=_as_arranged(standing_one.first()),
    )

    def save(form: forms.DepositionForm) -> Deposition:
        said: dict[str, Any] = dict(form.cleaned_data)
        said["court_is_elsewhere"] = {"yes": True, "no": False}.get(said["court_is_elsewhere"])
        new = actions.NewDeposition(**said)
        return actions.record_deposition(fir=fir, file=file, new=new, by=request.actor)

    return ask(request, forms.DepositionForm, asking, save)


def _as_arranged(row: Deposition | None) -> dict[str, Any]:
    if row is None:
        return {}
    return {
        "court_is_elsewhere": {True: "yes", False: "no", None: ""}[row.court_is_elsewhere],
        "link_asked_on": row.link_asked_on,
        "link_allowed_on": row.link_allowed_on,
        "place": row.place,
        "went_with": [code for code in row.went_with.split(",") if code],
    }
