"""J1 to J7, J9, J10, J22 and I16: each from its one query, by the day of the event."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tafteesh.domain.facts.justice import JUSTICE
from tafteesh.domain.facts.kept import recount_noted
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import one_figure
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Accused, ChargeSheet, Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.reference.editions.actions import load_edition
from tests.domain.facts.conftest import FIRST, LAST, Told
from tests.people import Worker
from tests.reference.small import law_edition

Opens = Callable[..., SurvivorFile]
Records = Callable[..., Fir]
DAY = timedelta(days=1)


@pytest.fixture
def records(by: Actor, opens: Opens) -> Records:
    """A FIR of a new survivor, registered on a day."""
    numbers = iter(range(1, 100))

    def one(on: object = FIRST, area: str = "source", **details: object) -> Fir:
        new = actions.NewFir("Hasnabad", next(numbers), 2023, area, on, details)  # type: ignore[arg-type] # a day
        return actions.record_fir(new=new, survivors=[opens(scope="trafficking")], by=by)

    return one


def hears(by: Actor, fir: Fir, after: int, outcome: str, **details: object) -> None:
    result = actions.HearingResult(FIRST + after * DAY, outcome, details=details)
    actions.record_hearing(fir=fir, result=result, by=by)


def accused(by: Actor, fir: Fir) -> Accused:
    return actions.add_accused(fir=fir, name="Kalu", part="recruiter", by=by)


def test_from_complaint_to_fir_and_the_copy(by: Actor, told: Told, records: Records) -> None:
    early, late = FIRST - DAY, FIRST - 9 * DAY
    records(diary_earliest=early, diary_latest=early, copy_given_on=FIRST + DAY)
    records(diary_earliest=late, diary_latest=late, copy_given_on=FIRST + 2 * DAY)
    records()
    records(LAST + DAY, diary_earliest=LAST, diary_latest=LAST)

    assert told("J1") == {"value": 50.0, "counted": 1, "of": 2, "median_days": 5}
    assert told("J2") == {"value": 33.3, "counted": 1, "of": 3}


def test_what_was_raised_and_cured(by: Actor, told: Told, records: Records) -> None:
    load_edition(folder=law_edition(), by=by)
    fir = records(copy_given_on=FIRST + 5 * DAY)
    for days in (10, None):
        new = actions.NewCorrection("fir", "copy_not_given", "sp", FIRST)
        row = actions.record_correction(fir=fir, new=new, by=by)
        if days:
            on = FIRST + days * DAY
            actions.decide_correction(correction=row, result="partly", decided_on=on, by=by)
    recount_noted(by)

    found = told("J3")

    assert (found["raised"], found["cured"], found["median_days"]) == (2, 1, 10)
    assert found["by_kind"] == {"trafficking-section": 1}
    assert list(found["by_station"].values()) == [1]
    before = told("J3", known_on=FIRST - DAY)
    assert (before["raised"], before["found"]) == (0, 0), "nobody knew of the FIR"


def test_charge_sheets_before_default_bail(by: Actor, records: Records, meera: Worker) -> None:
    load_edition(folder=law_edition(), by=by)
    later, first = meera.on(date(2025, 6, 2)), date(2024, 8, 1)
    enter(later)
    for filed in (89, 90, None):
        fir = records(first)
        man = accused(later, fir)
        actions.add_sections(fir=fir, sections=[("BNS", "65(1)")], added_on=None, by=later)
        new = actions.NewMilestone("first_remand", ApproxDate(first, first), accused=man)
        actions.record_milestone(fir=fir, new=new, by=later)
        if filed is not None:
            sheet = actions.NewChargeSheet("charge_sheet", "1", first + filed * DAY, (man,))
            actions.record_charge_sheet(fir=fir, new=sheet, by=later)
    recount_noted(later)

    found = one_figure(later, "J4", Period.financial_year(2024))

    assert found is not None
    assert found.values == {"value": 33.3, "counted": 1, "of": 3}
    assert len(found.records) == 3

    in_time = ChargeSheet.objects.visible_to(later).order_by("filed_earliest")[0]
    tomorrow = meera.on(date(2025, 6, 3))
    actions.withdraw_entry(entry=in_time, reason="typed_wrong", by=tomorrow)
    recount_noted(tomorrow)
    now = one_figure(tomorrow, "J4", Period.financial_year(2024))
    as_known = one_figure(tomorrow, "J4", Period.financial_year(2024), later.now)
    assert now is not None
    assert as_known is not None
    assert (now.values["counted"], as_known.values["counted"]) == (0, 1)


def test_what_the_charge_sheet_left_out(by: Actor, told: Told, records: Records) -> None:
    load_edition(folder=law_edition(), by=by)
    fir = records()
    actions.add_sections(fir=fir, sections=[("IPC", "370"), ("ITPA", "5")], added_on=None, by=by)
    kept, _dropped = accused(by, fir), accused(by, fir)
    sheet = actions.NewChargeSheet("charge_sheet", "1", LAST, (kept,), (("BNS", "143"),))
    actions.record_charge_sheet(fir=fir, new=sheet, by=by)

    assert told("J5") == {
        "value": 50.0,
        "accused_dropped": 1,
        "accused": 2,
        "sections_dropped": 1,
        "sections": 2,
        "challenged": 0.0,
    }


def test_days_in_court_and_what_they_cost_her(by: Actor, told: Told, records: Records) -> None:
    fir = records()
    hears(by, fir, 1, "heard", judge_words="Judge A", prosecutor_words="PP")
    hears(by, fir, 2, "adjourned", came="her,lawyer", why="strike", spent_paise=350_00, hours=9)
    hears(by, fir, 3, "heard", came="her", was_done=False, judge_words="Judge B")
    hears(by, fir, 4, "not_known", came="her")

    assert told("J6") == {
        "value": 33.3,
        "counted": 1,
        "of": 3,
        "by_reason": {"strike": 1, "not_known": 1},
    }
    assert told("J7") == {"value": 2, "survivor_days": 2, "rupees": 350, "hours": 9}
    assert told("J22") == {
        "value": 2,
        "prosecutors": 1,
        "officers": None,
        "lawyers": None,
        "proceedings": 1,
    }


def test_outcomes_and_her_say(by: Actor, told: Told, records: Records) -> None:
    first, second = records(), records()
    for fir, status in ((first, "convicted"), (first, "acquitted"), (second, "acquitted")):
        actions.set_accused_status(accused=accused(by, fir), status=status, on=LAST, by=by)
    new = actions.NewMilestone("heard_on_sentence", ApproxDate(LAST, LAST))
    actions.record_milestone(fir=first, new=new, by=by)
    man = accused(by, second)
    bail = actions.NewMilestone("bail_granted", ApproxDate(LAST, LAST), accused=man)
    actions.record_milestone(fir=second, new=bail, by=by)

    assert told("J9") == {
        "value": 33.3,
        "by_status": {"acquitted": 2, "convicted": 1},
        "cases_decided": 2,
        "cases_convicted": 1,
    }
    assert told("J10") == {
        "value": 50.0,
        "counted": 1,
        "of": 2,
        "by_stage": {"bail": 1, "sentence": 1},
    }


def test_evidence_by_video_link(by: Actor, told: Told, opens: Opens) -> None:
    given = actions.NewDeposition("video", LAST, court_is_elsewhere=True)
    for how, elsewhere in (("video", True), ("in_court", True), ("in_court", False)):
        file = opens()
        new = actions.NewFir("Faraskhana", int(file.number[-2:]), 2023, "destination")
        fir = actions.record_fir(new=new, survivors=[file], by=by)
        one = replace(given, how=how, court_is_elsewhere=elsewhere)
        actions.record_deposition(fir=fir, file=file, new=one, by=by)

    assert told("I16") == {"value": 50.0, "counted": 1, "of": 2}


def test_a_year_without_anything_tells_nothing(by: Actor, told: Told) -> None:
    for one in JUSTICE:
        assert not any(told(one.id).values()), one.id
