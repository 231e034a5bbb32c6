"""T36, R-39: what is planted through the product's own doors is found nowhere outside the vault.

The dump, the whole folder of the database (its log, its write-ahead log, its temporary files), the log of
the server, papers, drafts, sessions, cache, exports and temporary files are read byte by byte.
"""

import io
import json
import logging
import os
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import psycopg
import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from tafteesh.config.logs import QuietFormatter
from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.files.actions import change_identity
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.domain.files.sealing import open_name
from tafteesh.domain.proceedings.actions import NewFir, add_accused, record_fir
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.people import actor_for
from tafteesh.foundation.kernel.clock import read_clock
from tafteesh.interfaces.commands.safekeeping.archive import tables_in
from tafteesh.interfaces.web.registers.tables import REGISTERS
from tests.canary.planting import Canary, Sweep, canaries, needles
from tests.interfaces.web.at_the_desk import prove
from tests.people import Worker
from tests.security.conftest import browser_of

pytestmark = pytest.mark.django_db(transaction=True)
PLANTED = canaries()


def of(kind: str) -> list[str]:
    return [canary.text for canary in PLANTED if canary.kind == kind]


@pytest.fixture
def server_log() -> Iterator[io.StringIO]:
    """What the server would have written, in its own format, from every logger."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(QuietFormatter())
    loggers = [logging.getLogger(name) for name in ("", "django", "django.request", "tafteesh")]
    for logger in loggers:
        logger.addHandler(handler)
    yield stream
    for logger in loggers:
        logger.removeHandler(handler)


def plant_files(client: Client, asha: Worker) -> None:
    """Files opened on the page, as a worker does."""
    names, phones = of("name"), of("phone")
    for n in range(20):
        answer = client.post(
            "/files/new/",
            {
                "number": f"C-{n:03}",
                "scope": "trafficking",
                "opened": "01-11-2026",
                "worker": str(asha.person.pk),
                "name_used": names[n],
                "phone": phones[n],
                "submission_key": f"canary{n}",
            },
        )
        assert answer.status_code == 302, answer.content


def plant_more(asha: Worker) -> None:
    """Notes of contacts and names of accused, through the actions."""
    day = asha.actor.today - timedelta(days=1)
    with acting_as(asha.actor):
        files = list(SurvivorFile.objects.visible_to(asha.actor).order_by("number"))
        assert len(files) == 20
        for n, file in enumerate(files):
            papers = {"name_on_papers": of("name")[n + 20], "address": of("address")[n]}
            change_identity(file=file, names=papers, open_fields={}, by=asha.actor)
            note = f"{of('account')[n]} {of('name')[n + 25]} {of('phone')[n + 25]}"
            new = NewContact(on=day, mode="visit", about="other", reached=True, note=note)
            record_contact(file=file, new=new, by=asha.actor)
            fir = record_fir(
                new=NewFir(station="Basirhat", number=n + 1, year=2024, area="source"),
                survivors=[file],
                by=asha.actor,
            )
            add_accused(fir=fir, name=of("name")[n + 22], part="trafficker", by=asha.actor)


def plant_workbook(folder: Path) -> None:
    """A workbook as an office keeps it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Survivors"
    sheet.append(["File No", "Name of survivor", "Phone", "Village", "Date of rescue"])
    for n in range(40, 50):
        row = [f"W-{n}", of("name")[n], of("phone")[n], of("address")[n], "12-03-2021"]
        sheet.append(row)
    path = folder / "register.xlsx"
    book.save(path)
    out = io.StringIO()
    call_command("import", str(path), "--as", "meera", "--accept", "--json", stdout=out)
    read = json.loads(out.getvalue())
    assert read["sheets"]
    assert [counts["read"] for counts in read["sheets"].values()] == [10], read
    path.unlink()


def fail_in_every_way(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests that go wrong while they carry a name."""
    client.raise_request_exception = False
    name, phone = of("name")[0], of("phone")[0]
    client.post("/files/new/", {"number": "C-000", "name_used": name, "submission_key": "again"})
    client.post("/files/search/", {"words": name})
    client.post("/files/search/", {"words": phone})
    client.post("/drafts/save/", {"draft_key": "new_file::", "name_used": name, "phone": phone})
    client.post("/sign-in/", {"login": name, "password": of("account")[0]})
    client.post("/not/there/", {"words": name})
    client.post("/files/search/", f"words={name}", content_type="application/json")

    def fails(*_args: object) -> None:
        raise ValueError(f"{name} {phone}")

    with monkeypatch.context() as patch:
        patch.setattr("tafteesh.interfaces.web.survivor_files.search.search_files", fails)
        assert client.post("/files/search/", {"words": name}).status_code == 500
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO access_organisation (id, name) VALUES (%s, %s)", [name, phone])
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT %s::int", [name])


def exports(client: Client) -> bytes:
    """Every register, as each kind of file."""
    found = b""
    for name in REGISTERS:
        for kind in ("csv", "xlsx"):
            answer = client.get(reverse("registers:export", kwargs={"name": name, "kind": kind}))
            assert answer.status_code == 200, name
            found += unpacked(answer.getvalue())
    return found


def unpacked(content: bytes) -> bytes:
    """The parts of a workbook, readable."""
    import zipfile  # noqa: PLC0415 - only here

    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return b"\n".join(book.read(name) for name in book.namelist())


def dump(superuser: psycopg.Connection[Any]) -> bytes:
    """Every row of every table."""
    whole = []
    for table in [*tables_in(superuser), *_sessions(superuser)]:
        with superuser.cursor() as cursor, cursor.copy(table.copy("TO STDOUT")) as copy:
            whole += [bytes(block) for block in copy]
    return b"".join(whole)


def _sessions(superuser: psycopg.Connection[Any]) -> list[Any]:
    from tafteesh.interfaces.commands.safekeeping import archive  # noqa: PLC0415 - its list is set aside

    kept, archive.LEFT_OUT = archive.LEFT_OUT, frozenset()  # type: ignore[misc] # and put back
    try:
        return [t for t in tables_in(superuser) if t.name in kept]
    finally:
        archive.LEFT_OUT = kept  # type: ignore[misc] # as it was


def test_nothing_that_was_planted_is_found_anywhere(
    asha: Worker,
    meera: Worker,
    as_superuser: psycopg.Connection[Any],
    server_log: io.StringIO,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asha = Worker(asha.person, actor_for(asha.person, now=read_clock()))  # pages read the clock
    sweep = Sweep(PLANTED)
    client = browser_of(asha)
    plant_files(client, asha)
    plant_more(asha)
    plant_workbook(tmp_path)
    fail_in_every_way(client, monkeypatch)
    desk = browser_of(meera)
    for address in ("/", "/files/", "/facts/", "/hearings/", "/registers/", "/check-data/"):
        desk.get(address)
    prove(desk)
    taken = exports(desk)
    as_superuser.execute("CHECKPOINT")
    (data,) = as_superuser.execute("SHOW data_directory").fetchone() or ("",)

    assert sweep.hits(dump(as_superuser)) == set(), "dump"
    assert list(sweep.files(Path(data).parent)) == [], (
        "the database's folder, its logs, its write-ahead log"
    )
    assert sweep.hits(server_log.getvalue().encode()) == set(), "log of the server"
    assert "ValueError" in server_log.getvalue(), "it did write that something failed, and where"
    assert taken
    assert sweep.hits(taken) == set(), "exports"
    assert list(sweep.files(Path(django_settings.HOME))) == [], "papers, uploads, keys"
    assert list(sweep.files(tmp_path)) == []
    assert _young_files(sweep) == []
    assert _they_are_really_in_there(asha) == of("name")[0]


def _young_files(sweep: Sweep) -> list[str]:
    """Temporary files that the product could have left behind."""
    folder = Path(tempfile.gettempdir())
    young = [p for p in folder.glob("*") if p.is_file() and p.stat().st_uid == os.getuid()]
    ours = [p for p in young if p.name.startswith(("upload-", "tmp", "tafteesh"))]
    return [str(path) for path in ours if sweep.hits(path.read_bytes())]


def _they_are_really_in_there(asha: Worker) -> str:
    with acting_as(asha.actor):
        file = SurvivorFile.objects.visible_to(asha.actor).get(number="C-000")
        return open_name(Identity.unscoped.get(survivor_file=file), "name_used").reveal()


def test_two_hundred_are_planted_and_none_is_like_another() -> None:
    assert len({canary.text for canary in PLANTED}) == 200
    assert len(needles(PLANTED)) > 600


@pytest.mark.parametrize("shape", ["{}", "x{}y"])
def test_the_sweep_finds_what_lies_about(tmp_path: Path, shape: str) -> None:
    sweep = Sweep(PLANTED)
    for canary in PLANTED[:8]:
        for content in (canary.text, canary.text.lower(), canary.text.encode().hex()):
            (tmp_path / "deep").mkdir(exist_ok=True)
            (tmp_path / "deep" / "file").write_text(shape.format(content))
            assert [name for name, _ in sweep.files(tmp_path)] == ["deep/file"]
    assert sweep.hits(b"Rina 9830000001") == set()


def test_a_name_in_a_plain_column_would_be_found(
    asha: Worker, as_superuser: psycopg.Connection[Any]
) -> None:
    plain = Canary(
        "name", "Wozbirruq Tezvannoq"
    )  # not a planted one: it stays in the server's own log
    as_superuser.execute(
        "UPDATE access_person SET name = %s WHERE id = %s", [plain.text, asha.person.pk]
    )
    assert Sweep([plain]).hits(dump(as_superuser))
