"""Curves of waiting from real claims: those still waiting count, rejections end a wait, ten are needed."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf

from tafteesh.domain.compensation import actions
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.waiting import Asked, Told, Wait, authorities, waiting_curve
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import NotAllowed
from tests.people import Worker

Opens = Callable[..., SurvivorFile]
LAKH = 1_00_000_00
FILED = date(2023, 4, 1)
# days to the order, then days to the last money; None: still waiting
WAITS = [
    (20, 100), (20, None), (35, 300), (50, 200), (60, None), (60, 350), (90, None), (120, None),
    (200, None), (None, None), (None, None), (None, None),
]  # fmt: skip


@pytest.fixture
def claims(by: Actor, opens: Opens) -> None:
    for to_order, to_credit in WAITS:
        new = actions.NewClaim(FILED, "DLSA Barasat")
        claim = actions.record_claim(file=opens(), new=new, by=by)
        if to_order is None:
            continue
        ordered = FILED + timedelta(days=to_order)
        order = actions.NewOrder("final", ordered, 2 * LAKH)
        actions.record_order(claim=claim, new=order, by=by)
        half = ordered + timedelta(days=1)
        credit(claim, by, half)
        if to_credit is not None:
            credit(claim, by, FILED + timedelta(days=to_credit))


def credit(claim: object, by: Actor, day: date) -> None:
    actions.record_credit(claim=claim, amount_paise=LAKH, credited_on=day, proof=None, by=by)  # type: ignore[arg-type] # a claim


def scipy_says(told: Told, durations: list[tuple[int, bool]]) -> None:
    data = CensoredData(
        uncensored=np.array([d for d, done in durations if done]),
        right=np.array([d for d, done in durations if not done]),
    )
    theirs = ecdf(data).sf
    for day in range(0, 400, 7):
        assert told.curve.waiting_after(day) == pytest.approx(float(theirs.evaluate(day)))


def test_the_curve_is_for_who_reads_figures(by: Actor, joba: Worker) -> None:
    assert waiting_curve(by, Wait.TO_ORDER, Asked()).curve.done == 0
    with pytest.raises(NotAllowed):
        waiting_curve(joba.actor, Wait.TO_ORDER, Asked())


@pytest.mark.usefixtures("claims")
def test_application_to_order_is_what_scipy_says(by: Actor) -> None:
    told = waiting_curve(by, Wait.TO_ORDER, Asked())
    open_days = (by.today - FILED).days

    scipy_says(told, [(d or open_days, d is not None) for d, _credit in WAITS])
    assert (told.curve.done, told.curve.still_waiting) == (9, 3)
    assert told.risk[0] == (0, 12)


@pytest.mark.usefixtures("claims")
def test_a_part_credit_is_still_waiting(by: Actor) -> None:
    told = waiting_curve(by, Wait.ALL, Asked())
    open_days = (by.today - FILED).days

    scipy_says(told, [(c or open_days, c is not None) for _order, c in WAITS])
    assert told.curve.median is None
    assert waiting_curve(by, Wait.TO_CREDIT, Asked()).curve.still_waiting == 5


@pytest.mark.usefixtures("claims")
def test_by_authority_and_year(by: Actor, opens: Opens) -> None:
    other = actions.NewClaim(FILED - timedelta(days=1), "SLSA")
    claim = actions.record_claim(file=opens(), new=other, by=by)
    no = actions.NewOrder("rejection", FILED + timedelta(days=4))
    actions.record_order(claim=claim, new=no, by=by)

    assert authorities(by) == ["DLSA Barasat"]
    slsa = waiting_curve(by, Wait.TO_ORDER, Asked("SLSA")).curve
    assert (slsa.done, slsa.still_waiting, slsa.can_be_drawn) == (0, 1, False)
    this = Asked(year=Period.financial_year(2023))
    assert waiting_curve(by, Wait.TO_ORDER, this).curve.still_waiting == 3
