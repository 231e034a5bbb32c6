"""How far a claim has come, put together for its page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.compensation.models import (
    AccountCheck,
    Appeal,
    Claim,
    ClaimStep,
    Deposit,
    Heir,
    Order,
    PaperToFetch,
    Payment,
    Sanction,
    UnpaidLetter,
)
from tafteesh.domain.compensation.queries import Standing
from tafteesh.domain.compensation.rules import papers_needed
from tafteesh.domain.papers.models import Paper
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.web.templatetags.shapes import Stage, StageState, Task


@dataclass(frozen=True)
class Step:
    """One step as it is: done or not, when, and what to say beside it."""

    label: str
    done: bool
    on: date | None = None
    note: str = ""
    repeated: bool = False


@dataclass(frozen=True)
class Track:
    """The orders of a claim with what hangs on each, and its payments."""

    orders: list[Order]
    appeals: list[Appeal]
    sanctions: list[Sanction]
    payments: list[Payment]
    papers: list[Paper]
    steps: list[ClaimStep]
    to_fetch: list[PaperToFetch]
    accounts: list[AccountCheck]
    letters: list[UnpaidLetter]
    deposits: list[Deposit]
    heirs: list[Heir]
    kinds: tuple[Paper.Kind, ...]  # of papers that its forum asks for

    @property
    def newest(self) -> Order | None:
        made = [order for order in self.orders if order.kind != Order.Kind.SET_OFF]
        return made[-1] if made else None


def track_of(claim: Claim, door: Any) -> Track:
    """Everything that stands on a claim, through her own door."""

    def rows(kind: Any, day: str, **wanted: object) -> "list[Any]":
        found: QuerySet[Any] = door(kind).filter(**wanted)
        return list(found.order_by(day, "pk"))

    return Track(
        orders=rows(Order, "ordered_on", claim=claim),
        appeals=rows(Appeal, "filed_on", order__claim=claim),
        sanctions=rows(Sanction, "sanctioned_on", order__claim=claim),
        payments=rows(Payment, "credited_on", claim=claim),
        papers=rows(Paper, "dated_on", survivor_file=claim.survivor_file_id),
        steps=rows(ClaimStep, "on", claim=claim),
        to_fetch=list(
            door(PaperToFetch)
            .filter(claim=claim)
            .select_related("task__assigned_to")
            .order_by("task__due_on")
        ),
        accounts=rows(AccountCheck, "checked_on", claim=claim),
        letters=rows(UnpaidLetter, "prepared_on", claim=claim),
        deposits=rows(Deposit, "made_on", payment__claim=claim),
        heirs=list(
            door(Heir).filter(claim=claim).select_related("member").order_by("joined_on", "pk")
        ),
        kinds=papers_needed(claim.filed_at_words, claim.forum),
    )


def stages(claim: Claim, track: Track, standing: Standing) -> list[Stage]:
    """The stepper: what is done is ticked, the first thing after it is now."""
    steps = [_papers(track), Step(_("Filed"), done=claim.filed_on is not None, on=claim.filed_on)]
    if track.steps:
        steps.append(_inquiry(track))
    steps += [_order(track), _answer(track)]
    if track.appeals:
        decided = any(order.kind == Order.Kind.APPEAL for order in track.orders)
        note = "" if decided else _("waiting for the order")
        steps.append(
            Step(
                pgettext("claim stage", "Appeal"), done=True, on=track.appeals[-1].filed_on,
                note=note, repeated=len(track.appeals) > 1,
            )
        )  # fmt: skip
    steps += [_sanction(track), _bank(standing)]
    furthest = max((n for n, step in enumerate(steps) if step.done), default=-1)
    return [
        Stage(step.label, _state(step, n, furthest), step.on, step.note, step.repeated)
        for n, step in enumerate(steps)
    ]


def _state(step: Step, place: int, furthest: int) -> StageState:
    if step.done:
        return "done"
    return "now" if place == furthest + 1 else "next"


def _papers(track: Track) -> Step:
    missing = sum(task.state != "done" for task in needed(track))
    return Step(
        pgettext("claim stage", "Papers"),
        done=not missing,
        note=_("%(n)d still needed") % {"n": missing} if missing else "",
    )


def _inquiry(track: Track) -> Step:
    last = track.steps[-1]
    return Step(
        pgettext("claim stage", "Inquiry"), done=True, on=last.on,
        note=str(last.get_kind_display()), repeated=len(track.steps) > 1,
    )  # fmt: skip


def _order(track: Track) -> Step:
    order = track.newest
    if order is None:
        return Step(pgettext("claim stage", "Order"), done=False)
    amount = rupees(order.amount_paise) if order.amount_paise else ""
    note = " ".join(part for part in (str(order.get_kind_display()), amount) if part)
    return Step(
        pgettext("claim stage", "Order"), done=True, on=order.ordered_on, note=note,
        repeated=len(track.orders) > 1,
    )  # fmt: skip


def _answer(track: Track) -> Step:
    order = track.newest
    if order is None or order.her_answer == Order.HerAnswer.WAITING:
        return Step(_("Her answer"), done=False)
    said = str(order.get_her_answer_display())
    done = order.her_answer != Order.HerAnswer.UNDECIDED
    return Step(_("Her answer"), done=done, on=order.answered_on, note=said)


def _sanction(track: Track) -> Step:
    label = pgettext("claim stage", "Released")
    if not track.sanctions:
        return Step(label, done=False)
    last = track.sanctions[-1]
    if last.waiting_for_funds:
        return Step(label, done=False, on=last.sanctioned_on, note=_("waits for funds"))
    return Step(label, done=True, on=last.sanctioned_on)


def _bank(standing: Standing) -> Step:
    full = standing.ordered > 0 and standing.proved >= standing.ordered
    note = ""
    if not full and standing.received:
        part = standing.proved < standing.received
        note = _("said, not proved") if part else _("a part")
    return Step(pgettext("claim stage", "In her bank"), done=full, on=standing.paid_on, note=note)


def needed(track: Track) -> list[Task]:
    """The papers that its forum asks for, which of them lie in her file, and who fetches the others."""
    kinds = {paper.kind for paper in track.papers}
    fetched = {row.kind: row for row in track.to_fetch}
    return [_paper_task(kind, fetched.get(kind), has=kind in kinds) for kind in track.kinds]


def _paper_task(kind: Paper.Kind, fetch: PaperToFetch | None, *, has: bool) -> Task:
    if has:
        return Task(kind.label, "done")
    if fetch is None:
        return Task(kind.label, "not_started")
    words = _("with %(whom)s, fetched by %(who)s until %(day)s") % {
        "whom": fetch.with_whom,
        "who": fetch.task.assigned_to.name,
        "day": f"{fetch.task.due_on:%d-%m-%Y}",
    }
    return Task(kind.label, "started", hint=words)
