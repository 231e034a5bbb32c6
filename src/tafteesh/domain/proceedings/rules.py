"""What follows from papers and days: no database, no clock."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tafteesh.foundation.kernel.digits import ascii_digits


@dataclass(frozen=True)
class Comparison:
    """A charge sheet beside its FIR: who and what stands in one and not in the other."""

    accused_dropped: tuple[int, ...]
    sections_dropped: tuple[str, ...]
    sections_added: tuple[str, ...]


def compare(
    accused: Iterable[int],
    charged: Iterable[int],
    sections: Iterable[str],
    charged_sections: Iterable[str],
    *,
    counterpart: Mapping[str, str] | None = None,
) -> Comparison:
    """FIR against charge sheet. A section that the new codes renamed is neither dropped nor added.

    Accused are their numbers in the FIR; sections are texts such as "370 IPC"; `counterpart` gives the new
    name of an old section and the other way round.
    """
    other = counterpart or {}
    in_fir, in_sheet = list(sections), list(charged_sections)
    known = {*in_fir, *(other.get(s, s) for s in in_fir)}
    kept = {*in_sheet, *(other.get(s, s) for s in in_sheet)}
    charged_set = set(charged)
    return Comparison(
        tuple(number for number in accused if number not in charged_set),
        tuple(s for s in in_fir if s not in kept),
        tuple(s for s in in_sheet if s not in known),
    )


def recruiters_absent(parts_at_source: Iterable[str], parts_at_destination: Iterable[str]) -> bool:
    """Whether the source FIR names recruiters and the destination FIR names none."""
    return "recruiter" in set(parts_at_source) and "recruiter" not in set(parts_at_destination)


def days_between(first: date | None, last: date | None) -> int | None:
    """Whole days from the first day to the last; None where one is not known."""
    return (last - first).days if first and last else None


def read_cnr(text: str) -> str | None:
    """A CNR in its one shape (WBNP010012342025), or None where it has not that shape."""
    tidy = re.sub(r"[\s./-]", "", ascii_digits(text)).upper()
    return tidy if re.fullmatch(r"[A-Z]{4}[A-Z0-9]{2}\d{6}(?:19|20)\d{2}", tidy) else None
