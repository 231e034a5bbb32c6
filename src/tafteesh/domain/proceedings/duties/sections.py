"""What the sections of a FIR mean for its duties: no database, no clock."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

RAPE = {
    "BNS": {"64", "65", "66", "67", "68", "70", "71"},
    "IPC": {"376", "376A", "376AB", "376B", "376C", "376D", "376DA", "376DB", "376E"},
}
STATEMENT = {
    "BNS": {*map(str, range(64, 72)), *map(str, range(74, 80)), "124"},
    "IPC": RAPE["IPC"] | {"354", "354A", "354B", "354C", "354D", "509"},
}
TWO_MONTHS = {**RAPE, "POCSO": {"4", "6", "8", "10"}}
TEN_YEARS = 10


class Bail(StrEnum):
    """After how many days of remand an accused may ask for default bail."""

    NINETY = "90"
    SIXTY = "60"
    ARGUABLE = "arguable"  # a maximum of exactly ten years with a lower minimum: the courts differ
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Cited:
    """One section as it stands in a FIR, with what the law's list says of it."""

    act: str
    number: str
    added_on: date | None = None
    is_trafficking: bool = False
    is_sexual: bool = False
    is_child: bool = False
    is_itpa: bool = False
    calls_for_ahtu: bool = False
    is_offence: bool = True
    terms: tuple[tuple[str, str], ...] = ()  # (at least, at most), of it or of its parts
    triable_by: str = ""

    @property
    def base(self) -> str:
        """ "376(2)(n)" is 376."""
        return self.number.split("(", 1)[0].strip()

    def is_in(self, many: dict[str, set[str]]) -> bool:
        """Whether it is one of these sections."""
        return self.base in many.get(self.act, set())


def bail(cited: Iterable[Cited]) -> Bail:
    """Which clock of default bail runs (CrPC 167(2), BNSS 187(3))."""
    clocks = {_of_section(one) for one in cited if one.is_offence}
    order = (Bail.NINETY, Bail.NOT_KNOWN, Bail.ARGUABLE, Bail.SIXTY)
    return next((clock for clock in order if clock in clocks), Bail.NOT_KNOWN)


def _of_section(one: Cited) -> Bail:
    """A section cited without its part is arguable where its parts differ."""
    clocks = {_of_term(at_least, at_most) for at_least, at_most in one.terms}
    if not clocks or Bail.NOT_KNOWN in clocks:
        return Bail.NOT_KNOWN
    return clocks.pop() if len(clocks) == 1 else Bail.ARGUABLE


def _of_term(at_least: str, at_most: str) -> Bail:
    most = _years(at_most)
    if _years(at_least) >= TEN_YEARS or most > TEN_YEARS:
        return Bail.NINETY
    if most == TEN_YEARS:
        return Bail.ARGUABLE
    if "life" in at_most or "10y" in at_most or "14y" in at_most:  # more in some cases only
        return Bail.NOT_KNOWN
    return Bail.SIXTY if most or "month" in at_most else Bail.NOT_KNOWN


def _years(text: str) -> int:
    """The years of a term; life and death are more than any number."""
    if text.startswith(("life", "death")):
        return 99
    found = re.match(r"(\d+)y", text)
    return int(found[1]) if found else 0


def is_for_sessions(cited: Iterable[Cited]) -> bool | None:
    """Whether a Court of Session or Special Court tries it; None where the list does not say."""
    said = [one.triable_by for one in cited if one.triable_by]
    if not said:
        return None
    return any("Session" in words or "Special Court" in words for words in said)
