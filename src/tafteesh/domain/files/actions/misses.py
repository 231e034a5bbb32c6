"""Searching leaves a line without a word of what was asked; a name that was not found is kept sealed."""

from datetime import timedelta

from django.db import transaction

from tafteesh.domain.files.models import SearchMiss
from tafteesh.domain.files.sealing import open_from, seal_into
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import Line, write_lines, write_log
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.digits import clean
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.foundation.vault.keys import OpenKey, key_of, new_key
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.foundation.vault.sealing import Secret

KEPT = timedelta(days=182)
LONGEST, LONGEST_NUMBER = 100, 40


class NothingAsked(Exception):
    """There are no words that could have found anybody."""


@transaction.atomic
def record_search(*, answers: int, by: Actor) -> None:
    """Somebody searched: the log holds how many answers there were, and no word of the question."""
    require(by, Permission.FILE_READ)
    write_lines([Line(Event.SEARCHED, "search", reason=str(answers))], by=by)


@transaction.atomic
def record_miss(*, words: str, number: str, by: Actor) -> SearchMiss:
    """Keep what was asked when she was not found, so that search can be mended. Raises NothingAsked."""
    require(by, Permission.FILE_READ)
    asked = clean(words)[:LONGEST].strip()
    if not asked:
        raise NothingAsked
    SearchMiss.unscoped.filter(
        organisation_id=by.organisation_id, asked_at__lt=by.now - KEPT
    ).delete()
    miss = SearchMiss(
        id=new_id(),
        organisation_id=by.organisation_id,
        asked_by_id=by.person_id,
        asked_at=by.now,
        number=clean(number)[:LONGEST_NUMBER].strip(),
    )
    seal_into(miss, "words_sealed", asked, _key_of_asker(by))
    miss.save(force_insert=True)
    write_log(Event.MISS_RECORDED, about=miss, by=by)
    return miss


def _key_of_asker(by: Actor) -> OpenKey:
    try:
        return key_of(by.person_id)
    except SubjectKey.DoesNotExist:
        return new_key(by.person_id, by.organisation_id, SubjectKey.Kind.PERSON)


@transaction.atomic
def read_miss(*, miss: SearchMiss, by: Actor) -> Secret:
    """Open what was asked: a look like any other, written down before it is shown."""
    require(by, Permission.IDENTITY_LOOK)
    miss = SearchMiss.objects.visible_to(by).get(pk=miss.pk)
    write_log(Event.MISS_READ, about=miss, by=by)
    return open_from(miss, "words_sealed", key_of(miss.asked_by_id))
