"""What changed since a report was published: which numbers would be others now, and why."""

import uuid
from dataclasses import replace
from typing import Any

from django.http import HttpResponse

from tafteesh.domain.facts.models import Release
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.since import Since, changed_since
from tafteesh.domain.facts.stamp import Stamp, stamp
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.letters.values import head, stamp_words
from tafteesh.interfaces.web.asking import found
from tafteesh.interfaces.web.facts import cards
from tafteesh.interfaces.web.facts.behind import behind
from tafteesh.interfaces.web.mending.told import changes
from tafteesh.interfaces.web.page import StaffRequest, page, show
from tafteesh.interfaces.web.templatetags.shapes import Row

LISTED = 20


@page(Permission.FIGURES_READ)
def since(request: StaffRequest, release_id: uuid.UUID) -> HttpResponse:
    """Every figure of a release whose records changed, with the corrections that she may open."""
    release = found(Release.objects.visible_to(request.actor), request, release_id)
    checked = stamp(request.actor)
    rows = [_row(request, one, checked) for one in changed_since(request.actor, release)]
    period = Period.named(f"{release.period_start}/{release.period_end}")
    later = Release.objects.visible_to(request.actor).filter(restates=release).first()
    return show(
        request,
        "facts/since.html",
        release=release,
        later=later,
        period=period,
        rows=[row for row in rows if row["indicator"]],
        others=sum(row["one"].is_another for row in rows),
        stamp=stamp_words(stamp(request.actor, release.as_known_at)),
        may_release=request.actor.holds(Permission.REPORT_RELEASE),
    )


def _listed(request: StaffRequest, one: Since, ids: tuple[uuid.UUID, ...]) -> list[Row]:
    """The records that came or went, as far as she may open them."""
    figure = replace(one.now, records=ids[:LISTED], counted=None)
    return behind(request, figure).rows


def _row(request: StaffRequest, one: Since, checked: Stamp) -> dict[str, Any]:
    indicator = cards.find(one.frozen.indicator)
    return {
        "one": one,
        "indicator": indicator,
        "then": head(indicator, one.frozen.values) if indicator else "",
        "now": head(indicator, one.now.values) if indicator else "",
        "stamp": stamp_words(checked.of(one.frozen.indicator)),
        "changes": changes(request.actor, one.corrected[:50]),
        "came": _listed(request, one, one.came),
        "went": _listed(request, one, one.went),
    }
