"""The people of the demo. All of them, and their organisations, are invented."""

from dataclasses import dataclass
from datetime import date

from tafteesh.foundation.access.models import Membership, Organisation, Person
from tafteesh.foundation.access.permissions import Role

OFFICE = ("Ichamati Sahay Kendra", "ISK")
PARTNER = ("Ranchi Saathi Manch", "RSM")
OFFICES = {code: name for name, code in (OFFICE, PARTNER)}
SINCE = date(2014, 4, 1)


@dataclass(frozen=True)
class DemoPerson:
    """Somebody one can sign in as."""

    login_name: str
    name: str
    role: Role
    language: str
    organisation: str = OFFICE[1]


PEOPLE: tuple[DemoPerson, ...] = (
    DemoPerson("shampa", "Shampa", Role.SOCIAL_WORKER, "bn"),
    DemoPerson("cm", "Nasreen", Role.CASE_MANAGER, "bn"),
    DemoPerson("mis", "Meera", Role.MIS_OFFICER, "en"),
    DemoPerson("das", "A. Das", Role.LAWYER, "en"),
    DemoPerson("mgr", "Rekha", Role.PROGRAMME_MANAGER, "en"),
    DemoPerson("advo", "Tapasi", Role.ADVOCACY_OFFICER, "bn"),
    DemoPerson("leader", "Moyna", Role.SURVIVOR_LEADER, "bn"),
    DemoPerson("counsel", "Ishani", Role.COUNSELLOR, "bn"),
    DemoPerson("ranchi", "Sunita", Role.PARTNER_WORKER, "hi", PARTNER[1]),
    DemoPerson("ranchicm", "Anjali", Role.CASE_MANAGER, "hi", PARTNER[1]),
    DemoPerson("admin", "Kaushik", Role.SYSTEM_ADMINISTRATOR, "en"),
    DemoPerson("reader", "Emi", Role.READER_OF_TOTALS, "en"),
)


def seed_people() -> int:
    """Organisations, people and their roles; running it again adds nothing. Answers how many there are."""
    offices = {
        code: Organisation.objects.get_or_create(
            code=code, defaults={"name": name, "is_demo": True}
        )[0]
        for code, name in OFFICES.items()
    }
    for who in PEOPLE:
        office = offices[who.organisation]
        person = Person.objects.filter(login_name=who.login_name).first()
        if person is None:
            person = Person.objects.create_user(
                who.login_name,
                None,
                name=who.name,
                organisation=office,
                language=who.language,
                is_demo=True,
            )
        Membership.objects.get_or_create(
            person=person, organisation=office, role=who.role, defaults={"starts_on": SINCE}
        )
    return len(PEOPLE)
