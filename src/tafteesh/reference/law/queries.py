"""What is asked of the law: sections and their counterparts, limits in force, schemes of a State."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Q, QuerySet

from tafteesh.reference.law.models import (
    CompensationScheme,
    ConfidentialityRule,
    Deadline,
    Section,
)
from tafteesh.reference.rows import ReferenceRow, Verification

Row = TypeVar("Row", bound=ReferenceRow)


def in_force(rows: "QuerySet[Row]", on: date) -> "QuerySet[Row]":
    """Rows of the list as it stands that hold on a day."""
    begun = Q(valid_from=None) | Q(valid_from__lte=on)
    lasting = Q(valid_to=None) | Q(valid_to__gte=on)
    return rows.filter(begun & lasting, is_current=True)


def steps_up(number: str) -> list[str]:
    """A section as cited and those above it: "370(4)(b)", "370(4)", "370"."""
    steps = ["".join(number[:60].split())]
    while "(" in steps[-1]:
        steps.append(steps[-1][: steps[-1].rindex("(")])
    return steps


def find_section(number: str, act: str) -> Section | None:
    """The section as cited, else the section above it: "370(4)(b)" leads to "370(4)", then to "370"."""
    steps = steps_up(number)
    rows = {row.number: row for row in Section.objects.filter(act__key=act, number__in=steps)}
    return next((rows[step] for step in steps if step in rows), None)


def sections_by_citation() -> dict[tuple[str, str], uuid.UUID]:
    """(act, number) to id, for many look-ups in one query."""
    rows = Section.objects.values_list("act__key", "number", "pk")
    return {(act, number): pk for act, number, pk in rows}


def cited(known: dict[tuple[str, str], uuid.UUID], act: str, number: str) -> uuid.UUID | None:
    """The section as cited, or the one above it, among many that were fetched at once."""
    return next((known[act, step] for step in steps_up(number) if (act, step) in known), None)


def section_counterpart(number: str, act: str) -> list[Section]:
    """The same offence in the code that stands on the other side of 1 July 2024; often one, at times several."""
    section = find_section(number, act)
    if section is None:
        return []
    rows = Section.objects.filter(key__in=section.counterpart_keys).select_related("act")
    return sorted(rows, key=lambda row: section.counterpart_keys.index(row.key))


def deadlines_in_force(on: date) -> "QuerySet[Deadline]":
    """Every limit that holds on a day, sourced or not."""
    return in_force(Deadline.objects.all(), on).order_by("key")


def deadlines_that_may_alert(on: date) -> "QuerySet[Deadline]":
    """Only limits that somebody read in a source may tell people that they are late."""
    return deadlines_in_force(on).filter(verification=Verification.SOURCED)


def confidentiality_rules(on: date) -> "QuerySet[ConfidentialityRule]":
    """Rules that keep a survivor from being known, on a day."""
    return in_force(ConfidentialityRule.objects.all(), on).order_by("key")


@dataclass(frozen=True)
class Schemes:
    """Which schemes a survivor may turn to on a day."""

    own: CompensationScheme | None  # the State's own
    floors: list[CompensationScheme]  # what no State may go below
    candidates: list[
        CompensationScheme
    ]  # more than one while the first day of a scheme is not known
    is_certain: bool


def scheme_for(state: str, on: date) -> Schemes:
    """The scheme of a State ("WB") in force on a day; with two candidates it cannot be told which."""
    rows = in_force(CompensationScheme.objects.all(), on)
    kind = CompensationScheme.Kind
    own = list(rows.filter(kind=kind.STATE, state_code=state).order_by("key"))
    own = [row for row in own if row.valid_from is not None]
    sure = len(own) == 1 and own[0].surely_from is not None and own[0].surely_from <= on
    return Schemes(
        own=own[0] if len(own) == 1 else None,
        floors=list(rows.filter(kind=kind.FLOOR).order_by("key")),
        candidates=own,
        is_certain=sure,
    )
