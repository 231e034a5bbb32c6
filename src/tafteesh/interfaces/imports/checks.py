"""Does a row make sense in itself, and beside the others? Each rule says what it sees and what to do.

A rule speaks only where both facts are known; with an approximate day it speaks only when no day of the
range would be right.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from rapidfuzz import fuzz, process

from tafteesh.foundation.kernel.approx_date import ApproxDate, Precision
from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.interfaces.imports.book import LISTED, SPELT, Workbook, fir_key, own_fir
from tafteesh.interfaces.imports.contents import LISTS
from tafteesh.interfaces.imports.naming import told_by_name
from tafteesh.interfaces.imports.readings import REJECTED, StagedRow
from tafteesh.interfaces.imports.taking.values import meaning

RARE = 0.03
WHOSE = frozenset({"code", "survivor_code", "survivor_codes", "fir", "fir_number", "level"})


def surely_before(one: ApproxDate | None, other: ApproxDate | None) -> bool:
    """Whether no reading of the two days lets the first come on or after the second.

    "About Kali Puja" or "early 2019" is somebody's memory: the whole year is allowed for it.
    """
    if one is None or other is None:
        return False
    latest, earliest = one.latest, other.earliest
    if one.precision is Precision.ABOUT:
        latest = latest.replace(month=12, day=31)
    if other.precision is Precision.ABOUT:
        earliest = earliest.replace(month=1, day=1)
    return latest < earliest


Rule = Callable[[StagedRow, Workbook], None]


def _say(row: StagedRow, name: str, kind: str, fix: str = "") -> None:
    if not any(doubt.field == name and doubt.kind == kind for doubt in row.doubts):
        row.doubt(name, kind, fix)


def _after(row: StagedRow, late: str, early: str, kind: str) -> None:
    """The day `late` must not stand before the day `early`."""
    if surely_before(row.day(late), row.day(early)):
        _say(row, late, kind)


def survivor_rules(row: StagedRow, book: Workbook) -> None:
    born, taken = row.day("born"), row.day("taken")
    if surely_before(taken, born):
        _say(row, "born", "born after trafficking")
    elif surely_before(row.day("intake"), born):
        _say(row, "born", "born after intake")
    elif born and row.day("intake") and not _age_fits(born, row.day("intake") or born):
        _say(row, "born", "impossible age")
    _after(row, "rescued", "taken", "rescue before trafficking")
    code = folded(str(row.values.get("code") or ""))
    if not code:
        _say(row, "code", "code missing")
    elif row.is_part and _said_before(row, (row.kind, code), book):
        row.status, row.reason = REJECTED, "repeated"
    elif code in book.code_rows:
        _say(row, "code", "same code twice")
    else:
        book.code_rows[code] = row.number


def _age_fits(born: ApproxDate, at: ApproxDate) -> bool:
    return at.latest.year - born.earliest.year >= 2 and at.earliest.year - born.latest.year <= 90


def fir_rules(row: StagedRow, book: Workbook) -> None:
    diary, fir = row.day("diary_date"), row.day("fir_date")
    if surely_before(fir, diary):
        _say(row, "diary_date", "diary after the FIR")
    key = own_fir(row)
    if key is None:
        _with_the_year_of_its_date(row, fir)
        return
    if fir and not (fir.earliest.year - 1 <= key[2] <= fir.latest.year + 1):
        _say(row, "fir_date", "year of the FIR and its date differ")
    if key in book.fir_rows:
        _of_another_survivor(row, key, book)
    else:
        _said_before(row, (row.kind, *key), book)
    book.fir_rows.setdefault(key, row.number)
    _known_codes(row, book, "survivor_codes")


def _said_before(row: StagedRow, key: tuple[Any, ...], book: Workbook) -> bool:
    """Whether an earlier row of that key says all that this one says; the first is remembered."""
    says = {
        n: hash(_plainly(v)) for n, v in row.values.items() if n != "survivor_codes" and n[0] != "_"
    }
    before = book.said.setdefault(key, says)
    return before is not says and all(before.get(name) == said for name, said in says.items())


def _of_another_survivor(row: StagedRow, key: tuple[str, int, int], book: Workbook) -> None:
    """A FIR of two survivors may stand in two rows: the second adds her, where all else is the same."""
    if row.values.get("survivor_codes") and _said_before(row, (row.kind, *key), book):
        row.values["joins"] = True
    elif row.is_part and _said_before(row, (row.kind, *key), book):
        row.status, row.reason = REJECTED, "repeated"
    else:
        _say(row, "fir_number", "FIR repeated")


def _with_the_year_of_its_date(row: StagedRow, fir: ApproxDate | None) -> None:
    """A number without its year: the year of the FIR's date is proposed, never taken."""
    number = str(row.values.get("_suspect_fir_number") or "")
    for doubt in row.doubts:
        if doubt.kind == Doubt.FIR_WITHOUT_YEAR and fir and number.isdigit() and not doubt.fix:
            doubt.fix = f"{number}/{fir.earliest.year}" if fir.exact else ""


def _known_codes(row: StagedRow, book: Workbook, name: str) -> None:
    codes = [str(code) for code in row.values.get(name) or []]
    known = {code: folded(code) in book.codes for code in codes}
    if not book.has_survivors or all(known.values()):
        return
    meant = [code if known[code] else nearest(code, book.codes) for code in codes]
    _say(row, name, "unknown survivor", ", ".join(meant) if all(meant) else "")


def nearest(code: str, known: Iterable[str]) -> str:
    """The existing code that looks most like this one, where one does."""
    found = process.extractOne(folded(code), known, scorer=fuzz.ratio, score_cutoff=90)
    return str(found[0]).upper() if found else ""


def refers_to_survivor(row: StagedRow, book: Workbook) -> None:
    code = row.values.get("survivor_code") or told_by_name(row, book)
    if not code:
        if not row.doubts:
            _say(row, "survivor_code", "code missing")
    elif book.has_survivors and folded(str(code)) not in book.codes:
        fix = nearest(str(code), book.codes)
        _say(row, "survivor_code", "unknown survivor", fix)


def refers_to_fir(row: StagedRow, book: Workbook) -> None:
    key = fir_key(row.values.get("fir"))
    if key is None or not book.has_firs or key in book.firs:
        return
    same_number = book.stations.get(key[1:], [])
    meant = process.extractOne(key[0], same_number, scorer=fuzz.ratio, score_cutoff=80)
    if meant:  # the station is spelt a little otherwise
        row.values["fir"] = [meant[0], *key[1:]]
    else:
        fix = f"{same_number[0].title()} {key[1]}/{key[2]}" if len(same_number) == 1 else ""
        _say(row, "fir", "unknown FIR", fix)


def _fir_day(row: StagedRow, book: Workbook) -> ApproxDate | None:
    key = fir_key(row.values.get("fir"))
    return book.firs.get(key) if key else None


def investigation_rules(row: StagedRow, book: Workbook) -> None:
    _after(row, "ends", "starts", "ends before it begins")
    _after(row, "received", "ordered", "papers before the order")
    _after(row, "ordered", "requested", "order before the request")
    key, starts, ends = fir_key(row.values.get("fir")), row.day("starts"), row.day("ends")
    starts = starts or row.day("received")
    if key is None or starts is None or row.doubts:
        return
    for begins, until in book.spells[key]:
        ours_later = until is not None and until.earliest <= starts.latest
        theirs_later = ends is not None and ends.earliest <= begins.latest
        if not ours_later and not theirs_later and until is not None and ends is not None:
            _say(row, "starts", "two agencies at once")
    book.spells[key].append((starts, ends))


def charge_sheet_rules(row: StagedRow, book: Workbook) -> None:
    if surely_before(row.day("filed"), _fir_day(row, book)):
        _say(row, "filed", "charge sheet before the FIR")


def correction_rules(row: StagedRow, _book: Workbook) -> None:
    _after(row, "decided", "filed", "decision before the filing")


def hearing_rules(row: StagedRow, _book: Workbook) -> None:
    following, day = row.day("next"), row.day("on")
    if following and day and following.latest <= day.earliest:
        _say(row, "next", "next date before the hearing")


def compensation_rules(row: StagedRow, book: Workbook) -> None:
    _after(row, "ordered", "filed", "order before claim")
    _after(row, "appeal_ordered", "ordered", "appeal before the order")
    awarded = row.values.get("awarded") or 0
    for name in ("awarded", "asked", "appeal_awarded"):
        if _is_odd(name, row.values.get(name) or 0, book):
            _say(row, name, "missing zero")
    in_force = max(awarded, row.values.get("appeal_awarded") or 0)
    credits_ = row.values.get("credits") or []
    if in_force and sum(paise or 0 for _day, paise in credits_) > in_force:
        _say(row, "credits", "credit larger than order")
    for number, (day, _paise) in enumerate(credits_, start=1):
        if surely_before(day, row.day("ordered")):
            _say(row, f"credit_on.{number}", "credit before the order")
    if not in_force and any(paise for _day, paise in credits_) and "awarded" in row.headings:
        _say(row, "credits", "credit without an order")


def _is_odd(name: str, paise: int, book: Workbook) -> bool:
    if not paise or name not in book.amounts:
        return False
    middle, spread = book.amounts[name]
    return abs(math.log10(paise) - middle) > max(0.95, 5 * spread)


def legal_aid_rules(row: StagedRow, _book: Workbook) -> None:
    _after(row, "ends", "starts", "ends before it begins")
    _after(row, "assigned", "requested", "assigned before the request")


def meeting_rules(row: StagedRow, book: Workbook) -> None:
    _after(row, "kept", "on", "promise kept before it was made")
    _known_codes(row, book, "survivor_codes")


RULES: dict[str, tuple[Rule, ...]] = {
    "survivors": (survivor_rules,),
    "fir": (fir_rules,),
    "investigation": (refers_to_fir, investigation_rules),
    "charge_sheet": (refers_to_fir, charge_sheet_rules),
    "correction": (refers_to_fir, correction_rules),
    "compensation": (refers_to_survivor, compensation_rules),
    "legal_aid": (refers_to_survivor, legal_aid_rules),
    "hearings": (refers_to_fir, hearing_rules),
    "meetings": (meeting_rules,),
    "diary": (refers_to_survivor,),
}


def known_words(row: StagedRow, book: Workbook) -> None:
    """A rare word that is not on the list is a doubt; one that the office uses often is its own word."""
    for name in LISTED.get(row.kind, ()):
        if not (word := row.values.get(name)):
            continue
        key = (row.kind, name, str(word))
        if key not in book.judged:
            book.judged[key] = _judge(*key, book)
        if (fix := book.judged[key]) is not None:
            row.doubt(name, f"unknown {name}", fix)


def _judge(kind: str, name: str, word: str, book: Workbook) -> str | None:
    """None for a word that stands on the list or that the office uses often, else the nearest of the list."""
    known, counter = LISTS[(kind, name)], book.words.get((kind, name), Counter())
    often = counter[folded(word).replace("_", " ")]
    if meaning(word, known) is not None or often > max(2, RARE * counter.total()):
        return None
    plain = folded(word).replace("_", " ").replace("-", " ")
    fix = process.extractOne(plain, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return str(fix[0]) if fix else ""


def content(row: StagedRow) -> str:
    """What a row says, however it is written: the same for two rows that say the same. Asked once for a row."""
    if not row.says:
        values = row.values
        said = [f"{name}={_plainly(values[name])}" for name in sorted(values) if name[0] != "_"]
        row.says = folded("|".join(said))
    return row.says


def _plainly(value: Any) -> str:
    if isinstance(value, ApproxDate):
        return f"{value.earliest}/{value.latest}"
    if isinstance(value, list | tuple):
        return ";".join(map(_plainly, value))
    return str(value)


def repeated(row: StagedRow, book: Workbook) -> None:
    """The same row again: what only numbers the rows may differ. Where a column that is not read differs, it is asked."""
    if len(row.values) < 3:
        return
    says = hash((row.kind, row.sheet, content(row)))
    whole = hash((says, _unread(row)))
    if whole in book.seen:
        row.status, row.reason = REJECTED, "repeated"
    elif says in book.seen and not row.is_part and not row.doubts and WHOSE & row.values.keys():
        _say(row, "", "same row twice")
    book.seen |= {says, whole}


def _unread(row: StagedRow) -> str:
    """What stands in the row beside what was read of it; whole numbers only count the rows."""
    cells = (cell_text(cell) for i, cell in enumerate(row.raw) if i not in row.columns)
    texts = [folded(text) for text in cells if not (text.isdigit() and len(text) < 6)]
    suspects = [str(value) for name, value in sorted(row.values.items()) if name[0] == "_"]
    return "|".join(texts + suspects)


def respell(row: StagedRow, book: Workbook) -> None:
    """Give names of offices and people the spelling that the workbook uses most."""
    for name in SPELT & row.values.keys():
        if isinstance(word := row.values[name], str):
            row.values[name] = book.spelling.get(folded(word), word)


def check_row(row: StagedRow, book: Workbook) -> None:
    """All rules of the row's kind."""
    respell(row, book)
    repeated(row, book)
    if row.status == REJECTED:
        return
    known_words(row, book)
    for rule in RULES[row.kind]:
        rule(row, book)
