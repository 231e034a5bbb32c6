"""Another edition of the limits: how many FIRs it moves is said before it is saved."""

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tafteesh.domain.facts.lapse_board import Asked, every_lapse
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.context import enter
from tafteesh.reference.editions.actions import load_edition
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker
from tests.reference.small import law_edition


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker, meera: Worker) -> Fir:
    """The copy came nineteen days after the FIR."""
    load_edition(folder=law_edition(), by=meera.actor)
    details: dict[str, object] = {"copy_given_on": date(2026, 2, 2)}
    new = actions.NewFir("Hasnabad", 31, 2026, "source", date(2026, 1, 14), details)
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


def thirty_days_for_the_copy() -> SimpleUploadedFile:
    """The shipped row of the copy, with thirty days instead of at once."""
    file = next(one for one in law_edition().files if one.dataset.name == "deadlines")
    row = next(dict(values) for _line, values in file.rows if values["key"] == "D-FIR-COPY")
    row |= {"amount": "30", "unit": "days", "rule_version": "2"}
    out = io.StringIO()
    writer = csv.DictWriter(out, list(row))
    writer.writeheader()
    writer.writerow(row)
    return SimpleUploadedFile("deadlines.csv", out.getvalue().encode(), "text/csv")


def test_a_worker_changes_no_rule(fir: Fir, bimal: Worker) -> None:
    assert desk_of(bimal).get(reverse("reference:upload")).status_code == 403


def test_the_preview_says_how_many_firs_it_moves_and_saves_nothing(fir: Fir, meera: Worker) -> None:
    sent = {"dataset": "deadlines", "file": thirty_days_for_the_copy()}

    said = words_of(desk_of(meera).post(reverse("reference:upload"), sent))

    assert "FIRs that would stand otherwise" in said
    assert "D-FIR-COPY 1" in said
    enter(meera.actor)
    assert "fir-copy" in {one.duty.key for one in list(every_lapse(meera.actor, Asked()))}
