"""FIRs, who investigates them, what the court did, and what was corrected."""

from tafteesh.domain.proceedings.models.bail import (
    BailBreach,
    BailCondition,
    SameAccused,
    SeizedThing,
)
from tafteesh.domain.proceedings.models.base import FirScopedQuerySet, FirWall, OnFir
from tafteesh.domain.proceedings.models.correction import Correction
from tafteesh.domain.proceedings.models.court import Hearing
from tafteesh.domain.proceedings.models.fir import (
    Accused,
    AccusedStatus,
    Fir,
    FirLink,
    FirSection,
    FirSurvivor,
)
from tafteesh.domain.proceedings.models.hers import Deposition, PoliceDiary
from tafteesh.domain.proceedings.models.investigation import (
    ChargeSheet,
    ChargeSheetAccused,
    ChargeSheetSection,
    InvestigationSpell,
)
from tafteesh.domain.proceedings.models.letter import Letter
from tafteesh.domain.proceedings.models.litigation import Litigation, LitigationOrder, OrderHelps
from tafteesh.domain.proceedings.models.milestone import Milestone, SetAside

__all__ = [
    "Accused",
    "AccusedStatus",
    "BailBreach",
    "BailCondition",
    "ChargeSheet",
    "ChargeSheetAccused",
    "ChargeSheetSection",
    "Correction",
    "Deposition",
    "Fir",
    "FirLink",
    "FirScopedQuerySet",
    "FirSection",
    "FirSurvivor",
    "FirWall",
    "Hearing",
    "InvestigationSpell",
    "Letter",
    "Litigation",
    "LitigationOrder",
    "Milestone",
    "OnFir",
    "OrderHelps",
    "PoliceDiary",
    "SameAccused",
    "SeizedThing",
    "SetAside",
]
