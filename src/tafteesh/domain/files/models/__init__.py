"""What is true of a survivor and her file. Other apps import from here, one name a thing."""

from tafteesh.domain.files.models.access import AccessGrant
from tafteesh.domain.files.models.base import (
    FileScopedQuerySet,
    FileWall,
    OnFile,
    Recorded,
    approx_in_order,
    file_scope,
)
from tafteesh.domain.files.models.consent import Consent, MayShare, Purpose, Recipient
from tafteesh.domain.files.models.emergency import Emergency
from tafteesh.domain.files.models.file import FileStatusSpell, SafeContact, SurvivorFile
from tafteesh.domain.files.models.household import ConflictOfInterest, HouseholdMember
from tafteesh.domain.files.models.identity import Identity, NameToken
from tafteesh.domain.files.models.look_request import LookRequest
from tafteesh.domain.files.models.miss import SearchMiss
from tafteesh.domain.files.models.story import Rescue, Restoration, ShelterSpell, Taking

__all__ = [
    "AccessGrant",
    "ConflictOfInterest",
    "Consent",
    "Emergency",
    "FileScopedQuerySet",
    "FileStatusSpell",
    "FileWall",
    "HouseholdMember",
    "Identity",
    "LookRequest",
    "MayShare",
    "NameToken",
    "OnFile",
    "Purpose",
    "Recipient",
    "Recorded",
    "Rescue",
    "Restoration",
    "SafeContact",
    "SearchMiss",
    "ShelterSpell",
    "SurvivorFile",
    "Taking",
    "approx_in_order",
    "file_scope",
]
