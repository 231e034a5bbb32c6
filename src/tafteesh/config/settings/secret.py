"""The key that signs cookies: a file of its own, made on first use, readable by its owner alone."""

import os
import secrets

from tafteesh.config.settings.base import VAULT_KEYS


def read_secret() -> str:
    """The signing key of this home."""
    VAULT_KEYS.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = VAULT_KEYS / "signing.key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text()
