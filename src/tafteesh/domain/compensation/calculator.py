"""What the schemes give for a harm: each head with its amounts and its clause. What is not settled is a question.

Heads are summed only where a row of the list says, sourced, that this scheme gives their combined value; where
nobody read the clause, whether they are added up stays a question.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tafteesh.reference.law.models import CompensationScheme, HeadOfLoss
from tafteesh.reference.law.queries import in_force, scheme_for
from tafteesh.reference.rows import Verification

MAJORITY: Final = 18
# As the rows of the list say it: so many per cent more, if under an age or for a minor, and how far it is sourced.
CHILD_RULE: Final = re.compile(
    r"(?P<percent>\d{1,3})% more (?:if )?(?:for a minor(?: victim)?|under (?P<age>\d{1,2})(?: years)?)"
    r"\s*\((?P<said>[a-z-]+)\)"
)


# The addition for several injuries: heads are combined, and how far that is sourced.
ADDING_RULE: Final = re.compile(
    r"(?P<words>[^.]*\bseveral heads\b[^.(]*\bcombined value)\s*\((?P<said>[a-z-]+)?", re.IGNORECASE
)


class Question(StrEnum):
    """What must be found out before an amount may be named."""

    WHICH_SCHEME = "which_scheme"  # two schemes may have been in force on that day
    NO_AMOUNT = "no_amount"  # the head stands in the list without an amount
    TO_VERIFY = "to_verify"  # nobody read it in a source yet
    CONFLICT = "conflict"  # sources disagree
    OVERALL = "overall"  # a range over all heads of a scheme is no amount of one
    OBSERVED = "observed"  # what was awarded, not what the scheme says
    CHILD = "child"  # an addition for a child that nobody read in a source, or her age is not known
    ADDING = "adding"  # whether several heads are added up


@dataclass(frozen=True)
class Child:
    """An addition for a child: so many per cent more, below which age."""

    percent: int
    below: int
    is_sourced: bool


def child_rule(words: str) -> Child | None:
    """The addition for a child, as the row of the scheme says it; None where it says none."""
    found = CHILD_RULE.search(words)
    if found is None:
        return None
    age = int(found["age"]) if found["age"] else MAJORITY
    return Child(int(found["percent"]), age, found["said"] == Verification.SOURCED)


@dataclass(frozen=True)
class Adding:
    """What the list says about several heads of one scheme, and whether somebody read it in a source."""

    words: str
    citation: str
    is_sourced: bool


def adding_rule(scheme: CompensationScheme, heads: Iterable[HeadOfLoss]) -> Adding | None:
    """The rule on several heads, as a row of the scheme says it; None where no row does."""
    for row in (scheme, *heads):
        if found := ADDING_RULE.search(row.notes):
            sourced = found["said"] == Verification.SOURCED
            return Adding(found["words"].strip(), row.citation, sourced)
    return None


@dataclass(frozen=True)
class Amount:
    """One head: its lower and upper amount with the child's addition in it; or questions instead."""

    head: HeadOfLoss
    low: int | None
    high: int | None
    child: Child | None  # the addition that is in the amounts
    questions: tuple[Question, ...]

    @property
    def is_settled(self) -> bool:
        return not self.questions


@dataclass(frozen=True)
class Offer:
    """One scheme: what it gives for the heads that were chosen, and what is not settled about it."""

    scheme: CompensationScheme
    amounts: tuple[Amount, ...]
    questions: tuple[Question, ...]
    adding: Adding | None = None  # what the list says about several heads

    @property
    def together(self) -> tuple[int, int] | None:
        """The least and the most of all chosen heads, where a sourced rule adds them up and each is settled."""
        if self.adding is None or not self.adding.is_sourced or self.questions:
            return None
        lows, highs = [one.low for one in self.amounts], [one.high for one in self.amounts]
        if len(lows) < 2 or not all(one.is_settled for one in self.amounts):
            return None
        if None in lows or None in highs:
            return None
        return sum(low or 0 for low in lows), sum(high or 0 for high in highs)


@dataclass(frozen=True)
class Harm:
    """What was done, where the scheme is asked, and on which day."""

    state: str
    on: date
    heads: Collection[str] = ()  # keys
    age: int | None = None  # at the time of the crime; None: not known


def schemes_on(state: str, on: date) -> tuple[list[CompensationScheme], bool]:
    """Schemes that may be asked on a day, and whether the State's own is certain."""
    found = scheme_for(state, on)
    kind = CompensationScheme.Kind
    beside = in_force(CompensationScheme.objects.all(), on).filter(
        kind__in=[kind.COURT, kind.LABOUR], valid_from__isnull=False
    )
    certain = found.is_certain or not found.candidates
    return [*found.candidates, *found.floors, *beside.order_by("key")], certain


def offers(harm: Harm) -> list[Offer]:
    """Each scheme with the heads that were chosen; all of its heads where none was."""
    schemes, certain = schemes_on(harm.state, harm.on)
    return [_offer(scheme, harm, certain=certain) for scheme in schemes]


def _offer(scheme: CompensationScheme, harm: Harm, *, certain: bool) -> Offer:
    every = list(in_force(scheme.heads.all(), harm.on).order_by("position", "key"))
    heads = [head for head in every if not harm.heads or head.key in harm.heads]
    amounts = tuple(_amount(scheme, head, harm.age) for head in heads)
    several = bool(harm.heads) and len(amounts) > 1
    adding = adding_rule(scheme, every) if several else None
    questions = []
    if scheme.kind == CompensationScheme.Kind.STATE and not certain:
        questions.append(Question.WHICH_SCHEME)
    if several and not (adding and adding.is_sourced):
        questions.append(Question.ADDING)
    return Offer(scheme, amounts, tuple(questions), adding)


def _amount(scheme: CompensationScheme, head: HeadOfLoss, age: int | None) -> Amount:
    rule = child_rule(scheme.child_rule)
    questions = _questions(head)
    if rule is not None and (age is None or (age < rule.below and not rule.is_sourced)):
        questions.append(Question.CHILD)
    adds = rule if rule and rule.is_sourced and age is not None and age < rule.below else None
    return Amount(
        head=head,
        low=_more(head.min_paise, adds),
        high=_more(head.max_paise, adds),
        child=adds,
        questions=tuple(questions),
    )


def _questions(head: HeadOfLoss) -> list[Question]:
    asked = {
        Question.OBSERVED: head.is_observed,
        Question.OVERALL: head.name.startswith("All "),
        Question.NO_AMOUNT: head.min_paise is None and head.max_paise is None,
        Question.TO_VERIFY: head.verification == Verification.TO_VERIFY,
        Question.CONFLICT: head.verification == Verification.CONFLICT,
    }
    return [question for question, is_so in asked.items() if is_so]


def _more(paise: int | None, child: Child | None) -> int | None:
    if paise is None or child is None:
        return paise
    return paise + paise * child.percent // 100


def settled(found: Sequence[Offer]) -> list[Amount]:
    """Every head without a question, of every scheme without one of its own."""
    return [
        amount
        for offer in found
        if Question.WHICH_SCHEME not in offer.questions
        for amount in offer.amounts
        if amount.is_settled
    ]
