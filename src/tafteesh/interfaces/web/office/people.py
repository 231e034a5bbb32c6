"""What is done to people: added, given a role, let go. Each asks first and is a line in the log."""

import secrets
import uuid
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.office import actions
from tafteesh.domain.office.actions import (
    AlreadyDecided,
    NameTaken,
    NotYourOffice,
    NotYourself,
    SamePerson,
)
from tafteesh.foundation.access.models import Membership, Person, RoleProposal
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.interfaces.web.asking import Asking, ask
from tafteesh.interfaces.web.office.forms import DecideForm, NewPersonForm, RoleForm, SureForm
from tafteesh.interfaces.web.office.views import person_or_404
from tafteesh.interfaces.web.page import StaffRequest, not_there, page, show
from tafteesh.interfaces.web.sign_in.fresh import proved_lately
from tafteesh.interfaces.web.templatetags.shapes import Line

FAULTS = {
    NotYourOffice: (None, gettext_lazy("People are looked after in their own organisation.")),
    NotYourself: (None, gettext_lazy("Ask a colleague who may manage people to do this for you.")),
    SamePerson: (
        "agreed",
        gettext_lazy("A second person decides: not who asked for it, nor who would receive it."),
    ),
    AlreadyDecided: (None, gettext_lazy("This was decided already. Go back to see how.")),
}


def _page_of(person: Person) -> str:
    return reverse("office:person", kwargs={"person_id": person.pk})


@page(Permission.PEOPLE_MANAGE, writes=("POST",))
@proved_lately
def new_person(request: StaffRequest) -> HttpResponse:
    """Add somebody; the password for her first sign-in is shown on the answer, once."""
    form = NewPersonForm(request.POST or None, by=request.actor, initial={"language": "bn"})
    if form.is_valid():
        password = secrets.token_urlsafe(12)
        try:
            person = actions.add_person(**form.cleaned_data, password=password, by=request.actor)
        except NameTaken:
            form.add_error("login_name", _("Somebody signs in with this name. Choose another."))
        else:
            return show(request, "office/password.html", person=person, password=password)
    return show(request, "office/new_person.html", form=form)


@page(Permission.PEOPLE_MANAGE, writes=("POST",))
@proved_lately
def new_password(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """She lost her password: a new one for one sign-in. Her second factor stays as it is."""
    person = person_or_404(request, person_id)
    error = ""
    if request.method == "POST":
        password = secrets.token_urlsafe(12)
        try:
            actions.give_new_password(person=person, password=password, by=request.actor)
        except NotYourself:
            error = _("Change your own password in your settings.")
        else:
            return show(request, "office/password.html", person=person, password=password)
    return show(request, "office/new_password.html", person=person, error=error)


@page(Permission.PEOPLE_MANAGE, writes=("POST",))
@proved_lately
def give(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """Give a role; the system administrator's is proposed to a second person instead."""
    person = person_or_404(request, person_id)

    def save(form: RoleForm) -> Any:
        role = Role(form.cleaned_data["role"])
        act = actions.propose_role if role.needs_two_people else actions.give_role
        return act(person=person, role=role, by=request.actor)

    asking = Asking(
        key="give_role",
        record=person.pk,
        heading=_("Give a role"),
        label=_("Give this role"),
        lead=_("The role of system administrator begins when a second person agrees."),
        about=(Line(_("Person"), person.name),),
        next_url=_page_of(person),
        back_url=_page_of(person),
        faults=FAULTS,
    )
    return ask(request, RoleForm, asking, save)


@page(Permission.PEOPLE_MANAGE, writes=("POST",))
@proved_lately
def end(request: StaffRequest, membership_id: uuid.UUID) -> HttpResponse:
    """A role ends, and with it every session that began with it."""
    rows = Membership.objects.filter(
        organisation_id__in=request.actor.organisations, ends_on=None
    ).select_related("person")
    membership = rows.filter(pk=membership_id).first()
    if membership is None:
        raise not_there()

    def save(_form: SureForm) -> Person:
        actions.end_role(membership=membership, by=request.actor)
        return membership.person

    asking = Asking(
        key="end_role",
        record=membership.pk,
        heading=_("End a role"),
        label=_("End this role today"),
        lead=_(
            "She is signed out on her next step. Files given to her stay hers until they are given on."
        ),
        about=(
            Line(_("Person"), membership.person.name),
            Line(_("Role"), membership.get_role_display()),
        ),
        next_url=_page_of(membership.person),
        back_url=_page_of(membership.person),
        faults=FAULTS,
    )
    return ask(request, SureForm, asking, save)


@page(Permission.PEOPLE_MANAGE, writes=("POST",))
@proved_lately
def left(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """She left: every role ends and she can sign in no more."""
    person = person_or_404(request, person_id)
    asking = Asking(
        key="left",
        record=person.pk,
        heading=_("She or he left"),
        label=_("End all roles and close the sign-in"),
        lead=_("What she or he recorded stays. Give the files to a colleague as well."),
        about=(Line(_("Person"), person.name),),
        next_url=_page_of(person),
        back_url=_page_of(person),
        faults=FAULTS,
    )
    return ask(
        request, SureForm, asking, lambda _form: actions.let_go(person=person, by=request.actor)
    )


@page(Permission.PEOPLE_MANAGE, writes=("POST",))
@proved_lately
def decide(request: StaffRequest, proposal_id: uuid.UUID) -> HttpResponse:
    """The second person's word on a role that needs two."""
    rows = RoleProposal.objects.filter(organisation_id__in=request.actor.organisations)
    proposal = rows.filter(pk=proposal_id).select_related("person", "proposed_by").first()
    if proposal is None:
        raise not_there()

    def save(form: DecideForm) -> RoleProposal:
        agreed = form.cleaned_data["agreed"] == "yes"
        return actions.decide_role(proposal=proposal, agreed=agreed, by=request.actor)

    asking = Asking(
        key="decide_role",
        record=proposal.pk,
        heading=_("A role that needs two people"),
        label=_("Record your answer"),
        about=(
            Line(_("Person"), proposal.person.name),
            Line(_("Role"), proposal.get_role_display()),
            Line(_("Asked for by"), proposal.proposed_by.name),
        ),
        next_url=_page_of(proposal.person),
        back_url=reverse("office:people"),
        faults=FAULTS,
    )
    return ask(request, DecideForm, asking, save)
