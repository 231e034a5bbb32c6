"""Sealed values: AES-256-GCM, a key per subject, bound to the place where they lie.

The additional data names table, column, row and subject, so that a value moved to another row, column
or person is refused. Texts are padded to steps of 32 bytes, so that length tells little.
"""

import hmac
import secrets
from functools import lru_cache
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = b"\x01"
NONCE_BYTES = 12
STEP = 32


class DoesNotOpen(Exception):
    """The sealed value was changed, cut, or lies in another place than the one it was sealed for."""


class Secret:
    """An opened value. It shows itself only when asked: printing or logging it gives stars."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "***"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash(("Secret", self._text))

    def __bool__(self) -> bool:
        return bool(self._text)

    def reveal(self) -> str:
        """The text itself, for the one place that shows it."""
        return self._text


class Place(NamedTuple):
    """Where a sealed value lies."""

    table: str
    column: str
    row: str
    subject: str

    def bound(self) -> bytes:
        return f"{self.table}|{self.column}|{self.row}|{self.subject}|1".encode()


@lru_cache(maxsize=4096)
def _cipher(subject_key: bytes, field: str) -> AESGCM:
    # HKDF-Expand of one block (RFC 5869): the subject's key is already uniform.
    return AESGCM(hmac.digest(subject_key, field.encode() + b"\x01", "sha256"))


def seal(text: str, subject_key: bytes, place: Place) -> bytes:
    """Seal a text for one place."""
    plain = text.encode()
    padded = plain + b"\x80" + b"\x00" * (-(len(plain) + 1) % STEP)
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = _cipher(subject_key, f"{place.table}.{place.column}")
    return FORMAT + nonce + cipher.encrypt(nonce, padded, place.bound())


def open_sealed(sealed: bytes, subject_key: bytes, place: Place) -> Secret:
    """Open a sealed value. Raises DoesNotOpen on any change of value or place."""
    raw = bytes(sealed)
    if raw[:1] != FORMAT:
        raise DoesNotOpen("unknown format")
    cipher = _cipher(subject_key, f"{place.table}.{place.column}")
    try:
        padded = cipher.decrypt(raw[1 : 1 + NONCE_BYTES], raw[1 + NONCE_BYTES :], place.bound())
    except (InvalidTag, ValueError):
        raise DoesNotOpen(f"{place.table}.{place.column}") from None
    return Secret(padded[: padded.rindex(b"\x80")].decode())
