"""Two rounds against paper that are over: the numbers wear their accuracy, and there is a change to look at."""

from dataclasses import replace
from datetime import timedelta

from tafteesh.domain.checking.actions import (
    NewRound,
    Site,
    announce_round,
    close_round,
    judge,
    record_recount,
)
from tafteesh.domain.checking.drawing import place
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.domain.quality.actions import draw_round
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.interfaces.commands.actors import actor_named

FIELDS = (
    "status", "born", "taken", "fir_number", "fir_date", "ordered", "ordered_on", "credited",
    "lawyer",
)  # fmt: skip
ROUNDS = (  # title, seed, files, parts, days ago, of 100 values wrong
    ("Spring round", "river boat 2210", 16, CheckRound.Strata.NONE, 210, 14),
    ("Summer round", "first mango 8834", 40, CheckRound.Strata.WORKER, 95, 4),
)
VISITS = (
    ("Hasnabad", 40, 38), ("Basirhat I", 55, 55), ("Baduria", 31, 27), ("Gaighata", 22, 22),
    ("Sandeshkhali I", 48, 41), ("Minakhan", 19, 20),
)  # fmt: skip
V = FieldCheck.Verdict


def seed_rounds() -> None:
    """Inside the caller's transaction, after the files."""
    for title, seed, files, strata, ago, wrong in ROUNDS:
        clerk, checker = (_back(name, ago) for name in ("mis", "cm"))
        enter(clerk)
        new = NewRound(
            title,
            seed,
            files,
            FIELDS,
            strata=strata,
            shares=CheckRound.Shares.ALIKE,
            second_percent=15,
        )
        made = announce_round(new=new, by=replace(clerk, now=clerk.now - timedelta(days=2)))
        made = draw_round(round=made, by=clerk)
        enter(checker)
        _judge(made, wrong, checker, is_second=False)
        enter(clerk)
        _judge(made, wrong, clerk, is_second=True)
        close_round(round=made, by=replace(clerk, now=clerk.now + timedelta(days=5)))
    clerk = actor_named("mis")
    enter(clerk)
    record_recount(title="Visits in October 2026", sites=[Site(*one) for one in VISITS], by=clerk)


def _back(login_name: str, days: int) -> Actor:
    by = actor_named(login_name)
    return replace(by, now=by.now - timedelta(days=days), today=by.today - timedelta(days=days))


def _judge(made: CheckRound, wrong: int, by: Actor, *, is_second: bool) -> None:
    """What nobody entered does not apply to her, or its paper was overlooked; the rest mostly matches."""
    door = FieldCheck.objects.visible_to(by).filter(drawn__round=made, is_second=is_second)
    door = door.exclude(entered_by_id=by.person_id).select_related("survivor_file")
    for check in door.order_by("drawn__ordinal", "field"):
        chance = place(made.seed, check.survivor_file.number, check.field) % 100
        if check.row_id is None:
            verdict = V.DIFFERS if chance < wrong else V.NOT_APPLICABLE
        else:
            verdict = V.MATCHES if chance > 3 else V.UNREADABLE
        judge(check=check, verdict=verdict, by=by)
