"""Reviews with her, conferences, services, and money for her life."""

import uuid

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.care.actions import plans
from tafteesh.domain.care.models import (
    Conference,
    Instalment,
    Living,
    MoneyGrant,
    Review,
    Service,
    Step,
)
from tafteesh.domain.care.queries import instruments_for
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Faults, ask, door, found
from tafteesh.interfaces.web.care.plan_forms import (
    ConferenceForm,
    GrantForm,
    InstalmentForm,
    LivingForm,
    ReviewForm,
    ServiceForm,
)
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.survivor_files.recording import on_file
from tafteesh.interfaces.web.survivor_files.views import file_or_404

FAULTS: Faults = {plans.NotYetHeld: ("on", gettext_lazy("This day has not come yet"))}


@page(Permission.REVIEW_WRITE)
def choose(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """With which list of questions?"""
    file = file_or_404(request, file_id)
    lists = instruments_for(request.actor)
    return show(request, "care/choose_review.html", file=file, instruments=lists)


@page(Permission.REVIEW_WRITE, writes=("POST",))
def review(request: StaffRequest, file_id: uuid.UUID, instrument_id: uuid.UUID) -> HttpResponse:
    """Write a review down."""
    file = file_or_404(request, file_id)
    offered = {row.pk: row for row in instruments_for(request.actor)}
    instrument = offered.get(instrument_id)
    if instrument is None:
        raise not_there()
    asking = on_file(
        file,
        "review",
        _("Review"),
        part="care",
        lead=_("She scores; what she does not want to answer stays open."),
        initial={"on": request.actor.today},
        form_args={"instrument": instrument},
        faults=FAULTS,
    )

    def save(form: ReviewForm) -> Review:
        said = form.cleaned_data
        new = plans.NewReview(
            instrument=instrument,
            on=said["on"],
            next_on=said["next_on"],
            scores=form.scores(),
            worry=said["worry"],
            goal=said["goal"],
            steps=form.steps(),
        )
        return plans.record_review(file=file, new=new, by=request.actor)

    return ask(request, ReviewForm, asking, save)


@page(Permission.REVIEW_WRITE, writes=("POST",))
def conference(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Write a conference and its decision down."""
    file = file_or_404(request, file_id)
    asking = on_file(
        file, "conference", _("Case conference"), part="care",
        initial={"on": request.actor.today}, faults=FAULTS,
    )  # fmt: skip

    def save(form: ConferenceForm) -> Conference:
        said = form.cleaned_data
        return plans.record_conference(
            file=file, on=said["on"], she_was_there=said["she_was_there"], note=said["note"],
            steps=form.steps(), by=request.actor,
        )  # fmt: skip

    return ask(request, ConferenceForm, asking, save)


@page(Permission.CONTACT_RECORD, writes=("POST",))
def service(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Write a service down."""
    file = file_or_404(request, file_id)

    def save(form: ServiceForm) -> Service:
        row = Service(**form.cleaned_data)
        return plans.record_service(file=file, service=row, by=request.actor)

    return ask(request, ServiceForm, on_file(file, "service", _("Service"), part="care"), save)


@page(Permission.CONTACT_RECORD, writes=("POST",))
def grant(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Write down money that was agreed for her life."""
    file = file_or_404(request, file_id)

    def save(form: GrantForm) -> MoneyGrant:
        row = MoneyGrant(**form.cleaned_data)
        return plans.record_grant(file=file, grant=row, by=request.actor)

    return ask(request, GrantForm, on_file(file, "grant", _("Grant or loan"), part="care"), save)


@page(Permission.CONTACT_RECORD, writes=("POST",))
def instalment(request: StaffRequest, grant_id: uuid.UUID) -> HttpResponse:
    """A part of a grant reached her."""
    row = found(door(MoneyGrant, request).select_related("survivor_file"), request, grant_id)
    asking = on_file(
        row.survivor_file,
        "instalment",
        _("A part that reached her"),
        part="care",
        faults={
            plans.MoreThanAgreed: (
                "amount_paise",
                _("All parts together would be more than was agreed. Look at both amounts."),
            )
        },
    )

    def save(form: InstalmentForm) -> Instalment:
        part = Instalment(**form.cleaned_data)
        return plans.record_instalment(grant=row, instalment=part, by=request.actor)

    return ask(request, InstalmentForm, asking, save)


@page(Permission.REVIEW_WRITE, writes=("POST",))
def step_done(request: StaffRequest, step_id: uuid.UUID) -> HttpResponse:
    """It is done."""
    row = found(door(Step, request), request, step_id)
    if request.method != "POST":
        raise not_there()
    try:
        plans.finish_step(step=row, by=request.actor)
    except ObjectDoesNotExist:
        raise not_there() from None
    messages.success(request, _("Done."))
    return redirect(reverse("files:file", args=[row.survivor_file_id]) + "?part=care")


@page(Permission.CONTACT_RECORD, writes=("POST",))
def living(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """How she lives now; what was said before stays beside it."""
    file = file_or_404(request, file_id)
    asking = on_file(
        file, "living", _("How she lives now"), part="care", faults=FAULTS,
        lead=_("Each answer may stay empty. Earlier answers stay as they are."),
        initial={"on": request.actor.today},
    )  # fmt: skip

    def save(form: LivingForm) -> Living:
        return plans.record_living(file=file, living=Living(**form.cleaned_data), by=request.actor)

    return ask(request, LivingForm, asking, save)
