"""The secret of one comparison: agreed on by voice, typed at both offices, kept nowhere."""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another when it is read out
_GROUPS, _GROUP = 6, 4
LEAST, LEAST_DIFFERENT = 20, 8
_SALT = b"office comparison 1"
_WORK = {"n": 2**15, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024}


class SecretTooWeak(Exception):
    """A secret that can be guessed protects nobody."""


@dataclass(frozen=True, slots=True, repr=False)
class Keys:
    """What is made of the secret: for the filters, for the files that are carried, and a mark to know it by."""

    filters: bytes
    files: bytes
    mark: bytes


def propose() -> str:
    """A fresh secret that can be read out over a telephone: about 118 bits."""
    groups = ("".join(secrets.choice(SIGNS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def keys_of(secret: str) -> Keys:
    """The keys of a secret; case, spaces and hyphens are forgiven. Raises SecretTooWeak."""
    text = "".join(c for c in unicodedata.normalize("NFKC", secret[:400]).casefold() if c.isalnum())
    if len(text) < LEAST or len(set(text)) < LEAST_DIFFERENT:
        raise SecretTooWeak
    root = hashlib.scrypt(text.encode(errors="replace"), salt=_SALT, dklen=32, **_WORK)
    filters, files, mark = (
        hmac.digest(root, use, "sha256") for use in (b"filters", b"files", b"mark")
    )
    return Keys(filters, files, mark[:8])
