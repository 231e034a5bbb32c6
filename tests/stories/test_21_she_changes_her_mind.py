"""On 4 July Rina takes back two of her three agreements: what she took back ends, what she kept goes on."""

from datetime import date, timedelta

import pytest

from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.files.actions.choices import take_back
from tafteesh.domain.files.consent import may_share
from tafteesh.domain.files.models import Consent, Purpose, Recipient, SurvivorFile
from tafteesh.domain.handoffs.actions import NewShare, share_file
from tafteesh.domain.handoffs.queries import shares
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tests.people import Worker, agrees

DAY = timedelta(days=1)
BEFORE, FOURTH = date(2027, 7, 3), date(2027, 7, 4)
UNTIL = date(2027, 8, 31)


@pytest.fixture
def given(
    rina: SurvivorFile, meera: Worker, other_office: Organisation
) -> tuple[Consent, Consent, Consent]:
    """Story, sharing, legal help; and the share that came of it."""
    by = meera.on(BEFORE)
    enter(by)
    story = agrees(rina, Recipient.PUBLIC, by, Purpose.STORY, UNTIL)
    sharing = agrees(rina, other_office, by, Purpose.SHARING, UNTIL)
    legal = agrees(rina, Recipient.LEGAL_SERVICES, by, Purpose.LEGAL_HELP, UNTIL)
    share_file(file=rina, new=NewShare(other_office, "court", BEFORE, UNTIL), by=by)
    return story, sharing, legal


def reached(worker: Worker, day: date) -> tuple[bool, bool]:
    """Whether she finds the file through the door, and whether the wall lets it through."""
    actor = worker.on(day)
    enter(actor)
    return SurvivorFile.objects.visible_to(actor).exists(), SurvivorFile.unscoped.exists()


def test_she_takes_back_and_only_that_ends(
    given: tuple[Consent, Consent, Consent],
    rina: SurvivorFile,
    asha: Worker,
    meera: Worker,
    joba: Worker,
    other_office: Organisation,
) -> None:
    story, sharing, _legal = given
    year = Period.containing(FOURTH)
    assert reached(joba, FOURTH) == (True, True)

    by = asha.on(FOURTH)
    enter(by)
    before = achievements(by, year)
    take_back(consent=story, by=by)
    take_back(consent=sharing, by=by)

    assert reached(joba, FOURTH) == (False, False)
    chief = meera.on(FOURTH)
    enter(chief)
    assert not shares(chief).exists()
    assert not may_share(rina, Purpose.STORY, Recipient.PUBLIC, by.now)
    assert may_share(rina, Purpose.LEGAL_HELP, Recipient.LEGAL_SERVICES, by.now)
    assert reached(asha, FOURTH) == (True, True)
    enter(by)
    after = achievements(by, year)
    assert {name: row.values for name, row in after.items()} == {
        name: row.values for name, row in before.items()
    }


def test_what_held_yesterday_is_still_told_of_yesterday(
    given: tuple[Consent, Consent, Consent],
    rina: SurvivorFile,
    asha: Worker,
    other_office: Organisation,
) -> None:
    by = asha.on(FOURTH)
    enter(by)
    take_back(consent=given[1], by=by)

    assert may_share(rina, Purpose.SHARING, other_office, asha.on(BEFORE).now)
    assert Consent.objects.visible_to(by).filter(survivor_file=rina).count() == 4
