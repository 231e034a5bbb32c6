"""What follows from papers and days: no database, no clock."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tafteesh.foundation.kernel.digits import ascii_digits


@dataclass(frozen=True)
class Comparison:
    """A charge sheet beside its FIR: who and what stands in one and not in the other."""

    accused_dropped: tuple[int, ...]
    sections_dropped: tuple[str, ...]
    sections_added: tuple[str, ...]
    acts_dropped: tuple[str, ...] = ()

    @property
    def is_smaller(self) -> bool:
        """Whether it left somebody or something out."""
        return bool(self.accused_dropped or self.sections_dropped)


def compare(
    accused: Iterable[int],
    charged: Iterable[int],
    sections: Iterable[str],
    charged_sections: Iterable[str],
    *,
    counterparts: Mapping[str, Collection[str]] | None = None,
) -> Comparison:
    """FIR against charge sheet. A section that the new codes renamed is neither dropped nor added.

    Accused are their numbers in the FIR; sections are texts such as "370 IPC"; `counterparts` gives the
    names of a section in the other code, from either side.
    """
    in_fir, in_sheet = list(sections), list(charged_sections)
    known = _with_other_names(in_fir, counterparts or {})
    kept = _with_other_names(in_sheet, counterparts or {})
    charged_set = set(charged)
    acts_kept = {_act(s) for s in kept}
    return Comparison(
        tuple(number for number in accused if number not in charged_set),
        tuple(s for s in in_fir if s not in kept and not _has_part(s, kept)),
        tuple(s for s in in_sheet if s not in known and not _is_part(s, known)),
        tuple(dict.fromkeys(_act(s) for s in in_fir if _act(s) not in acts_kept)),
    )


def _with_other_names(sections: list[str], other: Mapping[str, Collection[str]]) -> set[str]:
    """These sections and what the other code calls them."""
    found = set(sections)
    for one, names in other.items():
        if one in sections:
            found.update(names)
        if any(name in sections for name in names):
            found.add(one)
    return found


def _has_part(section: str, many: Iterable[str]) -> bool:
    """Whether a part of a section cited as a whole is among them: "370(4) IPC" of "370 IPC"."""
    return any(_whole(one) == section for one in many)


def _is_part(section: str, many: Collection[str]) -> bool:
    return _whole(section) in many


def _whole(section: str) -> str:
    number, _space, act = section.rpartition(" ")
    return f"{number.split('(', 1)[0]} {act}"


def _act(section: str) -> str:
    """ "370 IPC" is of the IPC."""
    return section.rsplit(" ", 1)[-1]


def recruiters_absent(parts_at_source: Iterable[str], parts_at_destination: Iterable[str]) -> bool:
    """Whether the source FIR names recruiters and the destination FIR names none."""
    return "recruiter" in set(parts_at_source) and "recruiter" not in set(parts_at_destination)


NEW_CODES = date(2024, 7, 1)  # BNS and BNSS in the place of IPC and CrPC
NEW_ACTS, OLD_ACTS = ("BNS",), ("IPC",)


def acts_out_of_time(acts: Iterable[str], first: date | None, last: date | None) -> tuple[str, ...]:
    """The codes among these that did not hold on any day of the offence.

    An offence that began before 1 July 2024 and ended on that day or later falls under both.
    """
    cited = set(acts)
    out: list[str] = []
    if last is not None and last < NEW_CODES:
        out += [act for act in NEW_ACTS if act in cited]
    if first is not None and first >= NEW_CODES:
        out += [act for act in OLD_ACTS if act in cited]
    return tuple(out)


def days_between(first: date | None, last: date | None) -> int | None:
    """Whole days from the first day to the last; None where one is not known."""
    return (last - first).days if first and last else None


def read_cnr(text: str) -> str | None:
    """A CNR in its one shape (WBNP010012342025), or None where it has not that shape."""
    tidy = re.sub(r"[\s./-]", "", ascii_digits(text)).upper()
    return tidy if re.fullmatch(r"[A-Z]{4}[A-Z0-9]{2}\d{6}(?:19|20)\d{2}", tidy) else None
