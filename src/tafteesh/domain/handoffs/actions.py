"""Partners and what was learnt with them."""

from datetime import date

from django.db import transaction

from tafteesh.domain.handoffs.models import Exchange, Partner
from tafteesh.domain.meetings.actions import NewMeeting, record_meeting
from tafteesh.domain.meetings.models import Meeting
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import write_log
from tafteesh.foundation.audit.models import Event


@transaction.atomic
def record_partner(*, name: str, place: str, by: Actor) -> Partner:
    """Make a partner known; the same name twice is one partner."""
    require(by, Permission.PARTNER_WRITE)
    partner, _made = Partner.unscoped.get_or_create(
        organisation_id=by.organisation_id,
        name=name,
        defaults={"place": place, "recorded_at": by.now, "recorded_by_id": by.person_id},
    )
    write_log(Event.PARTNER_RECORDED, about=partner, by=by)
    return partner


@transaction.atomic
def record_exchange(
    *, partner: Partner, on: date, topic: str, practice_adopted: str = "", by: Actor
) -> Exchange:
    """An exchange with a partner: a meeting, its topic, and the practice that came of it."""
    require(by, Permission.PARTNER_WRITE)
    partner = Partner.objects.visible_to(by).get(pk=partner.pk)
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
