"""The people of our stories.

Asha has Rina's file. Bimal works at the next desk and does not. Meera keeps the records of the whole
office. Joba works for a partner elsewhere. Dev reads totals only. All of them, and Rina, are invented.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

import pytest
from django.test import Client

from tafteesh.domain.files.actions import NewFile, open_file
from tafteesh.domain.files.actions.choices import NewAnswer, record_answer
from tafteesh.domain.files.models import AccessGrant, Consent, Purpose, Recipient, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.models import Membership, Organisation, Person
from tafteesh.foundation.access.people import actor_for
from tafteesh.foundation.access.permissions import Role

TODAY = date(2026, 11, 23)
NOW = datetime.combine(TODAY, time(5, 0), UTC)

__all__ = [
    "NOW",
    "TODAY",
    "Worker",
    "agrees",
    "asha",
    "at_desk",
    "bimal",
    "dev",
    "joba",
    "make_worker",
    "meera",
    "mgr",
    "office",
    "other_office",
    "rina",
]


def at_desk(person: Person) -> Client:
    """A browser in which somebody has signed in with her second factor."""
    client = Client()
    client.force_login(person, "tafteesh.interfaces.web.sign_in.backend.StaffBackend")
    session = client.session
    session["has_second_factor"] = True
    session.save()
    return client


@dataclass(frozen=True)
class Worker:
    """Somebody of the staff and her place at work."""

    person: Person
    actor: Actor

    def on(self, day: date) -> Actor:
        """Herself on another day."""
        return replace(self.actor, today=day, now=datetime.combine(day, time(5, 0), UTC))

    def at_desk(self) -> Client:
        """A browser in which she has signed in with her second factor."""
        return at_desk(self.person)

    def opens(self, number: str, **more: object) -> SurvivorFile:
        """Open a file as this worker."""
        enter(self.actor)
        return open_file(new=NewFile(number=number, **more), by=self.actor)  # type: ignore[arg-type] # fields of NewFile


def agrees(
    file: SurvivorFile,
    to: Organisation | Recipient,
    by: Actor,
    purpose: Purpose = Purpose.SHARING,
    until: date = date(2027, 6, 30),
) -> Consent:
    """She says yes to one purpose and one recipient."""
    yes, way = Consent.Answer.AGREES, Consent.Way.SPOKEN
    new = NewAnswer(purpose, to, yes, "bn", way, by.today, until)
    return record_answer(file=file, new=new, by=by)


def make_worker(login_name: str, role: Role, organisation: Organisation) -> Worker:
    """A person with one role, since long."""
    person = Person.objects.create_user(
        login_name,
        "a long enough passphrase",
        name=login_name.title(),
        organisation=organisation,
        language="en",
    )
    Membership.objects.create(
        person=person, organisation=organisation, role=role, starts_on=date(2015, 1, 1)
    )
    return Worker(person, actor_for(person, now=NOW))


@pytest.fixture
def office(db: None) -> Organisation:
    return Organisation.objects.create(name="Ichamati Sahay", code="IS")


@pytest.fixture
def other_office(db: None) -> Organisation:
    return Organisation.objects.create(name="Ranchi Saathi", code="RS")


@pytest.fixture
def asha(office: Organisation) -> Worker:
    return make_worker("asha", Role.SOCIAL_WORKER, office)


@pytest.fixture
def bimal(office: Organisation) -> Worker:
    return make_worker("bimal", Role.SOCIAL_WORKER, office)


@pytest.fixture
def meera(office: Organisation) -> Worker:
    return make_worker("meera", Role.MIS_OFFICER, office)


@pytest.fixture
def mgr(office: Organisation) -> Worker:
    return make_worker("mgr", Role.PROGRAMME_MANAGER, office)


@pytest.fixture
def dev(office: Organisation) -> Worker:
    return make_worker("dev", Role.READER_OF_TOTALS, office)


@pytest.fixture
def joba(other_office: Organisation) -> Worker:
    return make_worker("joba", Role.PARTNER_WORKER, other_office)


@pytest.fixture
def rina(asha: Worker) -> Iterator[SurvivorFile]:
    """Rina's file, opened by Asha; the test then acts as Asha until it enters as somebody else."""
    with acting_as(asha.actor):
        file = asha.opens(
            "N24-2026-0001",
            scope="trafficking",
            names={"name_used": "Rina", "phone": "9830000001", "address": "Ghat Para"},
        )
        assert AccessGrant.objects.visible_to(asha.actor).filter(survivor_file=file).exists()
        yield file
