"""No number without its accuracy: every page that shows a figure says how far it was checked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from tafteesh.domain.checking.actions import judge
from tafteesh.domain.checking.queries import open_for
from tafteesh.domain.facts.actions import release_report
from tafteesh.domain.facts.models import Release
from tafteesh.domain.facts.period import Period
from tafteesh.foundation.access.context import acting_as
from tests.interfaces.web.at_the_desk import words_of
from tests.interfaces.web.test_check_rounds import drawn
from tests.people import NOW, Worker

PAGES = (
    "facts:home", "facts:justice", "facts:waiting", "facts:blocks", "facts:completeness",
    "compensation:list", "compensation:ledger", "legalaid:cover",
    "legalaid:representation", "legalaid:pack", "meetings:forums", "duties:units",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _an_hour_later() -> Iterator[None]:
    with time_machine.travel(NOW + timedelta(hours=1), tick=True):
        yield


@pytest.fixture
def checked(asha: Worker, meera: Worker, mgr: Worker) -> Worker:
    """A closed round in which every status was right, and a manager who reads the numbers."""
    desk, made = drawn(asha, meera, fields_checked=["status"])
    with acting_as(meera.actor) as by:
        for check in open_for(by, made):
            judge(check=check, verdict="matches", by=by)
    assert desk.post(reverse("check_data:close", args=[made.pk])).status_code == 302
    return mgr


@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_a_figure_says_how_far_it_was_checked(name: str, checked: Worker) -> None:
    words = words_of(checked.at_desk().get(reverse(name))).lower()

    assert "checked against paper" in words


def test_so_does_every_frozen_number(checked: Worker) -> None:
    with acting_as(replace(checked.actor, now=NOW + timedelta(hours=2))) as by:
        release_report(period=Period.financial_year(2026), by=by)
    desk, release = checked.at_desk(), Release.unscoped.get()
    words = words_of(desk.get(reverse("facts:release", args=[release.pk])))

    assert "4 of 4 values drawn were checked against paper, 4 of them right" in words
    assert "not yet checked against paper" in words, "money rests on other fields than a status"
    since = words_of(desk.get(reverse("facts:since", args=[release.pk])))
    assert "checked against paper" in since
