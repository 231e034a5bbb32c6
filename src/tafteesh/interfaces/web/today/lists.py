"""What stands on Today, part by part: each costs one query or two, however many files there are."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from tafteesh.domain.care.models import Grievance, Incident
from tafteesh.domain.care.queries import grievances, open_incidents
from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.diary.queries import DUE, count_silent, silent_files
from tafteesh.domain.files.models import SafeContact, SurvivorFile
from tafteesh.domain.meetings.models import Promise
from tafteesh.domain.meetings.queries import overdue_promises
from tafteesh.domain.proceedings import board
from tafteesh.domain.proceedings.models import Hearing
from tafteesh.domain.quality.queue import progress_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.kept import Kept
from tafteesh.interfaces.web.hearings.forms import OUTCOMES
from tafteesh.interfaces.web.links import link_or_none

AROUND = 60  # hearings of tomorrow, today and before that are fetched at once
MISSING_SHOWN = 5
UNPAID_SHOWN = 3
CALLS_SHOWN = 10
MOST = 1000  # a count stops here: it must not grow with the number of files
LONG_UNPAID = timedelta(days=180)
LONG_SILENT = 45


@dataclass(frozen=True)
class Fire:
    """One number that a manager must look at, and where its records are."""

    label: str
    count: int
    url: str = ""

    @property
    def said(self) -> str:
        return f"{MOST}+" if self.count >= MOST else str(self.count)


def hearings_around(actor: Actor) -> dict[str, Any]:
    """Today's hearings, those of which nobody told the outcome, and tomorrow's."""
    today, missing, tomorrow = board.around_today(actor, limit=AROUND)
    more = len(today) + len(missing) + len(tomorrow) >= AROUND
    return {
        "hearings": today,
        "missing": missing[-MISSING_SHOWN:][::-1],
        "missing_count": f"{len(missing)}+" if more and missing else str(len(missing)),
        "more_missing": len(missing) > MISSING_SHOWN,
        "tomorrow": tomorrow,
        "outcomes": OUTCOMES,
    }


def coming(actor: Actor) -> list[board.Sitting]:
    """The week after tomorrow: what a lawyer prepares for."""
    first = actor.today + timedelta(days=2)
    found, _courts, _more = board.board(actor, first=first, last=first + timedelta(days=6))
    return found


def _dangers(actor: Actor) -> "QuerySet[Incident]":
    return open_incidents(actor)[:CALLS_SHOWN]


DANGERS = Kept(_dangers)


def dangers(actor: Actor) -> list[Incident]:
    """Dangers that are not over, within her reach: a number, what happened, the day. No name."""
    return DANGERS(actor)


def said_wrong(actor: Actor) -> list[Grievance]:
    """What survivors say is wrong and nobody has ended: somebody other than the worker asks."""
    return list(grievances(actor).filter(ended_on=None)[:CALLS_SHOWN])


def calls_and_tasks(actor: Actor) -> dict[str, Any]:
    """Whom to call or visit, and what else is due; never a phone number."""
    silent = silent_files(actor, limit=CALLS_SHOWN + 1)
    tasks = DUE(actor, until=actor.today)
    return {
        "silent": silent[:CALLS_SHOWN],
        "more_silent": len(silent) > CALLS_SHOWN,
        "tasks": tasks,
    }


def _unpaid_claims(actor: Actor) -> "QuerySet[Claim]":
    rows: QuerySet[Claim] = Claim.objects.visible_to(actor)
    return rows.filter(
        withdrawn_at=None, first_ordered_on__isnull=False, ordered_paise__gt=F("credited_paise")
    )


def _longest_unpaid(actor: Actor) -> "QuerySet[Claim]":
    rows = _unpaid_claims(actor).select_related("survivor_file").order_by("first_ordered_on", "pk")
    return rows[: UNPAID_SHOWN + 1]


UNPAID = Kept(_longest_unpaid)


def unpaid(actor: Actor) -> dict[str, Any]:
    """Ordered and not in her account: the longest waiting, and whether more follow."""
    found = UNPAID(actor)
    waiting = [
        (claim, (actor.today - claim.first_ordered_on).days)
        for claim in found[:UNPAID_SHOWN]
        if claim.first_ordered_on
    ]
    return {"unpaid": waiting, "more_unpaid": len(found) > UNPAID_SHOWN}


def _promises(actor: Actor) -> "QuerySet[Promise]":
    return overdue_promises(actor, actor.today).select_related(None)[:CALLS_SHOWN]


PROMISES = Kept(_promises)


def promises(actor: Actor) -> dict[str, Any]:
    """Promises of officials whose day has passed."""
    return {"promises": PROMISES(actor)}


def to_mend(actor: Actor) -> dict[str, Any]:
    """What the rules found in her records, and how far she is this week; nothing where nothing waits."""
    progress = progress_of(actor)
    return {"mend": progress} if progress.waiting else {}


def fires(actor: Actor) -> list[Fire]:
    """What a manager sees first: counts only, and none of them grows past a thousand."""
    files = reverse("files:list")
    unsafe = SafeContact.objects.visible_to(actor).filter(
        withdrawn_at=None, risk="high", recorded_at__gte=actor.now - timedelta(days=7)
    )
    late = _unpaid_claims(actor).filter(first_ordered_on__lt=actor.today - LONG_UNPAID)
    untold = Hearing.objects.visible_to(actor).filter(
        withdrawn_at=None, on__lt=actor.today, outcome=Hearing.Outcome.EXPECTED
    )
    nobody = SurvivorFile.objects.visible_to(actor).filter(
        withdrawn_at=None, worker=None, status=SurvivorFile.Status.ACTIVE
    )
    told = [
        Fire(_("High risk written down in the last 7 days"), unsafe[:MOST].count()),
        Fire(
            _("Ordered and unpaid for more than 180 days"),
            late[:MOST].count(),
            link_or_none("compensation:list") or f"{files}?view=unpaid",
        ),
        Fire(
            _("No contact for more than 45 days"),
            count_silent(actor, days=LONG_SILENT, most=MOST),
            f"{files}?view=silent",
        ),
        Fire(
            _("Hearings without an outcome"),
            untold[:MOST].count(),
            reverse("hearings:board") + "#missing",
        ),
        Fire(_("Active files without a worker"), nobody[:MOST].count(), f"{files}?view=no_worker"),
    ]
    return [fire for fire in told if fire.count]


def next_hearing(actor: Actor) -> Hearing | None:
    """The next day in court, for a day on which nothing is due."""
    return board.hearings(actor).filter(on__gt=actor.today).first()
