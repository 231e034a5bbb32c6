"""Streams through age: what is written goes sealed into a file, and back. Nothing plain touches a disk."""

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pyrage

BLOCK = 1 << 20


class DoesNotOpen(Exception):
    """The archive is cut or changed, or this is not a key that it was sealed to."""


class _Worker(threading.Thread):
    """One end of the pipe; keeps what went wrong for the other end."""

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self.work, self.failed = work, None

    failed: BaseException | None

    def run(self) -> None:
        try:
            self.work()
        except BaseException as why:  # noqa: BLE001 - handed to the thread that waits
            self.failed = why


@contextmanager
def sealed_into(path: Path, recipients: list[Any]) -> Iterator[IO[bytes]]:
    """A stream to write into; the sealed file appears under its name only when all of it is written."""
    part = path.with_name(path.name + ".part")
    reader, writer = os.pipe()

    def work() -> None:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(reader, "rb") as plain, os.fdopen(handle, "wb") as sealed:
            pyrage.encrypt_io(plain, sealed, recipients)
            sealed.flush()
            os.fsync(sealed.fileno())

    worker = _Worker(work)
    worker.start()
    try:
        with os.fdopen(writer, "wb") as stream:
            yield stream
        worker.join()
        if worker.failed:
            raise worker.failed
        part.rename(path)
    finally:
        worker.join()
        part.unlink(missing_ok=True)


@contextmanager
def opened_from(path: Path, identity: Any) -> Iterator[IO[bytes]]:
    """A stream to read from. Raises DoesNotOpen, at the latest when the block ends."""
    reader, writer = os.pipe()

    def work() -> None:
        with path.open("rb") as sealed, os.fdopen(writer, "wb") as plain:
            pyrage.decrypt_io(sealed, plain, [identity])

    worker = _Worker(work)
    worker.start()
    stream = os.fdopen(reader, "rb")
    try:
        with stream:
            yield stream
            while stream.read(BLOCK):
                pass
    except Exception as why:
        worker.join()
        if isinstance(worker.failed, pyrage.DecryptError):
            raise DoesNotOpen(path.name) from why
        raise
    worker.join()
    if worker.failed:
        raise DoesNotOpen(path.name) from worker.failed


def sha256_of(path: Path) -> str:
    """The hash of a file, read in blocks."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
