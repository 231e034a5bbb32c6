"""T05, R-06, R-20, R-40, R-41: the same hard headers on every path and method; nothing is kept by a browser."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client, override_settings

from tests.people import Worker

EXACT = {
    "Cache-Control": "no-store, private",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, noarchive",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
}
PATHS = [
    "/",
    "/files/",
    "/facts/",
    "/office/log/",
    "/not/there/",
    "/sign-in/",
    "/lock/",
    "/files/x/",
]
METHODS = ["get", "head", "post", "put", "patch", "delete", "options", "trace"]
Browser = Callable[[Worker], Client]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_wears_them(path: str, asha: Worker, browser: Browser) -> None:
    for client in (browser(asha), Client()):
        for method in METHODS:
            answer = getattr(client, method)(path)
            assert {name: answer.headers.get(name) for name in EXACT} == EXACT, method
            policy = answer.headers["Content-Security-Policy"]
            for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"):
                assert part in policy
            for word in ("unsafe", "http:", "https:", "*"):
                assert word not in policy, "nothing comes from another site, and nothing inline"


@override_settings(DEBUG=False)
def test_an_error_wears_them_too_and_says_nothing(
    asha: Worker, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_more: object) -> None:
        raise RuntimeError("Rina 9830000001")

    monkeypatch.setattr("tafteesh.interfaces.web.survivor_files.views.listing", fails)
    client = browser(asha)
    client.raise_request_exception = False

    answer = client.get("/files/")

    assert answer.status_code == 500
    assert {name: answer.headers.get(name) for name in EXACT} == EXACT
    assert b"Rina" not in answer.content
    assert b"Traceback" not in answer.content


def test_signing_out_clears_the_browser(asha: Worker, browser: Browser) -> None:
    client = browser(asha)

    answer = client.post("/sign-out/")

    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies"'
    assert client.get("/files/").headers["Location"].startswith("/sign-in/")


def test_staying_does_not(asha: Worker, browser: Browser) -> None:
    assert "Clear-Site-Data" not in browser(asha).get("/").headers


def test_cookies_of_an_office_are_bound_to_its_host(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib  # noqa: PLC0415 - only this test loads the office's settings

    live = importlib.import_module("tafteesh.config.settings.live")
    assert live.SESSION_COOKIE_NAME.startswith("__Host-")
    assert live.CSRF_COOKIE_NAME.startswith("__Host-")
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"):
        assert getattr(live, name) is True
    assert (settings.SESSION_COOKIE_HTTPONLY, settings.CSRF_COOKIE_HTTPONLY) == (True, True)
    assert settings.SESSION_COOKIE_SAMESITE in {"Lax", "Strict"}
    assert live.SECURE_HSTS_SECONDS >= 31_536_000
