"""Keeping what the rules find: every night for all, and on a change for the files and FIRs it touched.

What is kept is what the rules would find if they were asked anew; a test proves it.
"""

import json
import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.db import connection

from tafteesh.domain.quality.catalogue import RULES
from tafteesh.domain.quality.rule import Rule
from tafteesh.domain.quality.touched import MANY
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import counting
from tafteesh.foundation.kernel.ids import new_id

MENDED, OTHERWISE = "mended", "otherwise"  # outcomes of a finding
KEPT = (
    "SELECT k.id, k.rule, k.record_id, k.values, k.owner_id FROM quality_finding k WHERE k.gone_at IS NULL"
    " AND k.organisation_id = ANY(%(organisations)s) AND k.rule = ANY(%(rules)s)"
    " AND (%(every)s OR k.survivor_file_id = ANY(%(files)s) OR k.fir_id = ANY(%(firs)s))"
)
END = (
    "UPDATE quality_finding SET gone_at = %s, ended_at = COALESCE(ended_at, %s),"
    " outcome = CASE WHEN outcome = 'open' THEN %s ELSE outcome END WHERE id = ANY(%s)"
)
ADD = (
    "INSERT INTO quality_finding (id, organisation_id, survivor_file_id, fir_id, rule, record_id, values,"
    " rank, owner_id, found_at, outcome, why_false) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, 'open', '')"
)
OWN = "UPDATE quality_finding SET owner_id = %s WHERE id = %s"
# A change on a FIR may matter to the files of its survivors, and a change in a file to its FIRs.
REACHED = (
    "WITH f AS (SELECT id FROM files_survivorfile WHERE id = ANY(%(noted)s)),"
    " r AS (SELECT id FROM proceedings_fir WHERE id = ANY(%(noted)s))"
    " SELECT ARRAY(SELECT s.id FROM files_survivorfile s WHERE s.organisation_id = ANY(%(organisations)s)"
    " AND s.id = ANY(ARRAY(SELECT id FROM f UNION SELECT l.survivor_file_id FROM proceedings_firsurvivor l"
    " WHERE l.fir_id = ANY(ARRAY(SELECT id FROM r))))),"
    " ARRAY(SELECT p.id FROM proceedings_fir p WHERE p.organisation_id = ANY(%(organisations)s)"
    " AND p.id = ANY(ARRAY(SELECT id FROM r UNION SELECT l.fir_id FROM proceedings_firsurvivor l"
    " WHERE l.survivor_file_id = ANY(ARRAY(SELECT id FROM f)))))"
)
USUAL = (
    "INSERT INTO quality_usualamount (organisation_id, what, paise, out_of, kept_at)"
    " SELECT o.organisation_id, 'ordered', percentile_disc(0.5) WITHIN GROUP (ORDER BY o.amount_paise),"
    " count(*), %(now)s FROM compensation_order o WHERE o.withdrawn_at IS NULL AND o.amount_paise > 0"
    " AND o.organisation_id = ANY(%(organisations)s) GROUP BY o.organisation_id"
    " ON CONFLICT (organisation_id, what) DO UPDATE SET paise = EXCLUDED.paise, out_of = EXCLUDED.out_of,"
    " kept_at = EXCLUDED.kept_at"
)


@dataclass(frozen=True)
class Found:
    """One rule holds for one record."""

    rule: str
    organisation_id: uuid.UUID
    survivor_file_id: uuid.UUID | None
    fir_id: uuid.UUID | None
    owner_id: uuid.UUID | None
    record_id: uuid.UUID
    values: str  # canonical JSON: equal text, equal values


@dataclass(frozen=True)
class Reach:
    """What is asked about: some files and FIRs, or every one."""

    organisations: tuple[uuid.UUID, ...]
    every: bool = True
    files: tuple[uuid.UUID, ...] = ()
    firs: tuple[uuid.UUID, ...] = ()

    def parameters(self, by: Actor) -> dict[str, Any]:
        return {
            "organisations": list(self.organisations),
            "every": self.every,
            "files": list(self.files),
            "firs": list(self.firs),
            "today": by.today,
            "now": by.now,
        }


def _canonical(values: Any) -> str:
    held = json.loads(values) if isinstance(values, str) else values
    return json.dumps(held, sort_keys=True, ensure_ascii=False)


def ask(rules: Sequence[Rule], reach: Reach, by: Actor) -> list[Found]:
    """What the rules find now: one statement, however many rules."""
    if not rules:
        return []
    asked = [
        f"(SELECT DISTINCT ON (record_id) '{rule.code}' AS rule, q.* FROM ({rule.query}) q"
        " ORDER BY record_id, values::text)"
        for rule in rules
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(asked), reach.parameters(by))
        rows = cursor.fetchall()
    return [
        Found(rule, office, file, fir, owner, record, _canonical(values))
        for rule, office, file, fir, owner, record, values in rows
    ]


def keep(rules: Sequence[Rule], reach: Reach, by: Actor, *, gone: str = MENDED) -> tuple[int, int]:
    """Bring the kept findings of some rules in line; answers how many came and how many went.

    `gone` says what it means that one holds no more: after an act it was mended.
    """
    now = {(one.rule, one.record_id): one for one in ask(rules, reach, by)}
    with connection.cursor() as cursor:
        asked = {**reach.parameters(by), "rules": [rule.code for rule in rules]}
        cursor.execute(KEPT, asked)
        mended, otherwise, kept = [], [], set()
        for pk, rule, record, values, owner in cursor.fetchall():
            found = now.get((rule, record))
            if found is None:
                mended.append(pk)
            elif found.values != _canonical(values):
                otherwise.append(pk)
            else:
                kept.add((rule, record))
                if owner != found.owner_id:
                    cursor.execute(OWN, [found.owner_id, pk])
        for outcome, ended in ((gone, mended), (OTHERWISE, otherwise)):
            if ended:
                cursor.execute(END, [by.now, by.now, outcome, ended])
        fresh = [one for key, one in now.items() if key not in kept]
        ranks = {rule.code: int(rule.severity) for rule in rules}
        cursor.executemany(ADD, [_row(one, ranks[one.rule], by) for one in fresh])
    return len(fresh), len(mended) + len(otherwise)


def _row(one: Found, rank: int, by: Actor) -> list[Any]:
    return [
        new_id(), one.organisation_id, one.survivor_file_id, one.fir_id, one.rule, one.record_id,
        one.values, rank, one.owner_id, by.now,
    ]  # fmt: skip


def touched() -> tuple[uuid.UUID, ...] | None:
    """The files and FIRs that this transaction changed; None where they are too many to name."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.touched', true)")
        noted: str = cursor.fetchone()[0] or ""
    if noted.startswith(MANY):
        return None
    return tuple(uuid.UUID(one) for one in noted.split(",") if one)


def touched_in() -> frozenset[str]:
    """The tables in which this transaction made or took rows, and the `table.column`s that it changed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.touched_in', true)")
        return frozenset((cursor.fetchone()[0] or "").split(",")) - {""}


@lru_cache(maxsize=1024)
def rules_about(places: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that name one of these places: no other can find otherwise than before."""
    parts = [place.split(".") for place in sorted(places)]
    return tuple(rule for rule in RULES if any(_words(rule.query) >= set(part) for part in parts))


@cache
def _words(query: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", query))


def _forget() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.touched', '', true), set_config('app.touched_in', '', true)"
        )


def keep_touched(by: Actor) -> int:
    """After an act: ask the rules anew about what it changed, of her own organisations. The night does the rest."""
    noted = touched()
    rules = rules_about(touched_in()) if noted and by.organisations else ()
    if not noted or not rules:
        return 0
    with counting(by) as counter:
        offices = tuple(by.organisations)
        with connection.cursor() as cursor:
            cursor.execute(REACHED, {"noted": list(noted), "organisations": list(offices)})
            files, firs = cursor.fetchone()
        reach = Reach(offices, every=False, files=tuple(files), firs=tuple(firs))
        came, went = keep(rules, reach, counter)
    _forget()
    return came + went


def keep_all(by: Actor, rules: Iterable[Rule] = RULES) -> dict[str, tuple[int, int]]:
    """At night: the usual amounts, then every rule for every file. By rule, how many came and went.

    What holds no more by the morning ended by itself, as far as anybody knows: nobody is said to have mended it.
    """
    offices = tuple(sorted(by.organisations))
    with connection.cursor() as cursor:
        cursor.execute(USUAL, {"now": by.now, "organisations": list(offices)})
    done = {rule.code: keep([rule], Reach(offices), by, gone=OTHERWISE) for rule in rules}
    _forget()
    return done
