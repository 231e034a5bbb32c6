"""Keeping the workbook itself, sealed, until its rows are taken in: so that a killed import can go on."""

import hashlib
import os
import secrets
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from tafteesh.foundation.vault.keys import OpenKey

PIECE = 1 << 20


def _folder() -> Path:
    folder = Path(settings.PAPERS) / "imports"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def sealed_path(batch_id: uuid.UUID) -> Path:
    """Where the sealed workbook lies; its name says nothing."""
    return _folder() / f"{batch_id}.sealed"


def seal_file(source: Path, batch_id: uuid.UUID, key: OpenKey) -> bytes:
    """Seal a workbook piece by piece; answers its SHA-256. Never a whole copy in memory or in clear."""
    cipher = AESGCM(key.derived("workbook"))
    digest = hashlib.sha256()
    target = sealed_path(batch_id)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out, source.open("rb") as file:
        number, piece = 0, file.read(PIECE)
        while piece or number == 0:
            following = file.read(PIECE)
            digest.update(piece)
            nonce = secrets.token_bytes(12)
            bound = f"{batch_id}|{number}|{int(not following)}".encode()
            sealed = cipher.encrypt(nonce, piece, bound)
            out.write(len(sealed).to_bytes(4, "big") + nonce + sealed)
            number, piece = number + 1, following
        out.flush()
        os.fsync(out.fileno())
    return digest.digest()


@contextmanager
def opened_file(batch_id: uuid.UUID, key: OpenKey) -> Iterator[Path]:
    """The workbook in clear, in a file without a name: gone afterwards, also when the reading is killed."""
    cipher = AESGCM(key.derived("workbook"))
    run = Path(settings.HOME) / "run"
    run.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=run) as out:
        with sealed_path(batch_id).open("rb") as file:
            size, number = file.read(4), 0
            while size:
                nonce, sealed = file.read(12), file.read(int.from_bytes(size, "big"))
                size = file.read(4)
                bound = f"{batch_id}|{number}|{int(not size)}".encode()
                out.write(cipher.decrypt(nonce, sealed, bound))
                number += 1
        out.flush()
        yield Path(f"/proc/self/fd/{out.fileno()}")


def drop_file(batch_id: uuid.UUID) -> None:
    """Forget the workbook itself."""
    sealed_path(batch_id).unlink(missing_ok=True)
