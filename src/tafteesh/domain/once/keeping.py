"""Keeping the table of pairs: what was found is proposed once, and what a person said of it is not asked again."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Q

from tafteesh.domain.once.comparing import Compared, beside, compare
from tafteesh.domain.once.evidence import STRONG, Sign
from tafteesh.domain.once.models import Pair
from tafteesh.domain.once.scoring import shipped
from tafteesh.domain.once.traits import opened_traits
from tafteesh.foundation.access.actor import Actor

# The checksum of all that is compared of a file: when it is another, the file is looked at again.
_MARKS = """
SELECT f.id, f.organisation_id, md5(concat_ws('|',
  (SELECT string_agg(t.token::text, ',' ORDER BY t.token) FROM files_nametoken t
   WHERE t.survivor_file_id = f.id),
  (SELECT concat_ws(',', i.born_earliest, i.born_latest, i.gender, md5(i.phone), md5(i.address))
   FROM files_identity i WHERE i.survivor_file_id = f.id),
  f.block_id, f.gram_panchayat,
  (SELECT string_agg(l.fir_id::text, ',' ORDER BY l.fir_id) FROM proceedings_firsurvivor l
   WHERE l.survivor_file_id = f.id AND l.withdrawn_at IS NULL),
  (SELECT string_agg(h.id::text, ',' ORDER BY h.id) FROM files_householdmember h
   WHERE h.survivor_file_id = f.id AND h.withdrawn_at IS NULL)))::uuid AS mark
FROM files_survivorfile f
WHERE f.withdrawn_at IS NULL AND f.organisation_id = ANY(%(organisations)s)
  AND (%(every)s OR f.id = ANY(%(files)s))"""
_CHANGED = f"""
SELECT m.id FROM ({_MARKS}) m LEFT JOIN once_looked k ON k.survivor_file_id = m.id
WHERE k.mark IS DISTINCT FROM m.mark ORDER BY k.looked_at NULLS FIRST, m.id LIMIT %(most)s"""
_NOTE = f"""
INSERT INTO once_looked (survivor_file_id, organisation_id, mark, looked_at)
SELECT m.id, m.organisation_id, m.mark, %(now)s FROM ({_MARKS}) m
ON CONFLICT (survivor_file_id) DO UPDATE SET mark = EXCLUDED.mark, looked_at = EXCLUDED.looked_at,
  organisation_id = EXCLUDED.organisation_id"""


def changed_files(counter: Actor, most: int) -> list[uuid.UUID]:
    """Files of which something compared is not what it was when they were last looked at."""
    asked: dict[str, Any] = {
        "organisations": list(counter.offices),
        "every": True,
        "files": [],
        "most": most,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CHANGED, asked)
        return [file for (file,) in cursor.fetchall()]


def note_looked(files: Sequence[uuid.UUID], counter: Actor) -> None:
    """Write down what these files looked like when they were compared."""
    asked: dict[str, Any] = {
        "organisations": list(counter.offices), "every": False, "files": list(files),
        "now": counter.now,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_NOTE, asked)


def keep_pairs(files: Sequence[uuid.UUID], came_from: Pair.From, counter: Actor) -> list[Pair]:
    """Compare these files and keep what was found; answers the pairs that wait for somebody now."""
    found = {(pair.one, pair.other): pair for pair in compare(files, counter)}
    known = _known(files, counter)
    waiting = [
        pair
        for key, one in found.items()
        if (pair := _brought_in_line(known.get(key), one, came_from, counter)) is not None
    ]
    _drop_the_unlikely([pair for key, pair in known.items() if key not in found], counter)
    note_looked(files, counter)
    return waiting


def _known(files: Iterable[uuid.UUID], counter: Actor) -> dict[tuple[uuid.UUID, uuid.UUID], Pair]:
    wanted = list(files)
    rows = Pair.objects.visible_to(counter).filter(
        Q(survivor_file__in=wanted) | Q(other_file__in=wanted)
    )
    return {(row.survivor_file_id, row.other_file_id): row for row in rows}


def _brought_in_line(
    row: Pair | None, found: Compared, came_from: Pair.From, counter: Actor
) -> Pair | None:
    """The row of a pair as it stands now, where it waits; None where somebody has answered it."""
    is_new = row is None
    if row is None:
        row = Pair(
            organisation_id=found.organisation,
            survivor_file_id=found.one,
            other_file_id=found.other,
            came_from=came_from,
            found_at=counter.now,
        )
    elif row.state == Pair.State.JOINED or (
        row.state != Pair.State.PROPOSED and not is_stronger(row, found)
    ):
        return None
    elif row.state != Pair.State.PROPOSED:
        row.came_from, row.found_at, row.state = came_from, counter.now, Pair.State.PROPOSED
    row.chance, row.crowd = round(1000 * found.chance), min(found.crowd, 999)
    row.signs = sorted(found.signs)
    if is_new:  # two people may find it in the same moment: it is one pair all the same
        Pair.objects.visible_to(counter).bulk_create([row], ignore_conflicts=True)
    else:
        row.save()
    return row


def is_stronger(row: Pair, found: Compared) -> bool:
    """Whether what is known now is strictly stronger than what was known when the pair was answered.

    It is where a strong sign (one phone, one FIR, one exact day of birth, one father or husband) speaks for
    one person that did not speak then, and the chance is higher than it was.
    """
    new = (STRONG & found.signs) - {Sign(sign) for sign in row.settled_signs}
    return bool(new) and round(1000 * found.chance) > row.settled_chance


def _drop_the_unlikely(rows: Sequence[Pair], counter: Actor) -> None:
    """A pair that nobody answered and that was corrected away waits no more."""
    waiting = [row for row in rows if row.state == Pair.State.PROPOSED]
    ids = {file for row in waiting for file in (row.survivor_file_id, row.other_file_id)}
    known = opened_traits(ids, counter) if ids else {}
    for row in waiting:
        one, other = known.get(row.survivor_file_id), known.get(row.other_file_id)
        if not one or not other or beside(one, other, row.crowd).chance < shipped().line:
            row.delete()
