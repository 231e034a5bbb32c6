"""A sample that anybody can draw again."""

from hypothesis import given
from hypothesis import strategies as st

from tafteesh.domain.checking.drawing import (
    allocate,
    allocate_alike,
    draw,
    draw_by_stratum,
    is_checked_twice,
)

units = st.lists(st.integers(), unique=True, max_size=60)


@given(units, st.text(), st.integers(0, 40))
def test_the_same_seed_draws_the_same_in_any_order(of: list[int], seed: str, size: int) -> None:
    drawn = draw(of, seed, size)
    assert drawn == draw(reversed(of), seed, size)
    assert len(drawn) == len(set(drawn)) == min(size, len(of))


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 50), max_size=8), st.integers(0, 100))
def test_shares_add_up_and_never_pass_what_is_there(sizes: dict[str, int], size: int) -> None:
    for shares in (allocate(sizes, size), allocate_alike(sizes, size)):
        assert sum(shares.values()) == min(size, sum(sizes.values()))
        assert all(0 <= shares[name] <= sizes[name] for name in sizes)


def test_each_stratum_has_its_share() -> None:
    strata = {n: "large" if n < 75 else "small" for n in range(100)}
    drawn = draw_by_stratum(strata, "seed", 20)
    assert [strata[n] for n in drawn].count("small") == 5
    assert allocate({"large": 97, "small": 3}, 10) == {"large": 9, "small": 1}


def test_the_same_number_of_each_and_what_a_small_part_lacks_goes_to_the_others() -> None:
    assert allocate_alike({"a": 90, "b": 30, "c": 2}, 20) == {"a": 9, "b": 9, "c": 2}


def test_a_drawn_file_stands_for_its_share_of_its_part() -> None:
    strata = {n: "large" if n < 90 else "small" for n in range(100)}
    drawn = draw_by_stratum(strata, "seed", 20, alike=True)
    assert {strata[n]: weight for n, weight in drawn.items()} == {"large": 9.0, "small": 1.0}
    assert sum(drawn.values()) == 100


def test_one_in_so_many_is_looked_at_twice() -> None:
    twice = sum(is_checked_twice("seed", n, "born", 5) for n in range(10_000))
    assert 400 < twice < 600
    assert not any(is_checked_twice("seed", n, "born", 0) for n in range(100))
    assert all(is_checked_twice("seed", n, "born", 100) for n in range(100))
