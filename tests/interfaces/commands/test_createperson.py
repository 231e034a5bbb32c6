"""The first people of an office come from the server's own command line."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from tafteesh.foundation.access.models import Membership, Organisation, Person
from tafteesh.foundation.audit.models import Entry
from tests.people import Worker


def create(*words: str) -> dict[str, str]:
    out = StringIO()
    call_command("createperson", *words, "--json", stdout=out)
    answer: dict[str, str] = json.loads(out.getvalue())
    return answer


FIRST = ("bela", "--name", "Bela", "--role", "system_administrator", "--organisation", "NEW")


def test_the_first_administrator_of_a_new_office(db: None, client: Client) -> None:
    made = create(*FIRST, "--new-organisation", "Notun Office")

    person = Person.objects.get(login_name="bela")
    assert person.organisation == Organisation.objects.get(code="NEW")
    assert (person.must_choose_password, person.is_demo) == (True, False)
    assert person.check_password(made["password"])
    assert Membership.objects.filter(person=person, role="system_administrator").count() == 1
    assert Entry.objects.filter(event="person_changed", about_id=person.pk).count() == 2
    client.post("/sign-in/", {"login": "bela", "password": made["password"]})
    assert client.get("/office/people/").headers["Location"].startswith("/second-factor/")


def test_the_password_is_said_once_and_kept_nowhere(db: None) -> None:
    out = StringIO()
    call_command("createperson", *FIRST, "--new-organisation", "Notun Office", stdout=out)
    password = out.getvalue().split("with the password ")[1].split()[0]

    kept = json.dumps(list(Person.objects.values("password", "login_name", "name")))
    assert password not in kept


def test_an_unknown_office_is_not_made_by_a_slip(db: None) -> None:
    with pytest.raises(CommandError, match="no such organisation"):
        create(*FIRST)
    assert not Organisation.objects.exists()


def test_a_name_is_given_once(asha: Worker) -> None:
    with pytest.raises(CommandError, match="signs in as asha already"):
        create("asha", "--name", "Another", "--role", "lawyer", "--organisation", "IS")
