"""What changes because a record was wrong."""

from tafteesh.domain.quality.actions.correcting import (
    ChangedMeanwhile,
    ChangedSince,
    NotHerChange,
    NothingChanged,
    PaperFromAnotherFile,
    PaperNeeded,
    Place,
    Said,
    TooLateToUndo,
    ValueNeeded,
    correct_value,
    undo_change,
)
from tafteesh.domain.quality.actions.findings import (
    NoFixProposed,
    NoSuchRule,
    SettledAlready,
    bring_back,
    dismiss,
    set_aim,
    silence_rule,
    sound_rule,
    take_fix,
)
from tafteesh.domain.quality.actions.rewriting import DoesNotFit
from tafteesh.domain.quality.actions.sampling import draw_round

__all__ = [
    "ChangedMeanwhile",
    "ChangedSince",
    "DoesNotFit",
    "NoFixProposed",
    "NoSuchRule",
    "NotHerChange",
    "NothingChanged",
    "PaperFromAnotherFile",
    "PaperNeeded",
    "Place",
    "Said",
    "SettledAlready",
    "TooLateToUndo",
    "ValueNeeded",
    "bring_back",
    "correct_value",
    "dismiss",
    "draw_round",
    "set_aim",
    "silence_rule",
    "sound_rule",
    "take_fix",
    "undo_change",
]
