"""Whether the folder of sealed scans and the table of papers agree: every night, and when a paper is asked for."""

import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from django.conf import settings

from tafteesh.domain.papers.models import Paper
from tafteesh.domain.papers.scans import ScanDamaged, place_of, read
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.vault.keys import Erased, key_of

YOUNG = 3600  # seconds: its row may still be on its way
NAME_LENGTH = 32


@dataclass
class Kept:
    """What was found."""

    whole: int = 0
    lost: list[uuid.UUID] = field(default_factory=list)  # papers whose scan is not there
    damaged: list[uuid.UUID] = field(default_factory=list)  # papers whose scan does not open
    strayed: int = 0  # files that no paper knows, laid aside


@dataclass(frozen=True)
class Held:
    """One sealed file: the row that it belongs to, its name, and whose key opens it."""

    row: uuid.UUID
    name: uuid.UUID
    subject: uuid.UUID


def check_folder(*, others: Iterable[Held] = (), by: Actor) -> Kept:
    """Open every scan, name the papers whose scan is lost or damaged, lay aside files of no paper.

    `others` are sealed files that belong to no paper: letters that went out.
    """
    require(by, Permission.SAFEKEEPING)
    found, known = Kept(), set()
    for held in chain(_papers(by), others):
        known.add(held.name.hex)
        _look_at(held, found)
    for path in _files():
        if path.name not in known and time.time() - path.stat().st_mtime > YOUNG:
            _lay_aside(path)
            found.strayed += 1
    return found


def _papers(by: Actor) -> Iterator[Held]:
    rows = Paper.objects.visible_to(by).exclude(stored_as=None)
    for row in rows.iterator(chunk_size=500):
        for name in (row.stored_as, row.original_as):
            if name is not None:
                yield Held(row.pk, name, row.survivor_file_id)


def _look_at(held: Held, found: Kept) -> None:
    if not place_of(held.name).exists():
        found.lost.append(held.row)
        return
    try:
        read(held.name, key_of(held.subject))
    except Erased:  # erased: it opens for nobody, on purpose
        found.whole += 1
    except ScanDamaged:
        found.damaged.append(held.row)
    else:
        found.whole += 1


def _files() -> Iterator[Path]:
    for folder in Path(settings.PAPERS).glob("[0-9a-f][0-9a-f]"):
        yield from (path for path in folder.iterdir() if len(path.stem) == NAME_LENGTH)


def _lay_aside(path: Path) -> None:
    aside = Path(settings.PAPERS) / "aside"
    aside.mkdir(mode=0o700, exist_ok=True)
    path.rename(aside / path.name)
