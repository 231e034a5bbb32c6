"""Identifiers, digits, invisible signs and the five kinds of no answer."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.foundation.kernel.digits import ascii_digits, cell_text, clean, folded, tidy
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.kernel.no_answer import Answer, read_no_answer


def test_ids_are_version_seven_and_sort_by_the_time_they_were_made() -> None:
    ids = [new_id() for _ in range(10_000)]

    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
    assert {(i.version, i.variant) for i in ids} == {(7, uuid.RFC_4122)}


def test_bengali_and_hindi_digits_become_western_digits() -> None:
    assert ascii_digits("৪১২/২০২৫ ४५") == "412/2025 45"


def test_invisible_signs_and_odd_spaces_go() -> None:
    assert clean("\ufeff Fe\u200bmale\u00a0\u2009 A\u200f\x00 ") == "Female A"


def test_joiners_stay_inside_bengali_words_and_go_elsewhere() -> None:
    word = "র\u200d্যাপ"

    assert tidy(f" {word} ") == word
    assert tidy("ত\u09cd\u200d") == "ত\u09cd\u200d"
    assert tidy("Ri\u200dna\u200c") == "Rina"
    assert folded(word) == folded(word.replace("\u200d", ""))


def test_two_ways_to_type_the_same_letter_are_one_after_cleaning() -> None:
    assert clean("\u09df") == clean("\u09af\u09bc")


def test_text_is_safe_to_store_after_tidying() -> None:
    assert tidy("a\ud800b\x00").encode() == "a\ufffdb".encode()


def test_labels_meet_whatever_their_case_and_spaces() -> None:
    assert folded("  FIR\u00a0 No. ") == folded("fir no.")


@pytest.mark.parametrize(
    ("raw", "text"), [(665.0, "665"), (None, ""), (1.5, "1.5"), ("  x ", "x"), (10**400, "")]
)
def test_a_cell_of_any_kind_is_text(raw: object, text: str) -> None:
    assert cell_text(raw) == text


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        (None, Answer.NOT_ASKED), ("", Answer.NOT_ASKED), ("  ", Answer.NOT_ASKED),
        ("-", Answer.NOT_ASKED), ("--", Answer.NOT_ASKED), (float("nan"), Answer.NOT_ASKED),
        ("NA", Answer.NA), ("n/a", Answer.NA), ("(NA)", Answer.NA), ("nil", Answer.NA),
        ("nai", Answer.NA), ("প্রযোজ্য নয়", Answer.NA), ("लागू नहीं", Answer.NA),
        ("?", Answer.UNKNOWN), ("Not known", Answer.UNKNOWN), ("জানা নেই", Answer.UNKNOWN),
        ("পাওয়া যায়নি", Answer.UNKNOWN), ("पता नहीं", Answer.UNKNOWN), ("জানা নেই।", Answer.UNKNOWN),
        ("Refused", Answer.DECLINED), ("বলতে চান না", Answer.DECLINED),
        ("illegible", Answer.ILLEGIBLE), ("অস্পষ্ট", Answer.ILLEGIBLE), ("अस्पष्ट", Answer.ILLEGIBLE),
    ],
)  # fmt: skip
def test_no_answer_is_recognised_as_people_write_it(written: object, answer: Answer) -> None:
    assert read_no_answer(written) is answer


@pytest.mark.parametrize("said", ["Rina", "no", "না", "0", 0, "Nandigram", "নাজাত", "Naina", 5, False])
def test_what_says_something_is_not_taken_for_no_answer(said: object) -> None:
    assert read_no_answer(said) is None


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert clean(clean(text)) == clean(text)
    assert folded(folded(text)) == folded(text)
