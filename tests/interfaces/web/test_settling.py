"""A doubtful value is typed anew right where the doubt is told; what was imported is never taken for checked."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from tafteesh.domain.checking.actions import NewRound, announce_round, draw_round
from tafteesh.domain.checking.fields import BY_CODE
from tafteesh.domain.checking.queries import accuracy_of
from tafteesh.domain.compensation.models import Claim, Payment
from tafteesh.domain.facts.ledger import ledger_of
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.stamp import stamp
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.kernel.clock import read_clock
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.models import ImportBatch, StagedRow
from tests.interfaces.imports.layouts import CLAIM_HEAD, HEAD, WOMEN, Office, claims
from tests.people import Worker

PAID = ["Received in bank (1) date", "Received in bank (1) amount", "Received in bank (2) date", "Received in bank (2) amount"]  # fmt: skip


def _paid(claim: list[Any], *credits_: Any) -> list[Any]:
    return [*claim, *credits_, *[None] * (4 - len(credits_))]


def _brought_in(meera: Worker, folder: Path, rows: list[list[Any]], **more: Any) -> ImportBatch:
    sheets = {"List": [HEAD, *WOMEN], "VC": [[*CLAIM_HEAD, *PAID], *rows], **more}
    job = Job(meera.actor)
    batch = job.start(Office(sheets).save(folder / "book.xlsx"), "book.xlsx")
    job.read(batch)
    job.accept(batch)
    with acting_as(meera.actor):
        return ImportBatch.objects.visible_to(meera.actor).get(pk=batch)


def _row(meera: Worker, number: int) -> StagedRow:
    with acting_as(meera.actor):
        return StagedRow.objects.visible_to(meera.actor).get(sheet="VC", row=number)


@pytest.fixture
def batch(meera: Worker, tmp_path: Path) -> ImportBatch:
    """Three claims in doubt: an amount that is no amount, an order before the claim, credits above the order."""
    good, early, large = claims(["S-01", "S-02", "S-03"])
    early[3] = date(2020, 12, 1)
    rows = [
        _paid(good, date(2022, 3, 1), 50_000, date(2022, 4, 1), "sixty thou and odd"),
        _paid(early),
        _paid(large, date(2022, 3, 1), 900_000),
    ]
    return _brought_in(meera, tmp_path, rows)


def test_a_doubtful_bank_credit_is_typed_anew_and_the_other_credit_stays(
    batch: ImportBatch, meera: Worker
) -> None:
    row, desk = _row(meera, 2), meera.at_desk()
    page = desk.get(reverse("check_data:row", args=[row.pk])).content.decode()
    assert "Received in bank (2) amount" in page, "in the office's own words"

    refused = desk.post(
        reverse("check_data:settle", args=[row.pk]),
        {"answer": "typed", "value-credit_amount.2": "plenty"},
    )
    assert b'role="alert"' in refused.content
    assert b'value="plenty"' in refused.content
    desk.post(
        reverse("check_data:settle", args=[row.pk]),
        {"answer": "typed", "value-credit_amount.2": "60,000/-"},
    )

    assert _row(meera, 2).status == "accepted"
    with acting_as(meera.actor) as by:
        paid = Payment.objects.visible_to(by).order_by("credited_on")
        assert [(p.credited_on, p.amount_paise) for p in paid] == [
            (date(2022, 3, 1), 50_000_00),
            (date(2022, 4, 1), 60_000_00),
        ]
    assert str(batch.pk)


def test_where_two_dates_do_not_go_together_either_can_be_typed(
    batch: ImportBatch, meera: Worker
) -> None:
    row, desk = _row(meera, 3), meera.at_desk()
    page = desk.get(reverse("check_data:row", args=[row.pk])).content.decode()
    boxes = re.findall(r'name="value-([\w.]+)"', page)
    assert boxes == ["filed", "ordered"]

    desk.post(
        reverse("check_data:settle", args=[row.pk]),
        {"answer": "typed", "value-filed": "", "value-ordered": "1.12.2021"},
    )

    with acting_as(meera.actor) as by:
        claim = Claim.objects.visible_to(by).get(filed_on=date(2021, 1, 3))
        assert claim.first_ordered_on == date(2021, 12, 1)
    assert str(batch.pk)


def test_credits_above_the_order_offer_every_amount_that_may_be_wrong(
    batch: ImportBatch, meera: Worker
) -> None:
    row, desk = _row(meera, 4), meera.at_desk()
    page = desk.get(reverse("check_data:row", args=[row.pk])).content.decode()
    boxes = re.findall(r'name="value-([\w.]+)"', page)
    assert {"awarded", "credit_on.1", "credit_amount.1"} <= set(boxes)

    desk.post(
        reverse("check_data:settle", args=[row.pk]),
        {"answer": "typed", "value-credit_amount.1": "90000"},
    )

    assert _row(meera, 4).status == "accepted"
    with acting_as(meera.actor) as by:
        assert Payment.objects.visible_to(by).get().amount_paise == 90_000_00
    assert str(batch.pk)


def test_a_value_can_be_typed_for_no_field_but_those_in_doubt(
    batch: ImportBatch, meera: Worker
) -> None:
    row = _row(meera, 2)
    refused = meera.at_desk().post(
        reverse("check_data:settle", args=[row.pk]),
        {"answer": "typed", "value-awarded": "9,00,000"},
    )

    assert b'role="alert"' in refused.content
    assert _row(meera, 2).status == "in_doubt"
    assert str(batch.pk)


def test_typed_totals_stand_beside_ours_with_the_rows_that_may_explain_the_difference(
    meera: Worker, asha: Worker, tmp_path: Path
) -> None:
    rows = [_paid(claim) for claim in claims([w[0] for w in WOMEN])]
    rows[4][4] = "two lakh or so"
    totals = [["Summary 2021-22"], ["Total survivors", 7], ["Total compensation awarded amount", 1_000_000], ["Tea", 3]]  # fmt: skip
    batch = _brought_in(meera, tmp_path, rows, Summary=totals)
    page = reverse("check_data:import", args=[batch.pk])

    assert asha.at_desk().get(page).status_code in (403, 404)
    text = meera.at_desk().get(page).content.decode()

    table = text[text.index('id="totals"') :]
    lines = [re.findall(r">([^<>]*\S[^<>]*)<", line) for line in table.split("<tr>")[2:5]]
    assert lines[0][:4] == ["Total survivors", "7", "5", "2"]
    assert lines[1][:5] == [
        "Total compensation awarded amount",
        "10,00,000",
        "8,00,000",
        "2,00,000",
        "1",
    ]
    assert lines[2][:4] == ["Tea", "3", "–", "–"], "what we do not know is shown, and not compared"
    assert "?register=compensation" in table
    assert table.count('data-label="Ours"') == 3, "on a phone each number says what it is"


def test_imported_values_count_as_unchecked_never_as_verified(
    meera: Worker, tmp_path: Path
) -> None:
    paid = [_paid(claim, date(2022, 3, 1), 50_000) for claim in claims([w[0] for w in WOMEN])]
    _brought_in(meera, tmp_path, paid)
    later = replace(meera.actor, now=read_clock() + timedelta(days=1))
    afterwards = replace(later, now=later.now + timedelta(days=1))

    with acting_as(later) as by:
        assert (stamp(by).judged, stamp(by).right) == (0, 0)
        year = Period.containing(date(2022, 3, 1))
        told = ledger_of(by, year)
        assert (told.credited, told.proved) == (5 * 50_000_00, 0), "no paper proves a credit"
        new = NewRound("After the import", "lottery 9", 5, tuple(BY_CODE), second_percent=0)
        drawn = draw_round(round=announce_round(new=new, by=by), by=afterwards)
        accuracy = accuracy_of(by, drawn)
        assert accuracy.drawn > 0
        assert accuracy.counts == {"open": accuracy.drawn}, "every field waits for its paper"
        assert accuracy.judged is None
        assert accuracy.proved is not None
        assert accuracy.proved.value == 0
