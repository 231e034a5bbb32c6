"""A2, A9, I5, I6, I4, I21: police and courts in numbers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import one_figure
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, InvestigationSpell
from tafteesh.foundation.access.actor import Actor
from tafteesh.reference.law.models import Act, Section
from tests.domain.facts.conftest import FIRST, LAST, YEAR, Told

Files = Callable[..., Fir]
DAY = timedelta(days=1)


def on(by: Actor, day: date) -> Actor:
    return replace(by, today=day, now=datetime.combine(day, time(5, 0), UTC))


def moves(fir: Fir, kind: str, day: date, by: Actor, agency: str = "") -> InvestigationSpell:
    new = actions.NewSpell(kind, agency or f"{kind} of the district", received_on=day)
    return actions.record_spell(fir=fir, new=new, by=by)


def test_an_order_without_papers_is_no_transfer(by: Actor, told: Told, files_a_fir: Files) -> None:
    new = actions.NewSpell("ahtu", "Basirhat AHTU", ordered_on=FIRST)
    actions.record_spell(fir=files_a_fir(), new=new, by=by)

    assert told("A9") == {"value": 0, "cid": 0}


@pytest.mark.parametrize(
    ("day", "counted"), [(FIRST - DAY, 0), (FIRST, 1), (LAST, 1), (LAST + DAY, 0)]
)
def test_the_year_has_both_its_ends(
    by: Actor, told: Told, files_a_fir: Files, day: date, counted: int
) -> None:
    moves(files_a_fir(), "ahtu", day, by)

    assert told("A9")["value"] == told("I5")["value"] == counted


def test_moved_twice_counts_once_at_the_last(by: Actor, told: Told, files_a_fir: Files) -> None:
    fir = files_a_fir()
    moves(fir, "ahtu", date(2023, 6, 1), by, "Basirhat AHTU")
    moves(fir, "cid", date(2024, 1, 5), by)

    assert told("A9") == {"value": 1, "cid": 1}
    assert told("A2")["value"] == 0


def test_two_survivors_on_one_fir_are_one_investigation(
    by: Actor, told: Told, opens: Callable[..., object], files_a_fir: Files
) -> None:
    moves(files_a_fir(opens(), opens()), "ahtu", date(2023, 6, 1), by)

    assert told("A9")["value"] == 1


def test_each_unit_is_named_also_the_one_without_work(
    by: Actor, told: Told, files_a_fir: Files
) -> None:
    moves(files_a_fir(), "ahtu", date(2023, 6, 1), by, "Basirhat AHTU")

    assert told("A2")["by_unit"] == {"Basirhat AHTU": 1, "Barasat AHTU": 0, "Bongaon AHTU": 0}


def test_a_withdrawn_transfer_counts_until_it_was_withdrawn(
    by: Actor, told: Told, files_a_fir: Files
) -> None:
    spell = moves(files_a_fir(), "ahtu", date(2023, 6, 1), by)
    later = on(by, date(2024, 6, 1))
    actions.withdraw_entry(entry=spell, reason="typed_wrong", by=later)

    assert told("A9", known_on=date(2024, 5, 31))["value"] == 1
    assert told("A9", known_on=date(2024, 6, 1))["value"] == 0


def test_what_was_entered_late_was_not_known_before(
    by: Actor, told: Told, files_a_fir: Files
) -> None:
    new = actions.NewSpell("ahtu", "Basirhat AHTU", requested_on=FIRST)
    spell = actions.record_spell(fir=files_a_fir(), new=new, by=by)
    late = on(by, date(2024, 7, 1))
    actions.record_receipt(spell=spell, ordered_on=None, received_on=LAST, by=late)

    assert told("A9", known_on=date(2024, 6, 30))["value"] == 0
    assert told("A9", known_on=date(2024, 7, 1))["value"] == 1


def test_a_donors_year_is_a_period_too(by: Actor, told: Told, files_a_fir: Files) -> None:
    moves(files_a_fir(), "ahtu", date(2023, 6, 30), by)
    moves(files_a_fir(), "ahtu", date(2023, 7, 1), by)
    period = Period.named("2023-07-01/2024-06-30")

    assert told("A9", period, date(2024, 7, 1))["value"] == 1
    assert period.before.name == "2022-07-01/2023-06-30"


@pytest.fixture
def law(db: None) -> None:
    """IPC 370 and 379: one belongs to an AHTU, one does not."""
    act = Act.objects.create(key="IPC-x", short_name="IPC", name="Penal Code", year=1860)
    for number, family, is_trafficking in (("370", "trafficking", True), ("379", "other", False)):
        Section.objects.create(
            key=f"IPC-x {number}",
            act=act,
            number=number,
            title=number,
            family=family,
            is_trafficking=is_trafficking,
        )


@pytest.mark.usefixtures("law")
def test_coverage_asks_only_of_firs_with_a_section_of_an_ahtu(
    by: Actor, told: Told, files_a_fir: Files
) -> None:
    theft, at_station, with_ahtu = files_a_fir(), files_a_fir(), files_a_fir()
    actions.add_sections(fir=theft, sections=[("IPC", "379")], added_on=None, by=by)
    for fir in (at_station, with_ahtu):
        actions.add_sections(fir=fir, sections=[("IPC", "370(4)")], added_on=None, by=by)
    moves(with_ahtu, "ahtu", date(2023, 6, 1), by)

    assert told("I6") == {"value": 50.0, "with_ahtu": 1, "of": 2, "median_hours": 485 * 24}


@pytest.mark.usefixtures("law")
def test_coverage_as_it_was_known_before_the_papers_went_back(
    by: Actor, told: Told, files_a_fir: Files
) -> None:
    fir = files_a_fir()
    actions.add_sections(fir=fir, sections=[("IPC", "370")], added_on=None, by=by)
    moves(fir, "ahtu", date(2023, 6, 1), by)
    moves(fir, "police_station", date(2024, 2, 1), on(by, date(2024, 8, 1)))

    assert told("I6", known_on=date(2024, 7, 31))["with_ahtu"] == 1
    assert told("I6", known_on=date(2024, 8, 1))["with_ahtu"] == 0


def corrects(fir: Fir, by: Actor, filed: date | None, **decided: object) -> None:
    new = actions.NewCorrection("fir", "trafficking_section", "magistrate", filed)
    row = actions.record_correction(fir=fir, new=new, by=by)
    if decided:
        actions.decide_correction(correction=row, by=by, **decided)  # type: ignore[arg-type] # result and day


def test_corrections_filed_decided_allowed(by: Actor, told: Told, files_a_fir: Files) -> None:
    fir = files_a_fir()
    corrects(fir, by, FIRST)
    corrects(fir, by, date(2023, 5, 1), result="allowed", decided_on=date(2023, 5, 11))
    corrects(fir, by, FIRST - DAY, result="rejected", decided_on=FIRST - DAY + timedelta(days=20))
    corrects(fir, by, date(2024, 3, 1), result="allowed", decided_on=LAST + DAY)
    corrects(fir, by, None, result="partly", decided_on=LAST)

    assert told("I4") == {
        "filed": 3, "decided": 3, "allowed": 1, "partly": 1, "median_days": 15,
    }  # fmt: skip


def test_the_list_of_corrections_is_what_was_filed_or_decided(
    by: Actor, files_a_fir: Files
) -> None:
    fir = files_a_fir()
    corrects(fir, by, date(2022, 1, 1))
    corrects(fir, by, date(2023, 5, 1), result="allowed", decided_on=date(2023, 5, 11))

    figure = one_figure(by, "I4", YEAR)

    assert figure is not None
    assert len(figure.records) == 1
    assert figure.counted == frozenset(figure.records)


def test_accused_by_their_newest_status_and_unknown_is_unknown(
    by: Actor, told: Told, files_a_fir: Files
) -> None:
    fir = files_a_fir()
    first, _second = (actions.add_accused(fir=fir, name="X", part="seller", by=by) for _ in "ab")
    for status, day in (
        ("arrested", date(2022, 3, 1)),
        ("on_bail", LAST),
        ("convicted", LAST + DAY),
    ):
        actions.set_accused_status(accused=first, status=status, on=day, by=by)

    assert told("I21") == {"value": 2, "by_status": {"not_known": 1, "on_bail": 1}}
