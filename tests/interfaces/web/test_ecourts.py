"""Check on eCourts: the CNR and the official page; a saved page beside our record, taken over one by one or not at all."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, Hearing
from tafteesh.domain.proceedings.queries import fir_sheet
from tafteesh.foundation.access.context import enter
from tafteesh.interfaces.web.drafts.models import Draft
from tests.interfaces.ecourts import pages
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker

OFFICIAL = "https://services.ecourts.gov.in"


@pytest.fixture(autouse=True)
def the_day_of_the_story() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def fir(asha: Worker, rina: SurvivorFile) -> Fir:
    new = actions.NewFir("Basirhat", 212, 2025, "source", date(2025, 8, 12))
    made = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    actions.add_sections(fir=made, sections=[("BNS", "143")], added_on=None, by=asha.actor)
    return made


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def here(fir: Fir, step: str = "") -> str:
    return reverse(f"proceedings:ecourts{step}", args=[fir.pk])


def bring(desk: Client, fir: Fir, content: str | bytes, name: str = "page.html") -> str:
    body = content.encode() if isinstance(content, str) else content
    upload = SimpleUploadedFile(name, body)
    return words_of(desk.post(here(fir), {"file": upload}, follow=True))


def take(desk: Client, fir: Fir, key: str) -> str:
    return words_of(desk.post(here(fir, "_accept"), {"key": key}, follow=True))


def state(fir: Fir, worker: Worker) -> tuple[object, ...]:
    enter(worker.actor)
    sheet = fir_sheet(worker.actor, Fir.objects.visible_to(worker.actor).get(pk=fir.pk))
    hearings = [(row.on, row.outcome, row.next_on, row.stage) for row in sheet.hearings]
    sections = sorted(one.words for one in sheet.sections)
    told = (sheet.fir.cnr, sheet.fir.court_words, sheet.fir.court_number)
    return told, sections, sorted(hearings), len(sheet.milestones)


def test_bimal_and_a_reader_of_totals_meet_nothing(fir: Fir, bimal: Worker, dev: Worker) -> None:
    desk = desk_of(bimal)
    assert desk.get(here(fir)).status_code == 404
    assert desk.post(here(fir, "_accept"), {"key": "cnr"}).status_code == 404
    assert desk_of(dev).get(here(fir)).status_code == 403


def test_the_way_to_the_official_page_works_without_scripts(
    fir: Fir, desk: Client, asha: Worker
) -> None:
    assert "The CNR of this case is not known yet" in words_of(desk.get(here(fir)))
    enter(asha.actor)
    actions.change_fir(fir=fir, changes={"cnr": pages.CNR}, by=asha.actor)

    page = desk.get(here(fir)).content.decode()

    assert f'value="{pages.CNR}" readonly' in page
    assert f'href="{OFFICIAL}' in page
    assert 'rel="noopener noreferrer"' in page
    assert 'data-copy="cnr"' in page


def test_a_cnr_without_the_shape_of_one_is_said(fir: Fir, desk: Client, asha: Worker) -> None:
    change = reverse("proceedings:change", args=[fir.pk])
    refused = words_of(desk.post(change, {"cnr": "WBNP01000123", "submission_key": "c"}))
    assert "A CNR has 16 signs, like WBNP010012342025" in refused

    enter(asha.actor)
    actions.change_fir(fir=fir, changes={"cnr": "WBNP01000123"}, by=asha.actor)
    assert "This CNR has not the shape of one" in words_of(desk.get(here(fir)))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (pages.SOMETHING_ELSE, "not laid out as a case-status page that we know"),
        (b"\x89PNG\r\n\x1a\n\x00", "no saved web page and no PDF"),
        (b"%PDF-1.7 broken", "The PDF cannot be read"),
        (b"<p>" + b"a" * (9 * 1024 * 1024), "larger than a case-status page can be"),
    ],
)
def test_an_unknown_page_changes_nothing_and_says_so(
    fir: Fir, desk: Client, asha: Worker, content: str | bytes, words: str
) -> None:
    before = state(fir, asha)

    said = bring(desk, fir, content)

    assert words in said
    assert "Nothing was changed" in said
    assert state(fir, asha) == before
    assert not Draft.unscoped.filter(form_key="ecourts").exists()


def test_a_page_of_another_case_changes_nothing(fir: Fir, desk: Client, asha: Worker) -> None:
    enter(asha.actor)
    actions.change_fir(fir=fir, changes={"cnr": "WBNP010099992025"}, by=asha.actor)
    before = state(fir, asha)

    said = bring(desk, fir, pages.TABLES)

    assert "This page is about another case" in said
    assert state(fir, asha) == before


def test_the_differences_are_shown_and_nothing_changes_by_itself(
    fir: Fir, desk: Client, asha: Worker
) -> None:
    before = state(fir, asha)

    said = bring(desk, fir, pages.archive(pages.TABLES), "page.mhtml")

    assert "The saved page beside our record" in said
    for words in (
        "WBNP010012342025", "SC - SESSIONS CASE 88/2025", "3-Additional District Judge, Basirhat",
        "144 BNS", "5 ITPA", "18-12-2026", "10-11-2025", "14-01-2026", "Evidence",
        "West Bengal Act of nobody 7", "412/2025",
    ):  # fmt: skip
        assert words in said, words
    assert "143 BNS" not in said, "it stands in our record"
    assert state(fir, asha) == before


def test_each_is_taken_over_by_itself(fir: Fir, desk: Client, asha: Worker) -> None:
    bring(desk, fir, pages.TABLES)
    assert "Taken over." in take(desk, fir, "cnr")
    assert state(fir, asha)[0] == (pages.CNR, "", "")
    for key in ("court", "court_number", "section BNS 144", "next", "heard 2025-11-10"):
        assert "Taken over." in take(desk, fir, key), key

    told, sections, hearings, _steps = state(fir, asha)

    assert told == (
        pages.CNR, "3-Additional District Judge, Basirhat", "SC - SESSIONS CASE 88/2025",
    )  # fmt: skip
    assert sections == ["143 BNS", "144 BNS"]
    assert hearings == [
        (date(2025, 11, 10), Hearing.Outcome.NOT_KNOWN, None, ""),
        (date(2026, 12, 18), Hearing.Outcome.EXPECTED, None, ""),
    ]
    assert "Our record says so already" in take(desk, fir, "cnr")
    assert "Our record says so already" in take(desk, fir, "act West Bengal Act of nobody")
    assert "Our record says so already" in take(desk, fir, "heard 1999-01-01")

    take(desk, fir, "heard 2026-01-14")
    assert (date(2026, 1, 14), "not_known", date(2026, 12, 18), "evidence") in state(fir, asha)[2]
    left = words_of(desk.get(here(fir)))
    assert "5 ITPA" in left
    assert "10-11-2025" not in left


def test_a_decision_becomes_a_step_of_the_case(fir: Fir, desk: Client, asha: Worker) -> None:
    bring(desk, fir, pages.SPANS)
    take(desk, fir, "judgment")

    enter(asha.actor)
    [step] = fir_sheet(asha.actor, fir).milestones
    assert (step.kind, step.earliest) == ("judgment", date(2026, 4, 22))


def test_put_away_the_page_is_gone(fir: Fir, desk: Client) -> None:
    bring(desk, fir, pages.printed(), "page.pdf")
    desk.post(here(fir, "_accept"), {"done": "yes"})

    assert not Draft.unscoped.filter(form_key="ecourts").exists()
    assert "The saved page beside our record" not in words_of(desk.get(here(fir)))


def test_no_name_of_a_party_is_shown_or_stored(fir: Fir, desk: Client, asha: Worker) -> None:
    said = bring(desk, fir, pages.TABLES).upper()
    for key in ("court", "court_number", "heard 2026-01-14", "heard 2025-11-10"):
        take(desk, fir, key)

    assert [name for name in pages.NAMES if name in said] == []
    enter(asha.actor)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
            " AND table_name LIKE ANY(ARRAY['proceedings_%', 'drafts_%'])"
        )
        tables = [row[0] for row in cursor.fetchall()]
        for table in tables:
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text ~* %s', ["|".join(pages.NAMES)]
            )
            assert cursor.fetchone() == (0,), table
