"""Acts, sections, limits, schemes: what the law says, since when, and who read it where."""

from tafteesh.reference.law.models.edition import Edition
from tafteesh.reference.law.models.limits import ConfidentialityRule, Deadline, ProcedureSection
from tafteesh.reference.law.models.schemes import CompensationScheme, HeadOfLoss
from tafteesh.reference.law.models.sections import Act, Section

__all__ = [
    "Act",
    "CompensationScheme",
    "ConfidentialityRule",
    "Deadline",
    "Edition",
    "HeadOfLoss",
    "ProcedureSection",
    "Section",
]
