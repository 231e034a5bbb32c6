"""All files of a worker go to others in one act."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.diary import actions as diary
from tafteesh.domain.files.actions import NotOfThisOffice, TooClose
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.queries import caseload
from tafteesh.domain.office.actions import NotYourOffice, NotYourself
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.templatetags.shapes import Line

FAULTS: Faults = {
    diary.FileLeftOver: (
        None,
        gettext_lazy("The list of files changed meanwhile. Open this page anew and choose again."),
    ),
    diary.ToHerself: ("to_all", gettext_lazy("Choose somebody else: she gives them away.")),
    NotOfThisOffice: (
        "to_all",
        gettext_lazy("One of those whom you chose does not work here any more."),
    ),
    TooClose: (
        None,
        gettext_lazy("One of those whom you chose is close to an accused person of that file."),
    ),
    NotYourOffice: (None, gettext_lazy("People are looked after in their own organisation.")),
    NotYourself: ("leaves", gettext_lazy("Nobody ends her own sign-in: a colleague does it.")),
}


class HandOverForm(ActorForm):
    """One worker for all files, and others for single ones."""

    to_all = PickField(label=gettext_lazy("Give the files to"))

    def __init__(
        self, *args: Any, files: list[SurvivorFile], workers: list[Person], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.given = files
        if self.by.holds(Permission.PEOPLE_MANAGE):
            self.fields["leaves"] = forms.BooleanField(
                label=_("She or he leaves: end the sign-in in the same moment"), required=False
            )
        for file in files:
            self.fields[f"file_{file.pk.hex}"] = PickField(
                label=_("File %(number)s, if to somebody else") % {"number": file.number},
                required=False,
            )
        for field in self.fields.values():
            if isinstance(field, PickField):
                field.offer(workers, lambda row: row.name)

    def chosen(self) -> dict[uuid.UUID, Person]:
        """The new worker of each file."""
        said = self.cleaned_data
        return {file.pk: said[f"file_{file.pk.hex}"] or said["to_all"] for file in self.given}


@page(Permission.FILE_ASSIGN, writes=("POST",))
def hand_over(request: StaffRequest, person_id: uuid.UUID) -> HttpResponse:
    """Hand a whole caseload over."""
    actor = request.actor
    leaver = Person.objects.filter(pk=person_id, organisation__in=actor.offices).first()
    if leaver is None:
        raise not_there()
    files = list(caseload(actor, leaver))
    here = Membership.objects.filter(
        organisation_id=leaver.organisation_id, starts_on__lte=actor.today, ends_on=None
    )
    workers = Person.objects.filter(pk__in=here.values("person"), is_active=True)
    asking = Asking(
        key="hand_over",
        record=leaver.pk,
        heading=_("Hand over all files"),
        label=_("Hand over now"),
        lead=_(
            "Each survivor is to be told in her own way: that becomes a task of her new worker."
        ),
        about=(Line(_("From"), leaver.name), Line(_("Files"), str(len(files)))),
        next_url=reverse("files:list"),
        said=_("All files were handed over."),
        faults=FAULTS,
        form_args={
            "files": files,
            "workers": list(workers.exclude(pk=leaver.pk).order_by("name")),
        },
    )

    def save(form: HandOverForm) -> Person:
        leaves = bool(form.cleaned_data.get("leaves"))
        diary.hand_over_caseload(leaver=leaver, to=form.chosen(), leaves=leaves, by=actor)
        return leaver

    return ask(request, HandOverForm, asking, save)
