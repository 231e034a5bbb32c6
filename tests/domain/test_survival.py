"""Curves of waiting: against a worked example, and against scipy on anything."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tafteesh.domain.facts.survival import curve

# Freireich and others 1963, weeks of remission under 6-MP, as printed in Kalbfleisch and Prentice.
DONE = [6, 6, 6, 7, 10, 13, 16, 22, 23]
WAITING = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]


def test_a_published_example_comes_out() -> None:
    found = curve([(day, True) for day in DONE] + [(day, False) for day in WAITING])
    assert [round(step.waiting, 4) for step in found.steps] == [
        0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482,
    ]  # fmt: skip
    assert [step.at_risk for step in found.steps] == [21, 17, 15, 12, 11, 7, 6]
    assert found.median == 23
    assert (found.done, found.still_waiting) == (9, 12)


def test_no_median_while_more_than_half_wait() -> None:
    found = curve([(10, True)] * 4 + [(400, False)] * 6)
    assert found.median is None
    assert found.waiting_after(9) == 1.0
    assert found.waiting_after(400) == pytest.approx(0.6)


def test_few_are_not_drawn_and_none_are_no_error() -> None:
    assert not curve([(10, True)] * 9).can_be_drawn
    assert curve([]).steps == ()
    with pytest.raises(ValueError, match="negative"):
        curve([(-1, True)])


durations = st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=60)


@given(durations)
def test_any_curve_equals_scipys(cases: list[tuple[int, bool]]) -> None:
    ours = curve(cases)
    if not any(done for _, done in cases):
        assert ours.steps == ()
        return
    data = stats.CensoredData(
        uncensored=[d for d, done in cases if done], right=[d for d, done in cases if not done]
    )
    theirs = stats.ecdf(data).sf
    for step in ours.steps:
        assert step.waiting == pytest.approx(float(theirs.evaluate(step.days)), abs=1e-12)


def test_limits_equal_scipys() -> None:
    chance = random.Random(11)  # noqa: S311 - made durations
    cases = [(chance.randrange(1, 900), chance.random() < 0.6) for _ in range(300)]
    data = stats.CensoredData(
        uncensored=[d for d, done in cases if done], right=[d for d, done in cases if not done]
    )
    theirs = stats.ecdf(data).sf.confidence_interval(method="log-log")
    for step in curve(cases).steps[:-1]:
        assert step.low == pytest.approx(float(theirs.low.evaluate(step.days)), abs=1e-9)
        assert step.high == pytest.approx(float(theirs.high.evaluate(step.days)), abs=1e-9)
