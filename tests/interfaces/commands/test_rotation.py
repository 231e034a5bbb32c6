"""A new master key: killed half-way, it is finished by running it again, and nothing is lost."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.management import call_command
from django.core.management.base import CommandError

from tafteesh.domain.files.models import Identity
from tafteesh.domain.files.sealing import open_name
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.audit.models import Entry
from tafteesh.foundation.vault import keyholder, keys
from tafteesh.interfaces.commands.safekeeping.factors import PURPOSE
from tests.people import Worker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def own_keys(tmp_path: Path, settings: Any) -> Path:
    """Keys of this test alone."""
    settings.VAULT_KEYS = tmp_path / "keys"
    keyholder.forget()
    keyholder.make_master_key()
    return tmp_path / "keys"


def rotate(*words: str) -> dict[str, Any]:
    out = StringIO()
    call_command("rotate-keys", "--json", "--batch=2", *words, stdout=out)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def six_files(asha: Worker) -> None:
    for number in range(6):
        with acting_as(asha.actor):
            asha.opens(f"N24-2026-{number:04}", names={"name_used": f"Name {number}"})


def names(asha: Worker) -> list[str]:
    with acting_as(asha.actor):
        rows = Identity.objects.visible_to(asha.actor)
        return sorted(open_name(row, "name_used").reveal() for row in rows)


def test_every_key_and_second_factor_is_sealed_anew(own_keys: Path, asha: Worker) -> None:
    six_files(asha)
    totp.TOTP.activate(asha.person, "ABCDEFGHIJKLMNOP")

    done = rotate()

    assert (done["version"], done["keys"], done["wrapped"], done["second_factors"]) == (2, 6, 6, 1)
    (own_keys / "master-1.key").unlink()
    keyholder.forget()
    assert names(asha) == [f"Name {n}" for n in range(6)]
    kept = Authenticator.objects.get(user=asha.person).data["secret"]
    assert keyholder.open_secret(PURPOSE, kept) == "ABCDEFGHIJKLMNOP"
    assert Entry.objects.filter(event="keys_rotated", reason="2").count() == 1


def test_killed_half_way_it_is_resumed_and_never_begun_twice(
    own_keys: Path, asha: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    six_files(asha)
    whole, wrapped = keyholder.wrap, []

    def dies_at_the_fourth(key: bytes, subject: str, version: int | None = None) -> Any:
        if subject != "probe":
            wrapped.append(subject)
            if len(wrapped) == 4:
                raise KeyboardInterrupt
        return whole(key, subject, version)

    monkeypatch.setattr(keys.keyholder, "wrap", dies_at_the_fourth)
    with pytest.raises(KeyboardInterrupt):
        rotate()
    monkeypatch.setattr(keys.keyholder, "wrap", whole)
    assert names(asha) == [f"Name {n}" for n in range(6)], "half-way, everything opens"
    with pytest.raises(CommandError, match="not finished"):
        rotate()

    done = rotate("--resume")

    assert (done["version"], done["keys"], done["wrapped"]) == (2, 6, 4)
    assert names(asha) == [f"Name {n}" for n in range(6)]


def test_a_lost_master_key_stops_everything_plainly(own_keys: Path, asha: Worker) -> None:
    six_files(asha)
    key = (own_keys / "master-1.key").read_bytes()
    keyholder.make_master_key()
    (own_keys / "master-1.key").unlink()
    keyholder.forget()

    with pytest.raises(keyholder.MasterKeyMissing, match=r"master-1\.key is missing"):
        rotate("--resume")
    with pytest.raises(keyholder.MasterKeyMissing):
        names(asha)

    (own_keys / "master-1.key").write_bytes(key)
    keyholder.forget()
    assert rotate("--resume")["wrapped"] == 6


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_no_new_key_is_made_where_people_and_records_wait_for_theirs(
    own_keys: Path, asha: Worker
) -> None:
    (own_keys / "master-1.key").unlink()
    keyholder.forget()

    with pytest.raises(CommandError, match="Put them back first"):
        call_command("prepare", verbosity=0)

    assert keyholder.versions() == []
