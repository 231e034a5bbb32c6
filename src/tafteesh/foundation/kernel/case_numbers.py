"""Numbers of cases as people write them: 212/25, FIR No. 212 dt. 3.5.2025, PS case 212 of 2025, a CNR."""

import re
from dataclasses import dataclass

from tafteesh.foundation.kernel.digits import clean

_LONGEST = 200
_CNR = re.compile(r"\b([A-Za-z]{4})[\s/-]*(\d{2})[\s/-]*(\d{6})[\s/-]*(\d{4})\b")
_DAY = re.compile(r"\b\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*((?:19|20)?\d\d)\b")
_NUMBER_AND_YEAR = re.compile(
    r"(?<!\d)(\d{1,6})\s*(?:[/\\-]|\bof\b|\byear\b|সালের|সাল|सन|साल)\s*((?:19|20)?\d\d)(?!\d)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<!\d)(\d{1,6})(?!\d)")
_ABOUT_CASES = re.compile(
    r"f\W*i\W*r\b|\bcase\b|\bno\b|\bnumber\b|\bg\W*r\b|এফ\W*আই\W*আর|মামলা|কেস|नंबर|एफ\W*आई\W*आर|मामला|केस|নং|সং",
    re.IGNORECASE,
)
_SECTIONS = re.compile(r"\b(?:u\W{0,2}s\b|under\s+sec|sec(?:tion)?s?\b|ধারা|धारा).*", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:dated|date|dt|of|at|in)\b\.?|তারিখ|दिनांक", re.IGNORECASE)
_OLDEST = 50  # a year of two digits from here on is of the last century


@dataclass(frozen=True)
class CaseAsked:
    """What somebody wrote about a case; the rest may be a police station."""

    number: int = 0
    year: int = 0
    cnr: str = ""
    rest: str = ""


def case_asked(words: str) -> CaseAsked | None:
    """The case that these words mean; None where they mean none. Never fails."""
    text = clean(words[:_LONGEST])
    if cnr := _CNR.search(text):
        return CaseAsked(cnr="".join(cnr.groups()).upper())
    is_about = bool(_ABOUT_CASES.search(text))
    day = _DAY.search(text)
    if day:
        text = text[: day.start()] + " " + text[day.end() :]
    if found := _NUMBER_AND_YEAR.search(text):
        return CaseAsked(int(found[1]), _year(found[2]), rest=_rest(text, found))
    if (found := _NUMBER.search(text)) and int(found[1]) and (day or is_about):
        return CaseAsked(int(found[1]), _year(day[1]) if day else 0, rest=_rest(text, found))
    return None


def _year(written: str) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    return year + (1900 if year >= _OLDEST else 2000)


def _rest(text: str, found: re.Match[str]) -> str:
    """What else was written, before the number or after it: the station, without sections and small words."""
    before, after = text[: found.start()], _SECTIONS.sub(" ", text[found.end() :])
    return " ".join(_BESIDE.sub(" ", _ABOUT_CASES.sub(" ", f"{before} {after}")).split()).strip(
        " ,.-"
    )
