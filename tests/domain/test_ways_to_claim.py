"""Under what she may apply: schemes by State and day, the floor for women, the courts; what is open is a question."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

import pytest

from tafteesh.domain.compensation.entitled import without_claim
from tafteesh.domain.compensation.ways import Case, Why, ways_for, ways_of
from tafteesh.domain.files.models import Identity, SurvivorFile, Taking
from tafteesh.foundation.access.context import enter
from tafteesh.reference.law.models import CompensationScheme
from tests.people import TODAY, Worker

CRIME = (date(2018, 5, 1), date(2018, 5, 31))
GIRL = Case(
    scope="trafficking",
    crime=CRIME,
    born=(date(2003, 1, 1), date(2003, 12, 31)),
    is_woman=True,
    states=(),
    went_far=False,
    has_fir=True,
    was_made_to_work=False,
)


def scheme(key: str, kind: str, state: str, since: date, until: date | None = None) -> None:
    CompensationScheme.objects.create(
        key=key, name=key, kind=kind, state_code=state, jurisdiction=state or "India",
        verification="sourced", is_current=True, valid_from=since, surely_from=since,
        valid_to=until,
    )  # fmt: skip


@pytest.fixture
def schemes(db: None) -> None:
    scheme("WB-old", "state", "WB", date(2012, 11, 8), date(2017, 1, 31))
    scheme("WB-new", "state", "WB", date(2017, 2, 1))
    scheme("MH", "state", "MH", date(2017, 12, 30))
    scheme("NALSA", "floor", "", date(2018, 10, 2))
    scheme("POCSO", "court", "", date(2020, 3, 9))


def told(case: Case) -> list[tuple[Why, str]]:
    return [
        (way.why, way.scheme.key if way.scheme else way.section) for way in ways_of(case, TODAY)
    ]


@pytest.mark.usefixtures("schemes")
def test_a_girl_of_this_state_with_a_fir() -> None:
    assert told(GIRL) == [
        (Why.HOME, "WB-new"), (Why.WOMEN, "NALSA"), (Why.CHILD, "POCSO"),
        (Why.TRIAL, "CrPC 357, 357A"),
    ]  # fmt: skip


@pytest.mark.usefixtures("schemes")
def test_the_scheme_of_each_period_and_a_question_where_it_changed() -> None:
    old = replace(GIRL, crime=(date(2016, 5, 1), date(2016, 5, 2)))

    assert told(old)[:3] == [
        (Why.HOME, "WB-new"), (Why.HOME, "WB-old"), (Why.ASK_DAY, "WB-new, WB-old"),
    ]  # fmt: skip


@pytest.mark.usefixtures("schemes")
def test_the_state_to_which_she_was_taken() -> None:
    assert (Why.DESTINATION, "MH") in told(replace(GIRL, states=("MH",), went_far=True))
    assert (Why.ASK_STATE, "") in told(replace(GIRL, went_far=True))


@pytest.mark.usefixtures("schemes")
def test_who_was_grown_and_whose_age_is_not_known() -> None:
    grown = replace(GIRL, born=(date(1990, 1, 1), date(1990, 12, 31)))
    ways = {why for why, _words in told(grown)}
    assert not ways & {Why.CHILD, Why.ASK_AGE}
    assert (Why.ASK_AGE, "") in told(replace(GIRL, born=None))


@pytest.mark.usefixtures("schemes")
def test_the_new_code_holds_from_its_first_day_and_only_with_a_fir() -> None:
    new = replace(GIRL, crime=(date(2024, 7, 1), date(2024, 7, 1)))
    assert (Why.TRIAL, "BNSS 395, 396") in told(new)
    assert Why.TRIAL not in {why for why, _words in told(replace(GIRL, has_fir=False))}


def test_what_was_done_to_her_comes_first() -> None:
    assert told(replace(GIRL, scope="not_known")) == [(Why.ASK_HARM, "")]


@pytest.mark.usefixtures("schemes")
def test_her_file_says_it(asha: Worker) -> None:
    file = asha.opens("N24-2025-0900", scope="trafficking")
    Taking.unscoped.create(
        survivor_file=file, organisation_id=file.organisation_id, recorded_at=asha.actor.now,
        recorded_by_id=asha.actor.person_id, taken_earliest=CRIME[0], taken_latest=CRIME[1],
        exploitation=["forced_labour"],
    )  # fmt: skip
    Identity.unscoped.filter(survivor_file=file).update(
        born_earliest=date(2003, 1, 1), born_latest=date(2003, 12, 31)
    )

    ways = [
        way.why
        for way in ways_for(asha.actor, SurvivorFile.objects.visible_to(asha.actor).get(pk=file.pk))
    ]

    assert ways == [Why.HOME, Why.WOMEN, Why.CHILD]


@pytest.mark.usefixtures("schemes")
def test_the_list_tells_for_each_whether_she_may_apply(
    asha: Worker,
    bimal: Worker,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    for number in range(5):
        asha.opens(f"N24-2025-09{number:02}", scope="trafficking")
    enter(bimal.actor)
    assert without_claim(bimal.actor) == []
    enter(asha.actor)

    with django_assert_max_num_queries(8):
        rows = without_claim(asha.actor)

    assert [(row.open_ways, row.questions) for row in rows] == [(2, 1)] * 5
