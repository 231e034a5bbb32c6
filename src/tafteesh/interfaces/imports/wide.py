"""One wide register: each row holds the survivor, her FIR and her claim. It is read as several registers at once."""

from collections.abc import Sequence

from tafteesh.interfaces.imports.contents import Contents, is_foreign
from tafteesh.interfaces.imports.fields import KEYS, KINDS
from tafteesh.interfaces.imports.headings import Heading
from tafteesh.interfaces.imports.matching import Column, match_columns, scored

PARTS = ("survivors", "fir", "investigation", "charge_sheet", "compensation", "legal_aid")
SWITCH = 45  # what it costs that the next column belongs to another register
LEAST_IN_PART = 72  # below it a column is rather not read than read as another register's
GAIN = 2  # columns more than one register alone explains
NEEDS = {  # a part is there where one of these sets of columns is
    "survivors": (("code",), ("name",)),
    "fir": (("fir_number",), ("fir",)),
    "investigation": (("agency",), ("received",), ("agency_kind",)),
    "charge_sheet": (("filed",), ("number",)),
    "compensation": (("filed", "asked"), ("awarded", "ordered"), ("asked", "awarded"), ("filed", "awarded")),
    "legal_aid": (("lawyer",),),
}  # fmt: skip
OF_THE_FIR = {
    "fir": "fir",
    "police_station": "fir_station",
    "fir_number": "fir_number",
    "fir_year": "fir_year",
}
Parts = dict[str, list[Column]]


def parts_of(
    headings: Sequence[Heading], found: Sequence[Contents], alone: int, gain: int = GAIN
) -> Parts:
    """The registers that these columns hold together; empty where one register explains them as well."""
    kinds = list(PARTS)
    while len(kinds) > 1:
        parts = _matched(_paths(headings, found, kinds), headings, found)
        missing = [kind for kind in kinds if not _is_there(kind, parts.get(kind, []))]
        if not missing:
            return _with_keys(parts) if _named(parts) >= alone + gain else {}
        kinds = [kind for kind in kinds if kind not in missing]
    return {}


def _paths(
    headings: Sequence[Heading], found: Sequence[Contents], kinds: Sequence[str]
) -> list[str]:
    """For each column its register, so that fits are high and neighbours stay together."""
    fits = {kind: _fits(kind, headings, found) for kind in kinds}
    best: dict[str, tuple[int, tuple[str, ...]]] = dict.fromkeys(kinds, (0, ()))
    for index in range(len(headings)):
        before = max(best.values(), key=lambda one: one[0])
        step = {}
        for kind in kinds:
            stay, change = best[kind], (before[0] - SWITCH, before[1])
            points, path = stay if stay[0] >= change[0] else change
            step[kind] = (points + fits[kind].get(index, 0), (*path, kind))
        best = step
    return list(max(best.values(), key=lambda one: one[0])[1])


def _fits(kind: str, headings: Sequence[Heading], found: Sequence[Contents]) -> dict[int, int]:
    fits: dict[int, int] = {}
    for score, _order, index, candidate in scored(kind, headings, found):
        is_key = candidate.type == "serial" or candidate.name in KEYS.get(kind, ())
        if not is_key and not is_foreign(kind, candidate, found[index]):
            fits[index] = max(fits.get(index, 0), min(100, score))
    return fits


def _matched(path: Sequence[str], headings: Sequence[Heading], found: Sequence[Contents]) -> Parts:
    parts = {}
    for kind in sorted(set(path), key=PARTS.index):
        mine = [h if path[i] == kind else Heading("") for i, h in enumerate(headings)]
        columns = match_columns(kind, mine, found)
        for column, heading in zip(columns, headings, strict=True):
            column.heading = heading.text
            if column.score < LEAST_IN_PART:
                column.field, column.ordinal = "", 0
        parts[kind] = columns
    return parts


def _is_there(kind: str, columns: Sequence[Column]) -> bool:
    named = {column.field for column in columns if column.field and column.score >= 70}
    own = named - KEYS.get(kind, frozenset()) - {"serial"}
    is_whole = kind in ("survivors", "legal_aid") or (kind == "fir" and "fir" in own)
    least = 1 if is_whole else 2
    return len(own) >= least and any(set(need) <= named for need in NEEDS[kind])


def _named(parts: Parts) -> int:
    return sum(1 for columns in parts.values() for column in columns if column.field)


def _with_keys(parts: Parts) -> Parts:
    """Each part says of whom and of which FIR it is: from the columns of the others."""
    codes = [
        c.index
        for p in parts.values()
        for c in p
        if c.field in ("code", "survivor_code", "survivor_codes")
    ]
    firs = {c.index: OF_THE_FIR[c.field] for c in parts.get("fir", ()) if c.field in OF_THE_FIR}
    for kind, columns in parts.items():
        names = {field.name for field in KINDS[kind]}
        wanted = next((n for n in ("code", "survivor_code", "survivor_codes") if n in names), "")
        here = {column.field for column in columns}
        for column in columns:
            if column.field:
                continue
            if column.index in codes[:1] and wanted and wanted not in here:
                column.field, column.score = wanted, 100
            elif column.index in firs and kind in ("investigation", "charge_sheet"):
                column.field, column.score = firs[column.index], 100
    return parts
