"""What a person does with a finding: takes its fix, or says that it is a false alarm. And with a rule."""

from django.db import transaction

from tafteesh.domain.quality import fields
from tafteesh.domain.quality.actions.correcting import Place, Said, correct_value
from tafteesh.domain.quality.catalogue import BY_CODE
from tafteesh.domain.quality.models import FieldChange, Finding, SilencedRule, WeeklyAim
from tafteesh.domain.quality.queries import standing_row, token_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


class SettledAlready(Exception):
    """Somebody mended it, or said that it is a false alarm, a moment ago."""


class NoFixProposed(Exception):
    """The rule knows no fix for these values."""


class NoSuchRule(Exception):
    """The catalogue has no rule of that code."""


def _open(finding: Finding, by: Actor) -> Finding:
    door = Finding.objects.visible_to(by).select_for_update(of=("self",))
    found = door.get(pk=finding.pk)
    if found.outcome != Finding.Outcome.OPEN:
        raise SettledAlready(str(found.pk))
    return found


@transaction.atomic
def take_fix(*, finding: Finding, by: Actor) -> FieldChange:
    """Take the value that the rule proposes. Raises SettledAlready, NoFixProposed, and what correcting refuses."""
    require(by, Permission.DATA_MEND)
    found = _open(finding, by)
    rule = BY_CODE[found.rule]
    fix = rule.fix(found.values) if rule.fix else None
    if fix is None:
        raise NoFixProposed(found.rule)
    kind = fields.BY_CODE[rule.kind]
    at = Place(kind, kind.by_code[fix.field], found.record_id)
    seen = token_of(at.field, standing_row(by, kind, found.record_id, lock=True))
    return correct_value(at=at, value=fix.value, said=Said(FieldChange.Why.RULE, seen), by=by)


@transaction.atomic
def dismiss(*, finding: Finding, why: str, by: Actor) -> Finding:
    """A false alarm, with its reason: it stays dismissed while its values stay. Raises SettledAlready."""
    require(by, Permission.DATA_MEND)
    found = _open(finding, by)
    found.outcome, found.why_false = Finding.Outcome.FALSE_ALARM, Finding.WhyFalse(why)
    found.ended_at, found.said_by_id = by.now, by.person_id
    found.save(update_fields=["outcome", "why_false", "ended_at", "said_by"])
    write_log(Event.FINDING_SETTLED, about=found, by=by, fields=[found.rule], reason=why)
    return found


@transaction.atomic
def bring_back(*, finding: Finding, by: Actor) -> Finding:
    """It was no false alarm: it waits in the queue again, if it still holds. Raises SettledAlready."""
    require(by, Permission.DATA_MEND)
    door = Finding.objects.visible_to(by).select_for_update(of=("self",))
    found = door.get(pk=finding.pk)
    if found.outcome != Finding.Outcome.FALSE_ALARM or found.gone_at is not None:
        raise SettledAlready(str(found.pk))
    found.outcome, found.why_false, found.ended_at = Finding.Outcome.OPEN, "", None
    found.said_by = None
    found.save(update_fields=["outcome", "why_false", "ended_at", "said_by"])
    write_log(Event.FINDING_SETTLED, about=found, by=by, fields=[found.rule], reason="brought_back")
    return found


@transaction.atomic
def silence_rule(*, rule: str, why: str, by: Actor) -> SilencedRule:
    """Switch a rule off for her office: what it finds stands in no queue. Raises NoSuchRule."""
    require(by, Permission.RULES_KEEP)
    if rule not in BY_CODE:
        raise NoSuchRule(rule)
    row, _made = SilencedRule.unscoped.get_or_create(
        organisation_id=by.organisation_id,
        rule=rule,
        withdrawn_at=None,
        defaults={
            "why": SilencedRule.Why(why),
            "recorded_at": by.now,
            "recorded_by_id": by.person_id,
        },
    )
    write_log(Event.RULE_SWITCHED, about=row, by=by, fields=[rule], reason=why)
    return row


@transaction.atomic
def sound_rule(*, rule: str, by: Actor) -> int:
    """Switch a rule on again; answers how many switches were taken back."""
    require(by, Permission.RULES_KEEP)
    rows = SilencedRule.objects.visible_to(by).filter(
        organisation_id=by.organisation_id, rule=rule, withdrawn_at=None
    )
    found = list(rows.select_for_update(of=("self",)))
    for row in found:
        row.withdrawn_at = by.now
        row.save(update_fields=["withdrawn_at"])
        write_log(Event.RULE_SWITCHED, about=row, by=by, fields=[rule], reason="on")
    return len(found)


@transaction.atomic
def set_aim(*, settle: int, by: Actor) -> WeeklyAim:
    """How many findings each person settles in a week; the newest aim holds."""
    require(by, Permission.RULES_KEEP)
    aim = WeeklyAim.unscoped.create(
        organisation_id=by.organisation_id,
        settle=settle,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    write_log(Event.RULE_SWITCHED, about=aim, by=by, fields=["settle"])
    return aim
