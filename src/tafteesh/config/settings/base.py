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
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": 5, **query},
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
    "tafteesh.interfaces.web",  # before allauth: our templates stand in for its own
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "tafteesh.foundation.vault",
    "tafteesh.foundation.access",
    "tafteesh.foundation.audit",
    "tafteesh.reference.places",
    "tafteesh.reference.law",
    "tafteesh.domain.files",
    "tafteesh.domain.stationery",
    "tafteesh.domain.papers",
    "tafteesh.domain.diary",
    "tafteesh.domain.collectives",
    "tafteesh.domain.proceedings",
    "tafteesh.domain.care",
    "tafteesh.domain.meetings",
    "tafteesh.domain.once",
    "tafteesh.domain.legalaid",
    "tafteesh.domain.compensation",
    "tafteesh.domain.comparisons",
    "tafteesh.domain.handoffs",
    "tafteesh.domain.checking",
    "tafteesh.domain.quality",
    "tafteesh.domain.facts",
    "tafteesh.interfaces.imports",
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
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tafteesh.interfaces.web.sign_in.middleware.session_limits",
    "tafteesh.interfaces.web.sign_in.middleware.second_factor_required",
    "tafteesh.interfaces.web.middleware.actor_of_request",
    "tafteesh.interfaces.web.sign_in.middleware.ends_with_her_role",
    "tafteesh.interfaces.web.her_page.middleware.only_her_page",
    "tafteesh.interfaces.web.middleware.refuse_too_large",  # last: it answers as the person and in her language
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
                "tafteesh.interfaces.web.templatetags.addresses",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Signing in: by a name, never by e-mail; nobody signs herself up; a second factor for everyone.
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = ["tafteesh.interfaces.web.sign_in.backend.StaffBackend"]
ACCOUNT_ADAPTER = "tafteesh.interfaces.web.sign_in.adapters.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/sign-in/"
MFA_ADAPTER = "tafteesh.interfaces.web.sign_in.adapters.SealedSecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = APP_SHORT_NAME
USERSESSIONS_TRACK_ACTIVITY = False  # once a minute, by interfaces.web.sign_in.middleware
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["login_name", "name"]},
    },
]

# Sessions: on the server, 15 minutes idle, 8 hours at most (interfaces.web.sign_in.middleware).
SESSION_ENGINE = "tafteesh.interfaces.web.sign_in.sessions"
SESSION_COOKIE_AGE = 15 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "s"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "c"
LANGUAGE_COOKIE_NAME = "l"
SESSION_LONGEST = 8 * 60 * 60

# One cache for all processes: one-time codes and limits are counted together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_entries",
    }
}

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = (
    "same-origin"  # with no-referrer a browser sends no origin and every form is refused
)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "blob:", "data:"],
        "media-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
    }
}

# The log of the server says what happened and where, never whose words they were.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "tafteesh.config.logs.QuietFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.db.backends": {"level": "CRITICAL"},
        "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "waitress": {"level": "WARNING"},
    },
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "tafteesh.config.logs.HideEverything"

USE_TZ = True
TIME_ZONE = "Asia/Kolkata"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("bn", _("Bengali")), ("hi", _("Hindi")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
FORMAT_MODULE_PATH = ["tafteesh.config.formats"]
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
# What is uploaded is sealed before it touches a disk: nothing goes to a temporary file.
FILE_UPLOAD_MAX_MEMORY_SIZE = (
    64 * 1024 * 1024
)  # bytes; more is answered with a page that says what to do
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6000  # a grid of 500 rows
STATIC_ROOT = HOME / "static"
