"""Our side of a comparison: whose files may be compared, under which numbers, as which filters."""

import base64
import hmac
import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from tafteesh.domain.comparisons.filters import Encoder, Known, Row
from tafteesh.domain.comparisons.models import Comparison
from tafteesh.domain.comparisons.secret import Keys, keys_of
from tafteesh.domain.files.consent import shareable
from tafteesh.domain.files.models import Identity, Purpose, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.names.several import names_in
from tafteesh.foundation.vault.keys import OpenKey, keys_that_open
from tafteesh.reference.places.models import Area

_NAMES = ("name_used", "name_on_papers", "other_names")
_SEALED = (*_NAMES, "relation_name")
_NUMBER_BYTES = 6
_AT_ONCE = 1_000


class NotThisSecret(Exception):
    """It is not the secret with which this comparison was begun."""


def locked_with(comparison: Comparison, secret: str, by: Actor) -> tuple[Comparison, Keys]:
    """The comparison, locked, and the keys of its secret. Raises NotThisSecret, SecretTooWeak."""
    door = Comparison.objects.visible_to(by).select_related("to_organisation", "organisation")
    row = door.select_for_update(of=("self",)).get(pk=comparison.pk, withdrawn_at=None)
    keys = keys_of(secret)
    if not hmac.compare_digest(keys.mark, bytes(row.secret_mark)):
        raise NotThisSecret
    return row, keys


def agreeing(comparison: Comparison, by: Actor) -> list[uuid.UUID]:
    """Our files of those who agree, at this moment, to be compared with that office."""
    door = SurvivorFile.objects.visible_to(by).filter(
        organisation=comparison.organisation_id, withdrawn_at=None
    )
    ids = list(door.values_list("pk", flat=True))
    return sorted(shareable(ids, Purpose.COMPARING, comparison.to_organisation, by.now))


def number_of(comparison: Comparison, file: uuid.UUID) -> str:
    """The opaque number of one of our files: another in each comparison, and nobody can count back."""
    drawn = hmac.digest(bytes(comparison.number_key), file.bytes, "sha256")[:_NUMBER_BYTES]
    return base64.b32encode(drawn).decode().rstrip("=").lower()


def file_under(comparison: Comparison, number: str, by: Actor) -> SurvivorFile | None:
    """Our file that stands under a number, where she still agrees; the one place that looks back."""
    for file in agreeing(comparison, by):
        if number_of(comparison, file) == number:
            return SurvivorFile.objects.visible_to(by).select_related("worker").get(pk=file)
    return None


def rows_of_ours(comparison: Comparison, keys: Keys, by: Actor) -> list[Row]:
    """Filters of all who agree. What is unsealed for it is forgotten here."""
    encoder = Encoder(keys.filters, salted=comparison.is_salted)
    files = agreeing(comparison, by)
    rows: list[Row] = []
    for start in range(0, len(files), _AT_ONCE):
        for file, known in _known(files[start : start + _AT_ONCE], by):
            number = number_of(comparison, file)
            rows += [Row(number, filled) for filled in encoder.filters_of(known)]
    return rows


def _known(files: list[uuid.UUID], by: Actor) -> Iterator[tuple[uuid.UUID, Known]]:
    columns = ("pk", "survivor_file_id", "born_earliest", "born_latest", "survivor_file__block")
    door = Identity.objects.visible_to(by).filter(survivor_file__in=files, withdrawn_at=None)
    identities = list(door.values_list(*columns, *_SEALED))
    keys = keys_that_open(row[1] for row in identities)
    districts = _districts({row[4] for row in identities if row[4]})
    for row_id, file, earliest, latest, block, *sealed in identities:
        if key := keys.get(file):
            texts = _opened(row_id, dict(zip(_SEALED, sealed, strict=True)), key)
            yield (
                file,
                Known(
                    names=tuple(dict.fromkeys(name for c in _NAMES for name in names_in(texts[c]))),
                    relation=next(iter(names_in(texts["relation_name"])), ""),
                    born=_year(earliest, latest),
                    district=districts.get(block, ""),
                ),
            )


def _opened(
    row: uuid.UUID, sealed: Mapping[str, bytes | memoryview | None], key: OpenKey
) -> dict[str, str]:
    table = Identity._meta.db_table
    return {
        column: key.open(bytes(text), table=table, column=column, row=row).reveal() if text else ""
        for column, text in sealed.items()
    }


def _year(earliest: date | None, latest: date | None) -> int | None:
    """The year of birth, where it is known to a year or two: the middle one."""
    if not earliest or not latest or latest.year - earliest.year > 2:
        return None
    return (earliest.year + latest.year) // 2


def _districts(places: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The district of each place, by its name in Roman letters, which is the same in every system."""
    rows = Area.objects.filter(pk__in=list(places)).select_related("parent")
    return {
        area.pk: (area if area.kind == Area.Kind.DISTRICT else area.parent or area).name
        for area in rows
    }
