"""Partners, what was learnt with them, and sharing one file for a time because she agreed."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from tafteesh.domain.files.consent import may_share
from tafteesh.domain.files.models import AccessGrant, Purpose, SurvivorFile
from tafteesh.domain.handoffs.models import Exchange, Partner, Share
from tafteesh.domain.meetings.actions import NewMeeting, record_meeting
from tafteesh.domain.meetings.models import Meeting
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event

LONGEST = timedelta(days=90)


class SharedTooLong(Exception):
    """A share lasts ninety days at most; a longer need is agreed to again."""


class NotAgreedYet(Exception):
    """She agrees first; only then is her file shared."""


class SheDidNotAgree(Exception):
    """Her newest answer about this organisation is no, has ended, or was never asked for."""


class EndsInThePast(Exception):
    """The last day of a share cannot have passed."""


class OwnFile(Exception):
    """An organisation needs no share of its own file."""


class SharedAlready(Exception):
    """This file is shared with this organisation already: end that first."""


@transaction.atomic
def record_partner(
    *, name: str, place: str, agreement_until: date | None = None, by: Actor
) -> Partner:
    """Make a partner known; the same name twice is one partner."""
    require(by, Permission.PARTNER_WRITE)
    partner, _made = Partner.unscoped.get_or_create(
        organisation_id=by.organisation_id,
        name=name,
        defaults={
            "place": place,
            "agreement_until": agreement_until,
            "recorded_at": by.now,
            "recorded_by_id": by.person_id,
        },
    )
    write_log(Event.PARTNER_RECORDED, about=partner, by=by)
    return partner


@transaction.atomic
def record_exchange(
    *, partner: Partner, on: date, topic: str, practice_adopted: str = "", by: Actor
) -> Exchange:
    """An exchange with a partner: a meeting, its topic, and the practice that came of it."""
    require(by, Permission.PARTNER_WRITE)
    partner = Partner.objects.visible_to(by).get(pk=partner.pk, withdrawn_at=None)
    new = NewMeeting(
        on=on, level=Meeting.Level.PARTNER, place=partner.place, with_whom=partner.name
    )
    exchange = Exchange.unscoped.create(
        partner=partner,
        meeting=record_meeting(new=new, by=by),
        topic=topic,
        practice_adopted=practice_adopted,
        organisation_id=by.organisation_id,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    write_log(Event.PARTNER_RECORDED, about=exchange, by=by)
    return exchange


@transaction.atomic
def adopt_practice(*, exchange: Exchange, practice: str, by: Actor) -> Exchange:
    """What was taken over after an exchange; often it shows only months later."""
    require(by, Permission.PARTNER_WRITE)
    door = Exchange.objects.visible_to(by).select_for_update(of=("self",))
    exchange = door.get(pk=exchange.pk, withdrawn_at=None)
    exchange.practice_adopted = practice
    exchange.save(update_fields=["practice_adopted"])
    write_log(Event.PARTNER_RECORDED, about=exchange, by=by, fields=["practice_adopted"])
    return exchange


@dataclass(frozen=True)
class NewShare:
    """With whom, for what, since when she agrees, until when."""

    to: Organisation
    purpose: str
    agreed_on: date
    until: date


@transaction.atomic
def share_file(*, file: SurvivorFile, new: NewShare, by: Actor) -> Share:
    """Let a partner organisation see one file until a day, because the survivor agreed.

    Raises SharedTooLong, NotAgreedYet, EndsInThePast, OwnFile, SharedAlready, SheDidNotAgree.
    """
    require(by, Permission.FILE_ASSIGN)
    file = SurvivorFile.objects.visible_to(by).select_for_update(of=("self",)).get(pk=file.pk)
    _check(file, new, by)
    if not may_share(file, Purpose.SHARING, new.to, by.now):
        raise SheDidNotAgree(str(file.pk))
    grant = AccessGrant.objects.create(
        organisation_id=file.organisation_id,
        survivor_file=file,
        to_organisation=new.to,
        because=AccessGrant.Because.SHARED,
        starts_on=by.today,
        until=new.until,
        granted_by_id=by.person_id,
        granted_at=by.now,
    )
    share = Share.unscoped.create(
        organisation_id=file.organisation_id,
        survivor_file=file,
        to_organisation=new.to,
        purpose=new.purpose,
        agreed_on=new.agreed_on,
        starts_on=by.today,
        until=new.until,
        grant=grant,
        recorded_at=by.now,
        recorded_by_id=by.person_id,
    )
    write_log(Event.FILE_ASSIGNED, about=share, by=by, subject=file.log_tag, reason=new.purpose)
    return share


def _check(file: SurvivorFile, new: NewShare, by: Actor) -> None:
    if new.to.pk == file.organisation_id:
        raise OwnFile(str(file.pk))
    if new.until < by.today:
        raise EndsInThePast(new.until.isoformat())
    if new.until > by.today + LONGEST:
        raise SharedTooLong(new.until.isoformat())
    if new.agreed_on > by.today:
        raise NotAgreedYet(new.agreed_on.isoformat())
    standing = AccessGrant.unscoped.filter(
        survivor_file=file, to_organisation=new.to, until__gte=by.today
    )
    if standing.exists():
        raise SharedAlready(str(file.pk))


@transaction.atomic
def end_share(*, share: Share, by: Actor) -> Share:
    """End a share now: from this moment the partner's page is not there."""
    require(by, Permission.FILE_ASSIGN)
    door = Share.objects.visible_to(by).select_related("survivor_file")
    share = door.select_for_update(of=("self",)).get(pk=share.pk, ended_on=None, withdrawn_at=None)
    grant = share.grant
    if grant is not None and grant.starts_on < by.today:
        grant.until = by.today - timedelta(days=1)
        grant.save(update_fields=["until"])
    elif grant is not None:
        share.grant = None
        share.save(update_fields=["grant"])
        grant.delete()
    share.ended_on = by.today
    share.save(update_fields=["ended_on"])
    tag = share.survivor_file.log_tag
    write_log(Event.FILE_UNASSIGNED, about=share, by=by, subject=tag)
    return share
