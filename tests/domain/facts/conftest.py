"""Meera's office in a year: a few records by hand, and the figure asked of them."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time

import pytest

from tafteesh.domain.facts.figure import Value
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import one_figure
from tafteesh.domain.files.actions import NewFile, open_file
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as
from tests.people import Worker

YEAR = Period.financial_year(2023)
FIRST, LAST = YEAR.starts_on, YEAR.ends_on
Told = Callable[..., dict[str, Value]]


@pytest.fixture
def by(meera: Worker) -> Iterator[Actor]:
    """Meera at her desk on 15 April 2024, when the year has ended."""
    actor = meera.on(date(2024, 4, 15))
    with acting_as(actor):
        yield actor


@pytest.fixture
def told(by: Actor) -> Told:
    """The values of a figure of 2023-24, as known at the end of a day (of Meera's, unless said)."""

    def ask(name: str, period: Period = YEAR, known_on: date | None = None) -> dict[str, Value]:
        known = datetime.combine(known_on, time(18, 29), UTC) if known_on else None
        found = one_figure(by, name, period, known)
        assert found is not None
        return found.values

    return ask


@pytest.fixture
def opens(by: Actor) -> Callable[..., SurvivorFile]:
    """A new active file; numbers count up."""
    numbers = iter(range(1, 100))

    def open_one(on: date = date(2022, 1, 10), **more: object) -> SurvivorFile:
        new = NewFile(f"N24-{next(numbers):04}", opened_on=on, **more)  # type: ignore[arg-type] # its fields
        return open_file(new=new, by=by)

    return open_one


@pytest.fixture
def files_a_fir(by: Actor, opens: Callable[..., SurvivorFile]) -> Callable[..., Fir]:
    """A FIR of its own survivor, or of the survivors given."""
    numbers = iter(range(1, 100))

    def record(*survivors: SurvivorFile, area: str = "source", on: date | None = None) -> Fir:
        new = actions.NewFir("Basirhat", next(numbers), 2022, area, on or date(2022, 2, 1))
        return actions.record_fir(new=new, survivors=survivors or [opens()], by=by)

    return record
