"""The "+ Add" menu of a file: every recording page that stands and that she may use."""

import uuid
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.access.actor import holds
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.interfaces.web.links import link_or_none
from tafteesh.interfaces.web.moulds import Lasting
from tafteesh.interfaces.web.templatetags.shapes import Words

P = Permission
# address, what is added, who may, whether it is asked only where she was trafficked
PAGES: tuple[tuple[str, Words, Permission, bool], ...] = (
    ("files:contact", _("Visit or call"), P.CONTACT_RECORD, False),
    ("care:incident", _("Danger"), P.CONTACT_RECORD, False),
    ("files:task", _("Task"), P.CONTACT_RECORD, False),
    ("files:paper", _("Paper"), P.PAPER_ADD, False),
    ("proceedings:new_fir", _("FIR"), P.PROCEEDING_WRITE, False),
    ("proceedings:diaries", _("Diary of the police"), P.PROCEEDING_WRITE, True),
    ("compensation:new", _("Claim"), P.CLAIM_WRITE, False),
    ("compensation:wish", _("Whether she wants to claim"), P.CLAIM_WRITE, False),
    ("legalaid:assign", _("Lawyer"), P.LEGALAID_WRITE, False),
    ("legalaid:request", _("Request for legal aid"), P.LEGALAID_WRITE, False),
    ("legalaid:need", _("Whether she wants a lawyer"), P.LEGALAID_WRITE, False),
    ("legalaid:complaint", _("Money was asked of her"), P.LEGALAID_WRITE, False),
    ("partners:share", _("Share this file"), P.FILE_ASSIGN, False),
    ("files:taking", _("When she was taken"), P.FILE_WRITE, True),
    ("files:rescue", _("Rescue or return"), P.FILE_WRITE, True),
    ("files:shelter", _("Days in a shelter"), P.FILE_WRITE, True),
    ("files:restoration", _("Restoration"), P.FILE_WRITE, True),
    ("files:safe_contact", _("How she may be reached"), P.FILE_WRITE, False),
    ("care:answer", _("What she agrees to"), P.FILE_WRITE, False),
    ("care:choose_review", _("Review"), P.REVIEW_WRITE, False),
    ("care:conference", _("Case conference"), P.REVIEW_WRITE, False),
    ("care:service", _("Service"), P.CONTACT_RECORD, False),
    ("care:grant", _("Grant or loan"), P.CONTACT_RECORD, False),
    ("care:plan", _("Safety plan"), P.CONTACT_RECORD, False),
    ("care:living", _("How she lives now"), P.CONTACT_RECORD, False),
    ("care:telling", _("She told it already"), P.FILE_WRITE, False),
    ("care:wrong", _("She says that something is wrong"), P.CONTACT_RECORD, False),
    ("care:new_locked", _("A note that stays with you"), P.LOCKED_NOTE, False),
    ("care:member", _("Family and household"), P.FILE_WRITE, False),
    ("files:identity", _("Names, phone, birth"), P.FILE_WRITE, False),
    ("files:status", _("Status"), P.FILE_WRITE, False),
)


@lru_cache(maxsize=64)
def to_add(roles: frozenset[Role], *, trafficking: bool) -> Lasting[tuple[str, Words]]:
    """Pages and names, in the order in which things are added most."""
    nobody = uuid.UUID(int=0)
    return Lasting(
        (name, label)
        for name, label, permission, only_trafficking in PAGES
        if holds(roles, permission)
        and (trafficking or not only_trafficking)
        and link_or_none(name, file_id=nobody)
    )
