"""Pages of her own password and second factor: nobody of the demo has them, so the walk cannot open them."""

import re

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from tests.people import Worker

PASSWORD = "a long enough passphrase"
PAGES = (
    "account_change_password",
    "mfa_index",
    "mfa_deactivate_totp",
    "mfa_generate_recovery_codes",
    "mfa_view_recovery_codes",
    "mfa_list_webauthn",
)
ASKED_AGAIN = ("account_reauthenticate", "mfa_reauthenticate")
ENGLISH = re.compile(
    r">[^<>{}]*\b(?:the|your|password|code|codes|enter|please)\b[^<>{}]*<", re.IGNORECASE
)


@pytest.fixture
def desk(asha: Worker) -> Client:
    """Asha with a password, an app for codes and recovery codes, who has just proved who she is."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(asha.person, secret)
    RecoveryCodes.activate(asha.person)
    client = Client()
    client.post("/sign-in/", {"login": "asha", "password": PASSWORD})
    counter = next(iter(totp.yield_hotp_counters_from_time()))
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    client.post(reverse("mfa_authenticate"), {"code": code})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


@pytest.mark.parametrize("name", [*PAGES, *ASKED_AGAIN])
@pytest.mark.parametrize("language", ["en", "bn", "hi"])
def test_the_page_opens_in_every_language(
    desk: Client, asha: Worker, name: str, language: str
) -> None:
    asha.person.language = language
    asha.person.save()
    answer = desk.get(reverse(name))
    html = answer.content.decode()

    assert answer.status_code == 200
    assert len(re.findall(r"<h1[ >]", html)) == 1
    if language != "en":
        body = re.sub(r"<(script|style|svg|head|kbd)\b.*?</\1>", "", html, flags=re.DOTALL)
        assert not ENGLISH.findall(body)


def test_recovery_codes_come_as_a_file_of_no_telling_name(desk: Client) -> None:
    answer = desk.get(reverse("mfa_download_recovery_codes"))

    assert answer.status_code == 200
    assert "tafteesh" not in answer.headers["Content-Disposition"].lower()


def test_a_new_password_is_asked_with_the_old_one(desk: Client) -> None:
    typed = {
        "oldpassword": "not that one at all",
        "password1": "the ferry leaves at noon",
        "password2": "the ferry leaves at noon",
    }
    assert desk.post(reverse("account_change_password"), typed).status_code == 200
    typed["oldpassword"] = PASSWORD
    assert desk.post(reverse("account_change_password"), typed).status_code == 302
