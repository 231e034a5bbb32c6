"""T03, T04, R-14 to R-19: a session lives as long as it should and not a second longer."""

import threading
from collections.abc import Callable

import pytest
import time_machine
from allauth.mfa.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.sessions.models import Session
from django.db import connections
from django.test import Client
from django.urls import reverse

from tafteesh.domain.office.actions import choose_password
from tafteesh.foundation.audit.models import Entry
from tests.people import Worker

Browser = Callable[[Worker], Client]
PASSWORD = "a long enough passphrase"


def is_out(client: Client) -> bool:
    answer = client.get("/files/")
    return answer.status_code == 302 and answer.headers["Location"].startswith("/sign-in/")


def test_a_changed_cookie_opens_nothing(asha: Worker, browser: Browser) -> None:
    client = browser(asha)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie[:-1] + ("a" if cookie[-1] != "a" else "b")
    assert is_out(client)


def test_a_cookie_is_dead_after_signing_out(asha: Worker, browser: Browser) -> None:
    client = browser(asha)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/sign-out/")
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = cookie
    assert is_out(thief)


def test_a_new_password_ends_her_other_sessions(asha: Worker, browser: Browser) -> None:
    other = browser(asha)
    choose_password(person=asha.person, password="quite another phrase", by=asha.actor)
    assert is_out(other)


def test_fifteen_idle_minutes_end_it_and_work_keeps_it(asha: Worker, browser: Browser) -> None:
    with time_machine.travel("2026-11-23T05:00:00Z", tick=False) as clock:
        client = browser(asha)
        for _ in range(3):
            clock.shift(14 * 60)
            assert not is_out(client)
        clock.shift(15 * 60 + 1)
        assert is_out(client)


def test_eight_hours_end_it_however_busy(asha: Worker, browser: Browser) -> None:
    with time_machine.travel("2026-11-23T03:00:00Z", tick=False) as clock:
        client = browser(asha)
        for _ in range(8 * 60 // 14):
            assert not is_out(client)
            clock.shift(14 * 60)
        clock.shift(14 * 60)
        assert is_out(client)


def test_the_id_of_the_session_changes_when_she_signs_in(client: Client, asha: Worker) -> None:
    client.get("/sign-in/")
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    client.force_login(asha.person)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_she_lists_her_sessions_and_ends_the_others(asha: Worker, browser: Browser) -> None:
    phone, desk = browser(asha), browser(asha)
    for client in (phone, desk):
        client.get("/files/")
    assert UserSession.objects.filter(user=asha.person).count() == 2
    assert desk.get(reverse("usersessions_list")).status_code == 200

    desk.post(reverse("usersessions_list"))

    assert is_out(phone)
    assert not is_out(desk)


def test_she_cannot_end_the_sessions_of_others(
    asha: Worker, bimal: Worker, browser: Browser
) -> None:
    hers, his = browser(asha), browser(bimal)
    hers.get("/files/")
    his.get("/files/")
    his.post(reverse("usersessions_list"))
    assert not is_out(hers)


@pytest.mark.django_db(transaction=True)
def test_a_sign_out_that_races_with_other_requests_brings_no_session_back(
    asha: Worker, browser: Browser
) -> None:
    client = browser(asha)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    start = threading.Barrier(5)

    def asks(method: str, address: str) -> None:
        own = Client(raise_request_exception=False)
        own.cookies[settings.SESSION_COOKIE_NAME] = cookie
        start.wait()
        getattr(own, method)(address)
        connections.close_all()

    racing = [("get", "/files/")] * 4 + [("post", "/sign-out/")]
    threads = [threading.Thread(target=asks, args=which) for which in racing]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    late = Client()
    late.cookies[settings.SESSION_COOKIE_NAME] = cookie
    assert is_out(late)


def test_wrong_passwords_are_counted_together_over_all_processes(asha: Worker) -> None:
    """The counts lie in the database's cache table, which all processes share."""
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")
    answers = [
        Client().post("/sign-in/", {"login": "asha", "password": f"wrong number {n}"})
        for n in range(12)
    ]
    assert answers[0].status_code == 200
    last = Client().post("/sign-in/", {"login": "asha", "password": PASSWORD})
    refused = last.status_code == 429 or (last.status_code == 200 and b"alert" in last.content)
    assert refused, "the right password does not help while the limit stands"


def test_known_and_unknown_names_take_the_same_time(
    asha: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The costly part, hashing, is done as often for a name that nobody has."""
    whole, hashed = MD5PasswordHasher.encode, []

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return whole(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    times = []
    for name in ("asha", "no-such-person"):
        hashed.clear()
        Client().post("/sign-in/", {"login": name, "password": "wrong wrong"})
        times.append(len(hashed))
    assert times == [1, 1]


def test_a_change_of_her_second_factor_is_told_to_her(asha: Worker, browser: Browser) -> None:
    client = browser(asha)
    get_adapter().send_notification_mail("mfa/email/totp_activated", asha.person)

    assert Entry.objects.filter(about_id=asha.person.pk, fields="second_factor").exists()
    assert client.get(reverse("office:settings")).content.count(b"<li>") > 4
