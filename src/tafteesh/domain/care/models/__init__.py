"""What is done with and for her beside court and claims."""

from tafteesh.domain.care.models.grievance import Grievance
from tafteesh.domain.care.models.intake import IntakeMark, Referral, Telling
from tafteesh.domain.care.models.living import Living
from tafteesh.domain.care.models.locked import LockedNote
from tafteesh.domain.care.models.review import (
    Conference,
    Instrument,
    Question,
    Review,
    Score,
    Step,
)
from tafteesh.domain.care.models.safety import Incident, SafetyPlan
from tafteesh.domain.care.models.services import Instalment, MoneyGrant, Service

__all__ = [
    "Conference",
    "Grievance",
    "Incident",
    "Instalment",
    "Instrument",
    "IntakeMark",
    "Living",
    "LockedNote",
    "MoneyGrant",
    "Question",
    "Referral",
    "Review",
    "SafetyPlan",
    "Score",
    "Service",
    "Step",
    "Telling",
]
