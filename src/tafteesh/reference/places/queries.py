"""Finding places and offices by name, and who held a post on a day."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from django.db.models import Q, QuerySet

from tafteesh.foundation.kernel.names.likeness import Heard, alike, heard
from tafteesh.foundation.kernel.names.reading import read
from tafteesh.reference.law.models import Edition
from tafteesh.reference.places.kinds import COURTS, POLICE_STATIONS
from tafteesh.reference.places.models import Area, Authority, CourtHoliday, Post, PostHolder
from tafteesh.reference.places.names import bare_name, place_key

_ALIKE, _MOST_ALIKE = 84.0, 5

__all__ = [
    "COURTS",
    "POLICE_STATIONS",
    "by_name",
    "closed_days",
    "find_area",
    "find_authority",
    "find_court",
    "find_station",
    "holder_on",
    "holders_of",
    "names_of_places",
    "offices_like",
]


def _matching(rows: "QuerySet[Area] | QuerySet[Authority]", words: str) -> list[uuid.UUID]:
    """Rows of which one spelling is the whole of the words. Two are told apart by the name itself."""
    key = place_key(words)
    if not key:
        return []
    found = list(
        rows.filter(is_current=True, search_text__contains=f"|{key}|").values_list("pk", "name")[:9]
    )
    if len(found) > 1 and (exact := [pk for pk, name in found if place_key(name) == key]):
        return exact
    return [pk for pk, _name in found]


def find_area(kind: str, words: str, *, within: Area | None = None) -> Area | None:
    """The one area of that kind with that name, in any spelling we know; None where none or several."""
    rows = Area.objects.filter(kind=kind)
    if within is not None:
        rows = rows.filter(Q(parent=within) | Q(subdivision=within) | Q(state=within))
    found = _matching(rows, words)
    return Area.objects.get(pk=found[0]) if len(found) == 1 else None


def find_authority(
    kind: str | Sequence[str], words: str, *, district: Area | None = None
) -> Authority | None:
    """The one authority of those kinds with that name; None where none or several bear it."""
    rows = Authority.objects.filter(kind__in=[kind] if isinstance(kind, str) else kind)
    if district is not None:
        rows = rows.filter(district=district)
    found = _matching(rows, words)
    return Authority.objects.get(pk=found[0]) if len(found) == 1 else None


def find_station(words: str) -> Authority | None:
    """The police station of that name: "Hasnabad PS", "P.S. Hasnabad", "হাসনাবাদ থানা"."""
    return find_authority(POLICE_STATIONS, words)


def find_court(words: str) -> Authority | None:
    """The court of that name."""
    return find_authority(COURTS, words)


def closed_days(courts: Iterable[uuid.UUID]) -> dict[uuid.UUID, frozenset[date]]:
    """By court, the days on which it does not sit: its own and those of the courts above it."""
    asked = set(courts)
    if not asked:
        return {}
    days: dict[uuid.UUID, set[date]] = {}
    for court, day in CourtHoliday.objects.filter(is_current=True).values_list("court_id", "day"):
        days.setdefault(court, set()).add(day)
    above = dict(Authority.objects.filter(parent__isnull=False).values_list("pk", "parent_id"))
    found = {}
    for court in asked:
        chain: list[uuid.UUID] = []
        step: uuid.UUID | None = court
        while step is not None and step not in chain:
            chain.append(step)
            step = above.get(step)
        found[court] = frozenset().union(*(days.get(one, set()) for one in chain))
    return found


def by_name(rows: "QuerySet[Area] | QuerySet[Authority]") -> dict[str, uuid.UUID]:
    """Key of a name to id, for many look-ups in one query; a name that two rows bear is left out."""
    found: dict[str, set[uuid.UUID]] = {}
    for pk, text in rows.filter(is_current=True).values_list("pk", "search_text"):
        for key in text.strip("|").split("|"):
            found.setdefault(key, set()).add(pk)
    return {key: next(iter(ids)) for key, ids in found.items() if key and len(ids) == 1}


def names_of_places() -> dict[str, dict[str, uuid.UUID]]:
    """Names of blocks, police stations and courts, for imports; kept until another edition comes."""
    newest = Edition.objects.order_by("-id").values_list("pk", flat=True).first()
    return _names_at(newest) if newest else {}


@lru_cache(maxsize=2)
def _names_at(_newest: uuid.UUID) -> dict[str, dict[str, uuid.UUID]]:
    return {
        "block": by_name(Area.objects.filter(kind=Area.Kind.BLOCK)),
        "station": by_name(Authority.objects.filter(kind__in=POLICE_STATIONS)),
        "court": by_name(Authority.objects.filter(kind__in=COURTS)),
    }


def offices_like(words: str) -> list[uuid.UUID]:
    """Police stations and courts that are called so, in any script and with the usual slips."""
    asked = heard(read(bare_name(words)))
    newest = Edition.objects.order_by("-id").values_list("pk", flat=True).first()
    if not asked.whole or not newest:
        return []
    scored = [(alike(asked, name), pk) for pk, name in _offices_at(newest)]
    return [pk for score, pk in sorted(scored, reverse=True)[:_MOST_ALIKE] if score >= _ALIKE]


@lru_cache(maxsize=2)
def _offices_at(_newest: uuid.UUID) -> list[tuple[uuid.UUID, Heard]]:
    rows = Authority.objects.filter(kind__in=(*POLICE_STATIONS, *COURTS), is_current=True)
    return [(pk, heard(read(bare_name(name)))) for pk, name in rows.values_list("pk", "name")]


def holders_of(posts: Iterable[Post], day: date) -> dict[uuid.UUID, PostHolder]:
    """Who holds each of these posts on a day."""
    begun = Q(held_from=None) | Q(held_from__lte=day)
    lasting = Q(held_until=None) | Q(held_until__gt=day)
    rows = PostHolder.objects.filter(begun & lasting, post__in=posts)
    return {row.post_id: row for row in rows}


def holder_on(post: Post, day: date) -> PostHolder | None:
    """Who held the post on a day; None where it is not known."""
    return holders_of([post], day).get(post.pk)
