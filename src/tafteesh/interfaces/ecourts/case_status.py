"""The known layout of a case-status page of eCourts: what it says of the case. Names of parties are left on the page.

The layout has been the same for years under changing markup: labels with a value, and tables with known
heads. So it is read by its words. A page without them is unknown, and nothing is taken from it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Final

from tafteesh.domain.proceedings.models import Hearing
from tafteesh.domain.proceedings.rules import read_cnr
from tafteesh.interfaces.ecourts.saved import PRINTED, Rows, tidy

LABELS: Final = {
    "case type": "case_type",
    "filing number": "filing_number",
    "filing date": "filing_date",
    "registration number": "registration_number",
    "registration date": "registration_date",
    "cnr number": "cnr",
    "first hearing date": "first_hearing",
    "next hearing date": "next_hearing",
    "case stage": "stage",
    "stage of case": "stage",
    "case status": "status",
    "decision date": "decision_date",
    "nature of disposal": "disposal",
    "court number and judge": "court",
    "police station": "station",
    "fir number": "fir_number",
    "year": "fir_year",
}
SECTIONS: Final = {
    "petitioner and advocate": "party",
    "respondent and advocate": "party",
    "acts": "acts",
    "history of case hearing": "history",
    "case history": "history",
    "orders": "orders",
    "interim orders": "orders",
    "final orders / judgements": "orders",
    "final orders/judgements": "orders",
    "case details": "details",
    "case status": "details",
    "fir details": "details",
    "processes": "other",
    "ia details": "other",
    "ia status": "other",
    "case transfer details": "other",
    "case transfer details between courts": "other",
    "document details": "other",
    "category details": "other",
    "subordinate court information": "other",
    "main matters": "other",
    "connected cases": "other",
}
STAGES: Final = (
    ("evidence", Hearing.Stage.EVIDENCE),
    ("charge", Hearing.Stage.CHARGE),
    ("argument", Hearing.Stage.ARGUMENT),
    ("judg", Hearing.Stage.JUDGMENT),
    ("bail", Hearing.Stage.BAIL),
)
MOST_ROWS: Final = 400
MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
NUMBERED: Final = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")
NAMED: Final = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+),?\s+(\d{4})$")


class UnknownLayout(Exception):
    """The page is no case-status page in the layout that is known."""


@dataclass(frozen=True)
class PastHearing:
    """One line of the history: the day on which business was done, the next day, the stage as one of ours.

    The purpose is free text of the court, in which a name may stand: of it only the stage is kept.
    """

    on: date
    next_on: date | None
    stage: str


@dataclass(frozen=True)
class CaseStatus:
    """What the page says of the case. Whose case it is, it does not say."""

    cnr: str
    case_type: str = ""
    filing_number: str = ""
    filing_date: date | None = None
    registration_number: str = ""
    registration_date: date | None = None
    first_hearing: date | None = None
    next_hearing: date | None = None
    decision_date: date | None = None
    status: str = ""
    stage: str = ""
    disposal: str = ""
    court: str = ""
    station: str = ""
    fir_number: str = ""
    fir_year: str = ""
    acts: tuple[tuple[str, str], ...] = ()  # an Act as the page names it, and its sections
    history: tuple[PastHearing, ...] = ()
    orders: tuple[date, ...] = ()
    parties: int = 0  # how many lines of names were left on the page

    def to_json(self) -> dict[str, Any]:
        """As it is kept while the differences are gone through."""
        return asdict(self)


@dataclass
class _Found:
    values: dict[str, str] = field(default_factory=dict)
    acts: list[tuple[str, str]] = field(default_factory=list)
    history: list[PastHearing] = field(default_factory=list)
    orders: list[date] = field(default_factory=list)
    parties: int = 0


def read_case_status(page: Rows) -> CaseStatus:
    """What a saved page says. Raises UnknownLayout."""
    found, section = _Found(), "details"
    for holder, cells in page.rows[: 50 * MOST_ROWS]:
        if title := _title(cells):
            section = title
        else:
            section = _section(holder, cells, section)
            _take(found, section, _parted(cells[0], section) if holder == PRINTED else cells)
    return _made(found)


def _take(found: _Found, section: str, cells: Sequence[str]) -> None:
    """What one row says in its part of the page."""
    if section == "party":
        found.parties += 1
    elif section == "acts":
        found.acts += _act(cells)
    elif section == "history":
        found.history += _past(cells)
    elif section == "orders":
        found.orders += _order(cells)
    elif section == "details":
        for name, value in _pairs(cells):
            if value:
                found.values.setdefault(name, value)


def _title(cells: Sequence[str]) -> str:
    """Which part of the page begins here; empty where none does."""
    filled = [cell for cell in cells if cell]
    return SECTIONS.get(tidy(filled[0]).strip(" :").lower(), "") if len(filled) == 1 else ""


def _section(holder: str, cells: Sequence[str], before: str) -> str:
    """Which part of the page a row belongs to: by the name of the table that holds it, or as the row before."""
    name = holder.lower()
    for word, section in (
        ("advocate", "party"), ("act_table", "acts"), ("acts_table", "acts"), ("history", "history"),
        ("order_table", "orders"), ("case_details", "details"), ("case_status", "details"),
        ("fir_details", "details"), ("lower_court", "other"), ("iaheading", "other"), ("transfer", "other"),
        ("process", "other"),
    ):  # fmt: skip
        if word in name:
            return section
    known = [LABELS.get(cell.strip(" :").lower()) for cell in cells]
    if before in ("party", "other") and any(known) and len(cells) > 1:
        return "details"
    return before


NAMES: Final = "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
PRINTED_LABEL: Final = re.compile(rf"(?i)(?<![a-z])({NAMES})(?![a-z])\s*:?")
LABEL: Final = re.compile(rf"(?i)(?<![a-z])({NAMES})\s*:")


def _pairs(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Label and value: in two cells, or with a colon between them in one, once or several times."""
    place = 0
    while place < len(cells):
        pieces = LABEL.split(cells[place])
        name = LABELS.get(cells[place].strip(" :").lower())
        after = cells[place + 1] if place + 1 < len(cells) else ""
        if name and LABELS.get(after.strip(" :").lower()) is None:
            yield name, _value(after)
            place += 1
        else:
            for label, value in zip(pieces[1::2], pieces[2::2], strict=True):
                yield LABELS[label.lower()], _value(value)
        place += 1


def _parted(line: str, section: str) -> list[str]:
    """A line of a PDF as cells: at its days, before the sections of an Act, or at the labels that we know."""
    if section in ("history", "orders"):
        return [tidy(piece) for piece in re.split(r"(\d{1,2}-\d{1,2}-\d{4})", line)]
    if section == "acts":
        cited = re.match(r"(.*[A-Za-z.)])[\s,\d]*?\s(\d[\dA-Za-z(),/ -]*)$", line)
        return list(cited.groups()) if cited else [line]
    return [tidy(piece) for piece in PRINTED_LABEL.split(line) if piece.strip(" :")]


def _value(text: str) -> str:
    value = tidy(re.sub(r"\((?:note|view)[^)]*\)", "", text.strip(" :-"), flags=re.IGNORECASE))
    return "" if value in ("", "--", "---", "0", "NA", "null") else value


def _act(cells: Sequence[str]) -> list[tuple[str, str]]:
    if len(cells) < 2 or ("act" in cells[0].lower()[:9] and "section" in cells[1].lower()):
        return []
    act, sections = _value(cells[0]), _value(cells[1])
    return [(act, sections)] if act and len(act) < 200 else []


def _past(cells: Sequence[str]) -> list[PastHearing]:
    """Judge | business on | next hearing | purpose; High Courts put the cause list before it."""
    days = [(place, day) for place, cell in enumerate(cells) if (day := day_of(cell))]
    if not days:
        return []
    place, on = days[0]
    following = days[1][1] if len(days) > 1 else None
    rest = [cell for cell in cells[place + 1 :] if cell and day_of(cell) is None]
    return [PastHearing(on, following, stage_of(rest[-1]) if rest else "")]


def stage_of(purpose: str) -> str:
    """The stage of a hearing from the purpose that the page gives; empty where it is none of ours."""
    text = purpose.lower()
    return next((str(stage) for word, stage in STAGES if word in text), "")


def _order(cells: Sequence[str]) -> list[date]:
    days = [day for cell in cells if (day := day_of(cell))]
    return days[:1]


def day_of(text: str) -> date | None:
    """A day as eCourts writes it: 22-04-2026, or 22nd April 2026."""
    text = text.strip(" :")
    if numbered := NUMBERED.match(text):
        day, month, year = (int(part) for part in numbered.groups())
    elif named := NAMED.match(text):
        if named[2].lower() not in MONTHS:
            return None
        day, month, year = int(named[1]), MONTHS.index(named[2].lower()) + 1, int(named[3])
    else:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1950 <= year <= 2100 else None


def _made(found: _Found) -> CaseStatus:
    said = found.values
    cnr = read_cnr(said.get("cnr", "").split("(")[0])
    if cnr is None or not {"first_hearing", "next_hearing", "status", "stage"} & set(said):
        raise UnknownLayout
    days = ("filing_date", "registration_date", "first_hearing", "next_hearing", "decision_date")
    told: dict[str, Any] = {
        name: said.get(name, "")[:160]
        for name in (
            "case_type", "filing_number", "registration_number", "status", "stage", "disposal", "court",
            "station", "fir_number", "fir_year",
        )
    }  # fmt: skip
    told |= {name: day_of(said.get(name, "")) for name in days}
    return CaseStatus(
        cnr=cnr,
        **told,
        acts=tuple(dict.fromkeys(found.acts[:MOST_ROWS])),
        history=tuple(dict.fromkeys(found.history[:MOST_ROWS])),
        orders=tuple(sorted(set(found.orders[:MOST_ROWS]))),
        parties=found.parties,
    )
