"""The ledger on the command line says what the page says."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tafteesh.domain.compensation import actions
from tafteesh.domain.files.models import SurvivorFile
from tests.people import Worker


@pytest.fixture
def ordered(asha: Worker, rina: SurvivorFile) -> None:
    new = actions.NewClaim(date(2023, 5, 1))
    claim = actions.record_claim(file=rina, new=new, by=asha.actor)
    order = actions.NewOrder("final", date(2023, 9, 1), 4_00_000_50)
    actions.record_order(claim=claim, new=order, by=asha.actor)


def said(*words: str) -> str:
    out = StringIO()
    call_command("ledger", *words, stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("ordered")
def test_each_entry_and_the_sums_to_the_paisa(meera: Worker) -> None:
    who = ["--as", meera.person.login_name]

    assert "1 entries, ordered ₹4,00,000.50, in her account ₹0" in said("--year", "2023-24", *who)
    assert "01-09-2023,Order,N24-2026-0001,400000.50," in said("--year", "2023-24", "--csv", *who)


@pytest.mark.usefixtures("ordered")
def test_what_is_no_year_is_said(meera: Worker) -> None:
    with pytest.raises(CommandError, match="Write it like 2023-24"):
        said("--year", "last", "--as", meera.person.login_name)
