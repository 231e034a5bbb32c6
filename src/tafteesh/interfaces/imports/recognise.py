"""Which sheet is what, where its head is, and which column is which field.

Headings are compared by their words (abbreviations spelt out) and weighed with what stands under them.
The guess is a plain structure: it can be shown, changed by a person, and kept as a profile.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.interfaces.imports.blocks import Block, blocks_of
from tafteesh.interfaces.imports.contents import Contents, contents, sampled
from tafteesh.interfaces.imports.fields import INSTEAD, KINDS, SERIAL, SHEET_NAMES
from tafteesh.interfaces.imports.headings import Heading, heading_text, likeness, name_fit
from tafteesh.interfaces.imports.mapping import Mapping, SheetMapping
from tafteesh.interfaces.imports.matching import Column, match_columns
from tafteesh.interfaces.imports.sheets import Cells, Sheet
from tafteesh.interfaces.imports.sides import side, sides_of, stand_alone
from tafteesh.interfaces.imports.wide import GAIN, parts_of

HEAD_WITHIN = 15
SAMPLE = 60
LEAST_SCORE = 45
LEAST_NAME, FITS_WELL = 90, 0.9
LEAST_STACKED = 55  # under another register of the same sheet


def sheet_score(kind: str, columns: Sequence[Column], name: str) -> int:
    """How sure it is that a sheet with these columns is of this kind."""
    by_name = {f.name: f for f in KINDS[kind]}
    found = {c.field: c.score for c in columns if c.field in by_name}
    numbered = any(c.field == SERIAL.name for c in columns)
    spare = {other for others in INSTEAD.values() for other in others if other not in found}
    weight = sum(f.weight for f in KINDS[kind] if f.name not in spare or f.weight > 1)
    reached = sum(by_name[name_].weight * score / 100 for name_, score in found.items())
    headed = sum(1 for c in columns if c.heading.strip())
    named = sum(1 for c in columns if c.field)
    fit = named / max(1, headed)
    hint = name_fit(name, SHEET_NAMES[kind])
    missing = _missing(kind, found)
    if kind == "survivors" and "code" not in found and found.get("name", 0) >= LEAST_NAME:
        missing -= 1 if numbered or fit > FITS_WELL else 0  # told by her number, or asked about
    return int(55 * min(1, reached / weight) + 35 * fit + 0.25 * hint - 14 * missing)


def _missing(kind: str, found: Collection[str]) -> int:
    """How many of the fields that such a sheet cannot do without are not there in any way."""
    musts = (f.name for f in KINDS[kind] if f.weight == 3)
    return sum(
        1
        for must in musts
        if must not in found and not (must in INSTEAD and set(INSTEAD[must]) <= set(found))
    )


def _heads(rows: Sequence[Cells]) -> Iterator[tuple[int, int, list[Heading]]]:
    """Candidate heads: one row, or two of which the upper names groups."""
    limit = min(HEAD_WITHIN, len(rows))
    likely = sorted(range(limit), key=lambda i: -likeness(rows[i]))[:3]
    for first in sorted({i for row in likely for i in (row - 1, row) if i >= 0}):
        words = [heading_text(cell) for cell in rows[first]]
        if len({word for word in words if word}) < 2:
            continue
        yield first, first, [Heading(word) for word in words]
        if first + 1 < limit and _may_stand_under(rows[first + 1]):
            yield first, first + 1, _joined(words, [heading_text(cell) for cell in rows[first + 1]])


def _may_stand_under(cells: Cells, *, share: float = 0.4) -> bool:
    """Whether a row can be the lower half of a head: words of headings, no dates, no numbers."""
    filled = [cell for cell in cells if cell not in ("", None)]
    words = [cell for cell in filled if isinstance(cell, str)]
    return (
        len(words) >= 2 and len(words) == len(filled) and likeness(cells) >= share * len(set(words))
    )


def _half_a_head(rows: Sequence[Cells], row: int) -> int:
    """What it costs a head of one row that the row above or below it looks like the other half."""
    below = rows[row + 1] if row + 1 < len(rows) else []
    above = rows[row - 1] if row else []
    is_upper = len({c for c in above if c not in ("", None)}) >= 3 and _may_stand_under(
        above, share=0.6
    )
    return 15 if is_upper or _may_stand_under(below, share=0.6) else 0


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[Heading]:
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    joined, group = [], ""
    for top, bottom in zip(above, below, strict=True):
        group = top or (group if bottom else "")
        joined.append(Heading(bottom or group, group if bottom else ""))
    return joined


def recognise_block(block: Block, known_codes: Collection[str] = ()) -> list[SheetMapping]:
    """The best reading of a block of rows: one register, several in one, or none (kind is empty then)."""
    runs = sides_of(block.top)
    if len(runs) > 1:
        codes = set(known_codes) | _codes_beside(block, runs)
        sides = [part for run in runs for part in _best_of(side(block, run), codes)]
        if len(sides) == len(runs) and stand_alone(sides):
            return sides
    return _best_of(block, known_codes)


def _codes_beside(block: Block, runs: Sequence[tuple[int, int]]) -> set[str]:
    """The codes that a register of survivors on one side gives to the others."""
    parts = [part for run in runs for part in _best_of(side(block, run), ())]
    sheet = block.top
    return {
        folded(text)
        for part in parts
        if part.kind == "survivors"
        for column in part.columns
        if column.field == "code"
        for cell in sampled(sheet[part.head_rows[1] - block.first + 1 :], column.index)
        if (text := cell_text(cell))
    }


def _best_of(
    block: Block,
    known_codes: Collection[str],
    kinds: Collection[str] = tuple(KINDS),
    gain: int = GAIN,
) -> list[SheetMapping]:
    best, best_score, at = SheetMapping(block.sheet, "", (0, 0)), 0.0, 0
    chosen: tuple[list[Heading], list[Contents]] = ([], [])
    for first, last, headings in _heads(block.top):
        body = block.top[last + 1 : last + 1 + SAMPLE]
        if not body:
            continue
        found = [contents(sampled(body, i), known_codes) for i in range(len(headings))]
        cut = 3 if last > first else _half_a_head(block.top, first)
        for kind in kinds:
            columns = match_columns(kind, headings, found)
            score = sheet_score(kind, columns, block.sheet)
            if score - cut > best_score:
                best_score, at, chosen = score - cut, first, (headings, found)
                rows = (block.first + first, block.first + last)
                best = SheetMapping(block.sheet, kind, rows, columns, score, block.last)
    up = at - _first_such(block.top, at)
    best.head_rows = (best.head_rows[0] - up, best.head_rows[1] - up)
    alone = sum(1 for column in best.columns if column.field)
    if parts := parts_of(*chosen, alone, gain) if chosen[0] and len(kinds) == len(KINDS) else {}:
        return [replace(best, kind=kind, columns=parts[kind], score=70) for kind in parts]
    return [best if best.score >= LEAST_SCORE else replace(best, kind="")]


def _first_such(rows: Sequence[Cells], at: int) -> int:
    """The first row with these very words: a head that is repeated on every page begins with the first."""
    words = [folded(heading_text(cell)) for cell in rows[at]] if at < len(rows) else []
    return next(
        (i for i in range(at) if [folded(heading_text(cell)) for cell in rows[i]] == words), at
    )


@dataclass
class Guess:
    """One block of rows with its reading."""

    block: Block
    parts: list[SheetMapping]

    @property
    def kind(self) -> str:
        """The first of its registers."""
        return self.parts[0].kind


def recognise(sheets: Sequence[Sheet], known_codes: Collection[str] = ()) -> Mapping:
    """The guess for a whole workbook: registers of survivors first, for their codes tell the others."""
    guesses = [(sheet, guess) for sheet in sheets for guess in _guessed(sheet, known_codes)]
    codes = set(known_codes)
    for sheet, guess in guesses:
        codes |= _codes_of(sheet, guess.parts[0])
    for _sheet, guess in guesses:
        if codes != set(known_codes) and guess.kind != "survivors":
            guess.parts = recognise_block(guess.block, codes)
    _names_only(guesses, codes)
    if not known_codes:
        _only_here(guesses, codes)
    mapping = Mapping([part for _sheet, guess in guesses for part in guess.parts])
    _number_as_code(mapping, {id(guess.parts[0]): guess.block for _sheet, guess in guesses})
    return mapping


def _names_only(guesses: Sequence[tuple[Sheet, "Guess"]], codes: Collection[str]) -> None:
    """Where one sheet is the register of survivors, another that only names them is no second one."""
    if not any([part.kind for part in guess.parts] == ["survivors"] for _sheet, guess in guesses):
        return
    for _sheet, guess in guesses:
        hers = next((part for part in guess.parts if part.kind == "survivors"), None)
        if len(guess.parts) > 1 and hers and not any(c.field == "code" for c in hers.columns):
            parts = _best_of(guess.block, codes, [kind for kind in KINDS if kind != "survivors"])
            guess.parts = parts if parts[0].kind else guess.parts


def _only_here(guesses: Sequence[tuple[Sheet, "Guess"]], codes: Collection[str]) -> None:
    """What no other sheet holds is read where it stands: her name in a register of FIRs, her FIR beside her name."""
    for _sheet, guess in guesses:
        others = {p.kind for _sheet, other in guesses if other is not guess for p in other.parts}
        if len(guess.parts) > 1 or not guess.kind or guess.parts[0].score < LEAST_SCORE:
            continue
        parts = _best_of(guess.block, codes, gain=1)
        added = {part.kind for part in parts} - {guess.kind}
        if len(parts) > 1 and not added & others and all(map(_is_known_by, parts)):
            guess.parts = parts


def _is_known_by(part: SheetMapping) -> bool:
    """Whether a part of a row tells who she is, and of which FIR it is."""
    named = {column.field for column in part.columns}
    needs = {"survivors": {"code", "name"}, "fir": {"survivor_codes"}}
    return needs.get(part.kind, set()) <= named


def _number_as_code(mapping: Mapping, blocks: dict[int, Block]) -> None:
    """An office with one register of survivors and no codes tells them by their number in it."""
    registers = [part for part in mapping.sheets if part.kind == "survivors"]
    if len(registers) != 1 or any(c.field == "code" for c in registers[0].columns):
        return
    (register,) = registers
    serial = next((c for c in register.columns if c.field == "serial"), None)
    block = blocks.get(id(register))
    if serial is None or block is None:
        return
    cells = sampled(block.top[register.head_rows[1] - block.first + 1 :], serial.index)
    numbers = [text for cell in cells if (text := cell_text(cell)).isdigit()]
    if numbers and len(numbers) == len(set(numbers)):
        serial.field, serial.score = "code", LEAST_SCORE


def _guessed(sheet: Sheet, known_codes: Collection[str]) -> list[Guess]:
    """The blocks of a sheet; what is no register by itself belongs to the one above it."""
    guesses: list[Guess] = []
    for block in blocks_of(sheet):
        parts = recognise_block(block, known_codes)
        is_sure = parts[0].kind and parts[0].score >= LEAST_STACKED
        if guesses and guesses[-1].kind and not is_sure:
            guesses[-1].block.last = block.last
            for part in guesses[-1].parts:
                part.last = block.last
        else:
            guesses.append(Guess(block, parts))
    return guesses


def _codes_of(sheet: Sheet, mapping: SheetMapping) -> set[str]:
    """The codes that a register of survivors gives."""
    column = next((c.index for c in mapping.columns if c.field == "code"), None)
    if mapping.kind != "survivors" or column is None:
        return set()
    rows = (cells for _number, cells in sheet.numbered(mapping.head_rows[1], mapping.last))
    cells = (row[column] for row in rows if column < len(row))
    return {folded(text) for cell in cells if (text := cell_text(cell))}
