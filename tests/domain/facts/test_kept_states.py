"""What is kept of each duty is what working it out again would say, whatever happened in between."""

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import psycopg
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tafteesh.domain.compensation.actions import (
    NewClaim,
    NewOrder,
    record_claim,
    record_credit,
    record_order,
)
from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.facts.duties import checked
from tafteesh.domain.facts.kept import keeping, recount_all, recount_noted, turn_day
from tafteesh.domain.facts.lapse_board import Asked, board
from tafteesh.domain.facts.models import DutyState, LapseCount, ToRecount
from tafteesh.domain.files.actions import NewFile, change_identity, open_file
from tafteesh.domain.files.models import Identity, SurvivorFile, Taking
from tafteesh.domain.legalaid.actions import request_legal_aid
from tafteesh.domain.legalaid.models import LegalAidRequest
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.duties.catalogue import DUTIES
from tafteesh.domain.proceedings.duties.checking import lapses
from tafteesh.domain.proceedings.duties.engine import State
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    ChargeSheet,
    ChargeSheetAccused,
    ChargeSheetSection,
    Correction,
    Fir,
    FirLink,
    FirSection,
    FirSurvivor,
    InvestigationSpell,
    Milestone,
    SetAside,
)
from tafteesh.domain.proceedings.models.milestone import OF_ACCUSED, ONLY_PAPER
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.reference.editions.actions import load_edition
from tafteesh.reference.law.models import Deadline, Section
from tafteesh.reference.places.models import Authority, CourtHoliday
from tests.people import Worker
from tests.reference.small import law_edition

OF_FIR = (
    Fir, FirLink, FirSurvivor, FirSection, Accused, AccusedStatus, InvestigationSpell, ChargeSheet,
    ChargeSheetAccused, ChargeSheetSection, Correction, Milestone, SetAside,
)  # fmt: skip
OF_FILE = (SurvivorFile, Identity, Taking, Claim, Order, Payment, LegalAidRequest)
OF_LAW = (Deadline, Section, CourtHoliday, Authority)
BEGINS = date(2026, 6, 1)
KINDS = [k for k in Milestone.Kind.values if k not in ONLY_PAPER]
BEGUN = {State.ON_TIME, State.LATE, State.OVERDUE, State.WAITING, State.NOT_DUE}


class Office:
    """Two FIRs of three survivors, and whatever happens next."""

    def __init__(self, by: Actor, seed: int) -> None:
        self.by, self.chance = by, random.Random(seed)  # noqa: S311 - invented facts
        self.court = Authority.objects.create(
            key=f"court-{seed}", kind="sessions_court", name="ADJ Court"
        )
        self.files = [
            open_file(new=NewFile(f"N-{n}", scope="trafficking"), by=by) for n in range(3)
        ]
        self.firs = [
            self._fir(1, "source", self.files[:2]),
            self._fir(2, "destination", self.files[1:]),
        ]

    def _fir(self, number: int, area: str, files: list[object]) -> Fir:
        details: dict[str, object] = {"court": self.court, "court_words": "ADJ Court"}
        new = actions.NewFir("Hasnabad", number, 2026, area, self.day(), details)
        return actions.record_fir(new=new, survivors=files, by=self.by)  # type: ignore[arg-type] # survivor files

    def day(self, back: int = 400) -> date:
        return self.by.today - timedelta(days=self.chance.randrange(back))

    def about(self) -> ApproxDate | None:
        first = self.day()
        last = min(first + timedelta(days=self.chance.choice((0, 0, 20))), self.by.today)
        return ApproxDate(first, last) if self.chance.random() < 0.9 else None

    def fir(self) -> Fir:
        return self.chance.choice(self.firs)

    def happens(self) -> None:
        """Something that the office records, takes back or learns, or the night."""
        ways: list[Callable[[], object]] = [
            self.section, self.accused, self.status, self.step, self.step, self.sheet, self.spell,
            self.correction, self.withdrawal, self.aside, self.claim, self.order, self.request, self.birth,
            self.link, self.unlink, self.copy, self.law, self.holiday, self.later,
        ]  # fmt: skip
        self.chance.choice(ways)()

    def section(self) -> None:
        cited = [("IPC", "370"), ("BNS", "64"), ("BNS", "143"), ("POCSO", "4"), ("ITPA", "5")]
        added = self.chance.choice((None, self.day()))
        pick = [self.chance.choice(cited)]
        actions.add_sections(fir=self.fir(), sections=pick, added_on=added, by=self.by)

    def accused(self) -> None:
        part = self.chance.choice(Accused.Part.values)
        actions.add_accused(fir=self.fir(), name="Somebody", part=part, by=self.by)

    def _one(self, kind: type, fir: Fir | None = None) -> object:
        rows = kind.objects.visible_to(self.by).filter(withdrawn_at=None)  # type: ignore[attr-defined] # rows of a FIR
        rows = rows.filter(fir=fir) if fir else rows
        return self.chance.choice(list(rows.order_by("pk")) or [None])

    def status(self) -> None:
        person, on = self._one(Accused), self.chance.choice((None, self.day()))
        if isinstance(person, Accused):
            kind = self.chance.choice(AccusedStatus.Status.values)
            actions.set_accused_status(accused=person, status=kind, on=on, by=self.by)

    def step(self) -> None:
        fir, kind = self.fir(), self.chance.choice(KINDS)
        person = self._one(Accused, fir) if kind in OF_ACCUSED else None
        if kind in OF_ACCUSED and person is None:
            return
        said = self.chance.choice(("done", "done", "asked", "refused"))
        new = actions.NewMilestone(kind, self.about(), said, person)  # type: ignore[arg-type] # an accused
        actions.record_milestone(fir=fir, new=new, by=self.by)

    def sheet(self) -> None:
        fir = self.fir()
        every = list(Accused.objects.visible_to(self.by).filter(fir=fir, withdrawn_at=None))
        named = tuple(one for one in every if self.chance.random() < 0.6)
        kind = self.chance.choice(ChargeSheet.Kind.values)
        new = actions.NewChargeSheet(kind, "1", self.day(), named, (("IPC", "370"),))
        actions.record_charge_sheet(fir=fir, new=new, by=self.by)

    def spell(self) -> None:
        new = actions.NewSpell(self.chance.choice(("ahtu", "cid")), "AHTU", received_on=self.day())
        try:
            actions.record_spell(fir=self.fir(), new=new, by=self.by)
        except actions.SpellsOverlap:
            return

    def correction(self) -> None:
        reason = self.chance.choice(Correction.Reason.values)
        new = actions.NewCorrection("fir", reason, "sp", self.day())
        row = actions.record_correction(fir=self.fir(), new=new, by=self.by)
        if self.chance.random() < 0.5:
            result = self.chance.choice(("allowed", "rejected"))
            actions.decide_correction(
                correction=row, result=result, decided_on=self.by.today, by=self.by
            )

    def withdrawal(self) -> None:
        kind = self.chance.choice((FirSection, Milestone, ChargeSheet, Correction, Accused))
        row = self._one(kind)
        if row is None:
            return
        try:
            actions.withdraw_entry(entry=row, reason="typed_wrong", by=self.by)  # type: ignore[arg-type] # an entry
        except actions.AccusedIsCharged:
            return

    def aside(self) -> None:
        duty = self.chance.choice(DUTIES).key
        actions.set_aside(fir=self.fir(), duty=duty, why="extended", by=self.by)

    def claim(self) -> None:
        file = self.chance.choice(self.files)
        record_claim(file=file, new=NewClaim(self.day()), by=self.by)

    def order(self) -> None:
        claims = Claim.objects.visible_to(self.by).filter(first_ordered_on=None)
        for claim in claims.order_by("pk")[:1]:
            order = record_order(
                claim=claim, new=NewOrder("interim", self.by.today, 100_00), by=self.by
            )
            if self.chance.random() < 0.5:
                record_credit(
                    claim=order.claim, amount_paise=100_00, credited_on=self.by.today, proof=None,
                    by=self.by,
                )  # fmt: skip

    def request(self) -> None:
        name = f"DLSA {self.chance.randrange(10_000)}"
        file = self.chance.choice(self.files)
        request_legal_aid(file=file, authority=name, requested_on=self.day(), by=self.by)

    def birth(self) -> None:
        born = date(self.chance.choice((1990, 2012)), 5, 5)
        change_identity(
            file=self.chance.choice(self.files), names={},
            open_fields={"born_earliest": born, "born_latest": born}, by=self.by,
        )  # fmt: skip

    def link(self) -> None:
        actions.link_firs(fir=self.firs[0], other=self.firs[1], by=self.by)

    def unlink(self) -> None:
        with suppress(FirSurvivor.DoesNotExist):  # taken away before
            actions.unlink_survivor(fir=self.firs[0], file=self.files[1], by=self.by)

    def copy(self) -> None:
        changes = {"copy_given_on": self.day()}
        with suppress(actions.CopyBeforeFir):
            actions.change_fir(fir=self.fir(), changes=changes, by=self.by)

    def law(self) -> None:
        row = self.chance.choice(list(Deadline.objects.filter(is_current=True).order_by("key")))
        row.amount = self.chance.choice((row.amount, 5, 400))
        row.verification = self.chance.choice(("sourced", "gk-to-verify"))
        row.rule_version += 1
        row.save()

    def holiday(self) -> None:
        day = self.day(60)
        CourtHoliday.objects.get_or_create(
            court=self.court, day=day, defaults={"key": f"{self.court.key}-{day}", "name": "Closed"}
        )

    def later(self) -> None:
        today = self.by.today + timedelta(days=self.chance.choice((1, 7, 60)))
        self.by = replace(self.by, today=today, now=datetime.combine(today, time(5, 0), UTC))
        enter(self.by)


def anew(by: Actor) -> tuple[dict[object, object], set[object]]:
    """The states and the lapses of every FIR, worked out from nothing."""
    states: dict[object, object] = {}
    shown: set[object] = set()
    with keeping(by) as keeper:
        firs = list(Fir.objects.visible_to(keeper).filter(withdrawn_at=None))
        for pk, many in checked(keeper, firs).items():
            for one in many:
                if one.found.state in BEGUN and one.found.trigger:
                    states[pk, one.duty.key, one.subject] = (one.found.state, one.found.days)
            shown |= {(pk, one.duty.key, one.subject) for one in lapses(many)}
    return states, shown


def as_kept(by: Actor) -> tuple[dict[object, object], set[object]]:
    with keeping(by) as keeper:
        rows = list(DutyState.objects.visible_to(keeper))
        states = {
            row.key: (row.state_on(by.today), _days(row, by.today))
            for row in rows
            if row.state_on(by.today) in BEGUN
        }
        shown = {row.key for row in DutyState.objects.visible_to(keeper).lapses_on(by.today)}
    return states, shown


def _days(row: DutyState, day: date) -> int | None:
    told = (State.LATE, State.OVERDUE, State.WAITING)
    return row.days_on(day) if row.state_on(day) in told else None


def counts(by: Actor) -> tuple[Counter[object], Counter[object]]:
    """Kept counts with what the days since added, and the rows counted one by one."""
    with keeping(by) as keeper:
        rows = DutyState.objects.visible_to(keeper).lapses_on(by.today)
        one_by_one: Counter[object] = Counter(row.duty for row in rows)
    tallied = Counter({t.code: t.number for t in board(by, Asked()).kinds})
    return Counter(tallied), one_by_one


@pytest.fixture
def clerk(meera: Worker, office: Organisation) -> Actor:
    with acting_as(meera.actor):
        load_edition(folder=law_edition(), by=meera.actor)
        recount_noted(meera.actor)
    return meera.on(BEGINS)


@given(st.integers(0, 2**32), st.integers(1, 25))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_kept_is_what_a_full_recount_says(clerk: Actor, seed: int, times: int) -> None:
    with transaction.atomic():
        enter(clerk)
        office = Office(clerk, seed)
        for _ in range(times):
            office.happens()
            if office.chance.random() < 0.7:
                recount_noted(office.by)
                assert as_kept(office.by) == anew(office.by)
                told, rows = counts(office.by)
                assert told == rows
        turn_day(office.by)
        recount_noted(office.by)
        before = as_kept(office.by)
        assert before == anew(office.by)
        kept = {row.key: row.says for row in _rows(office.by)}
        recount_all(office.by)
        assert {row.key: row.says for row in _rows(office.by)} == kept
        transaction.set_rollback(True)


def _rows(by: Actor) -> list[DutyState]:
    with keeping(by) as keeper:
        return list(DutyState.objects.visible_to(keeper))


def test_a_count_that_nobody_keeps_is_seen(clerk: Actor) -> None:
    """The comparison above would notice a kept state that is not what the facts say."""
    with transaction.atomic():
        enter(clerk)
        Office(clerk, 7)
        recount_noted(clerk)
        with keeping(clerk) as keeper:
            DutyState.objects.visible_to(keeper).update(since=date(2020, 1, 1))
        assert as_kept(clerk) != anew(clerk)
        assert LapseCount.objects.visible_to(clerk).exists()
        assert not ToRecount.objects.visible_to(clerk).exists()
        transaction.set_rollback(True)


def test_every_table_that_a_state_rests_on_notes_its_changes(
    as_superuser: psycopg.Connection[Any],
) -> None:
    rows = as_superuser.execute(
        "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'note_for_recount'"
    ).fetchall()
    read = {kind._meta.db_table for kind in (*OF_FIR, *OF_FILE, *OF_LAW)}
    assert {row[0] for row in rows} == read
