"""A scan is what its bytes say, and opens only under its own name with its own key."""

import uuid
from pathlib import Path
from typing import Any

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.sealing import key_for
from tafteesh.domain.papers import scans
from tafteesh.domain.papers.actions import NoScan, add_paper, open_scan
from tafteesh.foundation.access.context import enter
from tests.people import Worker

PDF = b"%PDF-1.7 an invented order"


@pytest.fixture(autouse=True)
def papers(tmp_path: Path, settings: Any) -> Path:
    settings.PAPERS = tmp_path / "papers"
    return tmp_path / "papers"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "application/pdf"),
        (b"\xff\xd8\xff\xe0 photo", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n photo", "image/png"),
    ],
)
def test_its_bytes_say_what_it_is(content: bytes, kind: str) -> None:
    assert scans.media_type_of(content) == kind


@pytest.mark.parametrize("content", [b"", b"GIF89a", b" %PDF-1.7", b"PK\x03\x04"])
def test_other_bytes_are_no_paper(content: bytes) -> None:
    with pytest.raises(scans.NotAPaper):
        scans.media_type_of(content)


def _place(papers: Path, name: uuid.UUID) -> Path:
    return papers / name.hex[:2] / name.hex


def test_a_scan_that_was_moved_or_changed_does_not_open(rina: SurvivorFile, papers: Path) -> None:
    key = key_for(rina)
    one, other = scans.store(PDF, key), scans.store(PDF, key)
    assert scans.read(one, key) == PDF

    _place(papers, one).write_bytes(_place(papers, other).read_bytes())
    with pytest.raises(scans.ScanDamaged):
        scans.read(one, key)
    changed = bytearray(_place(papers, other).read_bytes())
    changed[-1] ^= 1
    _place(papers, other).write_bytes(bytes(changed))
    with pytest.raises(scans.ScanDamaged):
        scans.read(other, key)


def test_another_file_cannot_open_it(rina: SurvivorFile, asha: Worker) -> None:
    name = scans.store(PDF, key_for(rina))
    with pytest.raises(scans.ScanDamaged):
        scans.read(name, key_for(asha.opens("N24-2026-0002")))


def test_only_its_owner_may_read_the_folder(rina: SurvivorFile, papers: Path) -> None:
    name = scans.store(PDF, key_for(rina))

    assert _place(papers, name).stat().st_mode & 0o077 == 0
    assert _place(papers, name).parent.stat().st_mode & 0o077 == 0


def test_a_paper_may_be_known_without_a_scan(rina: SurvivorFile, asha: Worker) -> None:
    enter(asha.actor)
    paper = add_paper(file=rina, kind="order", dated_on=None, original_with="court", by=asha.actor)

    assert paper.keeper == "With the court"
    with pytest.raises(NoScan):
        open_scan(paper=paper, by=asha.actor)
