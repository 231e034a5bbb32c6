"""Letters and petitions: drafted, approved, sent, answered; and a charge sheet that is contested in one press."""

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.diary.actions import add_task, finish_task
from tafteesh.domain.diary.models import Task
from tafteesh.domain.files.models import AccessGrant, SurvivorFile
from tafteesh.domain.files.sealing import seal_into
from tafteesh.domain.papers import scans
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.actions.fir import locked_fir, own
from tafteesh.domain.proceedings.actions.milestone import PaperFromElsewhere, paper_of_fir
from tafteesh.domain.proceedings.models import ChargeSheet, Fir, FirSurvivor, Letter
from tafteesh.domain.proceedings.queries import sheet_beside
from tafteesh.domain.stationery.actions import next_number
from tafteesh.domain.stationery.models import LetterTemplate
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Membership
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.clock import day_in_india
from tafteesh.foundation.vault.keys import key_of

REPLY_WITHIN = timedelta(days=30)
NARAJI_WITHIN = timedelta(days=7)
NARAJI_NOTE = "Naraji"


class NothingDropped(Exception):
    """Nothing of the FIR is missing in this charge sheet: there is nothing to protest against."""


class AboutNobody(Exception):
    """A letter is about a FIR, or about a survivor."""


class AlreadyApproved(Exception):
    """What was approved is kept as it is: draft another letter."""


class NotApproved(Exception):
    """Nothing goes out before a lawyer approved it."""


class AlreadySent(Exception):
    """What was sent is not sent again: draft another letter."""


class NotSentYet(Exception):
    """Only a letter that was sent can be answered."""


class NotOnThisDay(Exception):
    """A letter goes out after it was approved, and not in the future."""


class DueBeforeSent(Exception):
    """An answer cannot be due before the letter went out."""


class AnswerBeforeLetter(Exception):
    """The answer cannot come before the letter."""


@dataclass(frozen=True)
class Made:
    """A letter as it was made for one number: its words, its bytes, and the template they came from."""

    body: str
    pdf: bytes
    word: bytes
    template: LetterTemplate | None = None


@dataclass(frozen=True)
class Sent:
    """How a letter went out."""

    on: date
    way: str = ""
    proof: Paper | None = None
    reply_due_on: date | None = None  # none: in thirty days


@dataclass(frozen=True)
class Answer:
    """What came back."""

    on: date
    reply: str = ""
    is_oral: bool = False
    paper: Paper | None = None


class WhyTakenBack(models.TextChoices):
    """Why a letter that did not go out is taken back."""

    TYPED_WRONG = "typed_wrong", _("A fact in it is wrong")
    NOT_NEEDED = "not_needed", _("It is not needed any more")
    HER_WISH = "her_wish", _("She does not want it")
    OTHER_WAY = "other_way", _("The lawyer wrote another one")


@transaction.atomic
def draft_letter(
    *,
    fir: Fir | None,
    kind: str,
    language: str,
    addressee: str,
    survivor: SurvivorFile | None = None,
    by: Actor,
) -> Letter:
    """Begin a letter about a FIR, or about a survivor who has none; one draft of a kind is enough.

    Raises AboutNobody.
    """
    require(by, Permission.CORRECTION_WRITE)
    about: Fir | SurvivorFile
    if fir is not None:
        about = fir = locked_fir(fir, by)
        hers = _hers(fir, survivor, by)
    elif survivor is not None:
        door = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",))
        about = hers = door.get(pk=survivor.pk)
    else:
        raise AboutNobody(kind)
    letter, _made = Letter.unscoped.get_or_create(
        fir=fir,
        kind=Letter.Kind(kind).value,
        language=language,
        survivor_file=hers,
        approved_at=None,
        sent_on=None,
        withdrawn_at=None,
        defaults={"addressee_words": addressee, **own(by, about)},
    )
    if addressee and letter.addressee_words != addressee:
        letter.addressee_words = addressee
        letter.save(update_fields=["addressee_words"])
    write_log(Event.LETTER_RECORDED, about=letter, by=by, fields=["kind"])
    return letter


def _hers(fir: Fir, survivor: SurvivorFile | None, by: Actor) -> SurvivorFile | None:
    """A survivor of this FIR, through her own door."""
    if survivor is None:
        return None
    return _files(fir, by).get(pk=survivor.pk)


def _files(fir: Fir, by: Actor) -> "models.QuerySet[SurvivorFile]":
    links = FirSurvivor.objects.visible_to(by).filter(fir=fir, withdrawn_at=None)
    files = SurvivorFile.objects.visible_to(by).filter(pk__in=links.values("survivor_file"))
    return files.order_by("number")


def _paper(letter: Letter, paper: Paper | None, by: Actor) -> Paper | None:
    """The paper, where it lies in a file that the letter is about. Raises PaperFromElsewhere."""
    if letter.fir is not None:
        return paper_of_fir(letter.fir, paper, by)
    if paper is not None and paper.survivor_file_id != letter.survivor_file_id:
        raise PaperFromElsewhere(str(paper.pk))
    return paper and Paper.objects.visible_to(by).get(pk=paper.pk, withdrawn_at=None)


def _letter(letter: Letter, by: Actor) -> Letter:
    door = Letter.objects.visible_to(by).select_related("fir", "survivor_file", "chase")
    found: Letter = door.select_for_update(of=("self",)).get(pk=letter.pk, withdrawn_at=None)
    return found


@transaction.atomic
def approve_letter(*, letter: Letter, make: Callable[[str], Made], by: Actor) -> Letter:
    """A lawyer approves: it gets its number, and its words and bytes are kept with their hashes.

    `make` makes it for the number that it is given. Raises AlreadyApproved.
    """
    require(by, Permission.LETTER_APPROVE)
    letter = _letter(letter, by)
    if letter.approved_at is not None or letter.sent_on is not None:
        raise AlreadyApproved(str(letter.pk))
    letter.number = next_number(by=by)
    made, key = make(letter.number), key_of(letter.subject_id)
    seal_into(letter, "body_sealed", made.body, key)
    letter.pdf_stored_as = scans.store(made.pdf, key)
    letter.word_stored_as = scans.store(made.word, key)
    letter.sha256 = hashlib.sha256(made.pdf).hexdigest()
    letter.word_sha256 = hashlib.sha256(made.word).hexdigest()
    letter.template = made.template
    letter.approved_at, letter.approved_by_id = by.now, by.person_id
    letter.save()
    fields = ["number", "sha256", "word_sha256"]
    write_log(Event.LETTER_APPROVED, about=letter, by=by, fields=fields)
    return letter


@transaction.atomic
def open_letter(*, letter: Letter, as_word: bool, by: Actor) -> bytes:
    """The bytes that were approved, as PDF or Word. Raises NotApproved, ScanDamaged (of `scans`)."""
    require(by, Permission.CORRECTION_WRITE)
    letter = _letter(letter, by)
    stored_as = letter.word_stored_as if as_word else letter.pdf_stored_as
    if stored_as is None:
        raise NotApproved(str(letter.pk))
    write_log(Event.LETTER_OPENED, about=letter, by=by, fields=["word" if as_word else "pdf"])
    return scans.read(stored_as, key_of(letter.subject_id))


@transaction.atomic
def send_letter(*, letter: Letter, sent: Sent, by: Actor) -> Letter:
    """Somebody sent it with her own hands: the day, the way, the proof; an answer is due, and chased.

    Raises AlreadySent, NotApproved, NotOnThisDay, DueBeforeSent, PaperFromElsewhere.
    """
    require(by, Permission.CORRECTION_WRITE)
    letter = _letter(letter, by)
    if letter.sent_on is not None:
        raise AlreadySent(str(letter.pk))
    if letter.approved_at is None:
        raise NotApproved(str(letter.pk))
    if not day_in_india(letter.approved_at) <= sent.on <= by.today:
        raise NotOnThisDay(sent.on.isoformat())
    due = sent.reply_due_on or sent.on + REPLY_WITHIN
    if due < sent.on:
        raise DueBeforeSent(due.isoformat())
    letter.sent_on, letter.sent_way, letter.sent_recorded_at = sent.on, sent.way, by.now
    letter.sent_proof = _paper(letter, sent.proof, by)
    letter.reply_due_on = due
    file = letter.survivor_file
    if file is None and letter.fir is not None:
        file = _files(letter.fir, by).first()
    if file is not None:
        letter.chase = add_task(file=file, kind=Task.Kind.CHASE_REPLY, due_on=due, by=by)
    letter.save()
    write_log(Event.LETTER_RECORDED, about=letter, by=by, fields=["sent_on", "sent_way"])
    return letter


@transaction.atomic
def prove_letter(*, letter: Letter, proof: Paper, by: Actor) -> Letter:
    """The receipt that proves that it went out. Raises NotSentYet, PaperFromElsewhere."""
    require(by, Permission.CORRECTION_WRITE)
    letter = _letter(letter, by)
    if letter.sent_on is None:
        raise NotSentYet(str(letter.pk))
    letter.sent_proof = _paper(letter, proof, by)
    letter.save(update_fields=["sent_proof"])
    write_log(Event.LETTER_RECORDED, about=letter, by=by, fields=["sent_proof"])
    return letter


@transaction.atomic
def answer_letter(*, letter: Letter, answer: Answer, by: Actor) -> Letter:
    """An answer came; nobody is asked to chase it any more.

    Raises NotSentYet, AnswerBeforeLetter, NotOnThisDay, PaperFromElsewhere.
    """
    require(by, Permission.CORRECTION_WRITE)
    letter = _letter(letter, by)
    if letter.sent_on is None:
        raise NotSentYet(str(letter.pk))
    if answer.on < letter.sent_on:
        raise AnswerBeforeLetter(answer.on.isoformat())
    if answer.on > by.today:
        raise NotOnThisDay(answer.on.isoformat())
    letter.answered_on, letter.answered_recorded_at = answer.on, by.now
    letter.reply, letter.is_reply_oral = answer.reply, answer.is_oral
    letter.reply_paper = _paper(letter, answer.paper, by)
    letter.save()
    if letter.chase is not None and letter.chase.done_on is None:
        _end_chase(letter.chase, by)
    write_log(Event.LETTER_RECORDED, about=letter, by=by, fields=["answered_on", "reply"])
    return letter


def _end_chase(chase: Task, by: Actor) -> None:
    """Where the task lies in a file that she does not reach, it stays for whoever does."""
    if Task.objects.visible_to(by).filter(pk=chase.pk, withdrawn_at=None).exists():
        finish_task(task=chase, by=by)


@transaction.atomic
def withdraw_letter(*, letter: Letter, reason: str, by: Actor) -> Letter:
    """Take back a letter that did not go out; its number is not given again. Raises AlreadySent."""
    require(by, Permission.CORRECTION_WRITE)
    letter = _letter(letter, by)
    if letter.sent_on is not None:
        raise AlreadySent(str(letter.pk))
    letter.withdrawn_at = by.now
    letter.save(update_fields=["withdrawn_at"])
    write_log(Event.WITHDRAWN, about=letter, by=by, reason=WhyTakenBack(reason).value)
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
    file = _files(fir, by).first()
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
