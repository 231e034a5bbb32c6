"""What is wrong in the demo's records and waits to be mended, and what was corrected already."""

from datetime import date, timedelta
from typing import Any

from tafteesh.domain.compensation.actions import NewClaim, NewOrder, record_claim, record_order
from tafteesh.domain.compensation.models import Order
from tafteesh.domain.files.actions import change_identity
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.actions import change_fir
from tafteesh.domain.quality.actions import Place, Said, correct_value, silence_rule
from tafteesh.domain.quality.fields import BY_CODE
from tafteesh.domain.quality.keeping import keep_all
from tafteesh.domain.quality.models import FieldChange
from tafteesh.domain.quality.queries import token_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.interfaces.commands.actors import actor_named
from tafteesh.interfaces.commands.demo.lived import fir_of, photo

LAKH = 1_00_000_00


def seed_mending() -> None:
    """Inside the caller's transaction, when all else is there."""
    shampa = actor_named("shampa")
    enter(shampa)
    _stand_in(shampa)
    _copy_too_early(shampa)
    _a_zero(shampa)
    clerk = actor_named("mis")
    enter(clerk)
    _corrected_after_the_report(clerk)
    silence_rule(rule="fir-on-new-year", why="noisy", by=clerk)
    keep_all(clerk)


def _file(by: Actor, number: str) -> SurvivorFile:
    return SurvivorFile.objects.visible_to(by).get(number=number)


def _stand_in(by: Actor) -> None:
    """S-0004 was born on a first of January; her school paper was photographed."""
    file = _file(by, "S-0004")
    day = date(2006, 1, 1)
    born = {"born_earliest": day, "born_latest": day, "born_words": "", "born_answer": "known"}
    change_identity(file=file, names={}, open_fields=born, by=by)
    add_paper(file=file, kind="age_proof", dated_on=date(2022, 4, 11), scan=photo(), by=by)


def _copy_too_early(by: Actor) -> None:
    """S-0006: whoever corrected the day of the copy mistook the year."""
    fir = fir_of(by, "S-0006")
    if fir.registered_earliest:
        day = fir.registered_earliest + timedelta(days=9)
        fir = change_fir(fir=fir, changes={"copy_given_on": day}, by=by)
        _correct("fir", "copy_given_on", fir, day - timedelta(days=365), by)


def _a_zero(by: Actor) -> None:
    """S-0008: ten times what was asked; and the number of her claim was typed wrong this morning."""
    file = _file(by, "S-0008")
    filed = by.today - timedelta(days=60)
    new = NewClaim(filed, "DLSA North 24 Parganas", LAKH // 2, "VC-0801", "panel", "panel")
    claim = record_claim(file=file, new=new, by=by)
    order = NewOrder("final", by.today - timedelta(days=20), 5 * LAKH, authority="DLSA")
    record_order(claim=claim, new=order, by=by)
    _correct("claim", "number", claim, "VC-0810", by)


def _corrected_after_the_report(by: Actor) -> None:
    """The day of an order of the year that was published was read anew from its paper."""
    orders = Order.objects.visible_to(by).filter(
        withdrawn_at=None,
        amount_paise__gt=0,
        ordered_on__range=(date(2023, 4, 2), date(2024, 3, 29)),
    )
    order = orders.order_by("ordered_on", "pk").last()
    if order is not None:
        paper = add_paper(file=order.survivor_file, kind="order", dated_on=order.ordered_on, by=by)
        day = order.ordered_on + timedelta(days=1)
        _correct("order", "ordered_on", order, day, by, paper)


def _correct(
    kind: str, field: str, row: Any, value: Any, by: Actor, paper: Paper | None = None
) -> None:
    one = BY_CODE[kind].by_code[field]
    why = FieldChange.Why.NEW_PAPER if paper else FieldChange.Why.TYPED_WRONG
    said = Said(why, token_of(one, row), paper)
    correct_value(at=Place(BY_CODE[kind], one, row.pk), value=value, said=said, by=by)
