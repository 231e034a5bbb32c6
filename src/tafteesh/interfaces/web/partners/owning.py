"""A file that goes to another organisation for good: offered by the one, taken by the other."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.actions import NotOfThisOffice, NumberTaken
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.handoffs import actions
from tafteesh.domain.handoffs.actions import owners
from tafteesh.domain.handoffs.models import OwnerChange
from tafteesh.domain.handoffs.queries import offers
from tafteesh.foundation.access.models import Membership, Organisation, Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.links import address_to_be
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.partners.sharing import FAULTS as SHARING
from tafteesh.interfaces.web.partners.sharing import EndForm
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.templatetags.shapes import Line

FAULTS: Faults = {
    actions.SheDidNotAgree: SHARING[actions.SheDidNotAgree],
    actions.OwnFile: SHARING[actions.OwnFile],
    owners.OfferedAlready: (
        "to",
        gettext_lazy("This file is offered already. Take that offer back first."),
    ),
    owners.JoinedHere: (
        None,
        gettext_lazy("This file is joined with another of yours. Undo the joining first."),
    ),
    owners.NotTheOwner: (None, gettext_lazy("Only the organisation that has the file gives it.")),
}
TAKING: Faults = {
    actions.SheDidNotAgree: (
        None,
        gettext_lazy("She changed her mind. The file stays where it is; talk with them."),
    ),
    NumberTaken: ("number", gettext_lazy("Another file has this number. Choose another.")),
    NotOfThisOffice: (
        "worker",
        gettext_lazy("This person does not work here any more. Choose another."),
    ),
}


class OfferForm(ActorForm):
    """To whom, and why."""

    to = PickField(label=gettext_lazy("To which organisation?"))
    why = forms.ChoiceField(
        label=gettext_lazy("Why?"), choices=OwnerChange.Why.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, organisations: list[Organisation], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["to"].offer(organisations, lambda row: row.name)  # type: ignore[attr-defined] # a PickField


class TakeForm(ActorForm):
    """Under which number, and with which worker."""

    number = forms.CharField(label=gettext_lazy("Your file number"), max_length=40)
    worker = PickField(label=gettext_lazy("Who works with her from now on?"))

    def __init__(self, *args: Any, workers: list[Person], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["worker"].offer(workers, lambda row: row.name)  # type: ignore[attr-defined] # a PickField


@page(Permission.FILE_ASSIGN, writes=("POST",))
def offer(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """The first signature."""
    file = found(door(SurvivorFile, request), request, file_id)
    others = Organisation.objects.exclude(pk=file.organisation_id).order_by("name")
    what = Asking(
        key="offer",
        heading=_("Give this file to another organisation"),
        label=_("Sign: we give it"),
        record=file.pk,
        next_url=reverse("partners:shares"),
        back_url=reverse("files:file", args=[file.pk]) + "?part=people",
        lead=_(
            "For good. It moves when they sign too, and she must have agreed that they see her file. Only"
            " the count stays with you."
        ),
        about=(Line(_("File"), file.number),),
        said=_("Signed by you. They have to sign too."),
        faults=FAULTS,
        form_args={"organisations": list(others)},
    )
    return ask(
        request,
        OfferForm,
        what,
        lambda form: owners.offer_file(file=file, by=request.actor, **form.cleaned_data),
    )


def _lines(row: OwnerChange) -> tuple[Line, ...]:
    return (
        Line(_("File"), row.survivor_file.number),
        Line(_("From"), row.organisation.name),
        Line(_("To"), row.to_organisation.name),
        Line(_("Why"), row.get_why_display()),
        Line(_("Signed on"), f"{row.recorded_at:%d-%m-%Y}"),
    )


@page(Permission.FILE_ASSIGN, writes=("POST",))
def take(request: StaffRequest, change_id: uuid.UUID) -> HttpResponse:
    """The second signature."""
    row = found(offers(request.actor), request, change_id)
    if row.to_organisation_id not in request.actor.offices:
        raise not_there()
    here = Membership.objects.filter(
        organisation_id=row.to_organisation_id, starts_on__lte=request.actor.today, ends_on=None
    )
    workers = Person.objects.filter(pk__in=here.values("person"), is_active=True).order_by("name")
    what = Asking(
        key="take",
        heading=_("Take this file over"),
        label=_("Sign: we take it"),
        record=row.pk,
        next_url=address_to_be("files:file", "file_id"),
        back_url=reverse("partners:shares"),
        lead=_("From this moment it is yours. What she agreed to before is asked anew by you."),
        about=_lines(row),
        said=_("The file is yours. Her new worker has the task to tell her."),
        faults=TAKING,
        form_args={"workers": list(workers)},
    )

    def save(form: TakeForm) -> SurvivorFile:
        taking = owners.Taking(**form.cleaned_data)
        return owners.take_over(change=row, taking=taking, by=request.actor)

    return ask(request, TakeForm, what, save)


@page(Permission.FILE_ASSIGN, writes=("POST",))
def drop(request: StaffRequest, change_id: uuid.UUID) -> HttpResponse:
    """Not taken, or no longer offered: it stays where it is."""
    row = found(offers(request.actor), request, change_id)
    ours = row.organisation_id in request.actor.offices
    end = owners.take_back_offer if ours else owners.refuse_file
    back = reverse("partners:shares")
    what = Asking(
        key="drop-offer",
        heading=_("Take the offer back") if ours else _("Do not take this file"),
        label=_("Take it back") if ours else _("We do not take it"),
        record=row.pk,
        next_url=back,
        back_url=back,
        about=_lines(row),
        said=_("The file stays where it is."),
    )
    return ask(request, EndForm, what, lambda _form: end(change=row, by=request.actor))
