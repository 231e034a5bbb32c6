"""Drawing a sample of a round, with who stands behind each value today."""

from collections import defaultdict
from uuid import UUID

from django.db import transaction

from tafteesh.domain.checking import actions as checking
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.domain.quality.fields import CHECKED_AS
from tafteesh.domain.quality.models import FieldChange
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission


@transaction.atomic
def draw_round(*, round: CheckRound, by: Actor) -> CheckRound:  # noqa: A002 - the field's word
    """Draw the sample; whoever corrected a value stands behind it, as whoever entered one does.

    Raises DrawnAlready, NothingToDraw.
    """
    require(by, Permission.ROUND_DRAW)
    drawn = checking.draw_round(round=round, by=by)
    checks = FieldCheck.objects.visible_to(by).filter(drawn__round=drawn, row_id__isnull=False)
    asked = {
        (row, *CHECKED_AS[code]): code
        for row, code in checks.values_list("row_id", "field")
        if code in CHECKED_AS
    }
    changes = FieldChange.objects.visible_to(by).filter(row_id__in={row for row, *_ in asked})
    last = {
        (row, kind, field): person
        for row, kind, field, person in changes.order_by("recorded_at", "pk").values_list(
            "row_id", "kind", "field", "recorded_by_id"
        )
    }
    behind: dict[tuple[UUID, str], list[UUID]] = defaultdict(list)
    for place, person in last.items():
        if place in asked:
            behind[person, asked[place]].append(place[0])
    for (person, code), rows in behind.items():
        checks.filter(field=code, row_id__in=rows).update(entered_by_id=person)
    return drawn
