"""Whether the folder of sealed scans and the table of papers agree: every night, and when a paper is asked for."""

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
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


def check_folder(*, by: Actor) -> Kept:
    """Open every scan, name the papers whose scan is lost or damaged, lay aside files of no paper."""
    require(by, Permission.SAFEKEEPING)
    found, known = Kept(), set()
    rows = Paper.objects.visible_to(by).exclude(stored_as=None)
    for row in rows.iterator(chunk_size=500):
        for name in (row.stored_as, row.original_as):
            if name is not None:
                known.add(name.hex)
                _look_at(row, name, found)
    for path in _files():
        if path.name not in known and time.time() - path.stat().st_mtime > YOUNG:
            _lay_aside(path)
            found.strayed += 1
    return found


def _look_at(row: Paper, name: uuid.UUID, found: Kept) -> None:
    if not place_of(name).exists():
        found.lost.append(row.pk)
        return
    try:
        read(name, key_of(row.survivor_file_id))
    except Erased:  # erased: it opens for nobody, on purpose
        found.whole += 1
    except ScanDamaged:
        found.damaged.append(row.pk)
    else:
        found.whole += 1


def _files() -> Iterator[Path]:
    for folder in Path(settings.PAPERS).glob("[0-9a-f][0-9a-f]"):
        yield from (path for path in folder.iterdir() if len(path.stem) == NAME_LENGTH)


def _lay_aside(path: Path) -> None:
    aside = Path(settings.PAPERS) / "aside"
    aside.mkdir(mode=0o700, exist_ok=True)
    path.rename(aside / path.name)
