"""Many hearing results at once: good rows are saved, bad ones stay with their reason, nothing is saved twice."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.domain.compensation.actions import NewClaim, NewOrder, record_claim, record_order
from tafteesh.domain.compensation.models import Payment
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import NewFir, record_fir
from tafteesh.domain.proceedings.models import Fir, Hearing
from tafteesh.foundation.access.context import acting_as
from tafteesh.interfaces.web.drafts.models import Draft
from tafteesh.interfaces.web.grid.hearings import HEARINGS
from tafteesh.interfaces.web.grid.pasting import BlockTooLarge, cells_of, guessed, has_heads
from tests.interfaces.web.at_the_desk import words_of
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
    assert "212/25\tseen\tHeard" in asked, "the block goes along to the next page"
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
        ("a\tb\n" * 600, "More than 500 rows"),
        ("x" * 500_000, "More than 500"),
    ],
)
def test_a_block_that_is_none_gets_a_sentence(block: str, words: str, asha: Worker) -> None:
    page = asha.at_desk().post(GRID + "paste/", {"block": block}).content.decode()

    assert words in page


def test_rows_beyond_the_most_and_strange_names_are_let_be(firs: list[Fir], asha: Worker) -> None:
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


def test_of_five_hundred_pasted_rows_the_good_are_saved_and_the_rest_stays(
    firs: list[Fir], asha: Worker
) -> None:
    """490 rows name no case of hers, 8 an impossible day; two are right. Nothing is lost, nothing is saved twice."""
    desk = asha.at_desk()
    good = ["212/25\tHeard\t", "96/25\tAdjourned\t"]
    bad = [f"{number}/24\tHeard\t" for number in range(300, 790)]
    days = [f"212/25\tHeard\t32-13-2{number}" for number in range(8)]
    block = "\n".join(["FIR No.\tResult\tNext date", *bad, *good, *days])
    named = {"c0": "case", "c1": "outcome", "c2": "next_on", "lay": "yes"}
    answer = desk.post(GRID + "paste/", {"block": block} | named)
    page = answer.content.decode()

    assert _held() == [(96, "adjourned"), (212, "heard")]
    assert page.count('data-state="faulty"') == 498
    assert 'data-gone="2"' in page, "what was saved is counted and makes room"
    assert "saved 2 · problems 498" in page
    assert 'value="32-13-27"' in page
    assert "2 rows were saved." in page
    again = desk.get(GRID + "?draft=continue").content.decode()
    assert again.count("/24") == 490, "her draft holds every row that is left"


def test_a_block_that_is_too_long_comes_back_whole(asha: Worker) -> None:
    block = "\n".join(f"{number}/24\tHeard" for number in range(900))
    page = asha.at_desk().post(GRID + "paste/", {"block": block}).content.decode()

    assert "More than 500 rows" in page
    assert "899/24" in page


def test_who_may_not_write_a_register_finds_no_grid(dev: Worker, asha: Worker) -> None:
    for key in ("hearings", "contacts", "payments"):
        assert dev.at_desk().get(f"/grid/{key}/").status_code == 404
        assert asha.at_desk().get(f"/grid/{key}/").status_code == 200


def test_contacts_are_typed_from_a_diary(rina: SurvivorFile, asha: Worker, bimal: Worker) -> None:
    typed = {
        "r0-case": rina.number, "r0-mode": "Visit", "r0-about": "court", "r0-note": "She is well",
        "r1-case": rina.number, "r1-mode": "smoke signal", "r1-about": "court",
        "r2-case": rina.number, "r2-mode": "office", "r2-about": "", "r2-on": "31-02-2026",
    }  # fmt: skip
    theirs = bimal.at_desk().post("/grid/contacts/", typed).content.decode()
    assert theirs.count("No file of yours is called so") == 3
    assert not Contact.unscoped.exists()

    desk = asha.at_desk()
    page = desk.post("/grid/contacts/", typed).content.decode()
    made = Contact.unscoped.get()
    assert (made.mode, made.about, made.reached) == ("visit", "court", True)
    assert page.count('data-state="faulty"') == 2
    assert "What was it about?" in page

    same = {name: value for name, value in typed.items() if name.startswith("r0")}
    again = desk.post("/grid/contacts/", same).content.decode()
    assert "You wrote the same contact of this day down before." in again
    assert Contact.unscoped.count() == 1


def test_money_is_typed_from_a_passbook(rina: SurvivorFile, asha: Worker, bimal: Worker) -> None:
    typed = {
        "r0-case": rina.number, "r0-on": "04-05-2026", "r0-amount": "1,00,000",
        "r1-case": rina.number, "r1-on": "05-05-2026", "r1-amount": "9 lakh",
        "r2-case": rina.number, "r2-on": "01-01-2020", "r2-amount": "500",
        "r3-case": rina.number, "r3-on": "", "r3-amount": "many",
    }  # fmt: skip
    desk = asha.at_desk()
    assert "No order stands on a claim of this file yet" in words_of(
        desk.post("/grid/payments/", typed)
    )
    with acting_as(asha.actor) as by:
        claim = record_claim(file=rina, new=NewClaim(filed_on=date(2026, 1, 5)), by=by)
        order = NewOrder("final", date(2026, 2, 2), 3_00_000_00)
        record_order(claim=claim, new=order, by=by)

    page = words_of(desk.post("/grid/payments/", typed))

    assert [row.amount_paise for row in Payment.unscoped.all()] == [1_00_000_00]
    assert "More would be received than was ordered." in page
    assert "This day is before the first order." in page
    assert "On which day did it reach her account?" in page
    assert "The same amount of this day stands already." in words_of(
        desk.post("/grid/payments/", {k: v for k, v in typed.items() if k.startswith("r0")})
    )
    assert bimal.at_desk().post("/grid/payments/", typed).content.decode().count("No file") == 4
