"""Fourteen claims in a year: ten signed by DLSA lawyers (two of them drafted by us), three by ours, one private."""

from datetime import date, timedelta

import pytest

from tafteesh.domain.compensation.actions import NewClaim, record_claim
from tafteesh.domain.facts.actions import release_report
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.people import Worker, make_worker

YEAR = Period.named("2025-26")
SIGNED = ["panel"] * 10 + ["programme"] * 3 + ["private"]
DRAFTED = ["programme"] * 2 + ["panel"] * 8 + ["programme"] * 3 + ["private"]


@pytest.fixture
def fourteen(rina: SurvivorFile, asha: Worker) -> None:
    for number, (signed, drafted) in enumerate(zip(SIGNED, DRAFTED, strict=True)):
        new = NewClaim(
            filed_on=YEAR.starts_on + timedelta(days=25 * number),
            signed_by_kind=signed,
            drafted_by_kind=drafted,
        )
        record_claim(file=rina, new=new, by=asha.actor)
    before = NewClaim(filed_on=date(2025, 3, 31), signed_by_kind="panel")
    record_claim(file=rina, new=before, by=asha.actor)


@pytest.fixture
def manager(office: Organisation) -> Worker:
    """Rekha, who reads her screens in English."""
    rekha = make_worker("rekha", Role.PROGRAMME_MANAGER, office)
    rekha.person.language = "en"
    rekha.person.save(update_fields=["language"])
    return rekha


@pytest.mark.usefixtures("fourteen")
def test_ten_of_fourteen(asha: Worker) -> None:
    figure = achievements(asha.actor, YEAR)["A10"]

    assert figure.values == {"value": 10, "of": 14, "share": 71.4, "drafted_by_programme": 2}
    assert len(figure.records) == 14  # it opens to the ten and to the four beside them


@pytest.mark.usefixtures("fourteen")
def test_the_report_says_it_and_shows_who_drafted_apart(asha: Worker, manager: Worker) -> None:
    with pytest.raises(NotAllowed):
        release_report(period=YEAR, by=asha.actor)
    enter(manager.actor)

    release = release_report(period=YEAR, by=manager.actor)

    frozen = release.figures.get(indicator="A10")
    assert frozen.values["drafted_by_programme"] == 2
    page = manager.at_desk().get(f"/facts/release/{release.pk}/").content.decode()
    assert "71.4" in page
    assert "drafted by the programme" in page
