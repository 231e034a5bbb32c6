"""A case manager, and two files of one girl that two workers wrote."""

from datetime import date

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.people import Worker, make_worker

HERS = {"name_used": "Rina Mondal", "relation_name": "Kalipada Mondal", "phone": "9830012345"}
HERS_AGAIN = {"name_used": "রীনা মন্ডল", "relation_name": "Kalipodo Mandal", "phone": "9830012345"}
BORN = {"born_earliest": date(2008, 1, 1), "born_latest": date(2008, 12, 31)}


@pytest.fixture
def nasreen(office: Organisation) -> Worker:
    return make_worker("nasreen", Role.CASE_MANAGER, office)


@pytest.fixture
def one(asha: Worker) -> SurvivorFile:
    """Asha wrote her down first."""
    return asha.opens("N24-2026-0417", names=HERS, identity=BORN)


@pytest.fixture
def other(bimal: Worker, one: SurvivorFile) -> SurvivorFile:
    """Bimal, who does not have that file, writes her down again in another script."""
    return bimal.opens("N24-2026-0502", names=HERS_AGAIN, identity=BORN)
