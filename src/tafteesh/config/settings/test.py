"""Settings of the tests: fast hashes, a throw-away home, no network."""

import os
import tempfile
from pathlib import Path

from tafteesh.config.settings.base import *  # noqa: F403

SECRET_KEY = "only-for-tests"  # noqa: S105 - guards nothing
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
HOME = Path(os.environ.get("TAFTEESH_TEST_HOME") or tempfile.mkdtemp(prefix="tafteesh-test-"))
VAULT_KEYS = HOME / "keys"
PAPERS = HOME / "papers"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = False
