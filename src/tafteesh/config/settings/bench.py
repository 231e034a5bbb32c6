"""Settings of the bench: as in the office, without TLS, for requests made in the same process."""

from tafteesh.config.settings.base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "a bench guards nothing"  # noqa: S105 - no session of it is ever real
ALLOWED_HOSTS = ["testserver"]
SESSION_COOKIE_SECURE = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
