"""Transfers to AHTUs in 2023-24: twenty, four of them to the CID; what was said in public stays said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.test import override_settings

from tafteesh.domain.facts.actions import NoReason, release_report
from tafteesh.domain.facts.models import Release
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import NewFir, NewSpell, record_fir, record_spell
from tafteesh.domain.proceedings.models import InvestigationSpell
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.interfaces.commands.actors import actor_named

YEAR = Period.financial_year(2023)


@pytest.fixture
def manager(db: None) -> Iterator[Actor]:
    """The demo programme, and its manager at work."""
    with override_settings(DEMO=True):
        call_command("seed_demo", verbosity=0)
    with acting_as(actor_named("mgr")) as by:
        yield by


def back_dated(manager: Actor) -> Actor:
    """A day later a worker enters a transfer of September 2023 that nobody had entered."""
    worker = actor_named("shampa")
    worker = replace(worker, now=manager.now + timedelta(days=1))
    enter(worker)
    file = SurvivorFile.objects.visible_to(worker).order_by("number")[0]
    new = NewFir("Hemnagar", 903, 2023, "source", date(2023, 5, 2))
    fir = record_fir(new=new, survivors=[file], by=worker)
    moved = NewSpell("ahtu", "Basirhat AHTU", received_on=date(2023, 9, 14))
    record_spell(fir=fir, new=moved, by=worker)
    after = replace(manager, now=manager.now + timedelta(days=2))
    enter(after)
    return after


def told(release: Release) -> dict[str, object]:
    frozen = release.figures.get(indicator="A9")
    return dict(frozen.values)


def test_twenty_investigations_four_to_the_cid_and_their_rows(manager: Actor) -> None:
    figure = achievements(manager, YEAR)["A9"]

    assert figure.values == {"value": 20, "cid": 4}
    rows = InvestigationSpell.objects.visible_to(manager).filter(pk__in=figure.records)
    assert rows.count() == 20
    assert all(date(2023, 4, 1) <= row.received_on <= date(2024, 3, 31) for row in rows)
    assert len({row.fir_id for row in rows}) == 20


def test_a_late_entry_is_told_in_a_restatement_with_its_reason_and_the_old_report_stands(
    manager: Actor,
) -> None:
    worker = actor_named("shampa")
    with pytest.raises(NotAllowed):
        release_report(period=YEAR, by=worker)
    said = release_report(period=YEAR, by=manager)
    later = back_dated(manager)
    assert achievements(later, YEAR, said.as_known_at)["A9"].values["value"] == 20
    with pytest.raises(NoReason):
        release_report(period=YEAR, restates=said, reason="  ", by=later)

    why = "A transfer of September 2023 was entered late."
    again = release_report(period=YEAR, restates=said, reason=why, by=later)

    assert told(said)["value"] == 20
    assert told(again)["value"] == 21
    assert again.reason == why
    assert again.restates_id == said.pk
    assert bytes(again.content_hash) != bytes(said.content_hash)
