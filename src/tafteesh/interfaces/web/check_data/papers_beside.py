"""The papers of a file beside what they prove: the fitting one first, chosen by its number."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from tafteesh.domain.papers.models import Paper
from tafteesh.interfaces.web.asking import door
from tafteesh.interfaces.web.page import StaffRequest

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp"})


def papers_beside(
    request: StaffRequest,
    files: Collection[uuid.UUID],
    kinds: Sequence[str],
    kept: Mapping[str, object],
    row: object = None,
) -> dict[str, Any]:
    """What `check_data/papers.html` shows; `kept` stays in the address when another paper is chosen.

    `row` is the record that is looked at: the paper that was filed with it comes first.
    """
    own = getattr(row, "paper_id", None) or getattr(row, "proof_id", None)
    rows = list(
        door(Paper, request).filter(survivor_file__in=files).order_by("kind", "dated_on", "pk")
    )
    chosen = _chosen(rows, (request.GET.get("paper", ""), str(own or "")), kinds)
    papers = [
        {
            "paper": row,
            "key": number if number < 10 else "",
            "url": "?" + urlencode({**kept, "paper": row.pk}),
        }
        for number, row in enumerate(rows, start=1)
    ]
    has_scan = chosen is not None and chosen.stored_as is not None
    return {
        "papers": papers,
        "chosen": chosen,
        "chosen_id": chosen.pk if chosen else "",
        "is_picture": has_scan and chosen is not None and chosen.media_type in PICTURES,
        "scan_url": reverse("files:scan", args=[chosen.pk]) if has_scan and chosen else "",
    }


def _chosen(rows: Sequence[Paper], wanted: Sequence[str], kinds: Sequence[str]) -> Paper | None:
    """The paper that was asked for, the record's own, else one that proves this value, one with a scan first."""
    by_id = {str(row.pk): row for row in rows}
    for one in wanted:
        if one in by_id:
            return by_id[one]
    order = list(kinds)
    fitting = [row for row in rows if row.kind in order]
    fitting.sort(key=lambda row: (row.stored_as is None, order.index(row.kind)))
    return fitting[0] if fitting else None
