"""A strategy that is approved stays as it is; a changed target leaves the old one standing."""

from datetime import date

import pytest

from tafteesh.domain.facts import actions
from tafteesh.domain.facts.models import StrategyVersion, Target
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements, some_figures
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.people import TODAY, Worker, make_worker

YEAR = Period.financial_year(2026)


@pytest.fixture
def rekha(office: Organisation) -> Actor:
    """The programme manager, at work."""
    worker = make_worker("rekha", Role.PROGRAMME_MANAGER, office)
    enter(worker.actor)
    return worker.actor


@pytest.fixture
def version(rekha: Actor) -> StrategyVersion:
    found = actions.write_strategy(title="Justice", by=rekha)
    actions.add_objective(version=found, words="Lawyers", indicator="A11", owner=None, by=rekha)
    return found


def test_a_strategy_without_an_objective_is_not_approved(rekha: Actor) -> None:
    empty = actions.write_strategy(title="Justice", by=rekha)
    with pytest.raises(actions.NothingToApprove):
        actions.approve_strategy(version=empty, on=TODAY, by=rekha)


def test_an_approved_version_takes_no_more_objectives(
    rekha: Actor, version: StrategyVersion
) -> None:
    actions.approve_strategy(version=version, on=TODAY, by=rekha)

    with pytest.raises(actions.AlreadyApproved):
        actions.add_objective(version=version, words="x", indicator="", owner=None, by=rekha)
    with pytest.raises(actions.AlreadyApproved):
        actions.approve_strategy(version=version, on=TODAY, by=rekha)
    assert actions.write_strategy(title="Next", by=rekha).number == 2


def test_a_changed_target_keeps_the_old_one(rekha: Actor, version: StrategyVersion) -> None:
    objective = version.objectives.get()
    for value in (90, 100):
        actions.set_target(objective=objective, period=YEAR, value=value, by=rekha)

    rows = Target.objects.visible_to(rekha).order_by("recorded_at", "pk")
    assert [row.value for row in rows] == [90, 100]


def test_only_the_manager_writes_it(meera: Worker, version: StrategyVersion) -> None:
    enter(meera.actor)
    with pytest.raises(NotAllowed):
        actions.approve_strategy(version=version, on=TODAY, by=meera.actor)


def test_a_product_is_tied_to_a_release_once(rekha: Actor) -> None:
    product = actions.record_product(
        title="Waiting", kind="study", released_on=None, release=None, by=rekha
    )
    release = actions.release_report(period=YEAR, by=rekha)
    actions.tie_product(product=product, release=release, by=rekha)

    with pytest.raises(actions.AlreadyTied):
        actions.tie_product(product=product, release=release, by=rekha)


def test_some_figures_are_the_same_figures(rekha: Actor, version: StrategyVersion) -> None:
    assert version.pk
    every = achievements(rekha, Period.containing(date(2026, 5, 1)))
    some = some_figures(rekha, YEAR, ["I8", "A11", "nothing"])

    assert some == {name: every[name] for name in ("I8", "A11")}
