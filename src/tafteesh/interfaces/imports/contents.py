"""What stands in a column, apart from what it is called: dates, amounts, FIRs, codes, words of a list."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from tafteesh.foundation.kernel.digits import cell_text, folded
from tafteesh.foundation.kernel.no_answer import read_no_answer
from tafteesh.interfaces.imports.ditto import is_ditto
from tafteesh.interfaces.imports.sheets import Cell
from tafteesh.interfaces.imports.taking import codes
from tafteesh.interfaces.imports.vocabulary.field import Field

LISTS: dict[tuple[str, str], Mapping[str, object]] = {
    ("survivors", "status"): codes.FILE_STATUS,
    ("survivors", "case_kind"): codes.CASE_KINDS,
    ("survivors", "gender"): codes.GENDERS,
    ("fir", "area"): codes.AREAS,
    ("investigation", "agency_kind"): codes.AGENCIES,
    ("correction", "of"): codes.CORRECTION_OF,
    ("correction", "result"): codes.RESULTS,
    ("compensation", "result"): codes.CLAIM_RESULTS,
    ("compensation", "signed_by"): codes.LAWYER_KINDS,
    ("legal_aid", "lawyer_kind"): codes.LAWYER_KINDS,
    ("meetings", "level"): codes.LEVELS,
}
# Words that help to know a column, though offices may use others in it.
HINTS: dict[tuple[str, str], Mapping[str, object]] = {
    **LISTS,
    ("correction", "reason"): codes.REASONS,
    ("correction", "forum"): codes.FORUMS,
    ("compensation", "drafted_by"): codes.LAWYER_KINDS,
    ("compensation", "decision"): codes.DECISIONS,
    ("diary", "mode"): codes.MODES,
    ("diary", "about"): codes.ABOUT,
    ("hearings", "outcome"): codes.OUTCOMES,
}
DATE_LIKE = re.compile(
    r"(?:\d{1,2}|\d{4})(?:st|nd|rd|th|ই|শে|রা|লা|ঠা)?[-/. ]+(?:[^\W_]|[\u0900-\u09ff]){1,14}[-/., ]+\d{1,4}$"
    r"|(?:[^\W\d_]|[\u0900-\u09ff]){3,14}[ ,.-]+(?:\d{1,2}(?:st|nd|rd|th)?[ ,.-]+)?\d{2,4}$"
)
MONEY_LIKE = re.compile(
    r"₹|/-|\brs\b|\blakhs?\b|\blacs?\b|টাকা|লাখ|লক্ষ|लाख|रुपये|\bcrore\b", re.IGNORECASE
)
NUMBER_LIKE = re.compile(r"[\d,.]+(?:/-)?")
PHONE_LIKE = re.compile(r"(?:\+?91[ -]?|0)?[6-9]\d{4}[ -]?\d{4,5}")
NUMBER_AND_YEAR = re.compile(r"\d{1,6} ?(?:/|\bof\b|-) ?(?:\d{4}|\d{2})(?!\d)", re.IGNORECASE)
YEAR_LIKE = re.compile(r"(?:19|20)\d\d|\d\d")
SECTION_LIKE = re.compile(
    r"\b(?:ipc|bns|itpa|itp|pocso|jj|pcma|crpc|bnss)\b|আইপিসি|भादवि", re.IGNORECASE
)
CODE_LIKE = re.compile(r"(?=.*\d)[A-Za-z]{0,8}[-/ ]?\d[\dA-Za-z/.-]*")
WHOLE = (("phone", PHONE_LIKE), ("number", NUMBER_LIKE), ("number_year", NUMBER_AND_YEAR))
# A column of these says nothing of what it is about.
YES_OR_NO = frozenset({"yes", "no", "y", "n", "ok", "done", "হ্যাঁ", "না", "हाँ", "हां", "नहीं"})
PARTS = re.compile(r"[,;\n|]| and | & ")


@dataclass
class Contents:
    """Shares (0 to 1) of the filled cells of a column that look like something."""

    filled: int = 0
    shares: dict[str, float] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    known_codes: float | None = None  # None: no codes are known to compare with
    years: float = 0.0

    def share(self, look: str) -> float:
        """The share of cells with that look."""
        return self.shares.get(look, 0.0)

    def of_list(self, words: Mapping[str, object]) -> float:
        """The share of cells whose words stand on a list."""
        return sum(1 for word in self.words if word in words) / max(1, len(self.words))


FIR_WORDS = re.compile(r"\b(?:p\.?s|case|fir|thana|gr)\b|থানা|মামলা|এফআইআর|थाना|मामला", re.IGNORECASE)


NO_STATION = re.compile(
    r"\b(?:f\.?i\.?r|case|cr|crime|gr|p\.?s|police|station|no|number|nos|of|dt|dtd|dated|date|the|under)\b\.?"
    r"|থানা|মামলা|নং|এফআইআর|थाना|मामला|एफआईआर|संख्या",
    re.IGNORECASE,
)
# What an office writes where it writes no name: Girl 1, Survivor12.
STANDS_IN = re.compile(r"(?:[^\W\d_]|[\u0900-\u09ff]){3,} ?\d{1,2}")
STATION = re.compile(r"(?:[^\W\d_]|[\u0900-\u09ff]){3,}")


def _looks(cell: Cell, text: str) -> str:
    if isinstance(cell, date | datetime):
        return "date"
    whole = next((look for look, pattern in WHOLE if pattern.fullmatch(text)), "")
    if whole and not SECTION_LIKE.search(text):
        return whole
    return _looks_of_words(text)


def _looks_of_words(text: str) -> str:
    if FIR_WORDS.search(text) and (cited := NUMBER_AND_YEAR.search(text)):
        return (
            "fir" if STATION.search(NO_STATION.sub(" ", _without(text, cited))) else "number_year"
        )
    if SECTION_LIKE.search(text):
        return "section"
    if MONEY_LIKE.search(text) and any(sign.isdigit() for sign in text):
        return "money"
    if DATE_LIKE.match(text):
        return "date"
    if found := NUMBER_AND_YEAR.search(text):
        rest = _without(text, found)
        return "fir" if sum(1 for sign in rest if sign.isalpha()) >= 4 else "number_year"
    return "code" if CODE_LIKE.fullmatch(text) else "text"


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"


def contents(cells: Iterable[Cell], known_codes: Collection[str]) -> Contents:
    """Look at a sample of a column."""
    found, looks, among = Contents(), [], 0
    for cell in cells:
        text = cell_text(cell)
        if not text or is_ditto(cell) or (type(cell) is str and read_no_answer(cell) is not None):
            continue
        looks.append(_looks(cell, text))
        found.words.append(folded(text).replace("_", " ").replace("-", " "))
        if known_codes:
            among += any(folded(part) in known_codes for part in PARTS.split(text))
    found.filled = len(looks)
    found.shares = {look: looks.count(look) / len(looks) for look in set(looks)}
    found.years = sum(1 for word in found.words if YEAR_LIKE.fullmatch(word)) / max(1, len(looks))
    if known_codes and looks:
        found.known_codes = among / len(looks)
    return found


def _date(found: Contents) -> int:
    dates, numbers = found.share("date"), found.share("number")
    return 10 if dates > 0.5 else (-40 if dates + numbers < 0.3 else 0)


def _money(found: Contents) -> int:
    amounts = found.share("number") + found.share("money") + found.share("phone")
    return 12 if amounts > 0.5 else -40


def _reference(found: Contents) -> int:
    if found.share("fir") > 0.4:
        return 12
    return (
        -40 if found.share("fir") + found.share("text") + found.share("number_year") < 0.5 else -12
    )


def _number(found: Contents) -> int:
    cited = found.share("number_year") + found.share("date")
    return (
        12
        if cited > 0.5
        else (-20 if found.share("fir") > 0.5 else -40 if found.share("text") > 0.5 else 0)
    )


def _sections(found: Contents) -> int:
    return 15 if found.share("section") > 0.4 else (-40 if found.share("date") > 0.3 else -8)


def _phone(found: Contents) -> int:
    return 15 if found.share("phone") > 0.5 else (-30 if found.share("phone") < 0.1 else 0)


def _code(found: Contents) -> int:
    if found.known_codes is not None and found.known_codes > 0.3:
        return 25
    plain = found.share("code") + found.share("number") + found.share("number_year")
    if found.known_codes is not None:
        return -30 if plain < 0.3 else -15
    return 6 if plain > 0.5 else (-30 if found.share("date") + found.share("text") > 0.8 else 0)


def _text(found: Contents) -> int:
    return -40 if found.share("date") > 0.6 else 0


def _serial(found: Contents) -> int:
    return 0 if found.share("number") + found.share("code") > 0.5 else -60


def _year(found: Contents) -> int:
    return 15 if found.years > 0.7 else -60


def _name(found: Contents) -> int:
    plain = found.share("date") + found.share("number")
    stands_in = sum(bool(STANDS_IN.fullmatch(word)) for word in found.words)
    if plain < 0.3 and stands_in > 0.6 * found.filled:
        return 0
    return -40 if plain + found.share("code") > 0.6 else 0


BY_TYPE = {
    "date": _date, "year": _year, "serial": _serial, "plan": _date, "money": _money, "fir": _reference, "fir_number": _number, "sections": _sections,
    "phone": _phone, "code": _code, "codes": _code, "text": _text, "name": _name, "names": _name, "choice": _text,
}  # fmt: skip


def bonus(kind: str, candidate: Field, found: Contents) -> int:
    """From -40 to +25: does what stands in the column fit the field?"""
    if found.filled < 3:
        return 0
    words = HINTS.get((kind, candidate.name))
    if words is not None:
        share = found.of_list(words)
        if share > 0.5:
            return 15
        return min(_text(found), -6 if share < 0.1 else 0)
    rule = BY_TYPE.get(candidate.type)
    return rule(found) if rule else 0


def is_foreign(kind: str, candidate: Field, found: Contents) -> bool:
    """Whether hardly any word of the column stands on the field's list."""
    words = HINTS.get((kind, candidate.name))
    return words is not None and found.filled >= 3 and found.of_list(words) < 0.1


def evidence(kind: str, candidate: Field, found: Contents) -> bool:
    """Whether the column can hardly be anything else than such a field, whatever it is called."""
    if found.filled < 4:
        return False
    words = HINTS.get((kind, candidate.name))
    if words is not None:
        telling = [word for word in found.words if word not in YES_OR_NO]
        return len(telling) > 0.6 * found.filled and found.of_list(words) >= 0.6
    if candidate.type in ("code", "codes"):
        return (found.known_codes or 0) >= 0.6
    look = {"fir": "fir", "fir_number": "number_year", "sections": "section", "phone": "phone"}
    return found.share(look.get(candidate.type, "-")) >= 0.6


def sampled(rows: Sequence[Sequence[Cell]], index: int) -> list[Cell]:
    """The cells of one column of some rows."""
    return [row[index] if index < len(row) else "" for row in rows]
