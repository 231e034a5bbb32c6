"""A passkey is added with a finger and lets her in without a password."""

import time
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import BrowserContext, Page

from tests.browser.doing import speak
from tests.people import Worker

PASSWORD = "a long enough passphrase"


def _code(secret: str) -> str:
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30)))


def _give_a_finger(context: BrowserContext, page: Page) -> None:
    """A phone that knows her finger."""
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


@pytest.mark.django_db(transaction=True)
def test_a_passkey_is_added_and_signs_her_in(
    settings: Any, context: BrowserContext, asha: Worker, live_server: Any
) -> None:
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    base = live_server.url.replace("127.0.0.1", "localhost")
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(asha.person, secret)
    page = context.new_page()
    _give_a_finger(context, page)
    page.goto(f"{base}/sign-in/")
    page.fill("[name=login]", "asha")
    page.fill("[name=password]", PASSWORD)
    page.locator("main form .btn-main").click()
    page.fill("[name=code]", _code(secret))
    page.locator("main form .btn-main").click()
    page.wait_for_url(f"{base}/")
    speak(page, "en")

    page.goto(f"{base}/second-factor/webauthn/add/")
    if "/confirm/" in page.url:
        page.fill("[name=password]", PASSWORD)
        page.locator("main form .btn-main").click()
    page.fill("[name=name]", "Office phone")
    passwordless = page.locator("[name=passwordless]")
    if passwordless.count() and not passwordless.is_checked():
        passwordless.check()
    page.click("#mfa_webauthn_add")
    page.get_by_text("The passkey was added.").wait_for()

    page.goto(f"{base}/sign-out/")
    page.locator("main form .btn-main").click()
    page.goto(f"{base}/sign-in/")
    page.click("#passkey_login")
    page.wait_for_url(f"{base}/")
    assert "Asha" in page.inner_text(".foot")
