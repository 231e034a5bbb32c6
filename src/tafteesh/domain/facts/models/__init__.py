"""What was said in public, and how each duty of the law stands."""

from tafteesh.domain.facts.models.kept import (
    CountedDay,
    DutyState,
    LapseCount,
    ToRecount,
)
from tafteesh.domain.facts.models.public import (
    FrozenFigure,
    KnowledgeProduct,
    Objective,
    Release,
    StrategyVersion,
    Target,
)

__all__ = [
    "CountedDay",
    "DutyState",
    "FrozenFigure",
    "KnowledgeProduct",
    "LapseCount",
    "Objective",
    "Release",
    "StrategyVersion",
    "Target",
    "ToRecount",
]
