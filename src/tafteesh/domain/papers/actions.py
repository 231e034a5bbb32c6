"""Adding a paper to a file, and opening its scan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.sealing import key_for
from tafteesh.domain.papers import scans
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class SamePaper(Exception):
    """The very same scan is in this file already."""


class NoScan(Exception):
    """The paper is written down, but nobody has added a picture of it."""


@dataclass(frozen=True)
class Scan:
    """An opened scan, for the one answer that sends it."""

    content: bytes
    media_type: str
    ending: str


@transaction.atomic
def add_paper(  # noqa: PLR0913 - a paper has many open details
    *,
    file: SurvivorFile,
    kind: str,
    dated_on: date | None,
    issued_by: str = "",
    original_with: str = "",
    proves: Sequence[str] = (),
    scan: bytes = b"",
    by: Actor,
) -> Paper:
    """A paper exists: its kind, day and office, what it proves, who has the original, and its scan.

    Raises NotAPaper, TooLarge (of `scans`), SamePaper.
    """
    require(by, Permission.PAPER_ADD)
    door = SurvivorFile.objects.visible_to(by)
    file = door.select_for_update(of=("self",)).get(pk=file.pk)
    paper = Paper(
        kind=kind,
        dated_on=dated_on,
        issued_by_words=issued_by,
        original_with=original_with,
        proves=list(proves),
        organisation_id=file.organisation_id,
        survivor_file=file,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    if scan:
        _seal_scan(paper, scan, by)
    paper.save(force_insert=True)
    write_log(Event.PAPER_ADDED, about=paper, by=by, subject=file.log_tag, fields=["kind"])
    return paper


def _seal_scan(paper: Paper, scan: bytes, by: Actor) -> None:
    key = key_for(paper.survivor_file)
    paper.media_type = scans.media_type_of(scan)
    paper.size_bytes = len(scan)
    paper.fingerprint = scans.fingerprint(scan, key)
    standing = Paper.objects.visible_to(by).filter(
        survivor_file=paper.survivor_file, withdrawn_at=None
    )
    if standing.filter(fingerprint=paper.fingerprint).exists():
        raise SamePaper(str(paper.survivor_file_id))
    paper.stored_as = scans.store(scan, key)


@transaction.atomic
def open_scan(*, paper: Paper, by: Actor) -> Scan:
    """Open the scan of a paper; the look is written down before a byte leaves.

    Raises NoScan, ScanDamaged (of `scans`).
    """
    require(by, Permission.IDENTITY_LOOK)
    door = Paper.objects.visible_to(by).select_related("survivor_file")
    paper = door.get(pk=paper.pk, withdrawn_at=None)
    if paper.stored_as is None:
        raise NoScan(str(paper.pk))
    file = paper.survivor_file
    write_log(
        Event.IDENTITY_LOOKED,
        about=paper,
        by=by,
        subject=file.log_tag,
        fields=["scan"],
        reason="paper",
    )
    content = scans.read(paper.stored_as, key_for(file))
    return Scan(content, paper.media_type, scans.ENDINGS[paper.media_type])
