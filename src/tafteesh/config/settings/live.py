"""Settings of an office: behind a TLS proxy, cookies bound to the host, secrets from files."""

import os

from tafteesh.config.settings.base import *  # noqa: F403
from tafteesh.config.settings.secret import read_secret

DEBUG = False
SECRET_KEY = read_secret()
ALLOWED_HOSTS = [host for host in os.environ.get("TAFTEESH_HOSTS", "localhost").split(",") if host]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_NAME = "__Host-s"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-c"
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
