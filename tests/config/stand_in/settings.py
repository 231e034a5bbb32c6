"""The least that Django needs."""

import os
from pathlib import Path

from tafteesh.config.settings.base import database

SECRET_KEY = "stand-in"
INSTALLED_APPS = ["django.contrib.staticfiles", "tests.config.stand_in"]
ROOT_URLCONF = "tests.config.stand_in.settings"
ALLOWED_HOSTS = ["*"]
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ["TAFTEESH_HOME"]) / "static"
DATABASES = {
    "default": database(os.environ.get("TAFTEESH_DATABASE", "postgresql:///none")),
    "owner": database(os.environ.get("TAFTEESH_OWNER_DATABASE", "postgresql:///none")),
}
urlpatterns: list[object] = []
