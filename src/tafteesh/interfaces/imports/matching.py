"""Which column of a sheet is which field of a register: the best one-to-one fit of headings and contents."""

from collections.abc import Sequence
from dataclasses import dataclass

from tafteesh.interfaces.imports.contents import Contents, bonus, evidence
from tafteesh.interfaces.imports.fields import INSTEAD, KINDS, SERIAL, Field
from tafteesh.interfaces.imports.headings import Heading, best_fit, heading_words, ordinal

HER_NAME = frozenset({"name", "survivor_name"})
OTHERS_NAMES = frozenset(
    [
        "accused",
        "lawyer",
        "advocate",
        "worker",
        "officer",
        "father",
        "husband",
        "mother",
        "guardian",
        "agency",
        "court",
        "authority",
        "police",
        "station",
        "block",
        "village",
        "panchayat",
        "collective",
        "witness",
        "partner",
        "scheme",
        "organisation",
        "doctor",
        "school",
        "forum",
        "unit",
        "judge",
        "place",
    ]
)
LEAST = 66  # heading and contents together
LEAST_HEADING = 45


@dataclass
class Column:
    """One column of a sheet, and which field it was taken for."""

    index: int
    heading: str
    field: str = ""
    score: int = 0
    ordinal: int = 0  # of a repeated group: 1, 2, ...

    @property
    def name(self) -> str:
        """The field, with its number where a row has several: credit_on.2."""
        return f"{self.field}.{self.ordinal}" if self.ordinal else self.field


def match_columns(
    kind: str, headings: Sequence[Heading], found: Sequence[Contents]
) -> list[Column]:
    """The best one-to-one fit of columns to the fields of a kind."""
    columns = [Column(index, heading.text) for index, heading in enumerate(headings)]
    used: set[str] = set()
    for score, _order, index, candidate in scored(kind, headings, found):
        column = columns[index]
        if column.field or (candidate.name in used and not candidate.group):
            continue
        used.add(candidate.name)
        column.field, column.score = candidate.name, min(100, score)
        column.ordinal = ordinal(column.heading) if candidate.group else 0
    _by_contents(kind, columns, found, used)
    _drop_twins(kind, columns)
    number_groups(columns, kind)
    return columns


def scored(
    kind: str, headings: Sequence[Heading], found: Sequence[Contents]
) -> list[tuple[int, int, int, Field]]:
    """Every fit that is good enough, the best first."""
    scored = []
    for index, heading in enumerate(headings):
        if not heading_words(heading.text):
            continue
        for order, candidate in enumerate((*KINDS[kind], SERIAL)):
            if candidate.name in HER_NAME and OTHERS_NAMES & set(
                heading_words(heading.text).split()
            ):
                continue
            fit = best_fit(heading, candidate)
            if fit < LEAST_HEADING:
                continue
            score = fit + bonus(kind, candidate, found[index])
            if score >= LEAST:
                scored.append((score, order, index, candidate))
    return sorted(scored, key=lambda item: (-item[0], item[1], item[2]))


def _by_contents(
    kind: str, columns: list[Column], found: Sequence[Contents], used: set[str]
) -> None:
    """A column whose heading says nothing to us, but whose contents can be one missing field only."""
    for column in columns:
        if column.field or not column.heading:
            continue
        fitting = [
            f
            for f in KINDS[kind]
            if f.name not in used and not f.group and evidence(kind, f, found[column.index])
        ]
        if len(fitting) == 1:
            column.field, column.score = fitting[0].name, LEAST
            used.add(fitting[0].name)


def _drop_twins(kind: str, columns: list[Column]) -> None:
    """Station and number in columns of their own are needed only where no column holds both."""
    named = {column.field for column in columns}
    for must, others in INSTEAD.items():
        names = {f.name for f in KINDS[kind]}
        if must in named and must in names and kind != "fir":
            for column in columns:
                if column.field in others:
                    column.field, column.score = "", 0
    if kind == "fir" and {"police_station", "fir_number"} <= named:
        for column in columns:
            if column.field == "fir":
                column.field, column.score = "", 0


def number_groups(columns: list[Column], kind: str) -> None:
    """Repeated columns without a number get one by their order from left to right."""
    for wanted in {f.name for f in KINDS[kind] if f.group}:
        mine = [c for c in columns if c.field == wanted]
        if len({c.ordinal for c in mine}) < len(mine) or any(not c.ordinal for c in mine):
            for place, column in enumerate(sorted(mine, key=lambda c: c.index), start=1):
                column.ordinal = place
