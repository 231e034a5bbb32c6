"""One year by block: exact inside the office, nothing below five outside of it."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.domain.facts.blocks import Block, blocks_of, may_leave, totals_of
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import achievements
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import NewFir, NewSpell, record_fir, record_spell
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.people import TODAY, Worker, make_worker

YEAR = Period.containing(TODAY)


@pytest.fixture
def seven(asha: Worker) -> list[SurvivorFile]:
    """Six files of trafficking and one of violence; two of them of one FIR that the AHTU has now."""
    with acting_as(asha.actor):
        files = [asha.opens(f"N24-2026-{n:04}", scope="trafficking") for n in range(6)]
        files.append(asha.opens("N24-2026-0009", scope="violence", violence="domestic"))
        new = NewFir("Hasnabad", 412, 2025, "source", date(2025, 8, 4))
        fir = record_fir(new=new, survivors=files[:2], by=asha.actor)
        spell = NewSpell("ahtu", "Basirhat AHTU", received_on=date(2026, 6, 2))
        record_spell(fir=fir, new=spell, by=asha.actor)
    return files


@pytest.mark.usefixtures("seven")
def test_two_survivors_of_one_fir_are_one_investigation(asha: Worker) -> None:
    with acting_as(asha.actor):
        (block,) = blocks_of(asha.actor, YEAR)
        year = achievements(asha.actor, YEAR)

    assert (block.active, block.trafficking, block.violence) == (7, 6, 1)
    assert block.moved == year["A9"].values["value"] == 1
    assert block.active == year["A11"].values["of"]


def test_who_sees_no_figures_sees_no_blocks(office: Organisation) -> None:
    counsellor = make_worker("ishani", Role.COUNSELLOR, office)

    with acting_as(counsellor.actor), pytest.raises(NotAllowed):
        blocks_of(counsellor.actor, YEAR)


@pytest.mark.usefixtures("seven")
def test_outside_the_office_no_small_number_is_told(dev: Worker, meera: Worker) -> None:
    inside = meera.at_desk().get("/facts/blocks/").content.decode()
    outside = dev.at_desk().get("/facts/blocks/").content.decode()

    assert Counter(inside.split())["7"] == Counter(outside.split())["7"]
    assert 'class="num"' in outside
    (row,) = may_leave([Block("", 7, 6, 1, 1, 0, 0, 0, 0)])
    assert (row.active, row.trafficking, row.violence, row.moved) == (7, None, None, None)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=1, max_size=6))
def test_nothing_below_five_can_be_worked_out(counts: list[tuple[int, int]]) -> None:
    rows = [Block("", a + b, a, b, a, b, b * 100, a, a * 100) for a, b in counts]
    told = may_leave(rows)
    totals = totals_of(told)

    for row in told:
        for name in ("active", "trafficking", "violence", "moved", "orders", "credits"):
            assert getattr(row, name) not in (1, 2, 3, 4)
        assert (row.trafficking is None) == (row.violence is None)
    for name in ("active", "violence", "ordered"):
        hidden = [row for row in told if getattr(row, name) is None]
        assert (totals[name] is None) == bool(hidden)
