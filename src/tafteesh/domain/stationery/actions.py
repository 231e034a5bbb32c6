"""Keeping a template or a voice, going back to an earlier one or to the shipped one, and taking the next number."""

import hashlib

from django.db import models, transaction
from django.db.models import Max

from tafteesh.domain.stationery.models import LetterNumbers, LetterTemplate, SpokenPiece
from tafteesh.domain.stationery.sound import clean_sound
from tafteesh.domain.stationery.word_check import check_word
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class SameTemplate(Exception):
    """These very bytes are in use already."""


@transaction.atomic
def add_template(*, kind: str, language: str, content: bytes, by: Actor) -> LetterTemplate:
    """Keep a new version, checked first, and use it from now on. Raises SameTemplate, NotATemplate (of `word_check`)."""
    require(by, Permission.TEMPLATE_WRITE)
    check_word(content)
    rows = _of(by, kind, language)
    sha256 = hashlib.sha256(content).hexdigest()
    if rows.filter(is_in_use=True, sha256=sha256).exists():
        raise SameTemplate(kind)
    last = rows.aggregate(last=Max("version"))["last"] or 0
    rows.filter(is_in_use=True).update(is_in_use=False)
    row = LetterTemplate.unscoped.create(
        organisation_id=by.organisation_id,
        kind=kind,
        language=LetterTemplate.Language(language).value,
        version=last + 1,
        content=content,
        sha256=sha256,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    write_log(Event.TEMPLATE_CHANGED, about=row, by=by, fields=["content"])
    return row


@transaction.atomic
def use_template(*, template: LetterTemplate, by: Actor) -> LetterTemplate:
    """Go back to a version that was kept."""
    require(by, Permission.TEMPLATE_WRITE)
    rows = _of(by, template.kind, template.language)
    row = rows.get(pk=template.pk)
    rows.filter(is_in_use=True).update(is_in_use=False)
    row.is_in_use = True
    row.save(update_fields=["is_in_use"])
    write_log(Event.TEMPLATE_CHANGED, about=row, by=by, fields=["is_in_use"])
    return row


@transaction.atomic
def use_shipped(*, template: LetterTemplate, by: Actor) -> LetterTemplate:
    """Put the office's own template aside: the shipped one holds again."""
    require(by, Permission.TEMPLATE_WRITE)
    row = _of(by, template.kind, template.language).get(pk=template.pk)
    row.is_in_use = False
    row.save(update_fields=["is_in_use"])
    write_log(Event.TEMPLATE_CHANGED, about=row, by=by, fields=["is_in_use"])
    return row


def _of(by: Actor, kind: str, language: str) -> "models.QuerySet[LetterTemplate]":
    """Every version of one kind and language of her office, locked."""
    door = LetterTemplate.objects.visible_to(by).select_for_update(of=("self",))
    rows: models.QuerySet[LetterTemplate] = door.filter(
        organisation_id=by.organisation_id, kind=kind, language=language, withdrawn_at=None
    )
    return rows


@transaction.atomic
def next_number(*, by: Actor) -> str:
    """The next number of the year for what her office sends out, like IS/2026/0007; none is given twice."""
    require(by, Permission.LETTER_APPROVE)
    organisation = Organisation.objects.get(pk=by.organisation_id)
    LetterNumbers.unscoped.bulk_create(
        [LetterNumbers(organisation=organisation, year=by.today.year)], ignore_conflicts=True
    )
    door = LetterNumbers.objects.visible_to(by).select_for_update(of=("self",))
    row: LetterNumbers = door.get(organisation=organisation, year=by.today.year)
    row.last += 1
    row.save(update_fields=["last"])
    write_log(Event.LETTER_RECORDED, about=row, by=by, fields=["last"])
    return f"{organisation.code}/{row.year}/{row.last:04}"


@transaction.atomic
def record_voice(*, language: str, piece: str, content: bytes, by: Actor) -> SpokenPiece:
    """Keep the voice of one piece, checked and written anew; an earlier one goes. Raises NotASound, SoundTooLong."""
    require(by, Permission.VOICE_RECORD)
    sound = clean_sound(content)
    _voices(by, language, piece).update(withdrawn_at=by.now, sound=b"")
    row = SpokenPiece.unscoped.create(
        organisation_id=by.organisation_id,
        language=LetterTemplate.Language(language).value,
        piece=piece,
        sound=sound,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    write_log(Event.VOICE_CHANGED, about=row, by=by, fields=["sound"], reason="recorded")
    return row


@transaction.atomic
def take_voice_away(*, language: str, piece: str, by: Actor) -> None:
    """The piece is silent again: whoever spoke it may want her voice back. Raises SpokenPiece.DoesNotExist."""
    require(by, Permission.VOICE_RECORD)
    row = _voices(by, language, piece).get()
    row.withdrawn_at, row.sound = by.now, b""
    row.save(update_fields=["withdrawn_at", "sound"])
    write_log(Event.VOICE_CHANGED, about=row, by=by, fields=["sound"], reason="taken_away")


def _voices(by: Actor, language: str, piece: str) -> "models.QuerySet[SpokenPiece]":
    door = SpokenPiece.objects.visible_to(by).select_for_update(of=("self",))
    rows: models.QuerySet[SpokenPiece] = door.filter(
        organisation_id=by.organisation_id, language=language, piece=piece, withdrawn_at=None
    )
    return rows
