"""Everything that changes a FIR and what hangs on it."""

from tafteesh.domain.proceedings.actions.change import (
    AccusedIsCharged,
    HasEscalations,
    WhyWithdrawn,
    change_fir,
    withdraw_entry,
)
from tafteesh.domain.proceedings.actions.chargesheet import NewChargeSheet, record_charge_sheet
from tafteesh.domain.proceedings.actions.correction import (
    DecidedBeforeFiled,
    NewCorrection,
    decide_correction,
    record_correction,
)
from tafteesh.domain.proceedings.actions.fir import (
    AlreadyLinked,
    AlreadyRecorded,
    NewFir,
    add_accused,
    add_sections,
    link_firs,
    link_standing,
    link_survivor,
    record_fir,
    set_accused_status,
    unlink_survivor,
)
from tafteesh.domain.proceedings.actions.hearing import (
    HearingResult,
    NextDateNotAfter,
    NotHeldYet,
    TooLateToUndo,
    ask_outcome_tomorrow,
    record_hearing,
    undo_hearing,
)
from tafteesh.domain.proceedings.actions.investigation import (
    NewSpell,
    PapersBeforeOrder,
    SpellsOverlap,
    order_transfer,
    record_receipt,
    record_spell,
)

__all__ = [
    "AccusedIsCharged",
    "AlreadyLinked",
    "AlreadyRecorded",
    "DecidedBeforeFiled",
    "HasEscalations",
    "HearingResult",
    "NewChargeSheet",
    "NewCorrection",
    "NewFir",
    "NewSpell",
    "NextDateNotAfter",
    "NotHeldYet",
    "PapersBeforeOrder",
    "SpellsOverlap",
    "TooLateToUndo",
    "WhyWithdrawn",
    "add_accused",
    "add_sections",
    "ask_outcome_tomorrow",
    "change_fir",
    "decide_correction",
    "link_firs",
    "link_standing",
    "link_survivor",
    "order_transfer",
    "record_charge_sheet",
    "record_correction",
    "record_fir",
    "record_hearing",
    "record_receipt",
    "record_spell",
    "set_accused_status",
    "undo_hearing",
    "unlink_survivor",
    "withdraw_entry",
]
