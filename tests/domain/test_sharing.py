"""Rina's file is shared with a partner because she agreed, until a day, and not a day longer."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from tafteesh.domain.files.models import AccessGrant, SurvivorFile
from tafteesh.domain.handoffs import actions
from tafteesh.domain.handoffs.models import Share
from tafteesh.domain.handoffs.queries import exchanges, partners, shares
from tafteesh.domain.meetings.models import Meeting
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tests.people import TODAY, Worker, agrees

DAY = timedelta(days=1)
UNTIL = TODAY + 30 * DAY


@pytest.fixture
def keeper(meera: Worker, rina: SurvivorFile, other_office: Organisation) -> Iterator[Actor]:
    """Meera, who reaches every file of her office; Rina agreed that Ranchi may see hers."""
    with acting_as(meera.actor):
        agrees(rina, other_office, meera.actor)
        yield meera.actor


def new(to: Organisation, **more: date) -> actions.NewShare:
    days = {"agreed_on": TODAY - DAY, "until": UNTIL} | more
    return actions.NewShare(to, "court", **days)


def reached(worker: Worker, day: date) -> bool:
    """Whether she finds a file on that day, with both walls asking."""
    actor = worker.on(day)
    enter(actor)
    return SurvivorFile.objects.visible_to(actor).exists() and SurvivorFile.unscoped.exists()


def test_a_partner_sees_it_until_its_day_and_not_the_day_after(
    keeper: Actor, joba: Worker, rina: SurvivorFile, other_office: Organisation
) -> None:
    assert not reached(joba, TODAY)
    enter(keeper)
    actions.share_file(file=rina, new=new(other_office), by=keeper)

    assert reached(joba, TODAY)
    assert reached(joba, UNTIL)
    assert not reached(joba, UNTIL + DAY)


@pytest.mark.parametrize(
    ("days", "fault"),
    [
        ({"until": TODAY + 91 * DAY}, actions.SharedTooLong),
        ({"until": TODAY - DAY}, actions.EndsInThePast),
        ({"agreed_on": TODAY + DAY}, actions.NotAgreedYet),
    ],
)
def test_wrong_days_are_refused(
    keeper: Actor,
    rina: SurvivorFile,
    other_office: Organisation,
    days: dict[str, date],
    fault: type[Exception],
) -> None:
    with pytest.raises(fault):
        actions.share_file(file=rina, new=new(other_office, **days), by=keeper)


def test_ninety_days_are_not_too_long(
    keeper: Actor, rina: SurvivorFile, other_office: Organisation
) -> None:
    share = actions.share_file(file=rina, new=new(other_office, until=TODAY + 90 * DAY), by=keeper)
    assert shares(keeper).get() == share


def test_it_is_shared_once_and_never_with_its_owner(
    keeper: Actor, rina: SurvivorFile, office: Organisation, other_office: Organisation
) -> None:
    with pytest.raises(actions.OwnFile):
        actions.share_file(file=rina, new=new(office), by=keeper)
    actions.share_file(file=rina, new=new(other_office), by=keeper)

    with pytest.raises(actions.SharedAlready):
        actions.share_file(file=rina, new=new(other_office), by=keeper)


def test_a_social_worker_does_not_share(
    asha: Worker, rina: SurvivorFile, other_office: Organisation
) -> None:
    with pytest.raises(NotAllowed):
        actions.share_file(file=rina, new=new(other_office), by=asha.actor)


def test_a_share_ended_on_its_first_day_leaves_no_grant(
    keeper: Actor, joba: Worker, rina: SurvivorFile, other_office: Organisation
) -> None:
    share = actions.share_file(file=rina, new=new(other_office), by=keeper)
    actions.end_share(share=share, by=keeper)

    assert Share.unscoped.get().ended_on == TODAY
    assert not AccessGrant.unscoped.filter(to_organisation=other_office).exists()
    assert not reached(joba, TODAY)


def test_a_share_ended_later_stops_that_day(
    meera: Worker, joba: Worker, rina: SurvivorFile, other_office: Organisation
) -> None:
    enter(meera.actor)
    agrees(rina, other_office, meera.actor)
    share = actions.share_file(file=rina, new=new(other_office), by=meera.actor)
    later = meera.on(TODAY + 3 * DAY)
    enter(later)
    actions.end_share(share=share, by=later)

    assert not reached(joba, TODAY + 3 * DAY)
    enter(later)
    with pytest.raises(Share.DoesNotExist):
        actions.end_share(share=share, by=later)


def test_an_exchange_is_a_meeting_and_what_it_brought_comes_later(keeper: Actor) -> None:
    partner = actions.record_partner(name="Saathi", place="Ranchi", by=keeper)
    again = actions.record_partner(name="Saathi", place="Ranchi", by=keeper)
    exchange = actions.record_exchange(partner=partner, on=TODAY, topic="Letters", by=keeper)
    actions.adopt_practice(exchange=exchange, practice="A letter a fortnight", by=keeper)

    assert again == partner
    assert Meeting.objects.visible_to(keeper).get().level == Meeting.Level.PARTNER
    assert exchanges(keeper).get().practice_adopted == "A letter a fortnight"
    assert partners(keeper).get().met == 1
