"""What one lawyer did in a period: hearings of hers that were held, appearances, filings, words, complaints."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from tafteesh.domain.legalaid.models import (
    Appearance,
    Assignment,
    Complaint,
    Filing,
    HerWord,
    Lawyer,
    LawyerConflict,
)
from tafteesh.domain.proceedings.models import FirSurvivor, Hearing
from tafteesh.foundation.access.actor import Actor

NOT_HELD = (Hearing.Outcome.EXPECTED, Hearing.Outcome.NOT_KNOWN)


@dataclass(frozen=True)
class Work:
    """Counts of a period, within her reach."""

    held: int  # hearings in the cases of survivors for whom the lawyer acted on that day
    came: int
    sent_another: int
    absent: int
    filings: int
    content: int
    not_content: int
    complaints: int
    conflicts: int

    @property
    def not_recorded(self) -> int:
        """Hearings of which nobody wrote down whether the lawyer came."""
        return max(self.held - self.came - self.sent_another - self.absent, 0)


def work_of(actor: Actor, lawyer: Lawyer, first: date, last: date) -> Work:
    """What one lawyer did between two days, both included."""
    days = (first, last)
    came = Appearance.Came
    seen = Appearance.objects.visible_to(actor).filter(
        assignment__lawyer=lawyer, withdrawn_at=None, on__range=days
    )
    words = HerWord.objects.visible_to(actor).filter(
        assignment__lawyer=lawyer, withdrawn_at=None, asked_on__range=days
    )
    filed = Filing.objects.visible_to(actor).filter(
        assignment__lawyer=lawyer, withdrawn_at=None, filed_on__range=days
    )
    asked = Complaint.objects.visible_to(actor).filter(
        lawyer=lawyer, withdrawn_at=None, asked_on__range=days
    )
    close = LawyerConflict.objects.visible_to(actor).filter(lawyer=lawyer, withdrawn_at=None)
    told = seen.aggregate(
        yes=Count("pk", filter=Q(came=came.YES)),
        other=Count("pk", filter=Q(came=came.SENT_ANOTHER)),
        no=Count("pk", filter=Q(came=came.NO)),
    )
    return Work(
        held=_held(actor, lawyer, first, last),
        came=told["yes"],
        sent_another=told["other"],
        absent=told["no"],
        filings=filed.count(),
        **words.aggregate(
            content=Count("pk", filter=Q(word=HerWord.Word.GOOD)),
            not_content=Count("pk", filter=Q(word=HerWord.Word.BAD)),
        ),
        complaints=asked.count(),
        conflicts=close.count(),
    )


def _held(actor: Actor, lawyer: Lawyer, first: date, last: date) -> int:
    links = FirSurvivor.objects.visible_to(actor).filter(withdrawn_at=None)
    spells: QuerySet[Assignment] = Assignment.objects.visible_to(actor).filter(
        lawyer=lawyer, withdrawn_at=None
    )
    hearings = Hearing.objects.visible_to(actor).filter(
        withdrawn_at=None,
        on__range=(first, last),
        fir__survivors__in=links,
        fir__survivors__survivor_file__assignments__in=spells,
        fir__survivors__survivor_file__assignments__starts_on__lte=F("on"),
    )
    acts = "fir__survivors__survivor_file__assignments__ends_on"
    told = hearings.exclude(outcome__in=NOT_HELD).filter(
        Q(**{f"{acts}__isnull": True}) | Q(**{f"{acts}__gte": F("on")})
    )
    return told.values("pk").distinct().count()


def hearings_of(actor: Actor, assignment: Assignment) -> list[Hearing]:
    """Hearings in her cases in the time of one lawyer of hers, the newest first."""
    links = FirSurvivor.objects.visible_to(actor).filter(
        survivor_file=assignment.survivor_file_id, withdrawn_at=None
    )
    rows: QuerySet[Hearing] = Hearing.objects.visible_to(actor).filter(
        fir__in=links.values("fir"),
        withdrawn_at=None,
        on__range=(assignment.starts_on, assignment.ends_on or actor.today),
    )
    return list(rows.select_related("fir").order_by("-on", "-pk")[:60])
