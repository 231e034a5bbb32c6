"""Which papers a file needs at each stage that it has reached, and which of them exist."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import pgettext_lazy

from tafteesh.domain.papers.models import Paper

K = Paper.Kind


@dataclass(frozen=True)
class Stage:
    """A stage of her matter and the papers that belong to it, in the order in which they are sought."""

    code: str
    label: LazyText
    kinds: tuple[Paper.Kind, ...]


STAGES = (
    Stage("file", pgettext_lazy("stage", "From the first day"), (K.IDENTITY, K.AGE_PROOF)),
    Stage(
        "police", pgettext_lazy("stage", "Police"), (K.DIARY_ENTRY, K.FIR, K.STATEMENT, K.MEDICAL)
    ),
    Stage("court", pgettext_lazy("stage", "Court"), (K.CHARGE_SHEET, K.ORDER)),
    Stage("claim", pgettext_lazy("stage", "Compensation"), (K.APPLICATION, K.BANK)),
)


@dataclass(frozen=True)
class Wanted:
    """One paper of a stage: the best one that exists, or none."""

    kind: Paper.Kind
    paper: Paper | None

    @property
    def state(self) -> str:
        """`here` with a scan, `known` without, `missing`."""
        if self.paper is None:
            return "missing"
        return "here" if self.paper.stored_as else "known"


@dataclass(frozen=True)
class Section:
    """A stage with its papers."""

    stage: Stage
    wanted: list[Wanted]

    @property
    def missing(self) -> int:
        """How many do not exist."""
        return sum(one.paper is None for one in self.wanted)


def checklist(reached: Iterable[str], papers: Iterable[Paper]) -> list[Section]:
    """The papers of every stage reached; one with a scan stands before one without."""
    best: dict[str, Paper] = {}
    for paper in papers:
        if paper.kind not in best or (paper.stored_as and not best[paper.kind].stored_as):
            best[paper.kind] = paper
    come = {"file", *reached}
    return [
        Section(stage, [Wanted(kind, best.get(kind)) for kind in stage.kinds])
        for stage in STAGES
        if stage.code in come
    ]
