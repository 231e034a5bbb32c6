"""The demo tells the programme's line of 2023-24, and everybody finds her day in it."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from tafteesh.domain.compensation.actions import keep_all_spells
from tafteesh.domain.compensation.models import Claim, Order
from tafteesh.domain.compensation.spells import spells_on
from tafteesh.domain.diary.models import Task
from tafteesh.domain.facts.ledger import ledger_of
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import Correction, FirSurvivor, Hearing
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.models import Organisation, Person
from tafteesh.interfaces.commands.actors import actor_named
from tafteesh.interfaces.commands.demo.people import PEOPLE
from tafteesh.interfaces.imports.models import DuplicatePair
from tests.people import at_desk


@pytest.fixture
def demo(db: None) -> None:
    with override_settings(DEMO=True):
        call_command("load_reference", verbosity=0)
        call_command("seed_demo", verbosity=0)


@override_settings(DEMO=True)
def test_an_office_with_real_people_is_never_filled(office: Organisation) -> None:
    with pytest.raises(CommandError):
        call_command("seed_demo", verbosity=0)


@pytest.mark.usefixtures("demo")
def test_the_year_2023_24_tells_the_line() -> None:
    with acting_as(actor_named("mgr")) as manager:
        figures = achievements(manager, Period.named("2023-24"))
        _the_running_year_is_not_empty(manager)
    with acting_as(actor_named("mis")) as clerk:
        _the_ledger_of_the_year_adds_up(clerk)

    assert figures["A9"].values == {"value": 20, "cid": 4}
    assert figures["A8"].values["value"] == 65_75_000
    assert 0 < figures["A8"].values["credited"] != 65_75_000
    assert (figures["A10"].values["value"], figures["A10"].values["of"]) == (10, 14)
    assert figures["A11"].values["value"] == 100
    assert figures["A12"].values["value"] == 1


def _the_ledger_of_the_year_adds_up(clerk: Actor) -> None:
    """Rs 65,75,000 ordered, Rs 4,50,000 credited, to the paisa; and the kept spells are a replay."""
    year = Period.named("2023-24")
    told = ledger_of(clerk, year, limit=1_000)

    assert (told.ordered, told.credited) == (65_75_000_00, 4_50_000_00)
    assert sum(line.ordered for line in told.lines) == told.ordered
    assert sum(line.credited for line in told.lines) == told.credited
    assert told.adds_up
    before = set(spells_on(clerk, year.ends_on).values_list("claim", "paise"))
    keep_all_spells(clerk.organisation_id)
    assert before == set(spells_on(clerk, year.ends_on).values_list("claim", "paise"))
    assert sum(paise for _claim, paise in before) >= told.after


def _the_running_year_is_not_empty(manager: Actor) -> None:
    figures = achievements(manager, Period.containing(manager.today))
    for name in ("A1", "A3", "A5", "A6", "A8", "A9", "A10", "A12", "A13"):
        assert figures[name].values["value"], name
    assert figures["A8"].values["credited"] == 3_00_000
    assert figures["A11"].values["value"] < 100


@pytest.mark.usefixtures("demo")
def test_each_finds_what_the_stories_tell() -> None:
    _shampa_has_two_hearings_today_and_one_without_its_outcome()
    _the_lawyer_has_courts_tomorrow()
    _rupa_waits_419_days_for_what_she_challenges()
    _every_kind_of_thing_is_there()


def _shampa_has_two_hearings_today_and_one_without_its_outcome() -> None:
    with acting_as(actor_named("shampa")) as by:
        expected = Hearing.objects.visible_to(by).filter(withdrawn_at=None, outcome="expected")
        today = expected.filter(on=by.today)
        heard = FirSurvivor.objects.visible_to(by).filter(fir__in=today.values("fir"))
        assert {link.survivor_file.number for link in heard} == {"S-0142", "S-0003"}
        assert expected.filter(on__lt=by.today, on__gte=by.today - timedelta(days=60)).count() == 1
        silent = SurvivorFile.objects.visible_to(by).filter(
            status="active", last_contact_on__lt=by.today - timedelta(days=30)
        )
        assert [file.number for file in silent] == ["S-0120"]
        assert Task.objects.visible_to(by).filter(assigned_to_id=by.person_id).count() >= 5


def _the_lawyer_has_courts_tomorrow() -> None:
    with acting_as(actor_named("das")) as by:
        tomorrow = Hearing.objects.visible_to(by).filter(on=by.today + timedelta(days=1))
        assert tomorrow.count() >= 2


def _rupa_waits_419_days_for_what_she_challenges() -> None:
    with acting_as(actor_named("shampa")) as by:
        claim = Claim.objects.visible_to(by).get(survivor_file__number="S-0071")
        order = Order.objects.visible_to(by).get(claim=claim)
        assert (claim.ordered_paise, claim.credited_paise) == (4_00_000_00, 0)
        assert order.her_answer == "challenges"
        assert (by.today - order.ordered_on).days == 419
        assert Paper.objects.visible_to(by).filter(survivor_file__number="S-0071").count() >= 3
        links = FirSurvivor.objects.visible_to(by).filter(survivor_file__number="S-0071")
        assert {link.fir.area for link in links} == {"source", "destination"}


def _every_kind_of_thing_is_there() -> None:
    with acting_as(actor_named("mis")) as by:
        results = set(Correction.objects.visible_to(by).values_list("result", flat=True))
        assert results == {"pending", "allowed", "partly", "rejected", "withdrawn", "no_reply"}
        assert DuplicatePair.objects.visible_to(by).count() == 1
        assert SurvivorFile.objects.visible_to(by).filter(violence="domestic").exists()
    with acting_as(actor_named("ranchi")) as partner:
        shared = SurvivorFile.objects.visible_to(partner).values_list("number", flat=True)
        assert set(shared) == {"S-0010", "S-0015"}


@pytest.mark.usefixtures("demo")
def test_everybody_finds_her_day_and_it_is_seeded_once() -> None:
    before = SurvivorFile.unscoped.count(), Hearing.unscoped.count()
    with override_settings(DEMO=True):
        call_command("seed_demo", verbosity=0)
    assert (SurvivorFile.unscoped.count(), Hearing.unscoped.count()) == before

    for who in PEOPLE:
        assert at_desk(Person.objects.get(login_name=who.login_name)).get("/").status_code == 200


def test_baduria_has_23_files_and_hingalganj_three(db: None) -> None:
    call_command("load_reference", verbosity=0)
    with override_settings(DEMO=True):
        call_command("seed_demo", verbosity=0)

    with acting_as(actor_named("mis")) as by:
        files = SurvivorFile.objects.visible_to(by).filter(number__lte="S-0120")
        counted = [files.filter(block__name=name).count() for name in ("Baduria", "Hingalganj")]
    assert counted == [23, 3]
