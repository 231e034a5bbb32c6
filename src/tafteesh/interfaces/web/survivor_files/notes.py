"""Notes as they are shown and printed: without faces."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.care.models import Conference, Incident, Review, SafetyPlan, Score, Step
from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.files.models import Identity, OnFile, SurvivorFile
from tafteesh.domain.files.sealing import key_for, open_from
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.faces import Faces, Kind, masked, parts
from tafteesh.foundation.vault.keys import OpenKey, keys_of
from tafteesh.interfaces.web.survivor_files.questions import ACCUSED, AROUND, IDENTITY, NOTED
from tafteesh.interfaces.web.survivor_files.timeline import Entry
from tafteesh.interfaces.web.templatetags.shapes import Words

COVERS: dict[Kind, Words] = {
    Kind.NAME: pgettext_lazy("covered", "name"),
    Kind.PHONE: pgettext_lazy("covered", "number"),
    Kind.PLACE: pgettext_lazy("covered", "place"),
}
# Which texts of a file are notes, and what one needs to read them at all.
P = Permission
NOTES: dict[str, tuple[type[OnFile], str, Permission]] = {
    "contact": (Contact, "note_sealed", P.CONTACT_RECORD),
    "task": (Task, "note_sealed", P.CONTACT_RECORD),
    "danger": (Incident, "note_sealed", P.CONTACT_RECORD),
    "signs": (SafetyPlan, "signs_sealed", P.CONTACT_RECORD),
    "steps": (SafetyPlan, "steps_sealed", P.CONTACT_RECORD),
    "conference": (Conference, "note_sealed", P.REVIEW_WRITE),
    "worry": (Review, "worry_sealed", P.REVIEW_WRITE),
    "goal": (Review, "goal_sealed", P.REVIEW_WRITE),
    "reason": (Score, "reason_sealed", P.REVIEW_WRITE),
    "step": (Step, "what_sealed", P.REVIEW_WRITE),
}
OWN_NAMES = ("name_used", "name_on_papers", "other_names", "relation_name")
OWN = (*OWN_NAMES, "phone", "address")
AS_WRITTEN = gettext_lazy("As written")


class Covering:
    """The names of one file, opened once to cover them in its notes; they are never shown from here."""

    def __init__(self, actor: Actor, file: SurvivorFile, identity: Identity | None = None) -> None:
        self.actor, self.file, self.identity = actor, file, identity
        self._key: OpenKey | None = None
        self._faces: Faces | None = None

    def html(self, kind: str, row: OnFile) -> SafeString:
        """A note in quotes, its names covered, with the way to see it as written; empty where there is none."""
        _model, column, needs = NOTES[kind]
        if not getattr(row, column) or not self.actor.holds(needs):
            return SafeString("")
        words = format_html("<q>{}</q>", covered(self._text(row, column), self._known()))
        if not self.actor.holds(P.IDENTITY_LOOK):
            return words
        address = f"/files/{self.file.pk}/note/{kind}/{row.pk}/"
        return format_html('{} <a class="small" href="{}">{}</a>', words, address, AS_WRITTEN)

    def plain(self, kind: str, row: OnFile) -> str:
        """The same for paper: a word stands in brackets for each covered piece."""
        text = self._text(row, NOTES[kind][1])
        return masked(text, self._known(), {kind: f"({words})" for kind, words in COVERS.items()})

    def _text(self, row: OnFile, column: str) -> str:
        self._key = self._key or key_for(self.file)
        return open_from(row, column, self._key).reveal()

    def _known(self) -> Faces:
        self._faces = self._faces or faces_of(self.actor, self.file, self._key, self.identity)
        return self._faces


def faces_of(
    actor: Actor,
    file: SurvivorFile,
    key: OpenKey | None = None,
    identity: Identity | None = None,
) -> Faces:
    """Whom and what the notes of a file may name: herself, those around her, the accused, where she lives."""
    key = key or key_for(file)
    identity = identity or next(iter(IDENTITY(actor, file_id=file.pk)), None)
    own = {name: open_from(identity, name, key).reveal() for name in OWN} if identity else {}
    members = AROUND(actor, file_id=file.pk)
    names = [own.get(name, "") for name in OWN_NAMES]
    names += [open_from(one, "name_sealed", key).reveal() for one in members]
    names += _accused(actor, file)
    phones = [own.get("phone", "")]
    phones += [open_from(one, "phone_sealed", key).reveal() for one in members]
    block = file.block.name if file.block else ""
    places = (own.get("address", ""), file.gram_panchayat, block)
    return Faces(_told(names), _told(phones), _told(places))


def _accused(actor: Actor, file: SurvivorFile) -> list[str]:
    told = ACCUSED(actor, file_id=file.pk)
    keys = keys_of({one.fir_id for one in told}) if told else {}
    return [open_from(one, "name", keys[one.fir_id]).reveal() for one in told]


def _told(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def covered(text: str, faces: Faces) -> SafeString:
    """The text with each name, number and place under a cover that says what it hides."""
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<span class="covered">{}</span>', COVERS[part.kind]),)
            if part.kind
            else (part.readable,)
            for part in parts(text, faces)
        ),
    )


def with_notes(
    actor: Actor, file: SurvivorFile, lines: list[Entry], identity: Identity | None = None
) -> list[Entry]:
    """Lines of the timeline with the notes of those that have one."""
    ids = [line.noted for line in lines if line.noted]
    if not ids or not actor.holds(P.CONTACT_RECORD):
        return lines
    noted = {contact.pk: contact for contact in NOTED(actor, file_id=file.pk, contacts=ids)}
    covering = Covering(actor, file, identity)
    return [
        replace(line, note=covering.html("contact", noted[line.noted]))
        if line.noted in noted
        else line
        for line in lines
    ]
