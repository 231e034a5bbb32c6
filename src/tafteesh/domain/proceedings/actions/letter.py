"""Letters and petitions: drafted, sent, answered; and a charge sheet that is contested in one press."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q

from tafteesh.domain.diary.actions import add_task
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import AccessGrant, SurvivorFile
from tafteesh.domain.files.sealing import seal_into
from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.models import ChargeSheet, Fir, FirSurvivor, Letter
from tafteesh.domain.proceedings.queries import sheet_beside
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Membership
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.vault.keys import key_of

REPLY_WITHIN = timedelta(days=30)
NARAJI_WITHIN = timedelta(days=7)
NARAJI_NOTE = "Naraji"


class NothingDropped(Exception):
    """Nothing of the FIR is missing in this charge sheet: there is nothing to protest against."""


class AlreadySent(Exception):
    """What was sent is not sent again: draft another letter."""


class NotSentYet(Exception):
    """Only a letter that was sent can be answered."""


class AnswerBeforeLetter(Exception):
    """The answer cannot come before the letter."""


@dataclass(frozen=True)
class Sent:
    """How a letter went out: its number, its day, its words and their hash."""

    on: date
    number: str
    body: str
    sha256: str


@transaction.atomic
def draft_letter(*, fir: Fir, kind: str, language: str, addressee: str, by: Actor) -> Letter:
    """Begin a letter about a FIR; one draft of a kind and language is enough."""
    require(by, Permission.CORRECTION_WRITE)
    fir = locked_fir(fir, by)
    letter, _made = Letter.unscoped.get_or_create(
        fir=fir,
        kind=Letter.Kind(kind).value,
        language=language,
        sent_on=None,
        withdrawn_at=None,
        defaults={"addressee_words": addressee, **own(by, fir)},
    )
    if addressee and letter.addressee_words != addressee:
        letter.addressee_words = addressee
        letter.save(update_fields=["addressee_words"])
    write_log(Event.LETTER_RECORDED, about=letter, by=by, fields=["kind"])
    return letter


def _letter(letter: Letter, by: Actor) -> Letter:
    door = Letter.objects.visible_to(by).select_for_update(of=("self",))
    found: Letter = door.get(pk=letter.pk, withdrawn_at=None)
    return found


@transaction.atomic
def send_letter(*, letter: Letter, sent: Sent, by: Actor) -> Letter:
    """It was sent: its number, its words sealed, their hash; an answer is due in thirty days.

    Raises AlreadySent.
    """
    require(by, Permission.CORRECTION_WRITE)
    letter = _letter(letter, by)
    if letter.sent_on is not None:
        raise AlreadySent(str(letter.pk))
    letter.sent_on, letter.number, letter.sha256 = sent.on, sent.number, sent.sha256
    letter.reply_due_on = sent.on + REPLY_WITHIN
    seal_into(letter, "body_sealed", sent.body, key_of(letter.fir_id))
    letter.save()
    write_log(Event.LETTER_RECORDED, about=letter, by=by, fields=["sent_on", "sha256"])
    return letter


@transaction.atomic
def answer_letter(*, letter: Letter, answered_on: date, by: Actor) -> Letter:
    """An answer came. Raises NotSentYet, AnswerBeforeLetter."""
    require(by, Permission.CORRECTION_WRITE)
    letter = _letter(letter, by)
    if letter.sent_on is None:
        raise NotSentYet(str(letter.pk))
    if answered_on < letter.sent_on:
        raise AnswerBeforeLetter(answered_on.isoformat())
    letter.answered_on = answered_on
    letter.save(update_fields=["answered_on"])
    write_log(Event.LETTER_RECORDED, about=letter, by=by, fields=["answered_on"])
    return letter


@transaction.atomic
def contest_charge_sheet(*, sheet: ChargeSheet, language: str, by: Actor) -> Letter:
    """A charge sheet is smaller than its FIR: a draft protest petition, and a task for the lawyer.

    The lapse itself follows from both papers. A second press changes nothing. Raises NothingDropped.
    """
    require(by, Permission.CORRECTION_WRITE)
    door = ChargeSheet.objects.visible_to(by)
    sheet = door.get(pk=sheet.pk, withdrawn_at=None)
    fir = locked_fir(sheet.fir, by)
    if not sheet_beside(by, fir, sheet).beside.is_smaller:
        raise NothingDropped(str(sheet.pk))
    drafts = Letter.unscoped.filter(fir=fir, kind=Letter.Kind.PROTEST, withdrawn_at=None)
    standing = drafts.order_by("recorded_at").first()
    if standing is not None:
        return standing
    _ask_lawyer(fir, by)
    return draft_letter(
        fir=fir, kind=Letter.Kind.PROTEST, language=language, addressee=fir.court_words, by=by
    )


def _ask_lawyer(fir: Fir, by: Actor) -> None:
    links = FirSurvivor.objects.visible_to(by).filter(fir=fir, withdrawn_at=None)
    files = SurvivorFile.objects.visible_to(by).filter(pk__in=links.values("survivor_file"))
    file = files.order_by("number").first()
    if file is not None:
        add_task(
            file=file,
            kind=Task.Kind.FILE_PETITION,
            due_on=by.today + NARAJI_WITHIN,
            note=NARAJI_NOTE,
            assigned_to=_lawyer_of(file, by),
            by=by,
        )


def _lawyer_of(file: SurvivorFile, by: Actor) -> uuid.UUID | None:
    """A lawyer of the office who has her file; without one the task is hers who presses."""
    lawyers = Membership.objects.filter(role=Role.LAWYER).values("person")
    grants = AccessGrant.objects.visible_to(by).filter(survivor_file=file, person__in=lawyers)
    standing = grants.filter(Q(until=None) | Q(until__gte=by.today)).order_by("granted_at")
    return standing.values_list("person_id", flat=True).first()
