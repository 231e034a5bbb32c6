"""Finding her by a name in any script, through keyed tokens and without a readable name anywhere.

Tokens propose files within reach; the sounds of those few are unsealed and laid beside what was asked.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection

from tafteesh.domain.files import sounding
from tafteesh.domain.files.models import AccessGrant, Identity, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.digits import clean
from tafteesh.foundation.kernel.names.keys import asked_keys, slipped_keys
from tafteesh.foundation.kernel.names.likeness import Heard, alike, heard
from tafteesh.foundation.kernel.names.reading import read
from tafteesh.foundation.vault import keyholder
from tafteesh.foundation.vault.keys import keys_that_open

SHOWN = 25
UNSEALED = 300  # files at most whose sounds are opened for one question
FEW = 300  # files within reach that are simply all compared
_EACH_SURE, _EACH_SLIP = 400, 60  # files looked at under one key
_ENOUGH, _CLEAR = 10, 88.0  # so many that are so alike: slips are not tried
LEAST, BEHIND = 42.0, 35.0
_OF_A_RELATION = 0.88


class By(StrEnum):
    """What of a file answered the question."""

    NUMBER = "number"
    NAME = "name"
    RELATION = "relation"
    PHONE = "phone"


@dataclass(frozen=True)
class Found:
    """A file that answers, how well (0 to 100), and by what."""

    file: SurvivorFile
    score: float
    by: By


def search_files(actor: Actor, words: str, *, most: int = SHOWN) -> list[Found]:
    """Files by number, phone or a name in any script, best first. Never fails on what was typed."""
    words = clean(words[:200]).strip()
    if not words or not any(c.isalnum() for c in words):
        return []
    door = SurvivorFile.objects.visible_to(actor).filter(withdrawn_at=None)
    if numbered := list(door.select_related("worker", "block").filter(number__iexact=words)[:most]):
        return [Found(file, 100.0, By.NUMBER) for file in numbered]
    scored = _by_phone(actor, words) or _by_name(actor, words)
    best = sorted(scored.items(), key=lambda item: (-item[1][0], item[0]))[: most * 2]
    files = door.select_related("worker", "block").in_bulk([file for file, _ in best])
    return [Found(files[file], *said) for file, said in best if file in files][:most]


def not_findable(actor: Actor, *, everything: bool = False) -> list[uuid.UUID]:
    """Files whose keys are missing or were made by older rules."""
    rows = Identity.objects.visible_to(actor).order_by("survivor_file_id")
    if not everything:
        rows = rows.exclude(keyed_as=sounding.RULES)
    return list(rows.values_list("survivor_file_id", flat=True))


Scored = dict[uuid.UUID, tuple[float, By]]


def _by_phone(actor: Actor, words: str) -> Scored:
    digits = "".join(c for c in words if c.isascii() and c.isdigit())
    others = words.translate(dict.fromkeys(map(ord, "0123456789+-() ")))
    if others or len(digits) < 4 or 4 < len(digits) < 10:
        return {}
    kind = sounding.LAST_FOUR if len(digits) == 4 else sounding.PHONE
    keys = {kind + digits[-10:]: 1.0}
    return dict.fromkeys(_proposed(_scopes(actor), keys, _EACH_SURE), (100.0, By.PHONE))


def _by_name(actor: Actor, words: str) -> Scored:
    parts = read(words)
    if not parts:
        return {}
    asked = heard(parts)
    few = _few_within_reach(actor)
    if few is not None:
        return _clear_ones(_compared(asked, few, actor))
    scopes = _scopes(actor)
    met = _proposed(scopes, _with_relation(asked_keys(parts)), _EACH_SURE)
    scored = _compared(asked, _beside(actor) | met.keys(), actor)
    if sum(score >= _CLEAR for score, _ in scored.values()) < _ENOUGH:
        near = _proposed(scopes, slipped_keys(parts), _EACH_SLIP)
        scored |= _compared(asked, near.keys() - scored.keys(), actor)
    return _clear_ones(scored)


def _with_relation(keys: Mapping[str, float]) -> dict[str, float]:
    """The same keys for the name of a father, mother or husband, which say less."""
    return {**keys, **{sounding.RELATION + key: worth / 2 for key, worth in keys.items()}}


def _clear_ones(scored: Scored) -> Scored:
    best = max((score for score, _ in scored.values()), default=0.0)
    line = max(LEAST, best - BEHIND)
    return {file: said for file, said in scored.items() if said[0] >= line}


def _few_within_reach(actor: Actor) -> set[uuid.UUID] | None:
    """Her files, where they are so few that keys are not needed; an office's are not."""
    if actor.offices:
        return None
    reach = Identity.objects.visible_to(actor).values_list("survivor_file_id", flat=True)
    few = set(reach[: FEW + 1])
    return few if len(few) <= FEW else None


def _beside(actor: Actor) -> set[uuid.UUID]:
    """Files given to her beside those of her office, as far as they are few."""
    given = AccessGrant.objects.visible_to(actor).in_force_for(actor)
    beside = given.exclude(organisation__in=actor.offices)
    return set(beside.values_list("survivor_file_id", flat=True)[:FEW])


def _scopes(actor: Actor) -> list[uuid.UUID]:
    """The organisations whose tokens she may meet."""
    given = AccessGrant.objects.visible_to(actor).in_force_for(actor)
    others = given.order_by().values_list("organisation_id", flat=True).distinct()
    return sorted({actor.organisation_id, *actor.offices, *others})


_MET = """
SELECT t.survivor_file_id, sum(q.worth) AS worth
FROM unnest(%s::bigint[], %s::real[]) AS q(token, worth)
CROSS JOIN LATERAL (
  SELECT survivor_file_id FROM files_nametoken WHERE token = q.token LIMIT %s
) t GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %s"""


def _proposed(
    scopes: Iterable[uuid.UUID], keys: Mapping[str, float], each: int
) -> dict[uuid.UUID, float]:
    """Files that meet the keys, with what that is worth; the walls leave only those within reach."""
    tokens: list[int] = []
    worths: list[float] = []
    for scope in scopes:
        tokens += keyholder.blind_numbers(str(scope), keys)
        worths += keys.values()
    with connection.cursor() as cursor:
        cursor.execute(_MET, [tokens, worths, each, UNSEALED])
        return dict(cursor.fetchall())


def _compared(asked: Heard, files: Iterable[uuid.UUID], actor: Actor) -> Scored:
    """How alike each file's names are to what was asked. What is opened here is forgotten here."""
    door = Identity.objects.visible_to(actor).filter(
        survivor_file__in=list(files), sounds__isnull=False
    )
    rows = list(door.values_list("pk", "survivor_file_id", "sounds"))
    keys = keys_that_open(file for _, file, _ in rows)
    place = {"table": Identity._meta.db_table, "column": "sounds"}
    scored: Scored = {}
    for row, file, sealed in rows:
        if key := keys.get(file):
            sketch = key.open(bytes(sealed or b""), row=row, **place).reveal()
            scored[file] = _best(asked, sketch)
    return scored


def _best(asked: Heard, sketch: str) -> tuple[float, By]:
    best = (0.0, By.NAME)
    for name in sounding.opened(sketch):
        score = alike(asked, name.heard)
        if name.kind == sounding.RELATION:
            best = max(best, (score * _OF_A_RELATION, By.RELATION))
        else:
            best = max(best, (score, By.NAME))
    return best
