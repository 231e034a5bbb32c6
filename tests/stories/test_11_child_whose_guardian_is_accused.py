"""She is fifteen and her mother is named in the FIR: the mother never holds her money."""

from datetime import date

import pytest
from django.urls import reverse

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.like import age_at_filing
from tafteesh.domain.compensation.models import AccountCheck, Claim
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import TODAY, Worker

FILED = date(2026, 9, 1)
BORN = date(2011, 3, 15)


@pytest.fixture
def claim(rina: SurvivorFile, asha: Worker) -> Claim:
    Identity.unscoped.filter(survivor_file=rina).update(born_earliest=BORN, born_latest=BORN)
    new = actions.NewClaim(FILED, "DLSA Barasat")
    return actions.record_claim(file=rina, new=new, by=asha.actor)


def test_she_is_fifteen(claim: Claim, asha: Worker) -> None:
    her = Identity.objects.visible_to(asha.actor).get(survivor_file=claim.survivor_file_id)

    assert age_at_filing(her, FILED) == 15


@pytest.mark.parametrize("said", ["yes", "not_known"])
def test_the_mother_is_refused_and_another_guardian_is_asked_for(
    claim: Claim, asha: Worker, said: str
) -> None:
    answer = desk_of(asha).post(
        reverse("compensation:account", args=[claim.pk]),
        {
            "checked_on": f"{TODAY:%d-%m-%Y}", "holder": "guardian", "relation": "mother",
            "guardian_accused": said, "is_active": "yes", "can_be_reached": "yes",
            "others_can_draw": "no",
        },
    )  # fmt: skip

    assert "ask the CWC or the court for another guardian" in words_of(answer)
    enter(asha.actor)
    assert not AccountCheck.objects.visible_to(asha.actor).exists()


def test_a_deposit_in_her_own_name_waits_until_she_is_grown(claim: Claim, asha: Worker) -> None:
    until = BORN.replace(year=BORN.year + 18)
    new = actions.NewAccount(
        TODAY, "deposit", "appointed", "no", "yes", "yes", "no", locked_until=until
    )
    row = actions.record_account(claim=claim, new=new, by=asha.actor)

    assert row.is_ready
    page = words_of(desk_of(asha).get(reverse("compensation:claim", args=[claim.pk])))
    assert "locked until 15-03-2029" in page


def test_another_desk_checks_no_account(claim: Claim, bimal: Worker) -> None:
    enter(bimal.actor)

    with pytest.raises(Claim.DoesNotExist):
        actions.record_account(claim=claim, new=actions.NewAccount(TODAY, "hers"), by=bimal.actor)
