"""The files that two offices carry to each other: sealed with their secret, and each fault told apart.

A first line in plain words names kind and version, so that an older system can say what it cannot read; then
the mark of the secret, the sealed body (AES-256-GCM, the first line bound in) and a checksum of all before it.
"""

import hashlib
import hmac
import json
import secrets
import zlib
from enum import StrEnum
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tafteesh.domain.comparisons.filters import BYTES, Row
from tafteesh.domain.comparisons.secret import Keys

VERSION = 1
MOST_BYTES = 8 * 1024 * 1024
MOST_ROWS = 50_000
_LEAD, _NUMBER = b"office comparison ", 10
_ROW = _NUMBER + BYTES
_NONCE, _MARK, _SUM, _LENGTH = 12, 8, 32, 4
_LONGEST_HEAD = 64


class Kind(StrEnum):
    """What a file carries."""

    FILTERS = "filters"
    ANSWERS = "answers"


class Unreadable(Exception):
    """A file that was brought in and cannot be taken."""


class NotSuchAFile(Unreadable):
    """It is no file of a comparison."""


class OtherKind(Unreadable):
    """It is a file of a comparison, but filters where answers are wanted, or the other way."""


class OtherVersion(Unreadable):
    """It was made by a system of another version."""


class TooLarge(Unreadable):
    """No file of a comparison is so large."""


class Damaged(Unreadable):
    """Bytes of it are missing or changed."""


class WrongSecret(Unreadable):
    """It was sealed with another secret."""


def sealed(kind: Kind, about: dict[str, Any], body: bytes, keys: Keys) -> bytes:
    """A file to carry."""
    head = _LEAD + f"{kind.value} {VERSION}\n".encode()
    told = json.dumps(about, separators=(",", ":")).encode()
    plain = len(told).to_bytes(_LENGTH) + told + body
    nonce = secrets.token_bytes(_NONCE)
    sealed_body = AESGCM(keys.files).encrypt(nonce, plain, head)
    file = head + keys.mark + nonce + sealed_body
    return file + hashlib.sha256(file).digest()


def opened(kind: Kind, file: bytes, keys: Keys) -> tuple[dict[str, Any], bytes]:
    """What it tells of itself, and its body. Raises one of Unreadable."""
    if len(file) > MOST_BYTES:
        raise TooLarge
    head = _head(kind, file)
    if len(file) < len(head) + _MARK + _NONCE + _SUM:
        raise Damaged
    if not hmac.compare_digest(hashlib.sha256(file[:-_SUM]).digest(), file[-_SUM:]):
        raise Damaged
    at = len(head) + _MARK
    if not hmac.compare_digest(file[len(head) : at], keys.mark):
        raise WrongSecret
    nonce, body = file[at : at + _NONCE], file[at + _NONCE : -_SUM]
    try:
        plain = AESGCM(keys.files).decrypt(nonce, body, head)
    except InvalidTag:
        raise Damaged from None
    return _told(plain)


def digest(file: bytes) -> str:
    """By which a file is known again."""
    return hashlib.sha256(file).hexdigest()


def _head(kind: Kind, file: bytes) -> bytes:
    end = file.find(b"\n", 0, _LONGEST_HEAD) + 1
    words = file[len(_LEAD) : end].split()
    if not end or not file.startswith(_LEAD) or len(words) != 2:
        raise NotSuchAFile
    if words[0].decode("ascii", "replace") not in tuple(Kind):
        raise NotSuchAFile
    if words[1] != str(VERSION).encode():
        raise OtherVersion
    if words[0] != kind.value.encode():
        raise OtherKind
    return file[:end]


def _told(plain: bytes) -> tuple[dict[str, Any], bytes]:
    """Sealed by somebody who has the secret, and yet not taken on trust."""
    size = int.from_bytes(plain[:_LENGTH])
    try:
        about = json.loads(plain[_LENGTH : _LENGTH + size])
    except (ValueError, RecursionError):
        raise Damaged from None
    if not isinstance(about, dict):
        raise Damaged
    return about, plain[_LENGTH + size :]


def rows_as_bytes(rows: list[Row]) -> bytes:
    """Filters, packed: in the order of their opaque numbers, which says nothing."""
    inorder = sorted(rows, key=lambda row: (row.number, row.filled))
    return zlib.compress(b"".join(r.number.encode() + r.filled.to_bytes(BYTES) for r in inorder))


def rows_of(body: bytes) -> list[Row]:
    """The opposite. Raises Damaged, TooLarge."""
    inflate = zlib.decompressobj()
    try:
        plain = inflate.decompress(body, MOST_ROWS * _ROW + 1)
    except zlib.error:
        raise Damaged from None
    if len(plain) > MOST_ROWS * _ROW:
        raise TooLarge
    if len(plain) % _ROW or not _numbers_are_plain(plain):
        raise Damaged
    return [
        Row(plain[at : at + _NUMBER].decode(), int.from_bytes(plain[at + _NUMBER : at + _ROW]))
        for at in range(0, len(plain), _ROW)
    ]


def _numbers_are_plain(plain: bytes) -> bool:
    return all(plain[at : at + _NUMBER].isalnum() for at in range(0, len(plain), _ROW))
