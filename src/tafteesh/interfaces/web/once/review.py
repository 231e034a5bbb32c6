"""One person once: what waits, and two files side by side."""

import uuid
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from tafteesh.domain.once.models import Join, Pair
from tafteesh.domain.once.queries import beside, settled_pairs, waiting_pairs
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.asking import found
from tafteesh.interfaces.web.check_data.against_paper import Key
from tafteesh.interfaces.web.once.beside import lines
from tafteesh.interfaces.web.once.words import Chance, Evidence, chance, evidence
from tafteesh.interfaces.web.page import StaffRequest, page, show

SHOWN = 25
JOIN = Key("j", "", pgettext_lazy("two files", "One person: join them"))
PART = Key("d", "", pgettext_lazy("two files", "Two persons"))
SKIP = Key("s", "", pgettext_lazy("two files", "Skip"))


@dataclass(frozen=True)
class Told:
    """A pair as a list shows it."""

    pair: Pair
    chance: Chance
    evidence: Evidence


def _told(row: Pair) -> Told:
    return Told(row, chance(row.chance), evidence(row.signs))


def number(text: str | None) -> int:
    """How many were skipped, where that is a number."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 5 else 0


def after(skipped: int) -> str:
    """Where it goes on after this pair."""
    return reverse("once:next") + (f"?skip={skipped}" if skipped else "")


@page(Permission.PERSON_JOIN)
def waiting(request: StaffRequest) -> HttpResponse:
    """The pairs that wait, the likeliest first, and what was said of others."""
    rows = waiting_pairs(request.actor)
    return show(
        request,
        "once/queue.html",
        rows=[_told(row) for row in rows[:SHOWN]],
        count=rows.count(),
        settled=settled_pairs(request.actor)[:SHOWN],
    )


@page(Permission.PERSON_JOIN)
def following(request: StaffRequest) -> HttpResponse:
    """The next pair, after those that she skipped."""
    skipped = number(request.GET.get("skip"))
    rows = waiting_pairs(request.actor)
    row = rows[skipped : skipped + 1].first() if skipped else rows.first()
    if row is None:
        return redirect("once:queue")
    query = f"?skip={skipped}" if skipped else ""
    return redirect(reverse("once:pair", args=[row.pk]) + query)


@page(Permission.PERSON_JOIN)
def pair(request: StaffRequest, pair_id: uuid.UUID) -> HttpResponse:
    """Both files in two columns, the evidence of today, and what can be said of them."""
    rows = Pair.objects.visible_to(request.actor).select_related(
        "survivor_file__block", "survivor_file__worker", "other_file__block", "other_file__worker",
        "settled_by",
    )  # fmt: skip
    row = found(rows, request, pair_id)
    now = beside(row, request.actor)
    signs = now.signs if now else row.signs
    skipped = number(request.GET.get("skip"))
    joins = Join.objects.visible_to(request.actor).filter(pair=row, withdrawn_at=None)
    return show(
        request,
        "once/pair.html",
        pair=row,
        lines=lines(row, signs, request.actor),
        chance=chance(round(1000 * now.chance) if now else row.chance),
        evidence=evidence(signs),
        is_open=row.state == Pair.State.PROPOSED,
        join=joins.first(),
        why_not=Pair.WhyNot.choices,
        may_look=request.actor.holds(Permission.IDENTITY_LOOK),
        keys={"join": JOIN, "part": PART, "skip": SKIP},
        page_keys=[JOIN, PART, SKIP],
        skip=skipped,
        skip_url=after(skipped + 1),
    )
