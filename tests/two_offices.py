"""Two offices: ten women at each, three of them at both, whose names are written in other ways there."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from tafteesh.domain.comparisons import carrier
from tafteesh.domain.comparisons.actions import begin, read_filters, write_filters
from tafteesh.domain.comparisons.models import Comparison
from tafteesh.domain.comparisons.secret import keys_of
from tafteesh.domain.files.actions import NewFile, open_file
from tafteesh.domain.files.models import Purpose, SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.people import Worker, agrees, make_worker

SECRET = "kamala-river-7-boats-and-the-old-fig"
AT_BOTH = (
    ("Rina Mondal", "Kalipada Mondal", 2003, "রীনা মণ্ডল", "কালীপদ মণ্ডল", 2003),
    ("Sabina Khatun", "Yunus Gazi", 1999, "Sabeena Khatoon", "Younus Gazi", 2000),
    ("Tumpa Sardar", "Nimai Sardar", 2005, "टुम्पा सरदार", "निमाई सरदार", 2005),
)
HERE_ONLY = (
    "Asha Naskar", "Mampi Baidya", "Parul Munda", "Laxmi Tudu", "Chhabi Haldar", "Fatema Bibi",
    "Jhuma Mahato",
)  # fmt: skip
THERE_ONLY = (
    "Sunita Oraon", "Phulmani Hembram", "Budhni Soren", "Gulabi Kerketta", "Rahima Ansari",
    "Meena Kumari", "Savitri Devi",
)  # fmt: skip


@dataclass
class Side:
    """One office, who speaks for it, and its files."""

    chief: Worker
    to: Organisation
    files: list[SurvivorFile]
    comparison: Comparison | None = None

    def begins(self, secret: str = SECRET, *, is_salted: bool = False) -> Comparison:
        enter(self.chief.actor)
        self.comparison = begin(to=self.to, is_salted=is_salted, secret=secret, by=self.chief.actor)
        return self.comparison

    def writes(self, secret: str = SECRET) -> bytes:
        enter(self.chief.actor)
        assert self.comparison
        return write_filters(comparison=self.comparison, secret=secret, by=self.chief.actor)

    def reads(self, file: bytes, secret: str = SECRET) -> Comparison:
        enter(self.chief.actor)
        assert self.comparison
        return read_filters(
            comparison=self.comparison, file=file, secret=secret, by=self.chief.actor
        )


def elsewhere(file: bytes) -> bytes:
    """The file as it comes from a system that knows neither office by our numbers."""
    about, body = carrier.opened(carrier.Kind.FILTERS, file, keys_of(SECRET))
    strange = {"from": str(uuid.uuid4()), "for": str(uuid.uuid4())}
    return carrier.sealed(carrier.Kind.FILTERS, about | strange, body, keys_of(SECRET))


def _files(
    chief: Worker, to: Organisation, women: Sequence[tuple[str, str, int]]
) -> list[SurvivorFile]:
    enter(chief.actor)
    files = []
    for at, (name, father, year) in enumerate(women, 1):
        new = NewFile(
            number=f"{chief.person.organisation.code}-{at:03}",
            scope="trafficking",
            names={"name_used": name, "relation_name": father},
            identity={"born_earliest": date(year, 1, 1), "born_latest": date(year, 12, 31)},
        )
        file = open_file(new=new, by=chief.actor)
        agrees(file, to, chief.actor, Purpose.COMPARING)
        files.append(file)
    return files


@pytest.fixture
def chief(office: Organisation) -> Worker:
    return make_worker("chief", Role.CASE_MANAGER, office)


@pytest.fixture
def pia(other_office: Organisation) -> Worker:
    """The case manager at the other place."""
    return make_worker("pia", Role.CASE_MANAGER, other_office)


@pytest.fixture
def here(chief: Worker, other_office: Organisation) -> Side:
    both = [(one, father, year) for one, father, year, *_ in AT_BOTH]
    others = [(name, "", 1990 + at) for at, name in enumerate(HERE_ONLY)]
    return Side(chief, other_office, _files(chief, other_office, [*both, *others]))


@pytest.fixture
def there(pia: Worker, office: Organisation) -> Side:
    both = [(one, father, year) for *_, one, father, year in AT_BOTH]
    others = [(name, "", 1991 + at) for at, name in enumerate(THERE_ONLY)]
    return Side(pia, office, _files(pia, office, [*both, *others]))
