"""Rows of survivors: master rows. A doubtful value waits; the file itself and what is certain is taken."""

import uuid
from datetime import date
from typing import Any

from tafteesh.domain.collectives.models import CollectiveMembership
from tafteesh.domain.files import sealing
from tafteesh.domain.files.models import (
    AccessGrant,
    FileStatusSpell,
    Identity,
    NameToken,
    Rescue,
    SurvivorFile,
    Taking,
)
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.kernel.no_answer import Answer
from tafteesh.interfaces.imports.taking import codes
from tafteesh.interfaces.imports.taking.values import NotTaken, Staged, code, meaning
from tafteesh.interfaces.imports.taking.world import KEY_OF_FILE, KnownFile, World
from tafteesh.interfaces.imports.writing import TokensOf


def bounds(name: str, value: ApproxDate | None, *, answer: bool = True) -> dict[str, Any]:
    """The columns of an approximate day."""
    columns: dict[str, Any] = {
        f"{name}_earliest": value.earliest if value else None,
        f"{name}_latest": value.latest if value else None,
        f"{name}_words": value.words if value else "",
    }
    if answer:
        columns[f"{name}_answer"] = Answer.KNOWN if value else Answer.NOT_ASKED
    return columns


def take_survivor(row: Staged, world: World) -> None:
    """Open the file of one survivor. Raises NotTaken where her code is doubtful or taken."""
    number = row.text("code")
    if not number:
        raise NotTaken("code missing", "code")
    if folded(number) in world.files:
        raise NotTaken("code taken", "code")
    file = _file(row, world, number)
    world.files[folded(number)] = known = KnownFile(file.pk, file.log_tag)
    own = {"survivor_file_id": file.pk, **world.record()}
    _identity(row, world, file, own)
    _spell(row, world, file, own)
    _story(row, world, own)
    _grant(row, world, file)
    if name := row.text("collective"):
        world.make(CollectiveMembership, collective_id=world.collective(name), **own)
    world.line(Event.FILE_CREATED, file, known)


def _file(row: Staged, world: World, number: str) -> SurvivorFile:
    kind = meaning(row.text("case_kind"), codes.CASE_KINDS)
    scope, violence = kind or ("not_known", "")
    if row.around("taken") and scope == "not_known":
        scope, violence = "trafficking", ""
    return world.make(
        SurvivorFile,
        id=new_id(),
        log_tag=uuid.uuid4(),
        number=number,
        scope=scope,
        violence=violence,
        status=code(row.get("status"), codes.FILE_STATUS, "not_known"),
        block_id=world.place("block", row.text("block")),
        gram_panchayat=row.text("gram_panchayat"),
        police_station_id=world.place("station", row.text("police_station")),
        destination=row.text("destination"),
        worker_id=world.worker(row.text("worker")),
        **bounds("opened", row.around("intake"), answer=False),
        **world.record(),
    )


def _identity(row: Staged, world: World, file: SurvivorFile, own: dict[str, Any]) -> None:
    names = {
        "name_used": row.text("name"),
        "name_on_papers": row.text("name_native") or row.text("name"),
        "relation_name": row.text("relation_name"),
        "phone": row.text("phone"),
        "address": row.text("village"),
    }
    identity = world.make(
        Identity,
        id=new_id(),
        gender=code(row.get("gender"), codes.GENDERS, "not_asked"),
        name_answer=Answer.KNOWN if names["name_used"] else Answer.NOT_ASKED,
        phone_answer=Answer.KNOWN if names["phone"] else Answer.NOT_ASKED,
        **bounds("born", row.around("born")),
        **own,
    )
    key = world.new_key(file.pk, KEY_OF_FILE)
    sealing.seal_names(identity, names, key)
    tokens = sealing.make_findable(identity, world.organisation_id, names, key)
    world.new[NameToken].append(TokensOf(file.pk, tokens))


def _spell(row: Staged, world: World, file: SurvivorFile, own: dict[str, Any]) -> None:
    """What the workbook calls her status, since her intake (or since today where that is not known)."""
    if file.status == SurvivorFile.Status.NOT_KNOWN:
        return
    intake = row.around("intake")
    starts: date = intake.earliest if intake else world.by.today
    world.make(FileStatusSpell, status=file.status, starts_on=starts, **own)


def _story(row: Staged, world: World, own: dict[str, Any]) -> None:
    if taken := row.around("taken"):
        world.make(Taking, destination=row.text("destination"), **bounds("taken", taken), **own)
    if rescued := row.around("rescued"):
        world.make(Rescue, place=row.text("destination"), **bounds("rescued", rescued), **own)


def _grant(row: Staged, world: World, file: SurvivorFile) -> None:
    if file.worker_id is None:
        return
    world.make(
        AccessGrant,
        organisation_id=world.organisation_id,
        survivor_file_id=file.pk,
        person_id=file.worker_id,
        because=AccessGrant.Because.ASSIGNED,
        starts_on=world.by.today,
        granted_by_id=world.by.person_id,
        granted_at=world.by.now,
    )
