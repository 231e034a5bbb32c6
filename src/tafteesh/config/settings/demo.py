"""Settings of the demo: invented people, one button each, on this machine only."""

from tafteesh.config.settings.base import *  # noqa: F403
from tafteesh.config.settings.secret import read_secret

DEMO = True
DEBUG = False
SECRET_KEY = read_secret()
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
