"""Signing in: by name and second factor, the same words for everyone, nothing of the demo in an office."""

import re
import time

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client, override_settings
from django.urls import NoReverseMatch, reverse

from tafteesh.foundation.audit.models import Entry
from tests.people import Worker

TOKEN = re.compile(r"[A-Za-z0-9]{64}")  # of the form, new on every page
PASSWORD = "a long enough passphrase"


@pytest.fixture
def secret(asha: Worker) -> str:
    """Asha's authenticator app."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(asha.person, secret)
    return secret


def code(secret: str) -> str:
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30)))


def test_password_and_code_let_her_in_and_leave_a_line(
    client: Client, asha: Worker, secret: str
) -> None:
    first = client.post("/sign-in/", {"login": "asha", "password": PASSWORD})
    assert first.headers["Location"] == reverse("mfa_authenticate")
    second = client.post(reverse("mfa_authenticate"), {"code": code(secret)})

    assert second.status_code == 302
    assert Entry.objects.filter(event="signed_in", person_id=asha.person.pk).count() == 1


def test_a_code_works_once(asha: Worker, secret: str) -> None:
    used = code(secret)
    answers = []
    for _ in range(2):
        client = Client()
        client.post("/sign-in/", {"login": "asha", "password": PASSWORD})
        answers.append(client.post(reverse("mfa_authenticate"), {"code": used}).status_code)

    assert answers == [302, 200]


def test_the_seed_of_codes_is_sealed(asha: Worker, secret: str) -> None:
    kept = Authenticator.objects.get(user=asha.person).data["secret"]

    assert secret not in kept
    assert get_adapter().decrypt(kept) == secret


def test_without_a_second_factor_only_its_set_up_opens(client: Client, asha: Worker) -> None:
    client.force_login(asha.person)
    for address in ("/", "/files/", "/facts/", "/my/sessions/"):
        assert client.get(address).headers["Location"] == reverse("mfa_activate_totp")


@pytest.mark.usefixtures("secret")
def test_known_and_unknown_people_get_the_same_answer(asha: Worker) -> None:
    pages = []
    for name in ("asha", "nobody-of-that-name"):
        page = Client().post("/sign-in/", {"login": name, "password": "wrong wrong wrong"})
        pages.append(TOKEN.sub("", page.content.decode().replace(name, "")))

    assert pages[0] == pages[1]


def test_nobody_signs_herself_up(client: Client, db: None) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    with pytest.raises(NoReverseMatch):
        reverse("account_reset_password")


def test_the_route_of_the_demo_does_not_exist_in_an_office(client: Client, asha: Worker) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("sign_in_demo", kwargs={"login_name": "asha"})
    assert client.post("/sign-in/demo/asha/").status_code in (302, 404)
    assert "_auth_user_id" not in client.session


def test_eight_hours_end_a_session(client: Client, asha: Worker, secret: str) -> None:
    client.force_login(asha.person)
    session = client.session
    session["began"] = 0
    session.save()

    assert client.get("/").headers["Location"] == reverse("account_login")
    assert "_auth_user_id" not in client.session


def test_who_left_is_out_at_once(client: Client, asha: Worker, secret: str) -> None:
    client.force_login(asha.person)
    asha.person.is_active = False
    asha.person.save()

    assert client.get("/my/sessions/").headers["Location"].startswith("/sign-in/")


def test_a_locked_session_shows_its_lock_alone(client: Client, asha: Worker, secret: str) -> None:
    client.force_login(asha.person)
    client.post("/lock/", {"next": "/my/sessions/"})
    assert client.get("/my/sessions/").headers["Location"] == "/lock/"
    assert client.post("/lock/", {"unlock": "yes", "password": "wrong"}).status_code == 200

    opened = client.post("/lock/", {"unlock": "yes", "password": PASSWORD})

    assert opened.headers["Location"] == "/my/sessions/"
    assert client.get("/my/sessions/").status_code == 200


@override_settings(ALLOWED_HOSTS=["testserver"])
def test_the_language_is_remembered_and_leads_nowhere_else(
    client: Client, asha: Worker, secret: str
) -> None:
    client.force_login(asha.person)
    answer = client.post("/language/", {"language": "hi", "next": "https://elsewhere.example/"})

    asha.person.refresh_from_db()
    assert (answer.headers["Location"], asha.person.language) == ("/", "hi")
