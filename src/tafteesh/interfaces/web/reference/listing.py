"""What every list of law and places has in common: a search, a choice, pages, and how far a row is verified."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tafteesh.interfaces.web.page import StaffRequest, not_there, show
from tafteesh.interfaces.web.templatetags.shapes import Column, Line, Row, Tone, Words
from tafteesh.reference.rows import ReferenceRow, Verification

Kind = TypeVar("Kind", bound=ReferenceRow)
PAGE = 50


@dataclass(frozen=True)
class Choice:
    """One drop-down beside the search."""

    name: str
    label: Words
    options: Sequence[tuple[str, Words]]
    chosen: str = ""


@dataclass(frozen=True)
class Listing:
    """A list page: its words, its columns, its rows."""

    heading: Words
    columns: Sequence[Column]
    rows: Sequence[Row]
    lead: Words = ""
    words: str | None = None  # what is searched for; None: no search here
    choices: Sequence[Choice] = ()
    back_url: str = ""
    back: Words = ""
    action_url: str = ""
    action: Words = ""
    found: Words = ""
    next_url: str = ""
    before_url: str = ""
    empty: Words = ""


@dataclass(frozen=True)
class Detail:
    """A page about one row."""

    heading: Words
    row: ReferenceRow
    lines: Sequence[Line]
    tables: Sequence["Table"] = ()
    back_url: str = ""
    back: Words = ""
    actions: Sequence[tuple[str, Words]] = field(default_factory=tuple)


@dataclass(frozen=True)
class Table:
    """One table under a row's own lines."""

    caption: Words
    columns: Sequence[Column]
    rows: Sequence[Row]
    empty: Words = ""


def words_of(request: StaffRequest) -> str:
    """What she searches for."""
    return request.GET.get("words", "").strip()[:80]


def verified(row: ReferenceRow) -> str:
    """How far a row is verified, in words short enough for a column."""
    return {
        Verification.SOURCED: _("Read in its source"),
        Verification.TO_VERIFY: _("To be verified"),
        Verification.CONFLICT: _("Sources disagree: to be verified"),
    }[Verification(row.verification)]


def tone_of(row: ReferenceRow) -> Tone:
    """A row that still has to be verified stands out."""
    return "plain" if row.may_alert else "warn"


def lines(*pairs: tuple[Words, object]) -> list[Line]:
    """Only what is known: an empty line would say nothing."""
    return [Line(label, value) for label, value in pairs if value not in (None, "", [])]


def one(rows: "QuerySet[Kind]", pk: object) -> Kind:
    """The row with that id, or the page that says not there."""
    found = rows.filter(pk=pk).first()
    if found is None:
        raise not_there()
    return found


def show_list(request: StaffRequest, listing: Listing) -> HttpResponse:
    """One page of a list, cut where it grows long."""
    total = len(listing.rows)
    number = request.GET.get("page", "1")
    at = int(number) if number.isascii() and number.isdecimal() and len(number) < 5 else 1
    kept = {c.name: c.chosen for c in listing.choices if c.chosen}
    if listing.words:
        kept["words"] = listing.words
    first = (at - 1) * PAGE
    cut = replace(
        listing,
        rows=listing.rows[first : first + PAGE],
        found=ngettext("%(n)d row", "%(n)d rows", total) % {"n": total},
        before_url=_page(kept, at - 1) if at > 1 else "",
        next_url=_page(kept, at + 1) if first + PAGE < total else "",
    )
    return show(request, "reference/list.html", listing=cut)


def _page(kept: dict[str, str], number: int) -> str:
    return "?" + urlencode({**kept, "page": number})


def show_detail(request: StaffRequest, detail: Detail) -> HttpResponse:
    """One row, with its source and how far it is verified."""
    return show(
        request,
        "reference/detail.html",
        detail=detail,
        verified=verified(detail.row),
        tone=tone_of(detail.row),
        source_url=detail.row.source
        if detail.row.source.startswith("https://") and " " not in detail.row.source
        else "",
    )
