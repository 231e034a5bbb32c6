"""The shapes that components take: small, frozen, and free of any model."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol, TypeAlias

from django.utils.functional import Promise

Words: TypeAlias = str | Promise
Tone = Literal["ok", "warn", "bad", "info", "sealed", "plain"]
StageState = Literal["done", "now", "next"]
TaskState = Literal["done", "started", "not_started", "blocked", "not_now"]
LegalState = Literal[
    "on_time", "late", "overdue", "waiting", "not_due", "not_applicable", "not_known"
]


class About(Protocol):
    """A day that may not be exact: any object with these four."""

    @property
    def earliest(self) -> date | None: ...
    @property
    def latest(self) -> date | None: ...
    @property
    def words(self) -> str: ...
    @property
    def precision(self) -> str: ...


Day: TypeAlias = date | About


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a summary: what it is called, what it says, and where it can be changed."""

    label: Words
    value: object
    change_url: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. With a key its header sorts; numbers stand right."""

    label: Words
    key: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a plain table; with a url its first cell opens it."""

    cells: Sequence[object]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and the address of the page without it."""

    label: Words
    remove_url: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a claim or a court case."""

    label: Words
    state: StageState
    on: Day | None = None
    note: Words = ""
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One part of the intake, or one paper that is still needed."""

    label: Words
    state: TaskState
    url: str = ""
    hint: Words = ""


@dataclass(frozen=True, slots=True)
class LegalStep:
    """What the law asks, by when, what was done, and the paper behind it."""

    title: Words
    state: LegalState
    days: int | None = None
    by: Day | Words | None = None
    done: Day | Words | None = None
    paper_url: str = ""
    paper_words: Words = ""
    rule: Words = ""
    arithmetic: Words = ""
    url: str = ""
    ask_url: str = ""  # where what is missing is filled in
    acts: Sequence[tuple[Words, str]] = ()  # what can be done about it
    drafts: Sequence[tuple[Words, str]] = ()  # letters that one press drafts
