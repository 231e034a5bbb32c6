"""What stands beside the money: her wish, the steps, papers to fetch, her account, the ladder of letters."""

from datetime import date, timedelta

import pytest

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.chasing import (
    come_to,
    ladders,
    owed,
    owing,
    waiting_letters,
)
from tafteesh.domain.compensation.entitled import funnel, last_wish, without_claim
from tafteesh.domain.compensation.models import AccountCheck, Claim, ClaimStep, UnpaidLetter
from tafteesh.domain.compensation.rules import next_rung, papers_needed
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tests.people import TODAY, Worker

LAKH = 1_00_000_00
DAY = timedelta(days=1)


@pytest.fixture
def claim(asha: Worker, rina: SurvivorFile) -> Claim:
    new = actions.NewClaim(date(2025, 2, 10), "DLSA North 24 Parganas", 9 * LAKH)
    return actions.record_claim(file=rina, new=new, by=asha.actor)


@pytest.fixture
def unpaid_claim(asha: Worker, claim: Claim) -> Claim:
    new = actions.NewOrder("final", date(2025, 9, 30), 4 * LAKH, authority="DLSA")
    actions.record_order(claim=claim, new=new, by=asha.actor)
    return claim


def wishes(file: SurvivorFile, worker: Worker, wish: str, day: date = TODAY) -> None:
    actions.record_wish(file=file, wish=wish, answered_on=day, by=worker.actor)


def test_another_desk_and_a_reader_of_totals_record_no_wish(
    rina: SurvivorFile, bimal: Worker, dev: Worker
) -> None:
    enter(dev.actor)
    with pytest.raises(NotAllowed):
        wishes(rina, dev, "wants")
    enter(bimal.actor)
    with pytest.raises(SurvivorFile.DoesNotExist):
        wishes(rina, bimal, "wants")
    assert without_claim(bimal.actor) == []


def test_she_did_not_answer_tomorrow(rina: SurvivorFile, asha: Worker) -> None:
    with pytest.raises(actions.AskedInTheFuture):
        wishes(rina, asha, "wants", TODAY + DAY)


def test_who_could_claim_and_has_none_stands_longest_first(
    rina: SurvivorFile, asha: Worker
) -> None:
    old = asha.opens("N24-2019-0003", scope="trafficking", opened_on=date(2019, 5, 1))
    unknown = asha.opens("N24-2026-0004", scope="not_known", opened_on=date(2026, 5, 1))

    rows = without_claim(asha.actor)

    assert [row.file.pk for row in rows if row.file.pk != rina.pk] == [old.pk]
    assert unknown.pk not in {row.file.pk for row in rows}
    assert (
        next(row.days for row in rows if row.file.pk == old.pk) == (TODAY - date(2019, 5, 1)).days
    )


def test_who_said_no_is_asked_no_more_until_she_says_otherwise(
    rina: SurvivorFile, asha: Worker
) -> None:
    wishes(rina, asha, "does_not_want", TODAY - 30 * DAY)
    assert without_claim(asha.actor) == []
    assert funnel(asha.actor).declined == 1

    wishes(rina, asha, "undecided")
    [row] = without_claim(asha.actor)

    wish = last_wish(asha.actor, rina)
    assert (row.said, row.answered_on) == ("Has not decided", TODAY)
    assert wish is not None
    assert wish.asked_by_id == asha.actor.person_id


def test_the_funnel_from_entitled_to_credited(
    unpaid_claim: Claim, asha: Worker, rina: SurvivorFile
) -> None:
    asha.opens("N24-2026-0002", scope="violence", violence="domestic")
    told = funnel(asha.actor)

    assert unpaid_claim.survivor_file_id == rina.pk
    assert (told.could, told.asked, told.not_asked, told.want) == (2, 1, 1, 1)
    assert (told.filed, told.ordered, told.credited, told.without) == (1, 1, 0, 1)


def test_a_step_has_happened_and_its_next_date_comes_after(claim: Claim, asha: Worker) -> None:
    with pytest.raises(actions.StepInTheFuture):
        actions.record_step(claim=claim, new=actions.NewStep("hearing", TODAY + DAY), by=asha.actor)
    with pytest.raises(actions.NextDateNotAfter):
        actions.record_step(
            claim=claim, new=actions.NewStep("hearing", TODAY, TODAY), by=asha.actor
        )
    new = actions.NewStep("inquiry", TODAY - 9 * DAY, TODAY + DAY)
    actions.record_step(claim=claim, new=new, by=asha.actor)

    assert ClaimStep.objects.visible_to(asha.actor).get().next_on == TODAY + DAY


def test_a_missing_paper_becomes_a_task_of_who_fetches_it(
    claim: Claim, asha: Worker, bimal: Worker
) -> None:
    new = actions.NewFetch("medical", "District hospital", TODAY + 7 * DAY)
    row = actions.fetch_paper(claim=claim, new=new, by=asha.actor)

    task = Task.objects.visible_to(asha.actor).get(pk=row.task_id)
    assert (task.kind, task.due_on) == ("get_paper", TODAY + 7 * DAY)
    assert task.assigned_to_id == asha.actor.person_id
    enter(bimal.actor)
    with pytest.raises(Claim.DoesNotExist):
        actions.fetch_paper(claim=claim, new=new, by=bimal.actor)


@pytest.mark.parametrize("said", ["yes", "not_known", ""])
def test_no_guardian_who_is_or_may_be_accused_keeps_her_money(
    claim: Claim, asha: Worker, said: str
) -> None:
    new = actions.NewAccount(TODAY, "guardian", "mother", said, "yes", "yes", "no")

    with pytest.raises(actions.GuardianIsAccused):
        actions.record_account(claim=claim, new=new, by=asha.actor)
    assert not AccountCheck.objects.visible_to(asha.actor).exists()


@pytest.mark.parametrize(
    ("holder", "active", "reached", "others", "ready"),
    [
        ("hers", "yes", "yes", "no", True),
        ("hers", "yes", "yes", "yes", False),
        ("hers", "not_known", "yes", "no", False),
        ("joint", "yes", "yes", "no", False),
        ("other", "yes", "yes", "no", False),
        ("deposit", "yes", "yes", "no", True),
    ],
)
def test_an_account_is_ready_only_when_money_reaches_her_alone(  # noqa: PLR0917 - a row of the table
    claim: Claim,
    asha: Worker,
    holder: str,
    active: str,
    reached: str,
    others: str,
    ready: bool,  # noqa: FBT001
) -> None:
    new = actions.NewAccount(TODAY, holder, "", "", active, reached, others)

    assert actions.record_account(claim=claim, new=new, by=asha.actor).is_ready is ready


def test_a_court_asks_for_what_only_she_can_bring() -> None:
    assert "fir" in papers_needed("DLSA Barasat")
    assert "fir" not in papers_needed("Special Court, Barasat")


def test_unpaid_claims_stand_by_authority_with_their_age(unpaid_claim: Claim, asha: Worker) -> None:
    [group] = owing(asha.actor, TODAY)

    assert (group.authority, group.claims, group.paise) == ("DLSA", 1, 4 * LAKH)
    assert (group.days, group.older) == ((TODAY - date(2025, 9, 30)).days, (1, 1, 1, 1))
    assert owing(asha.actor, date(2025, 9, 29)) == []
    assert owing(asha.actor, date(2025, 10, 30))[0].older == (0, 0, 0, 0)
    assert owed(asha.actor, TODAY, "SLSA") == []
    assert unpaid_claim.pk == owed(asha.actor, TODAY, "DLSA")[0].standing.claim.pk


def test_the_ladder_goes_one_step_higher_after_thirty_days() -> None:
    assert next_rung([], TODAY) == "reminder"
    assert next_rung([("reminder", TODAY - 29 * DAY)], TODAY) == ""
    assert next_rung([("reminder", TODAY - 30 * DAY)], TODAY) == "slsa"
    assert next_rung([("slsa", TODAY - 40 * DAY), ("reminder", TODAY)], TODAY) == "nalsa"
    assert next_rung([("high_court", TODAY - 400 * DAY)], TODAY) == "high_court"


def test_a_letter_is_prepared_once_a_day_and_sent_by_a_person(
    unpaid_claim: Claim, asha: Worker, bimal: Worker
) -> None:
    letter = actions.prepare_letter(claim=unpaid_claim, rung="reminder", by=asha.actor)
    again = actions.prepare_letter(claim=unpaid_claim, rung="reminder", by=asha.actor)

    assert letter.pk == again.pk
    assert letter.sent_on is None
    assert owed(asha.actor, TODAY)[0].next_rung == "reminder"
    with pytest.raises(actions.StepInTheFuture):
        actions.record_sent(letter=letter, sent_on=TODAY - DAY, by=asha.actor)
    actions.record_sent(letter=letter, sent_on=TODAY, by=asha.actor)
    assert owed(asha.actor, TODAY)[0].next_rung == ""
    enter(bimal.actor)
    with pytest.raises(UnpaidLetter.DoesNotExist):
        actions.record_sent(letter=letter, sent_on=TODAY, by=bimal.actor)


def test_no_letter_where_nothing_waits(claim: Claim, asha: Worker) -> None:
    with pytest.raises(actions.NoSuchRung):
        actions.prepare_letter(claim=claim, rung="slsa", by=asha.actor)


def test_a_letter_annexes_the_claims_that_have_come_to_its_step(
    unpaid_claim: Claim, rina: SurvivorFile, asha: Worker
) -> None:
    other = actions.record_claim(file=rina, new=actions.NewClaim(date(2025, 3, 1)), by=asha.actor)
    order = actions.NewOrder("final", date(2025, 10, 30), 2 * LAKH, authority="DLSA")
    actions.record_order(claim=other, new=order, by=asha.actor)
    later = TODAY + 40 * DAY
    letter = actions.prepare_letter(claim=unpaid_claim, rung="reminder", by=asha.actor)
    assert [row.pk for row in waiting_letters(asha.actor, TODAY)["DLSA"]] == [letter.pk]
    actions.record_sent(letter=letter, sent_on=TODAY, by=asha.actor)

    def annexed(rung: str) -> list[object]:
        return [row.standing.claim.pk for row in come_to(asha.actor, later, "DLSA", rung)]

    assert waiting_letters(asha.actor, TODAY) == {}
    assert ladders(asha.actor, later)["DLSA"].due(2) == {
        "reminder": 1, "slsa": 1, "nalsa": 0, "high_court": 0,
    }  # fmt: skip
    assert annexed("reminder") == [other.pk]
    assert annexed("slsa") == [unpaid_claim.pk]
    assert annexed("nalsa") == [unpaid_claim.pk, other.pk]
    assert ladders(asha.actor, TODAY - DAY) == {}
    assert owed(asha.actor, TODAY - DAY, "DLSA")[0].sent == ()


def test_nobody_at_the_next_desk_sees_her_letters(
    unpaid_claim: Claim, asha: Worker, bimal: Worker
) -> None:
    letter = actions.prepare_letter(claim=unpaid_claim, rung="reminder", by=asha.actor)
    actions.record_sent(letter=letter, sent_on=TODAY, by=asha.actor)
    enter(bimal.actor)
    assert ladders(bimal.actor, TODAY) == waiting_letters(bimal.actor, TODAY) == {}
    assert come_to(bimal.actor, TODAY, "DLSA", "reminder") == []
