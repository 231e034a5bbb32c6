"""Posts, and who held them from when to when."""

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import Asking, ask
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.page import StaffRequest, not_there, page
from tafteesh.interfaces.web.reference.listing import (
    Choice,
    Detail,
    Listing,
    Table,
    lines,
    one,
    show_detail,
    show_list,
    verified,
    words_of,
)
from tafteesh.interfaces.web.reference.words import because_of
from tafteesh.interfaces.web.templatetags.shapes import Column, Line, Row
from tafteesh.reference.places import actions
from tafteesh.reference.places.models import Area, Authority, Post, PostHolder
from tafteesh.reference.places.queries import holders_of

SEES_NAMES = (Permission.REFERENCE_WRITE, Permission.PROCEEDING_READ, Permission.MEETING_READ)
FAULTS = {
    actions.HeldAlready: (
        "held_from",
        gettext_lazy("Somebody else holds this post on some of these days. End that time first."),
    ),
    actions.LeavesBeforeComing: (
        "held_until",
        gettext_lazy("The last day lies before the first. Look at both again."),
    ),
    actions.PostStandsAlready: (
        "title",
        gettext_lazy("This post is on the list already. Open it and say who holds it."),
    ),
}


class PostForm(ActorForm):
    """A post that the list lacks."""

    title = forms.ChoiceField(label=gettext_lazy("Title"), choices=Post.Title.choices)
    name = forms.CharField(label=gettext_lazy("How the post is called"), max_length=120)


class HolderForm(ActorForm):
    """Who holds a post, and since when."""

    name = forms.CharField(label=gettext_lazy("Name of the officer"), max_length=120)
    rank = forms.CharField(label=gettext_lazy("Rank"), max_length=60, required=False)
    held_from = DayField(label=gettext_lazy("Since"))
    source = forms.CharField(label=gettext_lazy("How do we know?"), max_length=200, required=False)


class EndForm(ActorForm):
    """The day on which somebody left a post."""

    held_until = DayField(label=gettext_lazy("Left on"))


def _sees_names(request: StaffRequest) -> bool:
    return any(request.actor.holds(permission) for permission in SEES_NAMES)


@page(Permission.OWN_DESK)
def posts(request: StaffRequest) -> HttpResponse:
    """Every post and, for those whose work meets officials, who holds it today."""
    words, title = words_of(request), request.GET.get("title", "")
    rows = Post.objects.filter(is_current=True).select_related("area", "authority")
    if title in Post.Title.values:
        rows = rows.filter(title=title)
    if words:
        rows = rows.filter(name__icontains=words)
    found = list(rows.order_by("name"))
    holders = holders_of(found, request.actor.today) if _sees_names(request) else {}
    shown = [
        Row(
            [post.name, _held_by(holders.get(post.pk)), verified(post)],
            reverse("reference:post", args=[post.pk]),
        )
        for post in found
    ]
    return show_list(
        request,
        Listing(
            heading=_("Posts and who holds them"),
            lead=_("A promise is tied to the post: people are transferred, posts stay."),
            columns=[Column(_("Post")), Column(_("Held today by")), Column(_("Verified"))],
            rows=shown,
            words=words,
            choices=[Choice("title", _("Title"), [("", _("Any")), *Post.Title.choices], title)],
            back_url=reverse("reference:home"),
            back=_("Law and places"),
            empty=_("No post fits. A post is added on the page of its area or authority."),
        ),
    )


def _held_by(holder: PostHolder | None) -> str:
    return holder.name if holder else pgettext("holder of a post", "not known")


@page(Permission.OWN_DESK)
def post(request: StaffRequest, post_id: uuid.UUID) -> HttpResponse:
    """One post and everybody who held it."""
    row: Post = one(Post.objects.select_related("area", "authority"), post_id)
    place = row.authority or row.area
    shown = lines(
        (_("Title"), row.get_title_display()),
        (_("Of"), place.name if place else ""),
        *because_of(row),
    )
    may_write = request.actor.holds(Permission.REFERENCE_WRITE)
    tables = [_held(row, may_write=may_write)] if _sees_names(request) else []
    begin_url = reverse("reference:begin", args=[row.pk])
    return show_detail(
        request,
        Detail(
            row.name, row, shown, tables, reverse("reference:posts"), _("Posts and who holds them"),
            [(begin_url, _("Somebody new holds it"))] if may_write else [],
        ),
    )  # fmt: skip


def _held(row: Post, *, may_write: bool) -> Table:
    """Newest first; the name of whoever holds it now leads to the page that ends their time."""
    rows = []
    for holder in row.holders.order_by("-held_from"):
        end_url = reverse("reference:end", args=[holder.pk])
        rows.append(
            Row(
                [holder.name, holder.rank, holder.held_from,
                 holder.held_until or pgettext("holder of a post", "holds it now"), holder.source],
                end_url if may_write and holder.held_until is None else "",
            )
        )  # fmt: skip
    columns = [
        Column(_("Name")), Column(_("Rank")), Column(_("Since")), Column(_("Until")),
        Column(_("How we know")),
    ]  # fmt: skip
    return Table(_("Who held it"), columns, rows, _("Nobody is written down yet."))


@page(Permission.REFERENCE_WRITE, writes=("POST",))
def new_post(request: StaffRequest, kind: str, place_id: uuid.UUID) -> HttpResponse:
    """Add a post to an area or an authority."""
    authority = Authority.objects.filter(pk=place_id).first() if kind == "authority" else None
    area = Area.objects.filter(pk=place_id).first() if kind == "area" else None
    place = authority or area
    if place is None:
        raise not_there()

    def save(form: PostForm) -> Any:
        return actions.add_post(
            authority=authority, area=area, by=request.actor, **form.cleaned_data
        )

    back = reverse(f"reference:{kind}", args=[place_id])
    asking = Asking(
        "reference.post", _("Add a post"), _("Add the post"), reverse("reference:posts") + "{id}/",
        record=place_id, back_url=back, about=(Line(_("Of"), place.name),), faults=FAULTS,
    )  # fmt: skip
    return ask(request, PostForm, asking, save)


@page(Permission.REFERENCE_WRITE, writes=("POST",))
def begin(request: StaffRequest, post_id: uuid.UUID) -> HttpResponse:
    """Somebody holds the post from a day; whoever held it leaves on that day."""
    row: Post = one(Post.objects.all(), post_id)
    back = reverse("reference:post", args=[post_id])

    def save(form: HolderForm) -> Any:
        return actions.begin_holding(post=row, by=request.actor, **form.cleaned_data)

    asking = Asking(
        "reference.holder", _("Who holds this post?"), _("Save the holder"), back, record=post_id,
        lead=_("Whoever holds it now leaves on the day on which the new holder comes."),
        back_url=back, about=(Line(_("Post"), row.name),), faults=FAULTS,
    )  # fmt: skip
    return ask(request, HolderForm, asking, save)


@page(Permission.REFERENCE_WRITE, writes=("POST",))
def end(request: StaffRequest, holder_id: uuid.UUID) -> HttpResponse:
    """They left the post, and nobody new is known yet."""
    found: PostHolder | None = (
        PostHolder.objects.filter(pk=holder_id).select_related("post").first()
    )
    if found is None:
        raise not_there()
    holder = found
    back = reverse("reference:post", args=[holder.post_id])

    def save(form: EndForm) -> Any:
        return actions.end_holding(holder=holder, by=request.actor, **form.cleaned_data)

    asking = Asking(
        "reference.end", _("They left this post"), _("Save the day"), back, record=holder_id,
        back_url=back, faults={**FAULTS, actions.HeldAlready: ("held_until", FAULTS[actions.HeldAlready][1])},
        about=(Line(_("Post"), holder.post.name), Line(_("Since"), _day(holder))),
    )  # fmt: skip
    return ask(request, EndForm, asking, save)


def _day(holder: PostHolder) -> str:
    return f"{holder.held_from:%d-%m-%Y}" if holder.held_from else _("not known")
