"""Many hearing results at once: good rows are saved, bad ones stay with their reason, nothing is saved twice."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import NewFir, record_fir
from tafteesh.domain.proceedings.models import Fir, Hearing
from tafteesh.foundation.access.context import acting_as
from tafteesh.interfaces.web.drafts.models import Draft
from tafteesh.interfaces.web.grid.hearings import HEARINGS
from tafteesh.interfaces.web.grid.pasting import BlockTooLarge, cells_of, guessed, has_heads
from tests.people import Worker

GRID = "/grid/hearings/"


@pytest.fixture
def firs(rina: SurvivorFile, asha: Worker) -> list[Fir]:
    """Rina has a case at home and one in Pune."""
    with acting_as(asha.actor) as by:
        return [
            record_fir(new=new, survivors=[rina], by=by)
            for new in (
                NewFir("Hasnabad", 212, 2025, "source", date(2025, 3, 4)),
                NewFir("Faraskhana Pune", 96, 2025, "destination", date(2025, 2, 1)),
            )
        ]


def _held() -> list[tuple[int, str]]:
    rows = Hearing.unscoped.filter(withdrawn_at=None).exclude(outcome="expected")
    return sorted(rows.values_list("fir__number", "outcome"))


def test_good_rows_are_saved_and_bad_ones_stay(
    rina: SurvivorFile, firs: list[Fir], asha: Worker
) -> None:
    typed = {
        "r0-case": "212/25",
        "r0-outcome": "adjourned",
        "r0-why": "judge_absent",
        "r1-case": "96/2025",
        "r1-outcome": "heard",
        "r1-next_on": "12-13-26",
        "r2-case": rina.number,
        "r2-outcome": "heard",
        "r3-case": "999/24",
        "r4-note": "only a note",
    }
    page = asha.at_desk().post(GRID, typed).content.decode()

    assert _held() == [(212, "adjourned")]
    assert page.count('data-state="saved"') == 1
    assert page.count('data-state="faulty"') == 4
    assert "2 court cases: choose one." in page
    assert "No court case of yours is called so" in page
    assert 'value="12-13-26"' in page
    assert "only a note" in page
    kept = Draft.unscoped.get(form_key="grid")
    assert kept.person_id == asha.person.pk
    again = asha.at_desk().get(GRID + "?draft=continue").content.decode()
    assert 'value="12-13-26"' in again


def test_a_saved_row_is_not_saved_again_and_a_changed_one_is(firs: list[Fir], asha: Worker) -> None:
    desk = asha.at_desk()
    row = desk.post(
        GRID + "row/", {"r3-case": "212/25", "r3-outcome": "adjourned"}
    ).content.decode()
    assert 'data-state="saved"' in row
    mark = row.split('name="r3-saved" value="')[1].split('"')[0]
    before = Hearing.unscoped.get(outcome="adjourned").recorded_at
    same = {"r3-case": "212/25", "r3-outcome": "adjourned", "r3-saved": mark}
    desk.post(GRID + "row/", same)
    assert Hearing.unscoped.get(outcome="adjourned").recorded_at == before

    desk.post(GRID + "row/", same | {"r3-outcome": "heard"})
    assert _held() == [(212, "heard")]


def test_one_of_two_cases_is_chosen(rina: SurvivorFile, firs: list[Fir], asha: Worker) -> None:
    typed = {"r0-case": rina.number, "r0-outcome": "heard", "r0-chosen": str(firs[1].pk)}
    page = asha.at_desk().post(GRID + "row/", typed).content.decode()

    assert 'data-state="saved"' in page
    assert _held() == [(96, "heard")]


def test_nobody_else_s_case_is_there(
    rina: SurvivorFile, firs: list[Fir], joba: Worker, meera: Worker
) -> None:
    for words in (rina.number, "212/25"):
        page = joba.at_desk().post(GRID + "row/", {"r0-case": words, "r0-outcome": "heard"})
        assert "No court case of yours" in page.content.decode()
    forged = {"r0-case": "1/25", "r0-outcome": "heard", "r0-chosen": str(firs[0].pk)}
    joba.at_desk().post(GRID + "row/", forged)
    assert (
        rina.number not in joba.at_desk().post(GRID + "cases/", {"r0-case": "N"}).content.decode()
    )
    assert not _held()


def test_a_block_is_pasted_and_its_columns_are_remembered(firs: list[Fir], asha: Worker) -> None:
    desk = asha.at_desk()
    tomorrow = f"{asha.actor.today + timedelta(days=9):%d-%m-%Y}"
    block = f"FIR No.\tRemarks\tResult\tNext date\n212/25\tseen\tHeard\t{tomorrow}\n96/25\t\tAdjourned\t\n"
    asked = desk.post(GRID + "paste/", {"block": block}).content.decode()
    assert "Which column is which?" in asked
    assert asked.count('value="outcome" selected') == 1
    named = {"c0": "case", "c1": "note", "c2": "outcome", "c3": "next_on", "lay": "yes"}
    answer = desk.post(GRID + "paste/", {"block": block} | named)
    assert answer.headers["Location"] == reverse("hearings:board")
    assert _held() == [(96, "adjourned"), (212, "heard")]

    later = desk.post(GRID + "paste/", {"block": block.replace("Heard", "Not reached")})
    assert later.status_code == 302
    assert (212, "not_reached") in _held()


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("", "Copy the rows"),
        ("a\tb\n" * 300, "More than 200 rows"),
        ("x" * 500_000, "More than 200"),
    ],
)
def test_a_block_that_is_none_gets_a_sentence(block: str, words: str, asha: Worker) -> None:
    page = asha.at_desk().post(GRID + "paste/", {"block": block}).content.decode()

    assert words in page


def test_rows_beyond_two_hundred_and_strange_names_are_let_be(
    firs: list[Fir], asha: Worker
) -> None:
    typed = {
        "r9999999-case": "212/25",
        "r-1-case": "212/25",
        "rx-case": "1",
        "r1-case": "\ud83d" * 9,
    }
    answer = asha.at_desk().post(
        GRID, {k: v.encode("utf-8", "replace").decode() for k, v in typed.items()}
    )

    assert answer.status_code == 200
    assert not _held()


def test_heads_are_known_and_without_them_the_place_counts() -> None:
    columns = HEARINGS.columns
    rows = cells_of("Date,File No,Outcome\n1-2-26,S-1,heard")
    assert has_heads(rows, columns)
    assert guessed(rows, columns) == ["on", "case", "outcome"]
    bare = cells_of("S-1\t1-2-26")
    assert not has_heads(bare, columns)
    assert guessed(bare, columns) == ["case", "on"]


@given(st.text(max_size=400))
def test_any_text_is_a_block_or_none(text: str) -> None:
    try:
        rows = cells_of(text)
    except BlockTooLarge:
        return
    assert len({len(row) for row in rows}) <= 1
