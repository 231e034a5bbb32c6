"""The people around her, and a tie of somebody of the staff to an accused person."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.actions import household
from tafteesh.domain.files.models import AccessGrant, ConflictOfInterest, HouseholdMember
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.care.choices import YesForm
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.survivor_files.recording import on_file
from tafteesh.interfaces.web.survivor_files.views import file_or_404
from tafteesh.interfaces.web.templatetags.shapes import Line

SEALED = gettext_lazy("Sealed. It may stay empty.")
FAULTS: Faults = {
    household.AccusedSpeaksForHer: (
        "is_accused",
        gettext_lazy(
            "An accused person cannot be her guardian, hold her account or be called. Take these parts"
            " away, and ask for the committee's order or a support person."
        ),
    ),
    household.OrderNeeded: ("order_on", gettext_lazy("Write the day of the order")),
}


class MemberForm(ActorForm):
    """One person around her, and which parts this person has."""

    relation = forms.ChoiceField(
        label=gettext_lazy("Who is it?"), choices=HouseholdMember.Relation.choices
    )
    name = forms.CharField(
        label=gettext_lazy("Name"), help_text=SEALED, max_length=120, required=False
    )
    phone = forms.CharField(
        label=gettext_lazy("Phone"), help_text=SEALED, max_length=40, required=False
    )
    lives_with_her = forms.BooleanField(label=gettext_lazy("Lives with her"), required=False)
    is_accused = forms.BooleanField(
        label=gettext_lazy("Is accused in her court case"), required=False
    )
    is_guardian = forms.BooleanField(
        label=gettext_lazy("Agrees for her as guardian"), required=False
    )
    holds_account = forms.BooleanField(
        label=gettext_lazy("Holds the account for her money"), required=False
    )
    may_be_called = forms.BooleanField(
        label=gettext_lazy("May be called about her"), required=False
    )
    order_on = DayField(
        label=gettext_lazy("Day of the order"),
        help_text=gettext_lazy("Only for the committee or a support person."),
        required=False,
    )


class ConflictForm(ActorForm):
    """Who, and which tie."""

    person = PickField(label=gettext_lazy("Who of the staff?"))
    tie = forms.ChoiceField(
        label=gettext_lazy("Which tie?"),
        choices=ConflictOfInterest.Tie.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, people: list[Person], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["person"].offer(people, lambda row: row.name)  # type: ignore[attr-defined] # a PickField


@page(Permission.FILE_WRITE, writes=("POST",))
def member(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Write somebody of her family or household down."""
    file = file_or_404(request, file_id)
    asking = on_file(file, "member", _("Family and household"), part="people", faults=FAULTS)

    def save(form: MemberForm) -> HouseholdMember:
        said = dict(form.cleaned_data)
        name, phone = said.pop("name"), said.pop("phone")
        row = HouseholdMember(**said)
        return household.record_member(
            file=file, member=row, name=name, phone=phone, by=request.actor
        )

    return ask(request, MemberForm, asking, save)


@page(Permission.FILE_WRITE, writes=("POST",))
def accused(request: StaffRequest, member_id: uuid.UUID) -> HttpResponse:
    """This person is named as accused: every part for her ends."""
    row = found(door(HouseholdMember, request), request, member_id)
    back = reverse("files:file", args=[row.survivor_file_id]) + "?part=people"
    asking = Asking(
        "accused", _("Is this person accused?"), _("Yes, end every part for her"), next_url=back,
        back_url=back, record=row.pk,
        lead=_("An accused person is no guardian, holds no account and is never called."),
        about=(Line(_("Who"), row.get_relation_display()),),
    )  # fmt: skip
    return ask(
        request, YesForm, asking, lambda _form: household.name_accused(member=row, by=request.actor)
    )


@page(Permission.CONTACT_RECORD, writes=("POST",))
def conflict(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Somebody of the staff is close to an accused person; she may say it of herself."""
    file = file_or_404(request, file_id)
    grants = AccessGrant.objects.visible_to(request.actor).filter(survivor_file=file)
    people = Person.objects.filter(pk__in=grants.exclude(person=None).values("person"))
    asking = on_file(
        file,
        "conflict",
        _("A tie to an accused person"),
        label=_("End the access now"),
        lead=_("Whoever is close to an accused person cannot have this file. It is no reproach."),
        next_url=reverse("files:list"),
        said=_("The access ended this moment."),
        faults={
            household.OnlyYourself: (
                "person",
                _("You can say this of yourself. For a colleague, tell your case manager."),
            ),
            household.ReachesByOffice: (
                "person",
                _(
                    "This person reaches every file by her role. Ask the programme manager to change it."
                ),
            ),
        },
        form_args={"people": list(people.order_by("name"))},
    )

    def save(form: ConflictForm) -> ConflictOfInterest:
        return household.declare_conflict(file=file, by=request.actor, **form.cleaned_data)

    return ask(request, ConflictForm, asking, save)
