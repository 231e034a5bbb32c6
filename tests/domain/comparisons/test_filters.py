"""Filters of one person are alike in any script and spelling; without the key they say nothing."""

import random
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.domain.comparisons.filters import BITS, Encoder, Known, Row, above
from tafteesh.domain.comparisons.rules import LINE
from tafteesh.domain.comparisons.secret import SIGNS, SecretTooWeak, keys_of, propose

PLAIN, SALTED = Encoder(b"k" * 32, salted=False), Encoder(b"k" * 32, salted=True)
RINA = Known(("Rina Mondal",), "Kalipada Mondal", 2003, "North 24 Parganas")


def alike(one: Known, other: Known, encoder: Encoder = PLAIN, key: Encoder | None = None) -> int:
    ours = [Row("a", f) for f in encoder.filters_of(one)]
    theirs = [Row("b", f) for f in (key or encoder).filters_of(other)]
    return max((pair.score for pair in above(ours, theirs, 1)), default=0)


@pytest.mark.parametrize(
    "same",
    [
        Known(("রীনা মণ্ডল",), "কালীপদ মণ্ডল", 2003, "North 24 Parganas"),
        Known(("रीना मंडल",), "कालीपद मंडल", 2003, "north 24  parganas"),
        Known(("Mandal Reena",), "Kalipodo Mandal", 2004, "North 24 Parganas"),
        Known(("Bubai", "Rina Mondol"), "Kalipada Mondal", 2003, "North 24 Parganas"),
    ],
)
def test_one_woman_written_in_two_ways_is_above_the_line(same: Known) -> None:
    assert alike(RINA, same) >= LINE


@pytest.mark.parametrize(
    "other",
    [
        Known(("Mina Mondal",), "Kalipada Mondal", 2006, "North 24 Parganas"),  # her sister
        Known(("Rina Mondal",), "Subal Mondal", 1991, "Nadia"),  # another of her name
        Known(("Sabina Khatun",), "Yunus Gazi", 2003, "North 24 Parganas"),
    ],
)
def test_another_woman_is_below_the_line(other: Known) -> None:
    assert alike(RINA, other) < LINE


def test_with_another_key_a_woman_is_not_like_herself() -> None:
    assert alike(RINA, RINA) == 1000
    assert alike(RINA, RINA, key=Encoder(b"x" * 32, salted=False)) < 500


def test_salted_filters_meet_only_where_the_year_is_the_same() -> None:
    a_year_off = Known(RINA.names, RINA.relation, 2004, RINA.district)
    assert alike(RINA, RINA, SALTED) == 1000
    assert alike(RINA, a_year_off, PLAIN) >= LINE > alike(RINA, a_year_off, SALTED)


def test_who_has_no_name_has_no_filter() -> None:
    assert PLAIN.filters_of(Known(("", "  ", "🙂", "-"), "Kalipada", 2003)) == []


def test_every_pair_above_the_line_is_found_and_none_below_it() -> None:
    draw = random.Random(3)  # noqa: S311 - no secret
    base = [draw.getrandbits(BITS) & draw.getrandbits(BITS) for _ in range(40)]
    near = [f ^ (1 << draw.randrange(BITS)) ^ (1 << draw.randrange(BITS)) for f in base]
    ours = [Row(f"a{at}", f) for at, f in enumerate(base)]
    theirs = [Row(f"b{at}", f) for at, f in enumerate(near)]
    for line in (300, LINE, 990):
        plain = {
            (a.number, b.number)
            for a, b in product(ours, theirs)
            if 2000 * (a.filled & b.filled).bit_count()
            >= line * (a.filled.bit_count() + b.filled.bit_count())
        }
        assert {(p.ours, p.theirs) for p in above(ours, theirs, line)} == plain
        assert plain


@given(st.text(max_size=300), st.text(max_size=40))
def test_no_name_is_too_odd_for_a_filter(name: str, district: str) -> None:
    for filled in PLAIN.filters_of(Known((name,), name, 1999, district)):
        assert 0 < filled < 1 << BITS


def test_a_secret_is_forgiven_its_looks_and_refused_when_it_is_weak() -> None:
    proposed = propose()
    assert set(proposed) <= {*SIGNS, "-"}
    assert keys_of(proposed) == keys_of(f" {proposed.upper().replace('-', ' ')} ")
    assert keys_of(proposed) != keys_of(propose())
    assert "bytes" not in repr(keys_of(proposed))
    assert "filters" not in repr(keys_of(proposed))
    for weak in ("", "short", "a" * 40, "abcabcabcabcabcabcabcabc", "-" * 30):
        with pytest.raises(SecretTooWeak):
            keys_of(weak)
