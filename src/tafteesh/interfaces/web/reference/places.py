"""Areas from State to block, and the offices the programme deals with."""

import uuid

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.page import StaffRequest, page
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
from tafteesh.interfaces.web.templatetags.shapes import Column, Row, Words
from tafteesh.reference.places.kinds import AuthorityKind
from tafteesh.reference.places.models import Area, Authority, Post
from tafteesh.reference.places.models.area import AreaKind
from tafteesh.reference.places.names import place_key

CHILD_KINDS = {
    Area.Kind.STATE: (Area.Kind.DISTRICT,),
    Area.Kind.DISTRICT: (Area.Kind.SUBDIVISION, Area.Kind.BLOCK),
    Area.Kind.SUBDIVISION: (Area.Kind.BLOCK,),
    Area.Kind.BLOCK: (Area.Kind.GRAM_PANCHAYAT,),
}


@page(Permission.OWN_DESK)
def authorities(request: StaffRequest) -> HttpResponse:
    """Police stations, courts and all others, found by any spelling."""
    words, kind = words_of(request), request.GET.get("kind", "")
    rows = Authority.objects.filter(is_current=True).select_related("district", "parent")
    if kind in Authority.Kind.values:
        rows = rows.filter(kind=kind)
    if key := place_key(words):
        rows = rows.filter(search_text__contains=key)
    present = {*Authority.objects.filter(is_current=True).values_list("kind", flat=True)}
    options: list[tuple[str, Words]] = [("", _("Any"))]
    options += [(c, w) for c, w in AuthorityKind.choices if c in present]
    shown = [
        Row(
            [row.name, row.get_kind_display(), row.parent.name if row.parent else "",
             row.district.name if row.district else "", verified(row)],
            reverse("reference:authority", args=[row.pk]),
        )
        for row in rows.order_by("name")
    ]  # fmt: skip
    return show_list(
        request,
        Listing(
            heading=_("Police stations, courts and other authorities"),
            columns=[
                Column(_("Name")), Column(_("Kind")), Column(_("Under")),
                Column(_("District")), Column(_("Verified")),
            ],
            rows=shown,
            words=words,
            choices=[Choice("kind", _("Kind"), options, kind)],
            back_url=reverse("reference:home"),
            back=_("Law and places"),
            empty=_("No authority of that name is on the list. An office can load its own list."),
        ),
    )  # fmt: skip


@page(Permission.OWN_DESK)
def authority(request: StaffRequest, row_id: uuid.UUID) -> HttpResponse:
    """One office: its names, what stands under it, its posts."""
    rows = Authority.objects.select_related("district", "state", "parent", "area")
    row: Authority = one(rows, row_id)
    shown = lines(
        (_("Kind"), row.get_kind_display()),
        (_("In Bengali"), row.name_bn),
        (_("In Hindi"), row.name_hi),
        (_("Also written"), ", ".join(row.aliases)),
        (_("Under"), row.parent and row.parent.name),
        (_("Area"), row.area and row.area.name),
        (_("District"), row.district and row.district.name),
        (_("State"), row.state and row.state.name),
        *because_of(row),
    )
    under = [
        Row([r.name, r.get_kind_display(), verified(r)], reverse("reference:authority", args=[r.pk]))
        for r in row.offices.filter(is_current=True).order_by("name")
    ]  # fmt: skip
    tables = [posts_table(list(row.posts.filter(is_current=True)))]
    if under:
        columns = [Column(_("Name")), Column(_("Kind")), Column(_("Verified"))]
        tables.append(Table(_("Under it"), columns, under))
    return show_detail(
        request,
        Detail(
            row.name, row, shown, tables, reverse("reference:authorities"),
            _("Police stations, courts and other authorities"),
            _may_add_post(request, "authority", row.pk),
        ),
    )  # fmt: skip


def posts_table(posts: list[Post]) -> Table:
    """The posts of an office or an area."""
    rows = [
        Row([post.name, post.get_title_display(), verified(post)], reverse("reference:post", args=[post.pk]))
        for post in posts
    ]  # fmt: skip
    columns = [Column(_("Post")), Column(_("Title")), Column(_("Verified"))]
    return Table(_("Posts"), columns, rows, _("No post is on the list yet."))


def _may_add_post(request: StaffRequest, kind: str, pk: uuid.UUID) -> list[tuple[str, str]]:
    if not request.actor.holds(Permission.REFERENCE_WRITE):
        return []
    return [(reverse("reference:new_post", args=[kind, pk]), _("Add a post"))]


@page(Permission.OWN_DESK)
def states(request: StaffRequest) -> HttpResponse:
    """The States and Union Territories."""
    rows = Area.objects.filter(kind=Area.Kind.STATE, is_current=True).order_by("name")
    columns = [Column(_("State")), Column(_("LGD code"), number=True), Column(_("Verified"))]
    return show_list(
        request,
        Listing(
            heading=_("States, districts and blocks"),
            lead=_(
                "Names and codes of the Local Government Directory, Ministry of Panchayati Raj (open government data)."
            ),
            columns=columns,
            rows=[_area_row(row) for row in rows],
            back_url=reverse("reference:home"),
            back=_("Law and places"),
            empty=_("No State is loaded yet."),
        ),
    )


def _area_row(row: Area) -> Row:
    cells = [row.name, row.lgd_code, verified(row)]
    return Row(cells, reverse("reference:area", args=[row.pk]))


@page(Permission.OWN_DESK)
def area(request: StaffRequest, row_id: uuid.UUID) -> HttpResponse:
    """One area, what lies in it, and its posts."""
    row: Area = one(Area.objects.select_related("parent", "state", "subdivision"), row_id)
    shown = lines(
        (_("Kind"), row.get_kind_display()),
        (_("LGD code"), row.lgd_code),
        (_("In Bengali"), row.name_bn),
        (_("In Hindi"), row.name_hi),
        (_("Also written"), ", ".join(row.aliases)),
        (_("Sub-division"), row.subdivision and row.subdivision.name),
        (_("State"), row.state and row.state.name),
        *because_of(row),
    )
    back = (
        reverse("reference:area", args=[row.parent.pk])
        if row.parent
        else reverse("reference:areas")
    )
    tables = [_inside(row, Area.Kind(kind)) for kind in CHILD_KINDS.get(Area.Kind(row.kind), ())]
    tables.append(posts_table(list(row.posts.filter(is_current=True))))
    return show_detail(
        request,
        Detail(
            row.name, row, shown, tables, back,
            row.parent.name if row.parent else _("States, districts and blocks"),
            _may_add_post(request, "area", row.pk),
        ),
    )  # fmt: skip


def _inside(row: Area, kind: AreaKind) -> Table:
    rows = Area.objects.filter(kind=kind, is_current=True)
    rows = (
        rows.filter(subdivision=row)
        if row.kind == Area.Kind.SUBDIVISION
        else rows.filter(parent=row)
    )
    captions = {
        Area.Kind.DISTRICT: _("Districts"),
        Area.Kind.SUBDIVISION: _("Sub-divisions"),
        Area.Kind.BLOCK: _("Blocks"),
        Area.Kind.GRAM_PANCHAYAT: _("Gram panchayats"),
    }
    columns = [Column(_("Name")), Column(_("LGD code"), number=True), Column(_("Verified"))]
    return Table(
        captions[kind],
        columns,
        [_area_row(r) for r in rows.order_by("name")],
        _("None is on the list."),
    )
