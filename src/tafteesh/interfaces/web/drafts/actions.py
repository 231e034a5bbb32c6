"""Keeping what was typed, and doing what was sent exactly once."""

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from django.db import transaction  # noqa: TID251 - these are actions

from tafteesh.domain.files.sealing import seal_into
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.vault.keys import OpenKey, key_of, new_key
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.interfaces.web.drafts.models import Draft, Submission

KEPT = timedelta(days=30)
LONGEST = 200_000  # characters of one draft


class DraftTooLong(Exception):
    """Nobody types that much into one form."""


def own_key(by: Actor) -> OpenKey:
    """Her own key, made when it is first needed."""
    try:
        return key_of(by.person_id)
    except SubjectKey.DoesNotExist:
        return new_key(by.person_id, by.organisation_id, SubjectKey.Kind.PERSON)


@transaction.atomic
def keep_draft(
    *, form_key: str, record: str, version: str, typed: Mapping[str, Sequence[str]], by: Actor
) -> Draft:
    """Keep the newest state of one form of hers. Raises DraftTooLong."""
    require(by, Permission.OWN_DESK)
    text = json.dumps(typed, ensure_ascii=False)
    if len(text) > LONGEST:
        raise DraftTooLong(form_key)
    mine = Draft.unscoped.filter(person_id=by.person_id)
    mine.filter(set_aside_at__lt=by.now - KEPT).delete()
    same = mine.filter(form_key=form_key, record=record, set_aside_at=None)
    draft = same.select_for_update().first() or Draft(
        person_id=by.person_id,
        organisation_id=by.organisation_id,
        form_key=form_key,
        record=record,
    )
    draft.version, draft.updated_at = version, by.now
    seal_into(draft, "content_sealed", text, own_key(by))
    draft.save()
    return draft


@transaction.atomic
def set_aside(*, draft_id: uuid.UUID, by: Actor) -> None:
    """Start fresh: the old draft leaves the form and is kept for thirty days."""
    require(by, Permission.OWN_DESK)
    rows = Draft.objects.visible_to(by).filter(set_aside_at=None)
    rows.select_for_update().get(pk=draft_id)
    rows.filter(pk=draft_id).update(set_aside_at=by.now)


def drop_draft(*, form_key: str, record: str, by: Actor) -> None:
    """The form was sent: its draft has done its work."""
    rows = Draft.objects.visible_to(by).filter(form_key=form_key, record=record)
    rows.filter(set_aside_at=None).delete()


@transaction.atomic
def submit_once(*, key: str, act: Callable[[], str], by: Actor) -> tuple[str, bool]:
    """Do what a form asks and keep where it led; the same form sent again only leads there.

    A second press waits for the first at the unique constraint. When the act fails, nothing is kept.
    """
    if not key:
        return act(), True
    row = Submission(key=key[:64], person_id=by.person_id, at=by.now)
    Submission.unscoped.bulk_create([row], ignore_conflicts=True)
    mine = Submission.unscoped.filter(person_id=by.person_id, key=row.key)
    kept = mine.select_for_update().get()
    if kept.pk != row.pk:
        return kept.answer_url, False
    url = act()
    mine.update(answer_url=url)
    return url, True
