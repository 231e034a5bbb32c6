"""Which files an edition may hold, and which column fills which field."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tafteesh.reference.editions.cells import (
    Reader,
    day,
    integer,
    one_of,
    paise,
    text,
    words,
    yes_no,
)
from tafteesh.reference.law.models import (
    Act,
    CompensationScheme,
    ConfidentialityRule,
    Deadline,
    HeadOfLoss,
    ProcedureSection,
    Section,
)
from tafteesh.reference.places.models import Area, Authority, Post
from tafteesh.reference.places.names import search_text
from tafteesh.reference.rows import ReferenceRow, Verification

Values = dict[str, Any]


@dataclass(frozen=True)
class Cell:
    """One column: how it is read and which field it fills."""

    column: str
    read: Reader = text
    field: str = ""
    needed: bool = False

    @property
    def target(self) -> str:
        return self.field or self.column


@dataclass(frozen=True)
class Link:
    """A column that names another row by its key."""

    column: str
    model: type[ReferenceRow]
    field: str = ""
    needed: bool = False

    @property
    def target(self) -> str:
        return f"{self.field or self.column}_id"


@dataclass(frozen=True)
class Dataset:
    """One kind of file."""

    name: str
    label: Promise
    model: type[ReferenceRow]
    cells: tuple[Cell, ...]
    links: tuple[Link, ...] = ()
    fixed: tuple[tuple[str, Any], ...] = ()
    code_key: str = ""  # "B-": a row without a key takes it from its LGD code
    finish: Callable[[Values], None] | None = None

    @property
    def columns(self) -> set[str]:
        return {"key", *(c.column for c in self.cells), *(c.column for c in self.links)}

    @property
    def needed(self) -> list[str]:
        """Columns that may not be left out."""
        found = [c.column for c in self.cells if c.needed]
        return found + [link.column for link in self.links if link.needed]

    @property
    def fields(self) -> list[str]:
        """Every field that a file of this kind decides."""
        named = [*(c.target for c in self.cells), *(c.target for c in self.links)]
        extra = [name for name, _value in self.fixed]
        if issubclass(self.model, Area | Authority):
            extra.append("search_text")
        if issubclass(self.model, Area) and "state_id" not in named:
            extra.append("state_id")
        return list(dict.fromkeys([*named, *extra]))


ROW: Final = (
    Cell("verification", one_of(Verification), needed=True),
    Cell("source", needed=True),
    Cell("citation"), Cell("notes"), Cell("valid_from", day), Cell("valid_to", day),
)  # fmt: skip
NAMED: Final = (
    Cell("name", needed=True), Cell("name_bn"), Cell("name_hi"), Cell("aliases", words),
    *ROW,
)  # fmt: skip
CODED: Final = (Cell("lgd_code", integer, needed=True), *NAMED)


def plain(*columns: str) -> tuple[Cell, ...]:
    """Columns of text that may be empty."""
    return tuple(Cell(column) for column in columns)


def flags(*columns: str) -> tuple[Cell, ...]:
    """Columns of yes or no."""
    return tuple(Cell(column, yes_no) for column in columns)


def spell(values: Values) -> None:
    """Every spelling folded, so that a name is found however it is written."""
    values["search_text"] = search_text(
        [values["name"], values["name_bn"], values["name_hi"], *values["aliases"]]
    )


def area(name: str, label: Promise, kind: str, parent: str, code_key: str, *more: Any) -> Dataset:
    """A file of areas of one kind, each inside a parent."""
    cells = NAMED if kind == Area.Kind.SUBDIVISION else CODED
    links = (Link(parent, Area, "parent", needed=True),) if parent else ()
    return Dataset(
        name, label, Area,
        (*cells, *(c for c in more if isinstance(c, Cell))),
        (*links, *(c for c in more if isinstance(c, Link))),
        (("kind", kind),), code_key, spell,
    )  # fmt: skip


DATASETS: Final = (
    Dataset(
        "acts", _("Acts"), Act,
        (Cell("name", needed=True), Cell("short_name", needed=True), Cell("year", integer, needed=True),
         *plain("name_bn", "name_hi"), *ROW),
        (Link("replaced_by", Act),),
    ),
    Dataset(
        "sections", _("Sections"), Section,
        (Cell("number", needed=True), Cell("title", needed=True), Cell("counterparts", words, "counterpart_keys"),
         Cell("family", one_of(Section.Family), needed=True), Cell("flags", words),
         *plain("min_imprisonment", "max_imprisonment", "fine", "cognizable", "bailable", "triable_by",
                "victim_scope", "limitation"),
         *flags("is_offence", "is_trafficking", "is_sexual", "is_child_offence", "is_itpa", "calls_for_ahtu"),
         *ROW),
        (Link("act", Act, needed=True), Link("parent", Section)),
    ),
    Dataset(
        "procedure", _("Procedure: CrPC and BNSS"), ProcedureSection,
        (Cell("topic", needed=True), *plain("crpc", "bnss", "change"),
         Cell("pairing", one_of(Verification), needed=True), *flags("is_cutover"), *ROW),
    ),
    Dataset(
        "deadlines", _("Limits of time"), Deadline,
        (Cell("law", needed=True), Cell("trigger", needed=True), Cell("event", needed=True),
         Cell("amount", integer), Cell("unit", one_of(Deadline.Unit), needed=True),
         Cell("force", one_of(Deadline.Force), needed=True), Cell("rule_version", integer, needed=True),
         *plain("old_law", "trigger_code", "event_code", "amount_words", "unit_words", "count_rule",
                "applies_if", "if_missed", "accountable", "force_words"), *ROW),
    ),
    Dataset(
        "schemes", _("Compensation schemes"), CompensationScheme,
        (Cell("name", needed=True), Cell("kind", one_of(CompensationScheme.Kind), needed=True),
         Cell("jurisdiction", needed=True), Cell("surely_from", day),
         *plain("state_code", "legal_basis", "valid_from_words", "interim_rule", "child_rule",
                "application_window", "appeal", "deciding_authority", "disbursement_rule", "documents"),
         *ROW),
    ),
    Dataset(
        "heads", _("Heads of loss"), HeadOfLoss,
        (Cell("position", integer, needed=True), Cell("name", needed=True),
         Cell("min_rupees", paise, "min_paise"), Cell("max_rupees", paise, "max_paise"),
         *flags("is_observed"), *plain("deciding_authority", "disbursement_rule"), *ROW),
        (Link("scheme", CompensationScheme, needed=True),),
    ),
    Dataset(
        "confidentiality", _("Rules of confidentiality"), ConfidentialityRule,
        (Cell("rule", needed=True), Cell("requirement", needed=True), Cell("what_we_do", needed=True),
         Cell("applies_to", needed=True), *ROW),
    ),
    area("states", _("States"), "state", "", "ST-", Cell("short_code")),
    area("districts", _("Districts"), "district", "state", "D-"),
    area("subdivisions", _("Sub-divisions"), "subdivision", "district", ""),
    area("blocks", _("Blocks"), "block", "district", "B-", Link("subdivision", Area)),
    area("gram_panchayats", _("Gram panchayats"), "gram_panchayat", "block", "GP-"),
    Dataset(
        "authorities", _("Police stations, courts and other authorities"), Authority,
        (Cell("kind", one_of(Authority.Kind), needed=True), Cell("kind_words"), *NAMED),
        (Link("parent", Authority), Link("area", Area), Link("district", Area), Link("state", Area)),
        finish=spell,
    ),
    Dataset(
        "posts", _("Posts"), Post,
        (Cell("title", one_of(Post.Title), needed=True), Cell("name", needed=True), *ROW),
        (Link("authority", Authority), Link("area", Area)),
    ),
)  # fmt: skip
BY_NAME: Final = {dataset.name: dataset for dataset in DATASETS}
