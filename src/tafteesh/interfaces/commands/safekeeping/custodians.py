"""Custodians: people who can open a backup. The server knows their public keys alone."""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from pyrage import RecipientError, x25519


def public_file() -> Path:
    """Where this home keeps the custodians' public keys, one a line."""
    return Path(settings.HOME) / "custodians.pub"


def read_recipients(path: Path | None = None) -> list[Any]:
    """Every custodian's public key. Raises CommandError when there is none."""
    file = path or public_file()
    lines = file.read_text().splitlines() if file.exists() else []
    words = [line.split("#")[0].strip() for line in lines]
    try:
        found = [x25519.Recipient.from_str(word) for word in words if word]
    except RecipientError:
        raise CommandError(f"{file} holds a line that is no public key of age.") from None
    if not found:
        raise CommandError(
            f"{file} names no custodian: a backup that nobody can open is none. "
            "Make one with `new-custodian`."
        )
    return found


def read_identity(path: Path) -> Any:
    """A custodian's secret key from her file. Raises CommandError."""
    try:
        lines = path.read_text().splitlines()
        secret = next(line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-"))
        return x25519.Identity.from_str(secret)
    except (OSError, StopIteration, ValueError, RecipientError):
        raise CommandError(f"{path} holds no secret key of age.") from None
    except Exception as why:  # the library raises its own error type for a damaged key
        if type(why).__name__ != "IdentityError":
            raise
        raise CommandError(f"{path} holds a damaged secret key.") from None


def make_custodian(name: str, secret_path: Path) -> str:
    """Write a new secret key (0600) and add its public half to this home; answers the public key."""
    identity = x25519.Identity.generate()
    public = str(identity.to_public())
    try:
        handle = os.open(secret_path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as why:
        raise CommandError(f"{secret_path} cannot be written: {why.strerror}.") from None
    with os.fdopen(handle, "w") as file:
        file.write(f"# public key: {public}\n{identity}\n")
        file.flush()
        os.fsync(file.fileno())
    with public_file().open("a") as file:
        file.write(f"{public}  # {name}\n")
    return public
