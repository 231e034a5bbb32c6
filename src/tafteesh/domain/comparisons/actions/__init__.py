"""Beginning a comparison, writing our filters out, and reading theirs."""

import secrets
import uuid
from datetime import datetime
from typing import Any

from django.db import transaction

from tafteesh.domain.comparisons import carrier, rules
from tafteesh.domain.comparisons.filters import RULES, above
from tafteesh.domain.comparisons.models import Comparison, Match
from tafteesh.domain.comparisons.ours import locked_with, rows_of_ours
from tafteesh.domain.comparisons.secret import keys_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import NotAllowed, require
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class OwnOffice(Exception):
    """An office does not compare with itself."""


class SecretUsedBefore(Exception):
    """A secret serves one comparison: with the same one, two files could be laid beside each other."""


class TooFewAgree(Exception):
    """So few agreed that each could be guessed. `count` says how many there are."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


class TooFewOfTheirs(Exception):
    """Their file holds so few that it asks for one person, and not for a comparison."""


class OurOwnFile(carrier.Unreadable):
    """It is the file that we wrote."""


class NotForUs(carrier.Unreadable):
    """It was written for another office, or by another than the one with which we compare."""


class OtherRules(carrier.Unreadable):
    """It was salted and ours is not, or made by other rules."""


class TooOld(carrier.Unreadable):
    """Since it was written she may have changed her mind."""


class SameFileAgain(carrier.Unreadable):
    """This very file was read before."""


class HasTheirFile(carrier.Unreadable):
    """Another file of theirs was read before; a newer one is another comparison."""


@transaction.atomic
def begin(*, to: Organisation, is_salted: bool, secret: str, by: Actor) -> Comparison:
    """Agree on a comparison with another office: its secret, and whether filters are salted.

    Raises OwnOffice, SecretTooWeak, SecretUsedBefore.
    """
    require(by, Permission.OFFICES_COMPARE)
    if by.organisation_id not in by.offices:
        raise NotAllowed
    if to.pk == by.organisation_id:
        raise OwnOffice
    mark = keys_of(secret).mark
    if Comparison.objects.visible_to(by).filter(secret_mark=mark).exists():
        raise SecretUsedBefore
    row = Comparison.unscoped.create(
        organisation_id=by.organisation_id,
        to_organisation=to,
        is_salted=is_salted,
        secret_mark=mark,
        number_key=secrets.token_bytes(32),
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    write_log(Event.COMPARISON_CHANGED, about=row, by=by, reason="begun")
    return row


@transaction.atomic
def write_filters(*, comparison: Comparison, secret: str, by: Actor) -> bytes:
    """Our file for the other office: opaque numbers and filters of those who agree today, sealed.

    Raises NotThisSecret, TooFewAgree.
    """
    require(by, Permission.OFFICES_COMPARE)
    row, keys = locked_with(comparison, secret, by)
    rows = rows_of_ours(row, keys, by)
    row.written_at, row.written_count = by.now, len({one.number for one in rows})
    if row.written_count < rules.FEWEST:
        raise TooFewAgree(row.written_count)
    row.save(update_fields=["written_at", "written_count"])
    write_log(Event.COMPARISON_CHANGED, about=row, by=by, reason=f"written {row.written_count}")
    about = {
        "comparison": str(row.pk),
        "from": str(row.organisation_id),
        "for": str(row.to_organisation_id),
        "salted": row.is_salted,
        "rules": RULES,
        "written_at": by.now.isoformat(),
    }
    return carrier.sealed(carrier.Kind.FILTERS, about, carrier.rows_as_bytes(rows), keys)


@transaction.atomic
def read_filters(*, comparison: Comparison, file: bytes, secret: str, by: Actor) -> Comparison:
    """Lay their file beside ours: only the pairs above the line are kept, their filters are forgotten.

    Raises Unreadable of many kinds, NotThisSecret, TooFewAgree, TooFewOfTheirs.
    """
    require(by, Permission.OFFICES_COMPARE)
    row, keys = locked_with(comparison, secret, by)
    digest = carrier.digest(file)
    if row.read_at:
        raise SameFileAgain if digest == row.their_digest else HasTheirFile
    about, body = carrier.opened(carrier.Kind.FILTERS, file, keys)
    row.their_comparison = _fits(row, about, by)
    theirs, ours = carrier.rows_of(body), rows_of_ours(row, keys, by)
    row.our_count = len({one.number for one in ours})
    row.their_count = len({one.number for one in theirs})
    if row.our_count < rules.FEWEST:
        raise TooFewAgree(row.our_count)
    if row.their_count < rules.FEWEST:
        raise TooFewOfTheirs
    Match.unscoped.bulk_create(
        Match(
            comparison=row,
            organisation_id=row.organisation_id,
            to_organisation_id=row.to_organisation_id,
            our_number=pair.ours,
            their_number=pair.theirs,
            score=pair.score,
        )
        for pair in above(ours, theirs, rules.LINE)
    )
    row.is_here = about["from"] == str(row.to_organisation_id)
    row.their_digest, row.read_at = digest, by.now
    row.save()
    write_log(Event.COMPARISON_CHANGED, about=row, by=by, reason=f"read {row.their_count}")
    return row


def _fits(row: Comparison, about: dict[str, Any], by: Actor) -> uuid.UUID:
    """Whether the file was written for this comparison; answers the comparison on their side."""
    try:
        theirs, sender, receiver = (uuid.UUID(about[at]) for at in ("comparison", "from", "for"))
        written_at = datetime.fromisoformat(about["written_at"])
        is_old = by.now - written_at > rules.GOOD_FOR
        salted, made_by = about["salted"], about["rules"]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise carrier.Damaged from None
    if row.organisation_id == sender:
        raise OurOwnFile
    known = set(Organisation.objects.filter(pk__in=[sender, receiver]).values_list("pk", flat=True))
    if known - {row.organisation_id, row.to_organisation_id}:
        raise NotForUs
    if (salted, made_by) != (row.is_salted, RULES):
        raise OtherRules
    if is_old:
        raise TooOld
    return theirs
