"""Which files are compared with which: only those that meet under a keyed token, never all with all."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db import connection

from tafteesh.domain.files import sounding
from tafteesh.domain.once.traits import Opened
from tafteesh.foundation.kernel.names.keys import asked_keys, key_with_relation, slipped_keys
from tafteesh.foundation.kernel.names.likeness import Heard
from tafteesh.foundation.vault import keyholder

MOST = 60  # files that are compared with one file
_EACH, _EACH_SLIP, _EACH_FIR = 120, 30, 12  # files looked at under one key
_BY_PHONE, _BY_RELATION, _BY_FIR = 4.0, 1.6, 1.5

_MET = """
WITH met AS (
  SELECT q.at, t.survivor_file_id AS file, sum(q.worth) AS worth
  FROM unnest(%s::int[], %s::bigint[], %s::real[]) AS q(at, token, worth)
  CROSS JOIN LATERAL (
    SELECT survivor_file_id FROM files_nametoken WHERE token = q.token LIMIT %s
  ) t GROUP BY 1, 2)
SELECT at, file FROM (
  SELECT at, file, row_number() OVER (PARTITION BY at ORDER BY worth DESC, file) AS place FROM met) m
WHERE place <= %s"""
_WITH_FIR = """
SELECT l.survivor_file_id, o.survivor_file_id FROM proceedings_firsurvivor l
CROSS JOIN LATERAL (
  SELECT x.survivor_file_id FROM proceedings_firsurvivor x WHERE x.fir_id = l.fir_id
  AND x.survivor_file_id <> l.survivor_file_id AND x.withdrawn_at IS NULL LIMIT %s) o
WHERE l.survivor_file_id = ANY(%s) AND l.withdrawn_at IS NULL"""

Met = dict[uuid.UUID, set[uuid.UUID]]


def candidates(files: Sequence[Opened]) -> Met:
    """Of each file, the files that share its sounds, its people, its phone or its FIR."""
    met = _met(files, [_sure(one) for one in files], _EACH)
    with connection.cursor() as cursor:
        cursor.execute(_WITH_FIR, [_EACH_FIR, [one.file for one in files]])
        for one, other in cursor.fetchall():
            met[one].add(other)
    return met


def near_candidates(files: Sequence[Opened]) -> Met:
    """Of each file, those whose names are one consonant away: asked where nobody of that very sound was found."""
    return _met(files, [_slips(one) for one in files], _EACH_SLIP)


def _sure(one: Opened) -> dict[str, float]:
    keys: dict[str, float] = {}
    for name in one.traits.names:
        _merge(keys, asked_keys(name.parts))
        for relation in one.traits.relations:
            if name.parts and relation.parts:
                _merge(keys, {key_with_relation(name.parts, relation.parts): _BY_RELATION})
    _merge(keys, {sounding.PHONE + phone: _BY_PHONE for phone in one.traits.phones})
    return keys


def _slips(one: Opened) -> dict[str, float]:
    keys: dict[str, float] = {}
    for name in _longest(one.traits.names):
        _merge(keys, slipped_keys(name.parts))
    return keys


def _longest(names: Iterable[Heard]) -> list[Heard]:
    return sorted(names, key=lambda name: -len(name.whole))[:2]


def _merge(keys: dict[str, float], more: Mapping[str, float]) -> None:
    for key, worth in more.items():
        keys[key] = max(keys.get(key, 0.0), worth)


def _met(files: Sequence[Opened], keys: Sequence[Mapping[str, float]], each: int) -> Met:
    """The walls leave only files within reach; tokens are keyed by organisation, so owners never mix."""
    places: list[int] = []
    tokens: list[int] = []
    worths: list[float] = []
    for at, (one, mine) in enumerate(zip(files, keys, strict=True)):
        places += [at] * len(mine)
        tokens += keyholder.blind_numbers(str(one.organisation), mine)
        worths += mine.values()
    found: Met = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_MET, [places, tokens, worths, each, MOST + 1])
        for at, file in cursor.fetchall():
            if file != files[at].file:
                found[files[at].file].add(file)
    return found
