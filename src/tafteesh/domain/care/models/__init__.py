"""What is done with and for her beside court and claims."""

from tafteesh.domain.care.models.safety import Incident, SafetyPlan

__all__ = ["Incident", "SafetyPlan"]
