"""J8, J12, J13, J14 and J15: each from its one query, by the day of the event."""

from collections.abc import Callable
from datetime import date, timedelta

from tafteesh.domain.compensation import actions
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid import actions as legalaid
from tafteesh.foundation.access.actor import Actor
from tafteesh.reference.law.models import CompensationScheme, HeadOfLoss
from tests.domain.facts.conftest import FIRST, LAST, Told

Opens = Callable[..., SurvivorFile]
DAY = timedelta(days=1)
LAKH = 1_00_000_00


def test_her_lawyer_in_court(by: Actor, told: Told, opens: Opens) -> None:
    lawyer = legalaid.record_lawyer(name="Adv. Sarkar", kind="panel", by=by)
    new = legalaid.NewAssignment(lawyer, FIRST - 9 * DAY)
    row = legalaid.assign_lawyer(file=opens(), new=new, by=by)
    for day, came in (
        (FIRST - DAY, "yes"),
        (FIRST, "yes"),
        (LAST, "sent_another"),
        (LAST - DAY, "no"),
    ):
        legalaid.record_appearance(assignment=row, on=day, came=came, by=by)

    assert told("J8") == {"value": 33.3, "counted": 1, "of": 3}


def test_who_claimed_of_those_who_could(by: Actor, told: Told, opens: Opens) -> None:
    claimed, _waits, declined, unknown = (
        opens(scope="trafficking"), opens(scope="trafficking"), opens(scope="both", violence="sexual"),
        opens(scope="not_known"),
    )  # fmt: skip
    actions.record_claim(file=claimed, new=actions.NewClaim(LAST), by=by)
    actions.record_claim(file=unknown, new=actions.NewClaim(LAST), by=by)
    actions.record_wish(file=declined, wish="does_not_want", answered_on=FIRST, by=by)

    assert told("J12") == {"value": 50.0, "counted": 1, "of": 2}


def test_interim_money_within_sixty_days(by: Actor, told: Told, opens: Opens) -> None:
    for days in (60, 61):
        claim = actions.record_claim(file=opens(), new=actions.NewClaim(FIRST), by=by)
        new = actions.NewOrder("interim", FIRST + 20 * DAY, LAKH)
        actions.record_order(claim=claim, new=new, by=by)
        actions.record_credit(
            claim=claim, amount_paise=LAKH, credited_on=FIRST + days * DAY, proof=None, by=by
        )

    assert told("J13") == {"value": 50.0, "counted": 1, "of": 2}


def test_what_is_owed_by_age(by: Actor, told: Told, opens: Opens) -> None:
    for days in (10, 31, 400):
        claim = actions.record_claim(file=opens(), new=actions.NewClaim(date(2022, 1, 1)), by=by)
        new = actions.NewOrder("final", LAST - days * DAY, LAKH)
        actions.record_order(claim=claim, new=new, by=by)

    assert told("J14") == {
        "value": 300000, "claims": 3, "over_30": 2, "over_90": 1, "over_180": 1, "over_365": 1,
    }  # fmt: skip


def test_what_was_ordered_of_the_most_that_the_scheme_gives(
    by: Actor, told: Told, opens: Opens
) -> None:
    scheme = CompensationScheme.objects.create(
        key="s", name="Scheme", kind="state", jurisdiction="West Bengal", verification="sourced",
        is_current=True,
    )  # fmt: skip
    heads = [
        HeadOfLoss.objects.create(
            key=f"s{n}", scheme=scheme, position=n, name=f"Head {n}", max_paise=most,
            verification="sourced", is_current=True,
        )
        for n, most in enumerate((5 * LAKH, 3 * LAKH, None))
    ]  # fmt: skip
    for lakh, kinds in ((4, heads[:2]), (3, heads[:1]), (9, heads)):
        claim = actions.record_claim(file=opens(), new=actions.NewClaim(FIRST), by=by)
        new = actions.NewOrder("final", LAST, lakh * LAKH)
        order = actions.record_order(claim=claim, new=new, by=by)
        given = [actions.NewHead(head, "left_out") for head in kinds]
        actions.record_heads(order=order, heads=given, by=by)

    assert told("J15") == {
        "value": 53.8, "ordered": 7_00_000, "allowed": 13_00_000, "middle": 55.0, "claims": 2,
    }  # fmt: skip


def test_a_set_off_takes_away_in_its_own_year_and_is_no_order(
    by: Actor, told: Told, opens: Opens
) -> None:
    file = opens()
    dlsa, court = (
        actions.record_claim(file=file, new=actions.NewClaim(FIRST), by=by) for _ in range(2)
    )
    gave = actions.record_order(
        claim=dlsa, new=actions.NewOrder("final", FIRST + DAY, 4 * LAKH), by=by
    )
    actions.record_order(
        claim=court, new=actions.NewOrder("final", FIRST + 2 * DAY, 10 * LAKH), by=by
    )
    off = actions.NewSetOff(gave, FIRST + 3 * DAY, 4 * LAKH)
    actions.record_set_off(claim=court, new=off, by=by)

    assert told("A8") == {"value": 10_00_000, "credited": 0, "orders": 2}
    assert told("I8")["waiting"] == 10_00_000
