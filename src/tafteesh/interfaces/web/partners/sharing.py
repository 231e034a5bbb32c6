"""Sharing one file with a partner organisation until a day, because she agreed."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.handoffs import actions
from tafteesh.domain.handoffs.models import Share
from tafteesh.domain.handoffs.queries import given_away, not_agreed, offers, shares
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, door, found
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.templatetags.shapes import Line

FAULTS: Faults = {
    actions.SharedTooLong: (
        "until",
        gettext_lazy("At most ninety days from today. A longer need is agreed to again then."),
    ),
    actions.EndsInThePast: ("until", gettext_lazy("This day has passed. Write a day to come.")),
    actions.NotAgreedYet: ("agreed_on", gettext_lazy("This day has not come yet")),
    actions.SheDidNotAgree: (
        "to",
        gettext_lazy(
            "She has not agreed that this organisation sees her file. Ask her, and write her answer"
            " down in her file under Safety and consent."
        ),
    ),
    actions.OwnFile: ("to", gettext_lazy("The file is theirs already. Choose another.")),
    actions.SharedAlready: (
        "to",
        gettext_lazy("This file is shared with them already. End that sharing first."),
    ),
}


class ShareForm(ActorForm):
    """With whom, for what, since when she agrees, until when."""

    to = PickField(label=gettext_lazy("With which organisation?"))
    purpose = forms.ChoiceField(
        label=gettext_lazy("For what?"), choices=Share.Purpose.choices, widget=forms.RadioSelect
    )
    agreed_on = DayField(
        label=gettext_lazy("Day on which she agreed"),
        help_text=gettext_lazy("Without her agreement it cannot be shared"),
    )
    until = DayField(
        label=gettext_lazy("Until"),
        past_only=False,
        help_text=gettext_lazy("At most ninety days. It ends by itself that day"),
    )

    def __init__(self, *args: Any, organisations: list[Organisation], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["to"].offer(organisations, lambda row: row.name)  # type: ignore[attr-defined] # a PickField


class EndForm(ActorForm):
    """Nothing to fill in: only yes."""


@page(Permission.FILE_READ)
def shares_list(request: StaffRequest) -> HttpResponse:
    """What is shared today, with whom, until when: what she gave, and what she was given."""
    rows = list(shares(request.actor)[:500])
    return show(
        request,
        "partners/shares.html",
        given=[row for row in rows if row.to_organisation_id not in request.actor.organisations],
        received=[row for row in rows if row.to_organisation_id in request.actor.organisations],
        may_share=request.actor.holds(Permission.FILE_ASSIGN),
        **_owning(request),
    )


def _owning(request: StaffRequest) -> dict[str, Any]:
    """Files that go to another organisation for good, and shares that lie still because she was not asked."""
    actor = request.actor
    if not actor.holds(Permission.FILE_ASSIGN):
        return {}
    waiting = list(offers(actor)[:60])
    return {
        "to_us": [row for row in waiting if row.to_organisation_id in actor.offices],
        "from_us": [row for row in waiting if row.organisation_id in actor.offices],
        "given_away": given_away(actor),
        "still": list(not_agreed(actor)[:60]),
    }


@page(Permission.FILE_ASSIGN, writes=("POST",))
def share(request: StaffRequest, file_id: uuid.UUID) -> HttpResponse:
    """Share one file."""
    file = found(door(SurvivorFile, request), request, file_id)
    others = Organisation.objects.exclude(pk=file.organisation_id).order_by("name")
    what = Asking(
        key="share",
        heading=_("Share this file"),
        label=_("Share this file"),
        record=file.pk,
        next_url=reverse("partners:shares"),
        back_url=reverse("files:file", args=[file.pk]),
        lead=_("They can read the whole file without her name, until the day you write."),
        about=(Line(_("File"), file.number),),
        said=_("The file is shared."),
        faults=FAULTS,
        form_args={"organisations": list(others)},
    )
    return ask(
        request,
        ShareForm,
        what,
        lambda form: actions.share_file(
            file=file, new=actions.NewShare(**form.cleaned_data), by=request.actor
        ),
    )


@page(Permission.FILE_ASSIGN, writes=("POST",))
def end(request: StaffRequest, share_id: uuid.UUID) -> HttpResponse:
    """End a share before its day."""
    row = found(shares(request.actor), request, share_id)
    back = reverse("partners:shares")
    what = Asking(
        "end-share", _("End the sharing"), _("End it now"), next_url=back, back_url=back,
        record=row.pk, said=_("The sharing has ended."),
        about=(
            Line(_("File"), row.survivor_file.number),
            Line(_("With"), row.to_organisation.name),
            Line(_("Until"), f"{row.until:%d-%m-%Y}"),
        ),
    )  # fmt: skip
    return ask(request, EndForm, what, lambda _form: actions.end_share(share=row, by=request.actor))
