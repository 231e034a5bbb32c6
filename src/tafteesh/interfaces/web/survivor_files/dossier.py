"""What stands on the page of one file: identity, safety, what comes next, money, and who opened it."""

import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.diary.queries import safe_rule
from tafteesh.domain.files.models import AccessGrant, Identity, SafeContact, SurvivorFile
from tafteesh.domain.files.sealing import key_for, open_from
from tafteesh.domain.legalaid.models import Assignment, LegalAidRequest
from tafteesh.domain.papers.checklist import checklist
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.models import ChargeSheet, Fir
from tafteesh.foundation.access.actor import Actor, holds
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.kernel.no_answer import Answer
from tafteesh.interfaces.web.moulds import Lasting
from tafteesh.interfaces.web.page import StaffRequest
from tafteesh.interfaces.web.survivor_files.adding import to_add
from tafteesh.interfaces.web.survivor_files.her_safety import care_part, people_part, safety_part
from tafteesh.interfaces.web.survivor_files.notes import with_notes
from tafteesh.interfaces.web.survivor_files.questions import (
    CLAIMS,
    FIRS,
    GIVEN_LAWYERS,
    IDENTITY,
    LATELY,
    NAMES,
    TASKS,
)
from tafteesh.interfaces.web.survivor_files.timeline import (
    KINDS,
    Entry,
    Read,
    by_year,
    entries,
    people_of,
    with_names,
)
from tafteesh.interfaces.web.survivor_files.together import person_of, with_others
from tafteesh.interfaces.web.survivor_files.way import her_way
from tafteesh.interfaces.web.templatetags.shapes import Line, Words

PARTS: tuple[tuple[str, Words], ...] = (
    ("story", gettext_lazy("Timeline")),
    ("way", gettext_lazy("Her way")),
    ("court", gettext_lazy("Court cases")),
    ("money", gettext_lazy("Compensation")),
    ("legal_aid", gettext_lazy("Legal aid")),
    ("papers", gettext_lazy("Papers")),
    ("people", gettext_lazy("People")),
    ("care", gettext_lazy("Reviews and services")),
    ("safety", gettext_lazy("Safety and consent")),
)
PART_NEEDS = {
    "court": Permission.PROCEEDING_READ,
    "money": Permission.CLAIM_READ,
    "legal_aid": Permission.PROCEEDING_READ,
}
SEALED: tuple[tuple[str, Words], ...] = (
    ("name_used", gettext_lazy("Called")),
    ("name_on_papers", gettext_lazy("On papers")),
    ("other_names", gettext_lazy("Other names")),
    ("relation_name", gettext_lazy("Parent, husband or guardian")),
    ("phone", gettext_lazy("Phone")),
    ("address", gettext_lazy("Village or address")),
)
Openings = Counter[tuple[uuid.UUID, str]]
OPENED_IN = timedelta(days=7)
STORY_SHOWN = 60
PAPERS_SHOWN = 200
RULES_SHOWN = 20
YEAR = 365.25


@dataclass(frozen=True)
class Mask:
    """One sealed value: whether there is something, and what it says after a look."""

    name: str
    label: Words
    written: bool
    value: str = ""


@dataclass(frozen=True)
class Money:
    """Asked, ordered, received: three numbers that are never added up."""

    asked: int
    ordered: int
    received: int
    waiting_days: int | None


def is_about_trafficking(file: SurvivorFile) -> bool:
    """Whether the steps of a trafficking way are asked at all."""
    return file.scope != SurvivorFile.Scope.VIOLENCE


def dossier(
    request: StaffRequest, file: SurvivorFile, *, shown: dict[str, str] | None = None
) -> dict[str, Any]:
    """Everything the page of a file needs; each part reads only its own tables."""
    actor = request.actor
    part = request.GET.get("part", "story")
    parts = _parts_for(actor.roles, trafficking=is_about_trafficking(file))
    if part not in dict(parts):
        part = "story"
    assignments = GIVEN_LAWYERS(actor, file_id=file.pk)
    lawyers = _acting(assignments, actor.today)
    identity = next(iter(IDENTITY(actor, file_id=file.pk)), None)
    claims = CLAIMS(actor, file_id=file.pk) if actor.holds(Permission.CLAIM_READ) else []
    opened = _openings(actor, file)
    person = person_of(actor, file)
    others = person.others(file) if person else []
    said = _part(request, file, part, (claims, assignments, others, identity))
    lines: list[Entry] = said.pop("lines", [])
    names = dict(NAMES(people=[*people_of(lines), *{who for who, _event in opened}]))
    if part == "story":
        said["years"] = by_year(with_names(lines, names))
    return {
        "file": file,
        "part": part,
        "part_template": f"survivor_files/part_{part}.html",
        "parts": parts,
        "masks": _masks(identity, shown or {}),
        "person": person,
        "others": others,
        "facts": _facts(actor, file, identity, lawyers),
        "safe": safety(actor, file),
        "tasks": TASKS(actor, file_id=file.pk),
        "claims": claims,
        "lawyers": lawyers,
        "money": _money(claims, actor.today),
        "opened": _opened(opened, names),
        "to_add": to_add(actor.roles, trafficking=is_about_trafficking(file)),
        "may_look": actor.holds(Permission.IDENTITY_LOOK),
        "may_write": actor.holds(Permission.FILE_WRITE),
        "may_contact": actor.holds(Permission.CONTACT_RECORD),
        "may_read_claims": actor.holds(Permission.CLAIM_READ),
        "may_give": actor.holds(Permission.FILE_ASSIGN),
        "may_lock": actor.holds(Permission.LOCKED_NOTE),
        "may_join": actor.holds(Permission.PERSON_JOIN),
        "today": actor.today,
    } | said


@lru_cache(maxsize=64)
def _parts_for(roles: frozenset[Role], *, trafficking: bool) -> Lasting[tuple[str, Words]]:
    """The parts that she may read and that such a file has."""
    return Lasting(
        (code, label)
        for code, label in PARTS
        if (code != "way" or trafficking)
        and (code not in PART_NEEDS or holds(roles, PART_NEEDS[code]))
    )


def _standing(model: Any, actor: Actor, file: SurvivorFile | uuid.UUID) -> Any:
    return model.objects.visible_to(actor).filter(survivor_file=file, withdrawn_at=None)


def _part(
    request: StaffRequest,
    file: SurvivorFile,
    part: str,
    beside: tuple[list[Claim], list[Assignment], list[SurvivorFile], Identity | None],
) -> dict[str, Any]:
    """What one part reads; the money, the lawyers and who she is stand `beside` every part already."""
    actor = request.actor
    read: dict[str, Callable[[], dict[str, Any]]] = {
        "story": lambda: _story(request, file, *beside),
        "way": lambda: {"way": her_way(actor, file)},
        "court": lambda: {"firs": firs_of(actor, file)},
        "legal_aid": lambda: {"requests": _requests(actor, file)},
        "papers": lambda: _papers_part(actor, file),
        "people": lambda: {"grants": _grants(actor, file)} | people_part(actor, file),
        "care": lambda: care_part(actor, file),
        "safety": lambda: {"rules": _rules(actor, file)} | safety_part(actor, file),
    }
    return read[part]() if part in read else {}


def _requests(actor: Actor, file: SurvivorFile) -> list[LegalAidRequest]:
    return list(_standing(LegalAidRequest, actor, file).order_by("-requested_on"))


def _papers(actor: Actor, file: SurvivorFile) -> list[Paper]:
    newest = F("dated_on").desc(nulls_last=True)
    return list(_standing(Paper, actor, file).order_by(newest, "-recorded_at")[:PAPERS_SHOWN])


def _papers_part(actor: Actor, file: SurvivorFile) -> dict[str, Any]:
    papers, firs = _papers(actor, file), firs_of(actor, file)
    reached = {"police"} if firs else set()
    sheets = ChargeSheet.objects.visible_to(actor).filter(fir__in=firs, withdrawn_at=None)
    if firs and sheets.exists():
        reached.add("court")
    if _standing(Claim, actor, file).exists():
        reached.add("claim")
    return {"papers": papers, "checklist": checklist(reached, papers)}


def _rules(actor: Actor, file: SurvivorFile) -> list[SafeContact]:
    rules = _standing(SafeContact, actor, file).select_related("recorded_by")
    return list(rules.order_by("-recorded_at", "-pk")[:RULES_SHOWN])


def firs_of(actor: Actor, file: SurvivorFile) -> list[Fir]:
    """The FIRs of a file, newest first."""
    return FIRS(actor, file_id=file.pk)


def _story(
    request: StaffRequest,
    file: SurvivorFile,
    claims: list[Claim],
    assignments: list[Assignment],
    others: list[SurvivorFile],
    identity: Identity | None,
) -> dict[str, Any]:
    kind = request.GET.get("show", "")
    actor = request.actor
    firs = firs_of(actor, file) if actor.holds(Permission.PROCEEDING_READ) else []
    lines = entries(actor, file, Read(firs, claims, assignments))
    lines = with_others(lines, actor, others, lambda other: _read(actor, other))
    if kind in dict(KINDS):
        lines = [line for line in lines if line.kind == kind]
    everything = request.GET.get("older") == "yes" or len(lines) <= STORY_SHOWN
    shown = lines if everything else lines[:STORY_SHOWN]
    return {
        "kind": kind,
        "kinds": KINDS,
        "lines": with_notes(actor, file, shown, identity),
        "more_lines": not everything,
    }


def _read(actor: Actor, file: SurvivorFile) -> Read:
    """What the timeline of another file of hers asks for."""
    firs = firs_of(actor, file) if actor.holds(Permission.PROCEEDING_READ) else []
    claims = CLAIMS(actor, file_id=file.pk) if actor.holds(Permission.CLAIM_READ) else []
    return Read(firs, claims, GIVEN_LAWYERS(actor, file_id=file.pk))


def _masks(identity: Identity | None, shown: dict[str, str]) -> list[Mask]:
    return [
        Mask(name, label, bool(identity and getattr(identity, name)), shown.get(name, ""))
        for name, label in SEALED
    ]


def _facts(
    actor: Actor, file: SurvivorFile, identity: Identity | None, lawyers: list[Assignment]
) -> list[Line]:
    lines = [Line(_("Status"), file.get_status_display()), Line(_("About"), _about(file))]
    if identity:
        lines.append(Line(_("Age now"), _age(identity, actor.today)))
    if file.block:
        lines.append(Line(_("Block"), file.block.name))
    worker = file.worker.name if file.worker else _("nobody yet")
    lines.append(Line(_("Worker"), worker))
    names = ", ".join(one.lawyer.name for one in lawyers) or _("nobody yet")
    lines.append(Line(_("Lawyer"), names))
    return lines


def _about(file: SurvivorFile) -> str:
    if not file.violence:
        return str(file.get_scope_display())
    if file.scope == SurvivorFile.Scope.VIOLENCE:
        return str(file.get_violence_display())
    return f"{file.get_scope_display()} ({file.get_violence_display()})"


def _age(identity: Identity, today: date) -> str:
    """Her age as exactly as it is known; why it is not, where it is not."""
    if identity.born_earliest is None or identity.born_latest is None:
        return str(Answer(identity.born_answer).label)
    most = int((today - identity.born_earliest).days / YEAR)
    least = int((today - identity.born_latest).days / YEAR)
    if most == least:
        return str(most)
    return f"~ {least}–{most}"


def _acting(assignments: list[Assignment], today: date) -> list[Assignment]:
    return [
        one
        for one in assignments
        if one.starts_on <= today and (one.ends_on is None or one.ends_on > today)
    ]


def safety(actor: Actor, file: SurvivorFile) -> str:
    """How she may be reached; the sealed warning is for those who do reach her.

    Nobody asked yet means: do not call.
    """
    rule = safe_rule(actor, file)
    if rule is None:
        return _("Nobody has asked yet how she may be reached. Do not call.")
    said = []
    if rule.warning_sealed and actor.holds(Permission.CONTACT_RECORD):
        said.append(open_from(rule, "warning_sealed", key_for(file)).reveal())
    said.append(call_words(rule))
    if rule.call_as:
        said.append(_("Call as: %(whom)s.") % {"whom": rule.call_as})
    if not rule.may_post:
        said.append(_("Nothing by post."))
    if rule.who_knows in (SafeContact.Knows.NOT_HUSBAND, SafeContact.Knows.NOT_FAMILY):
        said.append(f"{rule.get_who_knows_display()}.")
    said.append(_("Risk: %(risk)s.") % {"risk": rule.get_risk_display()})
    return " ".join(said)


def call_words(rule: SafeContact) -> str:
    """When she may be called."""
    if not rule.may_call:
        return _("Do not call her.")
    if rule.from_hour is None:
        return _("She may be called.")
    hours = {"from": rule.from_hour, "to": rule.to_hour}
    return _("Call only from %(from)s:00 to %(to)s:00.") % hours


def _money(claims: list[Claim], today: date) -> Money | None:
    if not claims:
        return None
    asked, ordered = sum(c.asked_paise or 0 for c in claims), sum(c.ordered_paise for c in claims)
    waiting = [
        (today - c.first_ordered_on).days
        for c in claims
        if c.first_ordered_on and c.ordered_paise > c.credited_paise
    ]
    received = sum(c.credited_paise for c in claims)
    return Money(asked, ordered, received, max(waiting) if waiting else None)


def _openings(actor: Actor, file: SurvivorFile) -> Openings:
    """Each time somebody opened the file, or looked behind a mask, in the last seven days."""
    lines = LATELY(tag=file.log_tag, since=actor.now - OPENED_IN)
    return Counter((who, event) for who, event in lines if who)


def _opened(opened: Openings, names: dict[uuid.UUID, str]) -> list[tuple[str, str, str]]:
    """Who opened the file, how often, and how often behind a mask."""
    who_did = {who for who, _event in opened}
    return [
        (name, _times(opened[pk, "file_opened"]), _looks(_looked(opened, pk)))
        for pk, name in names.items()
        if pk in who_did
    ]


def _looked(opened: Openings, who: uuid.UUID) -> int:
    return opened[who, "identity_looked"] + opened[who, "note_looked"]


def _times(count: int) -> str:
    return ngettext("%(n)s time", "%(n)s times", count) % {"n": count}


def _looks(count: int) -> str:
    if not count:
        return ""
    return ngettext("%(n)s sealed value", "%(n)s sealed values", count) % {"n": count}


def _grants(actor: Actor, file: SurvivorFile) -> list[AccessGrant]:
    """Who reaches the file beside the office itself."""
    rows = AccessGrant.objects.visible_to(actor).filter(survivor_file=file)
    standing = rows.filter(Q(until=None) | Q(until__gte=actor.today))
    return list(standing.select_related("person", "to_organisation").order_by("starts_on", "pk"))
