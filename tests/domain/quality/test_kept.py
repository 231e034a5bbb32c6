"""What is kept is what the rules would find if they were asked anew: after any acts, in any order."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tafteesh.domain.compensation.actions import (
    NewClaim,
    NewOrder,
    record_claim,
    record_credit,
    record_order,
)
from tafteesh.domain.compensation.actions.money import withdraw
from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.files.actions import assign, change_identity, change_status, record_step
from tafteesh.domain.files.models import Identity, Rescue, SurvivorFile, Taking
from tafteesh.domain.proceedings.actions import (
    HearingResult,
    NewFir,
    add_sections,
    change_fir,
    link_survivor,
    record_fir,
    record_hearing,
    unlink_survivor,
)
from tafteesh.domain.proceedings.models import Fir, FirSurvivor, Hearing
from tafteesh.domain.quality import actions
from tafteesh.domain.quality.catalogue import RULES
from tafteesh.domain.quality.fields import BY_CODE
from tafteesh.domain.quality.keeping import Found, Reach, ask, keep_all, keep_touched, touched
from tafteesh.domain.quality.models import Finding
from tafteesh.domain.quality.queries import standing_row, token_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as, enter
from tests.domain.quality.wrong import LAKH
from tests.people import TODAY, Worker

DAYS = [
    date(2023, 1, 1), date(2024, 1, 1), date(2024, 5, 6), date(2024, 6, 5), date(2025, 2, 2),
    date(2025, 6, 10), date(2026, 9, 1), date(2026, 11, 22),
]  # fmt: skip
days = st.sampled_from(DAYS)
pick = st.integers(0, 3)


@dataclass
class Desk:
    """Two files and what is about them."""

    files: list[SurvivorFile]
    by: Actor
    people: list[Worker]
    numbers: int = 0
    firs: list[Fir] = field(default_factory=list)

    def some(self, model: Any, at: int) -> Any:
        rows = list(model.objects.visible_to(self.by).filter(withdrawn_at=None).order_by("pk"))
        return rows[at % len(rows)] if rows else None


def _fir(d: Desk, day: date, at: int) -> None:
    d.numbers += 1
    new = NewFir("Basirhat", d.numbers, day.year - at % 2, "source", day)
    d.firs.append(record_fir(new=new, survivors=[d.files[at % 2]], by=d.by))


def _section(d: Desk, _day: date, at: int) -> None:
    if fir := d.some(Fir, at):
        act, number = (("POCSO", "6"), ("IPC", "370"), ("IPC", "363"))[at % 3]
        add_sections(fir=fir, sections=[(act, number)], added_on=None, by=d.by)


def _link(d: Desk, _day: date, at: int) -> None:
    if fir := d.some(Fir, at):
        linked = FirSurvivor.objects.visible_to(d.by).filter(fir=fir, withdrawn_at=None)
        ids = set(linked.values_list("survivor_file", flat=True))
        file = d.files[at % 2]
        if file.pk in ids and len(ids) > 1:
            unlink_survivor(fir=fir, file=file, by=d.by)
        elif file.pk not in ids:
            link_survivor(fir=fir, file=file, by=d.by)


def _copy(d: Desk, day: date, at: int) -> None:
    if fir := d.some(Fir, at):
        change_fir(fir=fir, changes={"copy_given_on": day}, by=d.by)


def _hearing(d: Desk, day: date, at: int) -> None:
    if fir := d.some(Fir, at):
        following = day + timedelta(days=20 + at)
        record_hearing(fir=fir, result=HearingResult(day, "heard", following), by=d.by)


def _claim(d: Desk, day: date, at: int) -> None:
    record_claim(file=d.files[at % 2], new=NewClaim(day, asked_paise=LAKH), by=d.by)


def _order(d: Desk, day: date, at: int) -> None:
    if claim := d.some(Claim, at):
        amount = (10 * LAKH, LAKH, 300, 2 * LAKH)[at]
        record_order(claim=claim, new=NewOrder("final", day, amount), by=d.by)


def _credit(d: Desk, day: date, at: int) -> None:
    if claim := d.some(Claim, at):
        record_credit(claim=claim, amount_paise=100, credited_on=day, proof=None, by=d.by)


def _withdraw(d: Desk, _day: date, at: int) -> None:
    if entry := d.some((Order, Payment)[at % 2], at):
        withdraw(entry=entry, reason="typed_wrong", by=d.by)


def _taken(d: Desk, day: date, at: int) -> None:
    kinds = (
        Taking(taken_earliest=day, taken_latest=day),
        Rescue(rescued_earliest=day, rescued_latest=day),
    )
    record_step(file=d.files[at // 2], step=kinds[at % 2], by=d.by)


def _born(d: Desk, day: date, at: int) -> None:
    born = {"born_earliest": day, "born_latest": day, "born_answer": "known"}
    change_identity(file=d.files[at % 2], names={}, open_fields=born, by=d.by)


def _status(d: Desk, day: date, at: int) -> None:
    status = ("closed", "active")[at % 2]
    change_status(file=d.files[at % 2], status=status, on=day, why="her_wish", by=d.by)


def _contact(d: Desk, day: date, at: int) -> None:
    record_contact(file=d.files[at % 2], new=NewContact(day, "visit", "court"), by=d.by)


def _assign(d: Desk, _day: date, at: int) -> None:
    assign(file=d.files[at % 2], to=d.people[at % len(d.people)].person, by=d.by)


def _correct(d: Desk, day: date, at: int) -> None:
    kind, name = (
        ("order", "ordered_on"),
        ("fir", "registered"),
        ("claim", "filed_on"),
        ("hearing", "next_on"),
    )[at]
    if row := d.some(BY_CODE[kind].model, at):
        one = BY_CODE[kind].by_code[name]
        value: Any = actions_value(one, day)
        place = actions.Place(BY_CODE[kind], one, row.pk)
        seen = token_of(one, standing_row(d.by, BY_CODE[kind], row.pk))
        actions.correct_value(
            at=place, value=value, said=actions.Said("typed_wrong", seen), by=d.by
        )


def actions_value(one: Any, day: date) -> Any:
    raw = dict.fromkeys(one.columns, day.isoformat())
    return one.value(raw)


def _take_fix(d: Desk, _day: date, at: int) -> None:
    rows = list(
        Finding.objects.visible_to(d.by).filter(outcome="open").order_by("rule", "record_id")
    )
    if rows:
        actions.take_fix(finding=rows[at % len(rows)], by=d.by)


def _dismiss(d: Desk, _day: date, at: int) -> None:
    rows = list(
        Finding.objects.visible_to(d.by).filter(outcome="open").order_by("rule", "record_id")
    )
    if rows:
        actions.dismiss(finding=rows[at % len(rows)], why="paper_says_so", by=d.by)


ACTS: tuple[Callable[[Desk, date, int], None], ...] = (
    _fir, _section, _link, _copy, _hearing, _claim, _order, _credit, _withdraw, _taken, _born, _status,
    _contact, _assign, _correct, _take_fix, _dismiss,
)  # fmt: skip
acts = st.lists(st.tuples(st.sampled_from(ACTS), days, pick), min_size=4, max_size=14)


def anew(by: Actor) -> set[Found]:
    return set(ask(RULES, Reach(tuple(by.organisations)), by))


def kept(by: Actor) -> set[Found]:
    rows = Finding.objects.visible_to(by).filter(gone_at=None)
    return {
        Found(
            row.rule, row.organisation_id, row.survivor_file_id, row.fir_id, row.owner_id, row.record_id,
            _canonical(row.values),
        )
        for row in rows
    }  # fmt: skip


def _canonical(values: Any) -> str:
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(done=acts)
def test_what_is_kept_is_what_would_be_found(
    rina: SurvivorFile, asha: Worker, bimal: Worker, meera: Worker, done: list[Any]
) -> None:
    enter(meera.actor)
    with transaction.atomic():
        second = meera.opens("N24-2026-0002", scope="trafficking")
        keep_all(meera.actor)
        desk = Desk([rina, second], meera.actor, [asha, bimal])
        for act, day, at in done:
            _try(partial(act, desk, day, at))
            keep_touched(meera.actor)
            assert kept(meera.actor) == anew(meera.actor), act.__name__
        transaction.set_rollback(True)
    enter(meera.actor)


def _try(act: Callable[[], None]) -> None:
    """An act that is refused leaves nothing behind."""
    try:
        with transaction.atomic():
            act()
    except Exception as refused:
        if not type(refused).__module__.startswith("tafteesh."):
            raise


def test_a_change_that_nobody_asked_anew_about_is_seen(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    """The proof can fail: a kept finding that was not brought in line differs."""
    enter(meera.actor)
    keep_all(meera.actor)
    record_step(
        file=rina, step=Taking(taken_earliest=DAYS[0], taken_latest=DAYS[0]), by=meera.actor
    )
    assert kept(meera.actor) != anew(meera.actor)
    keep_touched(meera.actor)
    assert kept(meera.actor) == anew(meera.actor) != set()


def test_many_changes_at_once_are_left_to_the_night(
    rina: SurvivorFile, meera: Worker, asha: Worker
) -> None:
    enter(meera.actor)
    for _number in range(230):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('app.touched', COALESCE(current_setting('app.touched', true), '')"
                " || gen_random_uuid() || ',', true)"
            )
    Identity.unscoped.filter(survivor_file=rina).update(
        born_earliest=DAYS[0], born_latest=DAYS[0], born_answer="known"
    )
    assert touched() is None
    assert keep_touched(meera.actor) == 0
    keep_all(meera.actor)
    assert [row.rule for row in Finding.objects.visible_to(meera.actor)] == ["born-on-new-year"]


def test_what_is_over_next_month_is_found_by_the_night(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    enter(meera.actor)
    fir = record_fir(
        new=NewFir("Basirhat", 9, 2026, "source", TODAY), survivors=[rina], by=meera.actor
    )
    add_sections(fir=fir, sections=[("IPC", "370")], added_on=None, by=meera.actor)
    record_hearing(fir=fir, result=HearingResult(TODAY, "heard", date(2026, 12, 1)), by=meera.actor)
    keep_touched(meera.actor)
    assert not kept(meera.actor)

    later = replace(
        meera.actor, today=TODAY + timedelta(days=30), now=meera.actor.now + timedelta(days=30)
    )
    with acting_as(later):
        keep_all(later)
        found = {row.rule for row in Finding.objects.visible_to(later)}
    assert "outcome-not-told" in found
    assert Hearing.objects.visible_to(meera.actor).filter(on=date(2026, 12, 1)).exists()
