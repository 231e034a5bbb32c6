"""Court cases by their FIR as people write it, their CNR, their police station or court in any script."""

from django.db.models import Q, QuerySet

from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.case_numbers import CaseAsked, case_asked
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.names.likeness import alike, heard
from tafteesh.foundation.kernel.names.reading import read
from tafteesh.reference.places.names import bare_name
from tafteesh.reference.places.queries import offices_like

SHOWN = 20
_LAST = "\U0010ffff"
_SAME_STATION = 80.0


def firs_asked(actor: Actor, words: str) -> list[Fir]:
    """The FIRs within reach that a number or a CNR means; those of the station named come first."""
    asked = case_asked(words)
    if asked is None:
        return []
    rows = Fir.objects.visible_to(actor).filter(withdrawn_at=None)
    if asked.cnr:
        return list(rows.filter(cnr=asked.cnr)[:SHOWN])
    rows = rows.filter(number=asked.number)
    if asked.year:
        rows = rows.filter(year=asked.year)
    return _of_station(asked, list(rows.order_by("-year", "station_words")[: SHOWN * 5]))[:SHOWN]


def _of_station(asked: CaseAsked, firs: list[Fir]) -> list[Fir]:
    """Only those of the station that was named, if one of them is; else all."""
    name = read(bare_name(asked.rest))
    if not name:
        return firs
    there = heard(name)
    same = [
        fir
        for fir in firs
        if alike(there, heard(read(bare_name(fir.station_words)))) >= _SAME_STATION
    ]
    return same or firs


def firs_of_place(actor: Actor, words: str) -> list[Fir]:
    """The newest FIRs within reach of the police station or court of that name, in any spelling."""
    key = folded(words)
    if len(key) < 3 or not any(sign.isalpha() for sign in key) or case_asked(words):
        return []
    rows: QuerySet[Fir] = Fir.objects.visible_to(actor).filter(withdrawn_at=None)
    typed = Q(station_key__gte=key, station_key__lt=key + _LAST)
    if offices := offices_like(words):
        typed |= Q(police_station__in=offices) | Q(court__in=offices)
    return list(rows.filter(typed).order_by("-registered_latest", "pk")[:SHOWN])
