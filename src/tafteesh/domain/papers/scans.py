"""Scans of papers: what kind they are by their bytes, and how they lie sealed on disk."""

import hmac
import os
import secrets
import uuid
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from tafteesh.foundation.vault.keys import OpenKey

LARGEST = 25 * 1024 * 1024
FORMAT = b"TS\x01"
NONCE_BYTES = 12
STARTS = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"%PDF-": "application/pdf",
}
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}


class NotAPaper(Exception):
    """Its bytes are no JPEG, PNG or PDF, whatever its name says."""


class TooLarge(Exception):
    """The scan is larger than 25 MB."""


class ScanDamaged(Exception):
    """The sealed scan is missing, was changed, or lies under another name than its own."""


def media_type_of(content: bytes) -> str:
    """What the bytes are. Raises TooLarge, NotAPaper."""
    if len(content) > LARGEST:
        raise TooLarge(str(len(content)))
    for start, media_type in STARTS.items():
        if content.startswith(start):
            return media_type
    raise NotAPaper(str(len(content)))


def fingerprint(content: bytes, key: OpenKey) -> bytes:
    """A keyed SHA-256: the same paper twice in one file is seen, and nobody else learns which it is."""
    return hmac.digest(key.derived("paper fingerprint"), content, "sha256")


def place_of(name: uuid.UUID) -> Path:
    """Where the sealed bytes of that name lie."""
    return Path(settings.PAPERS) / name.hex[:2] / name.hex


def _cipher(name: uuid.UUID, key: OpenKey) -> AESGCM:
    return AESGCM(key.derived(f"paper {name.hex}"))


def store(content: bytes, key: OpenKey) -> uuid.UUID:
    """Seal a scan under a random name; it is whole on disk before its row is written."""
    name = uuid.uuid4()
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = FORMAT + nonce + _cipher(name, key).encrypt(nonce, content, name.bytes)
    place = place_of(name)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = place.with_suffix(".part")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(sealed)
        out.flush()
        os.fsync(out.fileno())
    unfinished.rename(place)
    return name


def read(name: uuid.UUID, key: OpenKey) -> bytes:
    """Open a sealed scan. Raises ScanDamaged."""
    try:
        sealed = place_of(name).read_bytes()
    except OSError:
        raise ScanDamaged(name.hex) from None
    start = len(FORMAT)
    if not sealed.startswith(FORMAT):
        raise ScanDamaged(name.hex)
    nonce, body = sealed[start : start + NONCE_BYTES], sealed[start + NONCE_BYTES :]
    try:
        return _cipher(name, key).decrypt(nonce, body, name.bytes)
    except (InvalidTag, ValueError):
        raise ScanDamaged(name.hex) from None
