"""What came is kept as it came, what is shown is clean; the original's way is written down; a folder that strays is seen."""

import hashlib
import os
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.actions import (
    NotBeforeThePaper,
    SamePaper,
    add_paper,
    hand_on,
    hash_for_court,
    open_original,
    open_page,
    open_scan,
)
from tafteesh.domain.papers.checklist import checklist
from tafteesh.domain.papers.cleaning import PaperBroken
from tafteesh.domain.papers.keeping import check_folder
from tafteesh.domain.papers.models import Custody, Paper
from tafteesh.domain.papers.scans import ScanDamaged, place_of
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.models import Entry
from tafteesh.interfaces.commands.actors import machine
from tests import sheets
from tests.people import Worker

CANARY = "CanaryMadhobi"


@pytest.fixture(autouse=True)
def papers(tmp_path: Path, settings: Any) -> Path:
    settings.PAPERS = tmp_path / "papers"
    return tmp_path / "papers"


def _added(rina: SurvivorFile, asha: Worker, **more: Any) -> Paper:
    enter(asha.actor)
    told = {"kind": "fir", "dated_on": date(2026, 1, 5), "scan": sheets.photo(maker=CANARY)}
    return add_paper(file=rina, by=asha.actor, **(told | more))


def test_what_is_sent_is_clean_and_what_came_is_kept(rina: SurvivorFile, asha: Worker) -> None:
    paper = _added(rina, asha)

    assert CANARY.encode() not in open_scan(paper=paper, by=asha.actor).content
    assert open_original(paper=paper, by=asha.actor).content == sheets.photo(maker=CANARY)
    assert open_page(paper=paper, page=1, by=asha.actor).startswith(b"\xff\xd8")
    looks = Entry.objects.filter(event="identity_looked", about_id=paper.pk)
    assert sorted(look.fields for look in looks) == ["original", "page 1", "scan"]


def test_the_hash_is_of_what_came_and_one_flipped_bit_shows(
    rina: SurvivorFile, asha: Worker
) -> None:
    paper = _added(rina, asha)
    came = sheets.photo(maker=CANARY)
    assert hash_for_court(paper=paper, by=asha.actor) == hashlib.sha256(came).hexdigest()

    assert paper.original_as
    place = place_of(paper.original_as)
    flipped = bytearray(place.read_bytes())
    flipped[len(flipped) // 2] ^= 1
    place.write_bytes(bytes(flipped))
    with pytest.raises(ScanDamaged):
        hash_for_court(paper=paper, by=asha.actor)


def test_who_may_not_look_gets_no_byte(rina: SurvivorFile, asha: Worker, joba: Worker) -> None:
    paper = _added(rina, asha)
    enter(joba.actor)
    for opens in (open_scan, open_original, hash_for_court):
        with pytest.raises((Paper.DoesNotExist, NotAllowed)):
            opens(paper=paper, by=joba.actor)


def test_a_refused_scan_leaves_nothing(rina: SurvivorFile, asha: Worker, papers: Path) -> None:
    with pytest.raises(PaperBroken):
        _added(rina, asha, scan=b"%PDF-1.7 broken")
    _added(rina, asha)
    with pytest.raises(SamePaper):
        _added(rina, asha, kind="order")

    assert Paper.objects.visible_to(asha.actor).count() == 1
    assert len([path for path in papers.rglob("*") if path.is_file()]) == 2


def test_an_original_goes_from_hand_to_hand(rina: SurvivorFile, asha: Worker) -> None:
    paper = _added(rina, asha, original_with="her")
    day = paper.dated_on or asha.actor.today
    hand_on(paper=paper, keeper="lawyer", on=day + timedelta(days=9), receipt=True, by=asha.actor)
    hand_on(paper=paper, keeper="us", on=day + timedelta(days=4), receipt=False, by=asha.actor)
    paper.refresh_from_db()

    rows = Custody.objects.visible_to(asha.actor).filter(paper=paper).order_by("on")
    assert [row.keeper for row in rows] == ["her", "us", "lawyer"]
    assert paper.keeper == "With her lawyer"
    for wrong in (day - timedelta(days=1), asha.actor.today + timedelta(days=1)):
        with pytest.raises(NotBeforeThePaper):
            hand_on(paper=paper, keeper="us", on=wrong, receipt=False, by=asha.actor)


def test_lost_damaged_and_strayed_scans_are_found(
    rina: SurvivorFile, asha: Worker, papers: Path
) -> None:
    shades = ("white", "grey", "black")
    _whole, lost, damaged = (_added(rina, asha, scan=sheets.photo(shade=one)) for one in shades)
    assert lost.stored_as
    assert damaged.stored_as
    place_of(lost.stored_as).unlink()
    place_of(damaged.stored_as).write_bytes(b"TS\x01 something else")
    stray = papers / "ab" / ("ab" * 16)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"of nobody")
    two_hours_ago = time.time() - 7200
    os.utime(stray, (two_hours_ago, two_hours_ago))

    night = machine(Role.SYSTEM_ADMINISTRATOR)
    enter(night)
    found = check_folder(by=night)

    assert (found.lost, found.damaged, found.strayed) == ([lost.pk], [damaged.pk], 1)
    assert found.whole == 4
    assert not stray.exists()
    assert check_folder(by=night).strayed == 0
    enter(asha.actor)
    with pytest.raises(NotAllowed):
        check_folder(by=asha.actor)


def test_the_checklist_follows_the_stages(rina: SurvivorFile, asha: Worker) -> None:
    fir = _added(rina, asha)
    _added(rina, asha, kind="medical", scan=b"", original_with="police")
    sections = checklist({"police"}, Paper.objects.visible_to(asha.actor))
    states = {one.kind.value: one.state for part in sections for one in part.wanted}

    assert [part.stage.code for part in sections] == ["file", "police"]
    assert states == {
        "identity": "missing",
        "age_proof": "missing",
        "diary_entry": "missing",
        "fir": "here",
        "statement": "missing",
        "medical": "known",
    }
    assert sections[1].wanted[1].paper == fir
