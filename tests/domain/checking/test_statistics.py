"""Shares, lots and agreement, beside numbers worked out elsewhere."""

import random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tafteesh.domain.checking.agreement import agreement, verification_factor
from tafteesh.domain.checking.beta import beta_quantile, beta_share, t_quantile
from tafteesh.domain.checking.drawing import draw_by_stratum
from tafteesh.domain.checking.intervals import (
    Drawn,
    NothingToJudge,
    effective_needed,
    exact,
    is_change_real,
    records_needed,
    share_of_fields,
    share_of_sample,
    wilson,
)
from tafteesh.domain.checking.lots import NoSuchPlan, Plan, plan, rejected
from tafteesh.domain.checking.models import CheckRound
from tafteesh.domain.checking.queries import Seen, summed_up
from tafteesh.domain.checking.trend import Step, expected_of


def rounded(interval: object, digits: int = 3) -> tuple[float, float]:
    return round(interval.low, digits), round(interval.high, digits)  # type: ignore[attr-defined] # Interval


def test_intervals_equal_published_ones() -> None:
    assert rounded(wilson(9 / 300, 300)) == (0.016, 0.056)
    assert rounded(exact(9, 300)) == (0.014, 0.056)
    assert rounded(wilson(12 / 600, 600), 4) == (0.0115, 0.0346)
    assert rounded(wilson(7 / 20, 20), 4) == (0.1812, 0.5671)
    assert rounded(exact(0, 60, 0.9)) == (0.0, 0.049), "three over n, one-sided 95 per cent"


def test_fields_of_one_record_are_not_many_observations() -> None:
    together = [(20, 20)] * 15 + [(0, 20)] * 15
    share = share_of_fields(together)
    assert (share.value, round(share.design_effect, 1)) == (0.5, 20.5)
    low, high = rounded(share.interval, 2)
    assert (low, high) == (0.3, 0.7), "29 observations, not 600"

    apart = [(10, 20)] * 30
    assert 1 < share_of_fields(apart).design_effect < 1.1


def test_few_mistakes_do_not_make_a_small_design_effect() -> None:
    lucky = share_of_fields([(6, 6)] * 40)

    assert lucky.design_effect == 2.5
    assert lucky.interval.low < exact(240, 240).low


@given(st.floats(0.02, 0.98), st.floats(0.3, 400), st.floats(0.3, 400))
def test_quantiles_equal_those_of_scipy(share: float, a: float, b: float) -> None:
    assert beta_share(beta_quantile(share, a, b), a, b) == pytest.approx(share, abs=1e-9)
    assert beta_share(share, a, b) == pytest.approx(stats.beta.cdf(share, a, b), abs=1e-9)
    degrees = max(1.0, a)
    assert t_quantile(0.975, degrees) == pytest.approx(stats.t.ppf(0.975, degrees), rel=1e-6)


def test_nothing_judged_has_no_share() -> None:
    with pytest.raises(NothingToJudge):
        share_of_fields([(0, 0)])
    with pytest.raises(NothingToJudge):
        agreement([])


def test_how_many_to_draw_is_known_before_the_round() -> None:
    assert effective_needed(0.05) == 385
    assert records_needed(0.05, fields=20, effect=2.9) == 56
    assert records_needed(0.05, fields=20, effect=2.9, records=120) == 39


@pytest.mark.parametrize(
    ("good", "bad", "lot", "expected"),
    [
        (0.02, 0.10, None, Plan(52, 2)),
        (0.03, 0.10, None, Plan(78, 4)),
        (0.05, 0.15, None, Plan(60, 5)),
        (0.05, 0.20, None, Plan(32, 3)),
        (0.01, 0.05, None, Plan(105, 2)),
        (0.02, 0.10, 60, Plan(30, 1)),
        (0.05, 0.20, 150, Plan(30, 3)),
    ],
)
def test_lot_plans_equal_the_tables(
    good: float, bad: float, lot: int | None, expected: Plan
) -> None:
    assert plan(good, bad, lot=lot) == expected


def test_both_risks_of_a_plan_are_told() -> None:
    assert rejected(Plan(32, 3), 0.05) <= 0.1
    assert 1 - rejected(Plan(32, 3), 0.20) <= 0.1


def test_what_cannot_be_told_apart_has_no_plan() -> None:
    with pytest.raises(NoSuchPlan):
        plan(0.10, 0.10)
    with pytest.raises(NoSuchPlan):
        plan(0.10, 0.101)


def test_kappa_falls_when_errors_are_rare_and_pabak_says_so() -> None:
    pairs = (
        [("match", "match")] * 180 + [("differs", "differs")] * 9
        + [("match", "differs")] * 6 + [("differs", "match")] * 5
    )  # fmt: skip
    found = agreement(pairs)
    assert (round(found.seen, 3), round(found.kappa or 0, 2), round(found.pabak, 2)) == (
        0.945,
        0.59,
        0.89,
    )
    assert found.interval is not None
    assert found.interval.low < 0.59 < found.interval.high
    assert agreement([("match", "match")] * 5).kappa is None
    assert round(agreement(pairs, wrong="differs").on_errors or 0, 2) == 0.62


def test_kappa_of_fields_that_fail_together_is_less_sure() -> None:
    pairs = [("y", "y")] * 60 + [("n", "n")] * 20 + [("y", "n")] * 10 + [("n", "y")] * 10
    alone, by_file = agreement(pairs), agreement(pairs, [n // 10 for n in range(100)])
    assert alone.interval is not None
    assert by_file.interval is not None
    assert alone.kappa == by_file.kappa
    assert by_file.interval.high - by_file.interval.low > alone.interval.high - alone.interval.low
    assert agreement(pairs, ["one file"] * 100).interval is None


def test_over_here_and_under_there_do_not_cancel() -> None:
    found = verification_factor([(90, 100, 1.0), (110, 100, 1.0)])
    assert (found.factor, found.off_by) == (1.0, 0.1)
    assert verification_factor([(94, 100, 1.0)]).error is None
    assert found.interval is not None
    assert found.interval.low < 1 < found.interval.high


def test_parts_drawn_at_different_rates_count_for_what_they_stand_for() -> None:
    large = [Drawn(18, 20, "large", 9.0)] * 10
    small = [Drawn(4, 20, "small", 1.0)] * 10

    share = share_of_sample(large + small)

    assert round(share.value, 4) == 0.83, "not the plain 0.55"
    assert (share.right, share.of) == (220, 400)
    assert share.interval.low < 0.83 < share.interval.high
    assert share_of_sample([Drawn(9, 20, "a"), Drawn(8, 20, "b")]).interval.low < 0.425, (
        "one a part"
    )


def test_the_interval_of_a_sample_by_parts_covers_the_truth() -> None:
    """900 files of a careful worker and 100 of a hasty one, 30 drawn of each: 93 of 100 intervals hold the truth."""
    chance, covered, rounds = random.Random(11), 0, 300  # noqa: S311 - a simulation
    files = {
        n: sum(chance.random() < chance.betavariate(*((18, 2) if n < 900 else (4, 6))) for _ in range(12))
        for n in range(1000)
    }  # fmt: skip
    true = sum(files.values()) / 12_000
    parts = {n: "careful" if n < 900 else "hasty" for n in files}
    for number in range(rounds):
        drawn = draw_by_stratum(parts, f"seed {number}", 60, alike=True)
        sample = [Drawn(files[n], 12, parts[n], weight) for n, weight in drawn.items()]
        interval = share_of_sample(sample).interval
        covered += interval.low <= true <= interval.high
    assert covered / rounds >= 0.93


def test_a_change_within_chance_is_not_called_real() -> None:
    before = share_of_fields([(10, 20)] * 30)
    assert not is_change_real(before, share_of_fields([(10, 20)] * 15 + [(11, 20)] * 15))
    assert is_change_real(before, share_of_fields([(17, 20)] * 30))


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_exact_interval_holds_the_share(case: tuple[int, int]) -> None:
    hits, size = case
    interval = exact(hits, size)
    assert interval.low <= hits / size <= interval.high


def test_the_interval_covers_the_truth_when_fields_fail_together() -> None:
    chance, covered, rounds = random.Random(7), 0, 400  # noqa: S311 - a simulation
    for _round in range(rounds):
        records = []
        for _record in range(60):
            level = chance.betavariate(3, 3)
            records.append((sum(chance.random() < level for _ in range(20)), 20))
        interval = share_of_fields(records).interval
        covered += interval.low <= 0.5 <= interval.high
    assert covered / rounds >= 0.93


def test_what_the_next_round_needs_is_learnt_from_the_last() -> None:
    """Nine fields a file of which half were judged tell what twenty fields will be."""
    rows = [
        Seen(UUID(int=file), str(field), "matches" if file % 3 else "differs", is_second=False)
        for file in range(30)
        for field in range(5)
    ] + [
        Seen(UUID(int=file), f"x{field}", "no_paper", is_second=False)
        for file in range(30)
        for field in range(5)
    ]
    accuracy = summed_up(rows)
    step = Step(CheckRound(title="r"), accuracy, None)

    assert accuracy.judged is not None
    judged, effect = expected_of([step], 20) or (0, 0)
    assert judged == 10
    assert effect > accuracy.judged.design_effect, "more fields of a file add less each"
    assert expected_of([], 20) is None
