"""The restore drill: what comes back is whole, what was erased stays erased, what is broken is refused."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections

from tafteesh.domain.files.models import Identity, NameToken, SurvivorFile
from tafteesh.domain.files.sealing import open_name
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.audit.models import Entry
from tafteesh.foundation.audit.queries import faults
from tafteesh.foundation.vault import keyholder
from tafteesh.foundation.vault.keys import Erased
from tests.conftest import _admin, _point_at, empty_tables
from tests.people import Worker

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])


def told(command: str, *words: object) -> dict[str, Any]:
    """What a command says to a machine."""
    out = StringIO()
    call_command(command, *map(str, words), "--json", stdout=out, stderr=StringIO())
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


@dataclass
class Drill:
    """A home with a custodian, and an empty database that takes the other one's place."""

    folder: Path
    secret: Path

    def backup(self) -> Path:
        return self.folder / told("backup", "--to", self.folder)["file"]

    def restore(self, sealed: Path, *more: object) -> dict[str, Any]:
        return told("restore", sealed, "--secret", self.secret, *more)


@pytest.fixture
def drill(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Drill:
    settings.HOME = tmp_path
    settings.PAPERS = tmp_path / "papers"
    settings.PAPERS.mkdir()
    (settings.PAPERS / "one.sealed").write_bytes(b"\x00sealed\xff" * 100_000)
    told("new-custodian", "first of two", "--secret", tmp_path / "first.key")
    told("new-custodian", "second of two", "--secret", tmp_path / "second.key")
    name = connections["default"].settings_dict
    address = f"postgresql://tafteesh_backup@/{name['NAME']}?host={name['HOST']}"
    monkeypatch.setenv("TAFTEESH_BACKUP_DATABASE", address)
    return Drill(tmp_path, tmp_path / "first.key")


def _send_away(admin: psycopg.Connection[Any], database: str) -> None:
    """A killed process of an earlier test may still be finishing its last statement there."""
    there = "FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
    admin.execute(f"SELECT pg_terminate_backend(pid) {there}", [database])
    while admin.execute(f"SELECT count(*) {there}", [database]).fetchone() != (0,):
        time.sleep(0.05)


@pytest.fixture
def elsewhere() -> Iterator[Callable[..., None]]:
    """Go to an empty database (tables="made": its tables stand already); afterwards, back again."""
    before = connections["default"].settings_dict["NAME"]
    name = f"restored_{before}"

    def go(tables: str = "none") -> None:
        connections.close_all()
        template = before if tables == "made" else "template_tafteesh"
        with _admin() as admin:
            _send_away(admin, template)
            admin.execute(f'CREATE DATABASE "{name}" OWNER tafteesh_owner TEMPLATE "{template}"')
        _point_at(name)
        if tables == "made":
            empty_tables()

    yield go
    _point_at(before)
    with _admin() as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def opened_by(asha: Worker, number: str, name: str) -> SurvivorFile:
    with acting_as(asha.actor):
        return asha.opens(number, names={"name_used": name, "phone": "9830000001"})


def test_a_backup_comes_back_whole_with_its_walls(
    drill: Drill, elsewhere: Callable[..., None], asha: Worker, bimal: Worker
) -> None:
    rina = opened_by(asha, "N24-2026-0001", "Rina")
    sealed = drill.backup()
    lines = Entry.objects.count()
    (drill.folder / "papers" / "one.sealed").unlink()
    elsewhere()

    done = drill.restore(sealed)

    assert (done["papers"], done["manifest"], done["erased_again"]) == (1, True, 0)
    assert (drill.folder / "papers" / "one.sealed").read_bytes() == b"\x00sealed\xff" * 100_000
    assert (Entry.objects.count(), faults()) == (lines, [])
    with acting_as(asha.actor):
        identity = Identity.objects.visible_to(asha.actor).get(survivor_file=rina)
        assert open_name(identity, "name_used").reveal() == "Rina"
        opened_again = asha.opens("N24-2026-0002")  # the sequences go on where they were
    with acting_as(bimal.actor):
        assert not SurvivorFile.unscoped.filter(pk__in=[rina.pk, opened_again.pk]).exists()


def test_who_was_erased_stays_erased_when_an_older_backup_comes_back(
    drill: Drill, elsewhere: Callable[..., None], asha: Worker, mgr: Worker
) -> None:
    rina, mita = (opened_by(asha, f"N24-2026-000{n}", x) for n, x in ((1, "Rina"), (2, "Mita")))
    sealed = drill.backup()
    told("erase", rina.number, "--reason", "her_request", "--as", "mgr", "--for-good")
    assert "Rina" not in (drill.folder / "erasures.log").read_text()
    elsewhere(tables="made")

    second = drill.folder / "second.key"  # either custodian alone can open it
    assert told("restore", sealed, "--secret", second)["erased_again"] == 1

    with acting_as(asha.actor):
        assert not NameToken.unscoped.filter(survivor_file=rina).exists()
        with pytest.raises(Erased):
            open_name(Identity.unscoped.get(survivor_file=rina), "name_used")
        assert open_name(Identity.unscoped.get(survivor_file=mita), "name_used").reveal() == "Mita"


def cut(sealed: Path) -> None:
    sealed.write_bytes(sealed.read_bytes()[:-40])


def flip(sealed: Path) -> None:
    content = bytearray(sealed.read_bytes())
    content[len(content) // 2] ^= 1
    sealed.write_bytes(content)


@pytest.mark.parametrize("damage", [cut, flip])
@pytest.mark.parametrize("manifest", [True, False])
def test_a_damaged_backup_is_refused_and_nothing_is_written(
    drill: Drill,
    elsewhere: Callable[..., None],
    asha: Worker,
    damage: Callable[[Path], None],
    *,
    manifest: bool,
) -> None:
    opened_by(asha, "N24-2026-0001", "Rina")
    sealed = drill.backup()
    damage(sealed)
    if not manifest:  # then the seal itself must show it
        sealed.with_suffix(".json").unlink()
    elsewhere()

    with pytest.raises(CommandError, match="manifest describes" if manifest else "does not open"):
        drill.restore(sealed)

    assert connections["owner"].introspection.table_names() == []


def test_somebody_elses_key_does_not_open_it(
    drill: Drill, elsewhere: Callable[..., None], asha: Worker
) -> None:
    opened_by(asha, "N24-2026-0001", "Rina")
    sealed = drill.backup()
    (drill.folder / "custodians.pub").unlink()
    told("new-custodian", "somebody else", "--secret", drill.folder / "other.key")
    elsewhere()

    with pytest.raises(CommandError, match="does not open"):
        told("restore", sealed, "--secret", drill.folder / "other.key")


def test_the_wrong_master_key_is_noticed_before_anything_stands(
    drill: Drill, elsewhere: Callable[..., None], asha: Worker, settings: Any
) -> None:
    opened_by(asha, "N24-2026-0001", "Rina")
    sealed = drill.backup()
    settings.VAULT_KEYS = drill.folder / "other-keys"
    keyholder.forget()
    elsewhere(tables="made")
    try:
        with pytest.raises(CommandError, match="Put the keys back first"):
            drill.restore(sealed)
        for _ in range(20):  # as many versions as any test may have made before
            keyholder.make_master_key()
        with pytest.raises(CommandError, match="not those of the backup"):
            drill.restore(sealed)
        with connections["owner"].cursor() as cursor:
            cursor.execute("SELECT count(*) FROM access_person")
            assert cursor.fetchone() == (0,)
    finally:
        keyholder.forget()


def test_a_database_in_use_is_never_written_over(drill: Drill, asha: Worker) -> None:
    opened_by(asha, "N24-2026-0001", "Rina")
    sealed = drill.backup()

    with pytest.raises(CommandError, match="not empty"):
        drill.restore(sealed)


def test_keys_are_never_in_a_backup_of_the_database_and_come_back_from_their_own(
    drill: Drill, asha: Worker, settings: Any
) -> None:
    opened_by(asha, "N24-2026-0001", "Rina")
    keys = {path.name: path.read_bytes() for path in settings.VAULT_KEYS.iterdir()}
    sealed = drill.folder / told("backup", "--keys", "--to", drill.folder / "apart")["file"]
    sealed = drill.folder / "apart" / sealed.name
    with pytest.raises(CommandError, match="never overwritten"):
        drill.restore(sealed, "--keys")
    settings.VAULT_KEYS = drill.folder / "new-home-keys"

    assert drill.restore(sealed, "--keys")["keys"] == len(keys)

    back = {path.name: path.read_bytes() for path in settings.VAULT_KEYS.iterdir()}
    assert back == keys
    assert "keys" not in told("backup", "--to", drill.folder)


def test_without_a_custodian_there_is_no_backup(drill: Drill, office: object) -> None:
    (drill.folder / "custodians.pub").unlink()
    with pytest.raises(CommandError, match="names no custodian"):
        drill.backup()


def test_a_secret_key_is_never_written_over(drill: Drill) -> None:
    with pytest.raises(CommandError, match="cannot be written"):
        told("new-custodian", "again", "--secret", drill.secret)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--reason", "mistake", "--as", "mgr"], "cannot be undone"),
        (["--reason", "mistake", "--as", "asha", "--for-good"], "does not include"),
        (["--reason", "mistake", "--as", "joba", "--for-good"], "no such file"),
    ],
)
def test_erasing_asks_who_and_whether_it_is_meant(
    drill: Drill, asha: Worker, mgr: Worker, joba: Worker, words: list[str], sentence: str
) -> None:
    opened_by(asha, "N24-2026-0001", "Rina")

    with pytest.raises(CommandError, match=sentence):
        told("erase", "N24-2026-0001", *words)

    assert not (drill.folder / "erasures.log").exists()
