"""Adding a paper to a file, and opening its scan."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.files.sealing import key_for, open_from, seal_into
from tafteesh.domain.papers import scans
from tafteesh.domain.papers.cleaning import Clean, cleaned, page_picture
from tafteesh.domain.papers.models import Custody, Paper
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class SamePaper(Exception):
    """The very same scan is in this file already."""


class NoScan(Exception):
    """The paper is written down, but nobody has added a picture of it."""


class NotBeforeThePaper(Exception):
    """An original changes hands after its own day, and not in the future."""


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

    A clean copy is made of the scan for showing and sending; what came stays sealed beside it, as evidence.
    Raises NotAPaper, TooLarge (of `scans`), PaperBroken, PaperLocked, TooManyPixels, TooManyPages (of
    `cleaning`), SamePaper.
    """
    require(by, Permission.PAPER_ADD)
    clean = cleaned(scan) if scan else None
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
    if clean:
        _seal_scan(paper, scan, clean, by)
    paper.save(force_insert=True)
    if original_with in Paper.Keeper.values and original_with != Paper.Keeper.NOT_KNOWN:
        _hand_on(paper, original_with, dated_on or by.today, by)
    write_log(Event.PAPER_ADDED, about=paper, by=by, subject=file.log_tag, fields=["kind"])
    return paper


def _seal_scan(paper: Paper, scan: bytes, clean: Clean, by: Actor) -> None:
    key = key_for(paper.survivor_file)
    paper.media_type, paper.pages = clean.media_type, clean.pages
    paper.size_bytes = len(clean.content)
    paper.fingerprint = scans.fingerprint(scan, key)
    standing = Paper.objects.visible_to(by).filter(
        survivor_file=paper.survivor_file, withdrawn_at=None
    )
    if standing.filter(fingerprint=paper.fingerprint).exists():
        raise SamePaper(str(paper.survivor_file_id))
    seal_into(paper, "sha256_sealed", hashlib.sha256(scan).hexdigest(), key)
    paper.original_as = scans.store(scan, key)
    paper.stored_as = scans.store(clean.content, key)


def _hand_on(paper: Paper, keeper: str, on: date, by: Actor, *, receipt: bool = False) -> Custody:
    return Custody.unscoped.create(
        paper=paper,
        keeper=keeper,
        on=on,
        receipt=receipt,
        organisation_id=paper.organisation_id,
        survivor_file_id=paper.survivor_file_id,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )


def _paper(paper: Paper, by: Actor) -> Paper:
    door = Paper.objects.visible_to(by).select_related("survivor_file")
    return door.get(pk=paper.pk, withdrawn_at=None)


@transaction.atomic
def hand_on(*, paper: Paper, keeper: str, on: date, receipt: bool, by: Actor) -> Custody:
    """The original went to somebody else on a day, with or without a receipt. Raises NotBeforeThePaper."""
    require(by, Permission.PAPER_ADD)
    door = Paper.objects.visible_to(by).select_for_update(of=("self",))
    paper = door.select_related("survivor_file").get(pk=paper.pk, withdrawn_at=None)
    if on > by.today or (paper.dated_on is not None and on < paper.dated_on):
        raise NotBeforeThePaper(on.isoformat())
    row = _hand_on(paper, Paper.Keeper(keeper).value, on, by, receipt=receipt)
    newest = Custody.unscoped.filter(paper=paper, withdrawn_at=None).order_by("-on", "-recorded_at")
    paper.original_with = newest[0].keeper
    paper.save(update_fields=["original_with"])
    tag = paper.survivor_file.log_tag
    write_log(Event.PAPER_ADDED, about=paper, by=by, subject=tag, fields=["original_with"])
    return row


def _looked(paper: Paper, by: Actor, what: str) -> None:
    write_log(
        Event.IDENTITY_LOOKED,
        about=paper,
        by=by,
        subject=paper.survivor_file.log_tag,
        fields=[what],
        reason="paper",
    )


@transaction.atomic
def open_scan(*, paper: Paper, by: Actor) -> Scan:
    """Open the clean copy of a paper; the look is written down before a byte leaves.

    Raises NoScan, ScanDamaged (of `scans`).
    """
    require(by, Permission.IDENTITY_LOOK)
    paper = _paper(paper, by)
    if paper.stored_as is None:
        raise NoScan(str(paper.pk))
    _looked(paper, by, "scan")
    content = scans.read(paper.stored_as, key_for(paper.survivor_file))
    return Scan(content, paper.media_type, scans.ENDINGS[paper.media_type])


@transaction.atomic
def open_page(*, paper: Paper, page: int, by: Actor) -> bytes:
    """One page as a JPEG for the screen, written down like every look.

    Raises NoScan, ScanDamaged (of `scans`), NoSuchPage, PaperBroken (of `cleaning`).
    """
    require(by, Permission.IDENTITY_LOOK)
    paper = _paper(paper, by)
    if paper.stored_as is None:
        raise NoScan(str(paper.pk))
    _looked(paper, by, f"page {page}")
    content = scans.read(paper.stored_as, key_for(paper.survivor_file))
    return page_picture(content, page)


@transaction.atomic
def open_original(*, paper: Paper, by: Actor) -> Scan:
    """The bytes as they came, for a court: they may tell where and by whom a picture was taken.

    Raises NoScan, ScanDamaged (of `scans`).
    """
    require(by, Permission.CORRECTION_WRITE)
    paper = _paper(paper, by)
    if paper.original_as is None:
        raise NoScan(str(paper.pk))
    _looked(paper, by, "original")
    content = scans.read(paper.original_as, key_for(paper.survivor_file))
    media_type = scans.media_type_of(content)
    return Scan(content, media_type, scans.ENDINGS[media_type])


@transaction.atomic
def hash_for_court(*, paper: Paper, by: Actor) -> str:
    """The SHA-256 (hexadecimal) of the bytes as they came, found again from them and equal to the one kept.

    Raises NoScan, ScanDamaged (of `scans`).
    """
    require(by, Permission.CORRECTION_WRITE)
    paper = _paper(paper, by)
    if paper.original_as is None:
        raise NoScan(str(paper.pk))
    key = key_for(paper.survivor_file)
    kept = open_from(paper, "sha256_sealed", key).reveal()
    found = hashlib.sha256(scans.read(paper.original_as, key)).hexdigest()
    if found != kept:
        raise scans.ScanDamaged(str(paper.pk))
    _looked(paper, by, "hash")
    return found
