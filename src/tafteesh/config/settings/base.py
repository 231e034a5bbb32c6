"""What every way of running has in common. Secrets come from files under TAFTEESH_HOME."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlparse

from django.utils.translation import gettext_lazy as _

PACKAGE = Path(__file__).resolve().parent.parent.parent
CHECKOUT = PACKAGE.parent.parent
HOME = Path(os.environ.get("TAFTEESH_HOME") or CHECKOUT / ".home")

APP_SHORT_NAME = os.environ.get("TAFTEESH_SHORT_NAME", "Khata")  # what phones and tabs show
EXIT_URL = "https://mausam.imd.gov.in/"  # where a quick exit leads: the national weather page
DEMO = False
VAULT_KEYS = HOME / "keys"
PAPERS = HOME / "papers"


def database(url: str) -> dict[str, Any]:
    """Django's settings for a PostgreSQL address; the socket's folder may stand in `?host=`."""
    parts = urlparse(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or (parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "") or ""),
        "CONN_MAX_AGE": 300,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": None, **query},
    }


DATABASES = {
    "default": database(os.environ.get("TAFTEESH_DATABASE", "postgresql:///tafteesh")),
    "owner": database(os.environ.get("TAFTEESH_OWNER_DATABASE", "postgresql:///tafteesh")),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_linear_migrations",
    "django_htmx",
    "template_partials",
    "csp",
    "tafteesh.foundation.vault",
    "tafteesh.foundation.access",
    "tafteesh.foundation.audit",
    "tafteesh.reference.places",
    "tafteesh.reference.law",
    "tafteesh.domain.files",
    "tafteesh.domain.papers",
    "tafteesh.domain.diary",
    "tafteesh.domain.collectives",
    "tafteesh.domain.proceedings",
    "tafteesh.domain.meetings",
    "tafteesh.domain.legalaid",
    "tafteesh.domain.compensation",
    "tafteesh.domain.handoffs",
    "tafteesh.domain.facts",
    "tafteesh.interfaces.imports",
    "tafteesh.interfaces.web",
    "tafteesh.interfaces.web.drafts",
    "tafteesh.interfaces.commands",
]
AUTH_USER_MODEL = "access.Person"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "tafteesh.interfaces.web.middleware.private_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "tafteesh.interfaces.web.middleware.actor_of_request",
]
ROOT_URLCONF = "tafteesh.config.urls"
WSGI_APPLICATION = "tafteesh.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "tafteesh.interfaces.web.context.every_page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"

USE_TZ = True
TIME_ZONE = "Asia/Kolkata"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("bn", _("Bengali")), ("hi", _("Hindi")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["tafteesh.config.formats"]
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
