"""What is done with and for her beside court and claims."""

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
    "Incident",
    "Instalment",
    "Instrument",
    "MoneyGrant",
    "Question",
    "Review",
    "SafetyPlan",
    "Score",
    "Service",
    "Step",
]
