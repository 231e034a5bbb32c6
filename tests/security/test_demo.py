"""Invented people and real ones never meet: the demo's door is in the demo alone, and it keeps off real records."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import override_settings
from django.urls import NoReverseMatch, reverse

from tafteesh.config import cli
from tafteesh.config.home import Home
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.models import Organisation, Person
from tests.people import Worker

ASKS = """
import django
django.setup()
from tafteesh.interfaces.web.sign_in.urls import urlpatterns
print(any(getattr(p, "name", "") == "sign_in_demo" for p in urlpatterns))
"""


def test_an_office_has_no_door_for_the_demo(asha: Worker) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("sign_in_demo", kwargs={"login_name": "asha"})


@pytest.mark.parametrize(("settings", "there"), [("live", "False"), ("demo", "True")])
def test_the_door_stands_in_the_demos_settings_alone(
    settings: str, there: str, tmp_path: Path
) -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            ASKS,
        ],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": f"tafteesh.config.settings.{settings}",
            "TAFTEESH_HOME": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == there


def test_a_real_person_is_no_person_of_the_demo(asha: Worker) -> None:
    assert not Person.objects.filter(is_demo=True).exists()


@override_settings(DEMO=True)
def test_the_demo_writes_nothing_where_real_records_are(rina: SurvivorFile) -> None:
    before = Person.objects.count()
    with pytest.raises(CommandError, match="not a demo"):
        call_command("seed_demo")
    assert (Person.objects.count(), Organisation.objects.filter(is_demo=True).count()) == (
        before,
        0,
    )


def test_outside_the_demo_nothing_invented_is_written(db: None) -> None:
    with pytest.raises(CommandError, match="not a demo"):
        call_command("seed_demo")


def test_a_home_of_real_records_is_never_opened_as_a_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAFTEESH_HOME", str(tmp_path))
    (Home.from_environment().made() / "kind").write_text("live\n")
    assert cli.main(["demo", "--no-serve"]) == 1
    (tmp_path / "kind").write_text("demo\n")
    assert cli.main(["up", "--no-serve"]) == 1
