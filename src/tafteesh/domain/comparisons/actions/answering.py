"""Both offices say of each pair whether they tell, and only then is anything told."""

import json
import uuid
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from tafteesh.domain.comparisons import carrier
from tafteesh.domain.comparisons.actions import OurOwnFile
from tafteesh.domain.comparisons.models import Comparison, Match
from tafteesh.domain.comparisons.ours import file_under, locked_with
from tafteesh.domain.comparisons.queries import answers_of, told_by_us
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.digits import clean

LONGEST_CODE, LONGEST_CONTACT = 60, 160


class SheDidNotAgree(Exception):
    """She changed her mind since, or her file is no longer ours: nothing is told of her."""


class AnsweredAlready(Exception):
    """This pair has its answer; what was told cannot be untold."""


class NotReadYet(Exception):
    """Their filters were not read yet, so there is no pair to answer."""


class OfAnotherComparison(carrier.Unreadable):
    """Their answers are about another comparison."""


class SameAnswersAgain(carrier.Unreadable):
    """This very file of answers was read before."""


@dataclass(frozen=True)
class Reply:
    """What we say of one pair, why, and how her worker is reached."""

    answer: str
    why: str
    contact: str = ""


@transaction.atomic
def answer_match(*, match: Match, reply: Reply, by: Actor) -> Match:
    """Say whether they may learn of our file behind a pair; until they say so too, nothing is told.

    Raises AnsweredAlready, SheDidNotAgree.
    """
    require(by, Permission.MATCH_REVEAL)
    door = Match.objects.visible_to(by).filter(organisation__in=by.offices)
    row = door.select_for_update(of=("self",)).get(pk=match.pk)
    if row.answer:
        raise AnsweredAlready(str(row.pk))
    comparison = Comparison.objects.visible_to(by).get(pk=row.comparison_id, withdrawn_at=None)
    file = file_under(comparison, row.our_number, by)
    row.answer, row.why = reply.answer, reply.why
    row.answered_at, row.answered_by_id = by.now, by.person_id
    if reply.answer == Match.Answer.REVEALS:
        if file is None:
            raise SheDidNotAgree(str(row.pk))
        worker = file.worker.name if file.worker else ""
        contact = ", ".join(filter(None, (worker, clean(reply.contact))))
        row.our_file, row.our_code = file.pk, file.number[:LONGEST_CODE]
        row.our_contact = contact[:LONGEST_CONTACT]
    row.save()
    subject = file.log_tag if file else None
    write_log(Event.MATCH_ANSWERED, about=row, by=by, subject=subject, reason=reply.answer)
    return row


@transaction.atomic
def write_answers(*, comparison: Comparison, secret: str, by: Actor) -> bytes:
    """Our answers to carry: yes or no of each pair, and the code of those to which both say yes.

    Raises NotReadYet, NotThisSecret.
    """
    require(by, Permission.MATCH_REVEAL)
    row, keys = locked_with(comparison, secret, by)
    if not row.read_at:
        raise NotReadYet(str(row.pk))
    told = [
        {
            "ours": match.our_number,
            "theirs": match.their_number,
            "answer": match.answer,
            **({"code": match.our_code, "contact": match.our_contact} if is_told else {}),
        }
        for match, is_told in told_by_us(row, by)
    ]
    write_log(Event.COMPARISON_CHANGED, about=row, by=by, reason=f"answers written: {len(told)}")
    about = {"comparison": str(row.pk), "for": str(row.their_comparison)}
    about["written_at"] = by.now.isoformat()
    return carrier.sealed(carrier.Kind.ANSWERS, about, json.dumps(told).encode(), keys)


@transaction.atomic
def read_answers(*, comparison: Comparison, file: bytes, secret: str, by: Actor) -> Comparison:
    """Their answers: of a pair to which we said yes too, the code and contact are kept, of others nothing.

    Raises NotReadYet, NotThisSecret, Unreadable of many kinds.
    """
    require(by, Permission.MATCH_REVEAL)
    row, keys = locked_with(comparison, secret, by)
    if not row.read_at:
        raise NotReadYet(str(row.pk))
    digest = carrier.digest(file)
    if digest == row.answers_digest:
        raise SameAnswersAgain
    about, body = carrier.opened(carrier.Kind.ANSWERS, file, keys)
    _check_whose(row, about)
    theirs = _answers_in(body)
    for match in answers_of(row, by).select_for_update(of=("self",)):
        if said := theirs.get((match.their_number, match.our_number)):
            _take_in(match, said)
    row.answers_digest = digest
    row.save(update_fields=["answers_digest"])
    write_log(Event.COMPARISON_CHANGED, about=row, by=by, reason=f"answers read: {len(theirs)}")
    return row


def _check_whose(row: Comparison, about: dict[str, Any]) -> None:
    if about.get("comparison") == str(row.pk):
        raise OurOwnFile
    try:
        pair = uuid.UUID(str(about.get("comparison"))), uuid.UUID(str(about.get("for")))
    except ValueError:
        raise carrier.Damaged from None
    if pair != (row.their_comparison, row.pk):
        raise OfAnotherComparison


def _answers_in(body: bytes) -> dict[tuple[str, str], dict[str, str]]:
    """Their answers by their number and ours. Raises Damaged."""
    try:
        rows = json.loads(body)
        said = {(row["ours"], row["theirs"]): row for row in rows}
        fits = all(
            row["answer"] in Match.Answer.values
            and all(isinstance(row.get(at, ""), str) for at in ("code", "contact"))
            for row in rows
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        raise carrier.Damaged from None
    if not fits:
        raise carrier.Damaged
    return said


def _take_in(match: Match, said: dict[str, str]) -> None:
    match.their_answer = said["answer"]
    both = match.answer == match.their_answer == Match.Answer.REVEALS
    if both and said.get("code"):
        match.their_code = clean(said["code"])[:LONGEST_CODE]
        match.their_contact = clean(said.get("contact", ""))[:LONGEST_CONTACT]
    elif not both:
        match.their_code = match.their_contact = ""
    match.save(update_fields=["their_answer", "their_code", "their_contact"])
