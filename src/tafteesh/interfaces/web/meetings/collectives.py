"""Collectives and their members. Who is a member is told only to those who may know her file."""

import uuid

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.collectives import actions
from tafteesh.domain.collectives.models import Collective, CollectiveMembership
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page, show

FAULTS: Faults = {
    actions.MemberAlready: (
        "number",
        gettext_lazy("She is a member on those days already. Record first that she left."),
    ),
    actions.LeavesBeforeJoining: (
        "ends_on",
        gettext_lazy("This is before the day on which she joined. Look at both days again."),
    ),
}


class CollectiveForm(ActorForm):
    """A collective."""

    name = forms.CharField(label=gettext_lazy("Name of the collective"), max_length=120)
    area = forms.CharField(label=gettext_lazy("Area"), max_length=120, required=False)


class MemberForm(ActorForm):
    """A member, by the number of her file."""

    number = forms.CharField(label=gettext_lazy("File number"), max_length=40)
    starts_on = DayField(
        label=gettext_lazy("Member since"),
        required=False,
        help_text=gettext_lazy("Leave it empty if nobody knows"),
    )

    def clean_number(self) -> SurvivorFile:
        """The file of that number, through her own door."""
        rows = SurvivorFile.objects.visible_to(self.by).filter(withdrawn_at=None)
        file = rows.filter(number=self.cleaned_data["number"].strip()).first()
        if file is None:
            raise forms.ValidationError(_("There is no such file within your reach."))
        return file


class LeftForm(ActorForm):
    """She left."""

    ends_on = DayField(label=gettext_lazy("Left on"))


@page(Permission.MEETING_READ)
def collectives_list(request: StaffRequest) -> HttpResponse:
    """Collectives known to the programme."""
    return show(
        request,
        "meetings/collectives.html",
        collectives=list(door(Collective, request).order_by("name")),
        may_write=request.actor.holds(Permission.MEETING_WRITE),
    )


def _collective(request: StaffRequest, collective_id: object) -> Collective:
    return found(door(Collective, request), request, collective_id)


@page(Permission.MEETING_READ)
def collective_page(request: StaffRequest, collective_id: uuid.UUID) -> HttpResponse:
    """One collective, with the members whose files are within reach: nobody else's are told."""
    collective = _collective(request, collective_id)
    spells = door(CollectiveMembership, request).filter(collective=collective)
    rows = list(spells.select_related("survivor_file").order_by("survivor_file__number")[:500])
    today = request.actor.today
    return show(
        request,
        "meetings/collective.html",
        collective=collective,
        now=[row for row in rows if row.ends_on is None or row.ends_on > today],
        left=[row for row in rows if row.ends_on and row.ends_on <= today],
        may_know=request.actor.holds(Permission.FILE_READ),
        may_write=request.actor.holds(Permission.FILE_WRITE),
    )


@page(Permission.MEETING_WRITE, writes=("POST",))
def new_collective(request: StaffRequest) -> HttpResponse:
    """Make a collective known."""
    back = reverse("meetings:collectives")
    what = Asking(
        "collective", _("New collective"), _("Save this collective"), next_url=back, back_url=back
    )
    return ask(
        request,
        CollectiveForm,
        what,
        lambda form: actions.record_collective(by=request.actor, **form.cleaned_data),
    )


@page(Permission.FILE_WRITE, writes=("POST",))
def new_member(request: StaffRequest, collective_id: uuid.UUID) -> HttpResponse:
    """She is a member from a day on."""
    collective = _collective(request, collective_id)
    there = reverse("meetings:collective", args=[collective.pk])
    what = Asking(
        "member", _("New member"), _("Save this member"), next_url=there, back_url=there,
        record=collective.pk, faults=FAULTS,
        lead=_("That she is a member is hers to tell: only those who may know her file see it."),
    )  # fmt: skip
    return ask(
        request,
        MemberForm,
        what,
        lambda form: actions.join_collective(
            file=form.cleaned_data["number"],
            collective=collective,
            starts_on=form.cleaned_data["starts_on"],
            by=request.actor,
        ),
    )


@page(Permission.FILE_WRITE, writes=("POST",))
def left(request: StaffRequest, membership_id: uuid.UUID) -> HttpResponse:
    """She left the collective."""
    membership = found(door(CollectiveMembership, request), request, membership_id)
    there = reverse("meetings:collective", args=[membership.collective_id])
    what = Asking(
        "left", _("She left the collective"), _("Save the day"), next_url=there, back_url=there,
        record=membership.pk, faults=FAULTS,
    )  # fmt: skip
    return ask(
        request,
        LeftForm,
        what,
        lambda form: actions.leave_collective(
            membership=membership, by=request.actor, **form.cleaned_data
        ),
    )
