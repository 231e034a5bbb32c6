"""Rows of meetings and of the diary."""

from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.sealing import seal_into
from tafteesh.domain.meetings.models import Attendance, Demand, Meeting, Promise
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.interfaces.imports.taking import codes
from tafteesh.interfaces.imports.taking.values import Staged, code
from tafteesh.interfaces.imports.taking.world import World


def take_meeting(row: Staged, world: World) -> None:
    """Record a meeting, who of the survivors was there, what was asked and what was promised."""
    own = world.record()
    meeting = world.make(
        Meeting,
        id=new_id(),
        on=row.needed_day("on"),
        level=code(row.get("level"), codes.LEVELS, "other"),
        place=row.text("place"),
        with_whom=row.text("with_whom"),
        days=max(1, int(row.get("days") or 1)),
        **own,
    )
    present = [world.file(c) for c in dict.fromkeys(row.get("survivor_codes") or [])]
    for file in dict.fromkeys(present):
        world.make(Attendance, meeting_id=meeting.pk, survivor_file_id=file.id, **own)
    demand = None
    if words := row.text("demand"):
        demand = world.make(Demand, id=new_id(), meeting_id=meeting.pk, words=words, **own)
    if words := row.text("promise"):
        kept = row.day("kept")
        world.make(
            Promise,
            meeting_id=meeting.pk,
            demand_id=demand.pk if demand else None,
            words=words,
            promised_by=row.text("with_whom"),
            due_on=row.day("due"),
            made_on=meeting.on,
            state=Promise.State.KEPT if kept else Promise.State.MADE,
            kept_on=kept,
            **own,
        )
    world.line(Event.MEETING_RECORDED, meeting)


def take_diary(row: Staged, world: World) -> None:
    """Record one contact of a worker with a survivor."""
    file = world.file(row.get("survivor_code"))
    contact = world.make(
        Contact,
        id=new_id(),
        survivor_file_id=file.id,
        on=row.needed_day("on"),
        mode=code(row.get("mode"), codes.MODES, "other"),
        about=code(row.get("about"), codes.ABOUT, "other"),
        reached=folded(row.text("note")) != "not at home",
        worker_id=world.worker(row.text("worker")),
        worker_words=row.text("worker"),
        **world.record(),
    )
    if note := row.text("note"):
        seal_into(contact, "note_sealed", note, world.key(file.id))
    world.line(Event.CONTACT_RECORDED, contact, file)
