"""Subject keys: made, opened once a transaction, rotated, destroyed."""

import hmac
import secrets
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from tafteesh.foundation.kernel import any_of  # noqa: F401 - a list of ids as one value
from tafteesh.foundation.vault import keyholder
from tafteesh.foundation.vault.keyholder import Wrapped
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.foundation.vault.sealing import Place, Secret, open_sealed, seal


class Erased(Exception):
    """The subject's key was destroyed: what was sealed with it can never be read again."""


def new_key(subject_id: uuid.UUID, organisation_id: uuid.UUID, kind: str) -> "OpenKey":
    """Make and store the key of a new subject."""
    key = secrets.token_bytes(32)
    wrapped = keyholder.wrap(key, str(subject_id))
    SubjectKey.unscoped.create(
        subject_id=subject_id,
        organisation_id=organisation_id,
        kind=kind,
        version=wrapped.version,
        wrapped=wrapped.sealed,
    )
    return OpenKey(subject_id, key)


def unsaved_key(
    subject_id: uuid.UUID, organisation_id: uuid.UUID, kind: str, version: int | None = None
) -> tuple[SubjectKey, "OpenKey"]:
    """The same for many subjects at once: the caller saves the rows in bulk."""
    wrapped, key = fresh_key(subject_id, version)
    row = SubjectKey(
        subject_id=subject_id,
        organisation_id=organisation_id,
        kind=kind,
        version=wrapped.version,
        wrapped=wrapped.sealed,
    )
    return row, key


def fresh_key(subject_id: uuid.UUID, version: int | None = None) -> tuple[Wrapped, "OpenKey"]:
    """A key that no row holds yet."""
    key = secrets.token_bytes(32)
    return keyholder.wrap(key, str(subject_id), version), OpenKey(subject_id, key)


def key_of(subject_id: uuid.UUID) -> "OpenKey":
    """Open one subject's key. Raises Erased, SubjectKey.DoesNotExist."""
    return keys_of([subject_id])[subject_id]


def keys_of(subject_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, "OpenKey"]:
    """Open several keys with one query. Raises Erased when one was destroyed."""
    wanted = set(subject_ids)
    found: dict[uuid.UUID, OpenKey] = {}
    rows = SubjectKey.unscoped.filter(pk__any_of=list(wanted))
    for subject, version, sealed in rows.values_list("pk", "version", "wrapped"):
        if sealed is None:
            raise Erased(str(subject))
        wrapped = Wrapped(version, bytes(sealed))
        found[subject] = OpenKey(subject, keyholder.unwrap(wrapped, str(subject)))
    if missing := wanted - found.keys():
        raise SubjectKey.DoesNotExist(f"{len(missing)} keys missing")
    return found


def keys_that_open(subject_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, "OpenKey"]:
    """Open several keys with one query; one that was destroyed or is missing is left out."""
    rows = SubjectKey.unscoped.filter(pk__in=list(subject_ids), wrapped__isnull=False)
    return {
        subject: OpenKey(
            subject, keyholder.unwrap(Wrapped(version, bytes(wrapped or b"")), str(subject))
        )
        for subject, version, wrapped in rows.values_list("pk", "version", "wrapped")
    }


class OpenKey:
    """A subject's key, open for as long as this object lives. Never stored, never cached."""

    __slots__ = ("_key", "subject_id")

    def __init__(self, subject_id: uuid.UUID, key: bytes) -> None:
        self.subject_id = subject_id
        self._key = key

    def __repr__(self) -> str:
        return f"OpenKey({self.subject_id})"

    def derived(self, purpose: str) -> bytes:
        """A key of its own for one purpose (a sealed file, a keyed hash)."""
        return hmac.digest(self._key, f"purpose|{purpose}".encode() + b"\x01", "sha256")

    def seal(self, text: str, *, table: str, column: str, row: uuid.UUID) -> bytes:
        """Seal a text for one column of one row."""
        return seal(text, self._key, Place(table, column, str(row), str(self.subject_id)))

    def open(self, sealed: bytes, *, table: str, column: str, row: uuid.UUID) -> Secret:
        """Open a sealed column. Raises DoesNotOpen."""
        place = Place(table, column, str(row), str(self.subject_id))
        return open_sealed(sealed, self._key, place)


def destroy(subject_id: uuid.UUID, *, at: datetime) -> None:
    """Erase by destroying the key. The row stays, to say that and when it happened."""
    SubjectKey.unscoped.filter(pk=subject_id).update(wrapped=None, destroyed_at=at)


def rotate(*, batch: int = 500) -> Iterator[tuple[int, int]]:
    """Re-wrap every key that an older master key wraps; yields (done, of) after each batch.

    Each batch is one transaction and what is done is no longer older, so a killed run is resumed by
    running it again. Raises before the first change when a needed master key is missing.
    """
    newest = keyholder.current_version()
    older = SubjectKey.unscoped.filter(version__lt=newest, wrapped__isnull=False)
    for version in older.values_list("version", flat=True).distinct():
        keyholder.wrap(b"", "probe", version)
    total, done = older.count(), 0
    while True:
        with transaction.atomic():
            rows = list(older.select_for_update(skip_locked=True).order_by("pk")[:batch])
            for row in rows:
                wrapped = Wrapped(row.version, bytes(row.wrapped or b""))
                fresh = keyholder.wrap(keyholder.unwrap(wrapped, str(row.pk)), str(row.pk), newest)
                row.version, row.wrapped = fresh.version, fresh.sealed
            SubjectKey.unscoped.bulk_update(rows, ["version", "wrapped"])
        if not rows:
            return
        done += len(rows)
        yield done, total
