"""Finding her by a name in any script, through keyed tokens and without a readable name anywhere.

Tokens propose files within reach; the sounds of those few are unsealed and laid beside what was asked.
"""

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db import connection
from django.db.models import QuerySet

from tafteesh.domain.files import sounding
from tafteesh.domain.files.models import AccessGrant, Identity, SurvivorFile
from tafteesh.domain.files.queries import SHOWN as A_LINE
from tafteesh.domain.files.queries import Listed
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.digits import clean
from tafteesh.foundation.kernel.names.keys import asked_keys, slipped_keys
from tafteesh.foundation.kernel.names.likeness import Heard, alike, alike_beside, heard
from tafteesh.foundation.kernel.names.person import ready
from tafteesh.foundation.kernel.names.reading import read
from tafteesh.foundation.vault import keyholder
from tafteesh.foundation.vault.keys import keys_that_open

SHOWN = 25
UNSEALED = 140  # files at most whose sounds are opened for one question
FEW = 300  # files within reach that are simply all compared
_EACH_SURE, _EACH_SLIP = 400, 60  # files looked at under one key
_ENOUGH, _CLEAR, _SAME = 10, 88.0, 97.0  # so many so near, or one the same: slips are not tried
LEAST, BEHIND = 55.0, 30.0
_WITHDRAWN = 10  # so many of the best may have been withdrawn
_OF_A_RELATION = 0.88
_YEAR = re.compile(r"(?<!\d)(?:19[3-9]\d|20[0-2]\d)(?!\d)")
_YEAR_FITS, _YEAR_IS_OFF, _YEARS_OFF = 3.0, -8.0, 3
_OF_A_FILE = (
    "pk", "survivor_file_id", "sounds", "born_earliest", "born_latest", "survivor_file__block__name",
)  # fmt: skip


class By(StrEnum):
    """What of a file answered the question."""

    NUMBER = "number"
    NAME = "name"
    RELATION = "relation"
    PHONE = "phone"


@dataclass(frozen=True)
class Found:
    """A file that answers, how well (0 to 100), and by what."""

    file: Listed
    score: float
    by: By


def search_files(actor: Actor, words: str, *, most: int = SHOWN) -> list[Found]:
    """Files by number, phone or a name in any script, best first. Never fails on what was typed."""
    words = clean(words[:200]).strip()
    if not words or not any(c.isalnum() for c in words):
        return []
    reach = _reach(actor)
    door = SurvivorFile.objects.visible_to(actor).filter(withdrawn_at=None)
    spellings = {words, words.upper(), words.lower()}
    numbered = door.filter(organisation__in=reach.scopes, number__in=spellings)
    if found := _listed(numbered[:most]):
        return [Found(file, 100.0, By.NUMBER) for file in found]
    scored = _by_phone(reach, words) or _by_name(actor, reach, words)
    best = sorted(scored.items(), key=lambda item: (-item[1][0], item[0]))[: most + _WITHDRAWN]
    files = {file.pk: file for file in _listed(door.filter(pk__in=[file for file, _ in best]))}
    return [Found(files[file], *said) for file, said in best if file in files][:most]


def surely_found(actor: Actor, words: str) -> list[Listed]:
    """Only the files that answer clearly: by number or phone, or by a name of that very sound."""
    return [found.file for found in search_files(actor, words) if found.score >= _SAME]


def _listed(rows: "QuerySet[SurvivorFile]") -> list[Listed]:
    return [Listed._make(row) for row in rows.values_list(*A_LINE)]


@dataclass(frozen=True)
class Reach:
    """Whose tokens she may meet, and the few files given to her beside those of her office."""

    scopes: tuple[uuid.UUID, ...]
    beside: frozenset[uuid.UUID]
    is_few: bool  # these files are all that she reaches


def _reach(actor: Actor) -> Reach:
    given = AccessGrant.objects.visible_to(actor).in_force_for(actor)
    pairs = given.exclude(organisation__in=actor.offices).order_by()
    rows = list(pairs.values_list("survivor_file_id", "organisation_id")[: FEW + 1])
    own = {actor.organisation_id, *actor.offices, *(office for _, office in rows)}
    is_few = not actor.offices and len(rows) <= FEW
    return Reach(tuple(sorted(own)), frozenset(file for file, _ in rows[:FEW]), is_few)


def not_findable(actor: Actor, *, everything: bool = False) -> list[uuid.UUID]:
    """Files whose keys are missing or were made by older rules."""
    rows = Identity.objects.visible_to(actor).order_by("survivor_file_id")
    if not everything:
        rows = rows.exclude(keyed_as=sounding.RULES)
    return list(rows.values_list("survivor_file_id", flat=True))


Scored = dict[uuid.UUID, tuple[float, By]]


def _by_phone(reach: Reach, words: str) -> Scored:
    digits = "".join(c for c in words if c.isascii() and c.isdigit())
    others = words.translate(dict.fromkeys(map(ord, "0123456789+-() ")))
    if others or len(digits) < 4 or 4 < len(digits) < 10:
        return {}
    kind = sounding.LAST_FOUR if len(digits) == 4 else sounding.PHONE
    keys = {kind + digits[-10:]: 1.0}
    return dict.fromkeys(_proposed(reach, keys, _EACH_SURE), (100.0, By.PHONE))


@dataclass(frozen=True)
class Question:
    """A name that was asked for, and the year of birth written beside it."""

    name: Heard
    year: int


def _by_name(actor: Actor, reach: Reach, words: str) -> Scored:
    parts = read(words)
    if not parts:
        return {}
    year = _YEAR.search(words)
    asked = Question(heard(parts), int(year[0]) if year else 0)
    if reach.is_few:
        return _clear_ones(_compared(asked, reach.beside, actor))
    met = _proposed(reach, _with_relation(asked_keys(parts)), _EACH_SURE)
    scored = _compared(asked, reach.beside | met.keys(), actor)
    if not _is_answered(scored):
        near = _proposed(reach, slipped_keys(parts), _EACH_SLIP)
        scored |= _compared(asked, near.keys() - scored.keys(), actor)
    return _clear_ones(scored)


def _is_answered(scored: Scored) -> bool:
    """Somebody of that very sound, or many near it: then no slip is looked for."""
    scores = [score for score, _ in scored.values()]
    return max(scores, default=0.0) >= _SAME or sum(s >= _CLEAR for s in scores) >= _ENOUGH


def _with_relation(keys: Mapping[str, float]) -> dict[str, float]:
    """The same keys for the name of a father, mother or husband, which say less."""
    return {**keys, **{sounding.RELATION + key: worth / 2 for key, worth in keys.items()}}


def _clear_ones(scored: Scored) -> Scored:
    best = max((score for score, _ in scored.values()), default=0.0)
    line = max(LEAST, best - BEHIND)
    return {file: said for file, said in scored.items() if said[0] >= line}


_MET = """
SELECT t.survivor_file_id, sum(q.worth) AS worth
FROM unnest(%s::bigint[], %s::real[]) AS q(token, worth)
CROSS JOIN LATERAL (
  SELECT survivor_file_id FROM files_nametoken WHERE token = q.token LIMIT %s
) t GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %s"""


def _proposed(reach: Reach, keys: Mapping[str, float], each: int) -> dict[uuid.UUID, float]:
    """Files that meet the keys, with what that is worth; the walls leave only those within reach."""
    tokens: list[int] = []
    worths: list[float] = []
    for scope in reach.scopes:
        tokens += keyholder.blind_numbers(str(scope), keys)
        worths += keys.values()
    with connection.cursor() as cursor:
        cursor.execute(_MET, [tokens, worths, each, UNSEALED])
        return dict(cursor.fetchall())


def _compared(asked: Question, files: Iterable[uuid.UUID], actor: Actor) -> Scored:
    """How alike each file's names are to what was asked. What is opened here is forgotten here."""
    door = Identity.objects.visible_to(actor).filter(
        survivor_file__in=list(files), sounds__isnull=False
    )
    rows = list(door.values_list(*_OF_A_FILE))
    keys = keys_that_open(row[1] for row in rows)
    place = {"table": Identity._meta.db_table, "column": "sounds"}
    scored: Scored = {}
    for row, file, sealed, earliest, latest, block in rows:
        if key := keys.get(file):
            sketch = key.open(bytes(sealed or b""), row=row, **place).reveal()
            score, by = _best(asked.name, sketch, block or "")
            scored[file] = (score + _of_birth(asked.year, earliest, latest), by)
    return scored


def _best(asked: Heard, sketch: str, block: str) -> tuple[float, By]:
    """Her best name; a part may be answered by her relation's name or her block."""
    names = sounding.opened(sketch)
    relations = [name.heard for name in names if name.kind == sounding.RELATION]
    beside = [*relations, ready(block)] if block else relations
    best = max(
        (
            alike_beside(asked, name.heard, beside)
            for name in names
            if name.kind != sounding.RELATION
        ),
        default=0.0,
    )
    of_relation = max((alike(asked, name) * _OF_A_RELATION for name in relations), default=0.0)
    return (of_relation, By.RELATION) if of_relation > best else (best, By.NAME)


def _of_birth(year: int, earliest: date | None, latest: date | None) -> float:
    """A year that fits lifts her a little, one that cannot be sinks her."""
    if not year or not earliest or not latest:
        return 0.0
    apart = max(earliest.year - year, year - latest.year, 0)
    return _YEAR_FITS if apart <= 1 else _YEAR_IS_OFF if apart > _YEARS_OFF else 0.0
