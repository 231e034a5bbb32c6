"""What a person says of two files: one person, two persons, look again; and a join undone."""

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once import actions
from tafteesh.domain.once.models import Join, Pair
from tafteesh.domain.once.queries import files_to_join
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, Faults, ask, found
from tafteesh.interfaces.web.form_fields import ActorForm
from tafteesh.interfaces.web.once.review import after, number
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.templatetags.shapes import Line

SETTLED = gettext_lazy("Somebody has answered this already. Look at the pair again.")
OTHER_OWNER = gettext_lazy(
    "One of the two files belongs to another organisation. It has to be given to you first: they offer it and"
    " you take it, under Partners. Then join the two."
)
FAULTS: Faults = {
    actions.SettledAlready: (None, SETTLED),
    actions.OtherOwner: (None, OTHER_OWNER),
    actions.OnePersonAlready: (
        None,
        gettext_lazy("Both are of one person already, through another file."),
    ),
    actions.NotOneOfTheTwo: ("standing", gettext_lazy("Choose one of the two files.")),
    actions.StandsForOthers: (
        "standing",
        gettext_lazy(
            "Other files are joined to the one that you did not choose. Choose that one, or undo those first."
        ),
    ),
}
UNDOING: Faults = {
    actions.OtherOwner: (None, OTHER_OWNER),
    actions.JoinedOverIt: (
        None,
        gettext_lazy("Another file was joined because of this one. Undo that first."),
    ),
}


class JoinForm(ActorForm):
    """Which file stands, and why they are one person."""

    standing = PickField(
        label=gettext_lazy("Which file goes on?"),
        help_text=gettext_lazy(
            "The other stays as it is, points to this one, and both are read together."
        ),
        widget=forms.RadioSelect,
    )
    why = forms.ChoiceField(
        label=gettext_lazy("How do you know?"), choices=Join.Why.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, files: list[SurvivorFile], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["standing"]
        field.offer(files, _words)  # type: ignore[attr-defined] # a PickField
        field.choices = field.choices[1:]  # type: ignore[attr-defined] # no empty circle


class UndoForm(ActorForm):
    """Why it is undone."""

    why = forms.ChoiceField(
        label=gettext_lazy("Why?"), choices=Join.WhyUndone.choices, widget=forms.RadioSelect
    )


def _words(file: SurvivorFile) -> str:
    """A file among the two: its number, and since when it is open."""
    opened = f"{file.opened_earliest:%d-%m-%Y}" if file.opened_earliest else _("day not known")
    return _("%(number)s, first talk %(day)s") % {"number": file.number, "day": opened}


def _pair(request: StaffRequest, pair_id: uuid.UUID) -> Pair:
    rows = Pair.objects.visible_to(request.actor).select_related("survivor_file", "other_file")
    return found(rows, request, pair_id)


@page(Permission.PERSON_JOIN, writes=("POST",))
def join(request: StaffRequest, pair_id: uuid.UUID) -> HttpResponse:
    """One person: which file goes on, and how it is known."""
    row = _pair(request, pair_id)
    files = files_to_join(row, request.actor)
    if len(files) < 2:
        files = [row.survivor_file, row.other_file]
    what = Asking(
        key="join",
        heading=_("One person: join the two files"),
        label=_("Join them"),
        record=row.pk,
        next_url=reverse("once:pair", args=[row.pk]),
        back_url=reverse("once:pair", args=[row.pk]),
        lead=_(
            "Nothing is deleted or moved. From now on she counts once, and whoever reaches both files reads them"
            " together. It can be undone whole."
        ),
        about=tuple(Line(_("File"), file.number) for file in files),
        said=_("Joined: she counts once from now on."),
        faults=FAULTS,
        initial={"standing": str(files[0].pk)} if files else {},
        form_args={"files": files},
    )

    def save(form: JoinForm) -> Join:
        standing = form.cleaned_data["standing"]
        why = form.cleaned_data["why"]
        return actions.join(pair=row, standing=standing.pk, why=why, by=request.actor)

    return ask(request, JoinForm, what, save)


@page(Permission.PERSON_JOIN, writes=("POST",))
def undo(request: StaffRequest, join_id: uuid.UUID) -> HttpResponse:
    """Undo a join whole."""
    rows = Join.objects.visible_to(request.actor).filter(withdrawn_at=None)
    row = found(rows.select_related("survivor_file", "standing_file"), request, join_id)
    back = reverse("once:pair", args=[row.pair_id])
    what = Asking(
        key="undo-join",
        heading=_("Undo the joining of two files"),
        label=_("Undo it"),
        record=row.pk,
        next_url=back,
        back_url=back,
        lead=_("Both files are again what they were before, and count as two."),
        about=(
            Line(_("File"), row.standing_file.number),
            Line(_("Joined to it"), row.survivor_file.number),
            Line(_("Why"), row.get_why_display()),
        ),
        said=_("Undone: they are two again."),
        faults=UNDOING,
    )
    return ask(
        request,
        UndoForm,
        what,
        lambda form: actions.undo_join(joined=row, why=form.cleaned_data["why"], by=request.actor),
    )


@page(Permission.PERSON_JOIN, writes=("POST",))
def two_persons(request: StaffRequest, pair_id: uuid.UUID) -> HttpResponse:
    """Two persons, with the reason; it is not asked again."""
    row = _pair(request, pair_id)
    why = request.POST.get("why", "")
    if request.method != "POST":
        raise not_there()
    if why not in Pair.WhyNot.values:
        messages.error(request, _("Say how you know that they are two: choose one of the reasons."))
        return redirect("once:pair", pair_id=row.pk)
    try:
        actions.not_the_same(pair=row, why=why, by=request.actor)
    except ObjectDoesNotExist:
        raise not_there() from None
    except actions.SettledAlready:
        messages.warning(request, str(SETTLED))
        return redirect("once:pair", pair_id=row.pk)
    undo_url = reverse("once:again", args=[row.pk])
    said = _(
        "Two persons: this pair is not proposed again, unless something stronger comes to light."
    )
    messages.success(request, said, extra_tags=undo_url)
    return redirect(after(number(request.POST.get("skip"))))


@page(Permission.PERSON_JOIN, writes=("POST",))
def again(request: StaffRequest, pair_id: uuid.UUID) -> HttpResponse:
    """Take an answer back: the pair waits again."""
    row = _pair(request, pair_id)
    if request.method != "POST":
        raise not_there()
    try:
        actions.look_again(pair=row, by=request.actor)
    except actions.SettledAlready:
        messages.warning(request, str(SETTLED))
    else:
        messages.success(request, _("It waits for an answer again."))
    return redirect("once:pair", pair_id=row.pk)
