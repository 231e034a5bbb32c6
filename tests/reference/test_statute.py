"""Which code by which day, across midnight of 30 June 2024; counterparts, limits and schemes."""

from datetime import date

import pytest

from tafteesh.reference.editions.actions import load_edition
from tafteesh.reference.editions.folder import EditionFolder
from tafteesh.reference.law.models import CompensationScheme
from tafteesh.reference.law.queries import (
    confidentiality_rules,
    deadlines_in_force,
    deadlines_that_may_alert,
    find_section,
    scheme_for,
    section_counterpart,
)
from tafteesh.reference.law.statute import Code, Stage, penal_code, procedure_code
from tests.people import Worker
from tests.reference.small import small_edition

LAST, FIRST = date(2024, 6, 30), date(2024, 7, 1)


@pytest.mark.parametrize(
    ("earliest", "latest", "code"),
    [
        (date(2019, 3, 1), date(2019, 3, 1), "IPC"), (LAST, LAST, "IPC"), (FIRST, FIRST, "BNS"),
        (date(2024, 6, 1), LAST, "IPC"), (FIRST, date(2024, 12, 31), "BNS"),
        (LAST, FIRST, "cannot_tell"), (date(2024, 1, 1), date(2024, 12, 31), "cannot_tell"),
        (None, None, "cannot_tell"), (FIRST, None, "BNS"),
    ],
)  # fmt: skip
def test_the_offences_day_decides_the_penal_code(
    earliest: date | None, latest: date | None, code: str
) -> None:
    found = penal_code(earliest, latest)

    assert found.code == code
    assert found.is_certain is (code != "cannot_tell")
    assert str(found.because)


@pytest.mark.parametrize(
    ("stage_on", "fir_on", "stage", "code"),
    [
        (LAST, None, Stage.INVESTIGATION, Code.CRPC), (FIRST, None, Stage.INVESTIGATION, Code.BNSS),
        (FIRST, FIRST, Stage.TRIAL, Code.BNSS), (FIRST, LAST, Stage.INVESTIGATION, Code.CRPC),
        (FIRST, LAST, Stage.TRIAL, Code.CANNOT_TELL), (LAST, LAST, Stage.TRIAL, Code.CRPC),
        (None, FIRST, Stage.TRIAL, Code.CANNOT_TELL),
    ],
)  # fmt: skip
def test_the_stages_day_decides_the_code_of_procedure(
    stage_on: date | None, fir_on: date | None, stage: Stage, code: Code
) -> None:
    assert procedure_code(stage_on, stage=stage, fir_on=fir_on).code is code


@pytest.fixture
def law(meera: Worker) -> None:
    whole = small_edition()
    files = tuple(f for f in whole.files if f.dataset.model._meta.app_label == "law")
    load_edition(folder=EditionFolder(whole.name, files), by=meera.actor)


def test_a_section_finds_its_counterpart_in_the_other_code(law: None) -> None:
    def other(number: str, act: str) -> list[str]:
        return [row.key for row in section_counterpart(number, act)]

    assert other("370(4)", "IPC") == ["BNS 143(4)"]
    assert other("143(4)", "BNS") == ["IPC 370(4)"]
    assert other("370", "IPC") == ["BNS 143"]
    assert other("366A", "IPC") == ["BNS 96"]
    assert other("70(2)", "BNS") == ["IPC 376DA", "IPC 376DB"]
    assert other("228A", "IPC") == ["BNS 72", "BNS 72(1)", "BNS 73"]
    assert other("69", "BNS") == []
    assert other("9999", "IPC") == []


def test_a_cited_clause_leads_to_the_section_above_it(law: None) -> None:
    clause, section = find_section("376(2)(n)", "IPC"), find_section("5(1)(a)", "ITPA")

    assert clause is not None
    assert clause.key == "IPC 376(2)"
    assert section is not None
    assert section.key == "ITPA 5"
    assert find_section("1", "IPC") is None


def test_limits_hold_from_their_day_and_only_sourced_ones_alert(law: None) -> None:
    before = {row.key for row in deadlines_in_force(LAST)}
    after = {row.key for row in deadlines_in_force(FIRST)}

    assert "D-PROGRESS-90" in after - before
    assert "D-WB-AHTU-24H" in before & after
    assert "D-DPDP-72H" not in after
    alerting = set(deadlines_that_may_alert(FIRST))
    assert {row.verification for row in alerting} == {"sourced"}
    assert "D-VICTIM-APPEAL" in after - {row.key for row in alerting}
    assert confidentiality_rules(FIRST).count() > 10


def test_the_scheme_of_a_state_on_a_day(law: None) -> None:
    now = scheme_for("WB", date(2026, 11, 23))
    assert now.own is not None
    assert (now.own.key, now.is_certain) == ("WB-2017", True)
    assert [row.key for row in now.floors] == ["NALSA-2018"]
    assert scheme_for("WB", date(2014, 1, 1)).own == CompensationScheme.objects.get(key="WB-2012")

    between = scheme_for("WB", date(2017, 2, 14))
    assert (between.own, between.is_certain) == (None, False)
    assert {row.key for row in between.candidates} == {"WB-2012", "WB-2017"}
    assert scheme_for("KL", date(2026, 1, 1)).own is None
