"""Rows put aside in a file without a name: written once, read as often as needed, never all in memory."""

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings

AT_ONCE = 500


def unnamed_file() -> BinaryIO:
    """A file in the home's own folder that is gone when it is closed, also when the process is killed."""
    run = Path(settings.HOME) / "run"
    run.mkdir(mode=0o700, parents=True, exist_ok=True)
    return tempfile.TemporaryFile(dir=run)


class Spool:
    """A list of rows that lies on the disk."""

    def __init__(self) -> None:
        self._file = unnamed_file()
        self._ends = 0
        self.length = 0

    def extend(self, rows: Iterable[Any]) -> None:
        """Put rows at the end."""
        waiting = iter(rows)
        self._file.seek(self._ends)
        while piece := list(islice(waiting, AT_ONCE)):
            pickle.dump(piece, self._file, pickle.HIGHEST_PROTOCOL)
            self.length += len(piece)
        self._ends = self._file.tell()

    def pieces(self) -> Iterator[list[Any]]:
        """The rows in pieces, as they were put in; several readers may be on their way at once."""
        place = 0
        while place < self._ends:
            self._file.seek(place)
            piece: list[Any] = pickle.load(self._file)  # noqa: S301 - nobody else can write here
            place = self._file.tell()
            yield piece

    def __iter__(self) -> Iterator[Any]:
        for piece in self.pieces():
            yield from piece

    def __del__(self) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self.length
