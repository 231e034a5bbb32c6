"""Who holds the master keys. Each lives in a file of its own, readable by the service's user alone.

Nothing but this module reads those files. It wraps and unwraps the keys of subjects and makes blind
tokens; a separate process can take its place behind the same few functions.
"""

import base64
import hashlib
import hmac
import os
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

KEY_BYTES = 32
NONCE_BYTES = 12
_INNER, _OUTER = (bytes(byte ^ pad for byte in range(256)) for pad in (0x36, 0x5C))


class MasterKeyMissing(Exception):
    """The key file that the records were sealed with is not there: nothing can be opened."""


class WrongMasterKey(Exception):
    """The wrapped key does not open with this master key, or it was moved or changed."""


@dataclass(frozen=True)
class Wrapped:
    """A subject's key, sealed by one version of the master key."""

    version: int
    sealed: bytes


def _folder() -> Path:
    return Path(settings.VAULT_KEYS)


def _path(version: int) -> str:
    return f"{settings.VAULT_KEYS}/master-{version}.key"


@lru_cache(maxsize=8)
def _read(path: str) -> bytes:
    try:
        key = Path(path).read_bytes()
    except FileNotFoundError:
        raise MasterKeyMissing(f"master key file {Path(path).name} is missing") from None
    if len(key) != KEY_BYTES:
        raise MasterKeyMissing(f"master key file {Path(path).name} is damaged")
    return key


def versions() -> list[int]:
    """The versions of the master key that are present, oldest first."""
    return sorted(int(p.stem.split("-")[1]) for p in _folder().glob("master-*.key"))


def current_version() -> int:
    """The newest master key. Raises MasterKeyMissing when there is none.

    Looked for again after a second: a process that runs on meets a new key soon enough, and what it wrapped with the
    one before is found by the next rotation.
    """
    return _newest(str(settings.VAULT_KEYS), int(time.monotonic()))


@lru_cache(maxsize=2)
def _newest(_folder_name: str, _second: int) -> int:
    present = versions()
    if not present:
        raise MasterKeyMissing("no master key: run the prepare command first")
    return present[-1]


def make_master_key() -> int:
    """Make the next master key and its file (0600); answers its version."""
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    version = (versions() or [0])[-1] + 1
    handle = os.open(_path(version), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    _newest.cache_clear()
    tokens = folder / "tokens.key"
    if not tokens.exists():
        handle = os.open(tokens, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
    return version


def wrap(key: bytes, subject: str, version: int | None = None) -> Wrapped:
    """Seal a subject's key; the subject's id is bound in, so it opens for no other."""
    version = version or current_version()
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(_read(_path(version))).encrypt(nonce, key, f"subject|{subject}".encode())
    return Wrapped(version, nonce + sealed)


def unwrap(wrapped: Wrapped, subject: str) -> bytes:
    """Open a subject's key. Raises WrongMasterKey, MasterKeyMissing."""
    master = AESGCM(_read(_path(wrapped.version)))
    nonce, sealed = wrapped.sealed[:NONCE_BYTES], wrapped.sealed[NONCE_BYTES:]
    try:
        return master.decrypt(nonce, sealed, f"subject|{subject}".encode())
    except InvalidTag:
        raise WrongMasterKey("a wrapped key does not open") from None


def blind_token(scope: str, text: str) -> bytes:
    """A keyed token of a normalised text (HMAC-SHA-256, first 8 bytes): equal texts meet."""
    key = _read(f"{settings.VAULT_KEYS}/tokens.key")
    return _keyed(key)(f"{scope}|{text}".encode())[:8]


def blind_numbers(scope: str, texts: Iterable[str]) -> list[int]:
    """A keyed token of each text as a signed number, which an index holds in eight bytes."""
    keyed = _keyed(_read(f"{settings.VAULT_KEYS}/tokens.key"))
    head = f"{scope}|".encode()
    return [int.from_bytes(keyed(head + text.encode())[:8], signed=True) for text in texts]


@lru_cache(maxsize=2)
def _keyed(key: bytes) -> Callable[[bytes], bytes]:
    """HMAC-SHA-256 (RFC 2104) under one key of 32 bytes for many texts: the key is mixed in once."""
    padded = key.ljust(64, b"\0")
    inner = hashlib.sha256(padded.translate(_INNER))
    outer = hashlib.sha256(padded.translate(_OUTER))

    def digest(text: bytes) -> bytes:
        within, around = inner.copy(), outer.copy()
        within.update(text)
        around.update(within.digest())
        return around.digest()

    return digest


def _purpose_cipher(version: int, purpose: str) -> AESGCM:
    master = _read(_path(version))
    return AESGCM(hmac.digest(master, f"purpose|{purpose}".encode() + b"\x01", "sha256"))


def seal_secret(purpose: str, text: str) -> str:
    """Seal a small secret of the system itself (a seed of one-time codes); answers printable text."""
    version, nonce = current_version(), secrets.token_bytes(NONCE_BYTES)
    sealed = _purpose_cipher(version, purpose).encrypt(nonce, text.encode(), purpose.encode())
    return f"{version}:{base64.b64encode(nonce + sealed).decode()}"


def open_secret(purpose: str, sealed: str) -> str:
    """The opposite of `seal_secret`. Raises WrongMasterKey, MasterKeyMissing."""
    version, _colon, body = sealed.partition(":")
    try:
        raw = base64.b64decode(body, validate=True)
        cipher = _purpose_cipher(int(version), purpose)
        return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], purpose.encode()).decode()
    except (InvalidTag, ValueError):
        raise WrongMasterKey("a sealed secret does not open") from None


def forget() -> None:
    """Drop the keys read so far (after a rotation, or when a custodian takes the files away)."""
    _read.cache_clear()
    _keyed.cache_clear()
    _newest.cache_clear()
