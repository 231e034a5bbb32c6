"""The running year of the demo, so that its facts are not empty: transfers, claims, money, meetings."""

from datetime import date, timedelta

from tafteesh.domain.compensation.actions import (
    NewClaim,
    NewOrder,
    NewPublished,
    record_claim,
    record_credit,
    record_deposit,
    record_order,
    record_published,
)
from tafteesh.domain.facts import actions as facts
from tafteesh.domain.facts.period import Period
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.handoffs.actions import record_exchange, record_partner
from tafteesh.domain.meetings.actions import (
    NewMeeting,
    add_demand,
    add_promise,
    record_meeting,
    settle_promise,
)
from tafteesh.domain.meetings.models import Meeting
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.proceedings.actions import NewSpell, record_spell
from tafteesh.domain.proceedings.models import Fir
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.interfaces.commands.actors import actor_named

LAKH = 1_00_000_00  # paise
PUBLISHED = ((3, 84), (4, 120), (6, 210), (8, 300), (9, 160), (11, 420), (13, 390))  # lakh, days
MEETINGS = (
    ("gp", "Baduria", "Pradhan of Baduria"),
    ("bdo", "Hasnabad", "BDO Hasnabad"),
    ("ahtu", "Basirhat", "Basirhat AHTU"),
    ("cid", "Kolkata", "CID AHTU West Bengal"),
    ("dm", "Barasat", "DM North 24 Parganas"),
    ("ilfat", "Delhi", "ILFAT national meeting"),
    ("iwg", "Kolkata", "India Working Group"),
)


def seed_this_year() -> None:
    """Inside the caller's transaction. Every day lies between 1 April and today."""
    clerk = actor_named("mis")
    enter(clerk)
    year = Period.containing(clerk.today)
    span = (clerk.today - year.starts_on).days
    days = [year.starts_on + timedelta(days=span * part // 10) for part in range(1, 10)]
    files = list(SurvivorFile.objects.visible_to(clerk).order_by("number")[20:40])
    _transfers(clerk, days)
    _money(clerk, days, files)
    _published(clerk)
    _meetings(clerk, days, files)
    _said(days)


def _transfers(by: Actor, days: list[date]) -> None:
    firs = Fir.objects.visible_to(by).filter(area="source", agency_kind="", withdrawn_at=None)
    for fir, received, kind in zip(
        firs.order_by("-registered_latest", "id")[12:15],
        days[2:5],
        ("ahtu", "ahtu", "cid"),
        strict=False,
    ):
        agency = "Basirhat AHTU" if kind == "ahtu" else "CID AHTU West Bengal"
        asked = received - timedelta(days=31)
        new = NewSpell(kind, agency, asked, received - timedelta(days=13), received)
        record_spell(fir=fir, new=new, by=by)


def _money(by: Actor, days: list[date], files: list[SurvivorFile]) -> None:
    for number, (file, filed) in enumerate(zip(files, days[:5], strict=False)):
        kind = "panel" if number < 4 else "programme"
        new = NewClaim(filed, "DLSA North 24 Parganas", 8 * LAKH, f"VC-2{number:02}", kind, kind)
        claim = record_claim(file=file, new=new, by=by)
        if number < 2:
            ordered = days[number + 3]
            order = NewOrder("final", ordered, (3 + 2 * number) * LAKH, authority="DLSA")
            record_order(claim=claim, new=order, by=by)
        if number == 1:
            court = NewClaim(filed, "Court of Session, Barasat", 4 * LAKH, "", forum="court")
            award = NewOrder("final", days[6], 2 * LAKH, authority="Court of Session, Barasat")
            other = record_claim(file=file, new=court, by=by)
            record_order(claim=other, new=award, by=by)
        if number == 0:
            proof = add_paper(file=file, kind="bank", dated_on=days[6], by=by)
            paid = record_credit(
                claim=claim, amount_paise=3 * LAKH, credited_on=days[6], proof=proof, by=by
            )
            record_deposit(
                payment=paid,
                made_on=days[7],
                amount_paise=2 * LAKH,
                locked_until=days[8] + timedelta(days=400),
                by=by,
            )


def _published(by: Actor) -> None:
    """Orders for grown women and for women whose age was not published. Their citations are invented."""
    for number, (lakh, days) in enumerate(PUBLISHED):
        filed = date(2022, 4, 1) + timedelta(days=120 * number)
        for band in ("grown", "not_known"):
            new = NewPublished(
                amount_paise=lakh * LAKH,
                ordered_on=filed + timedelta(days=days),
                citation=f"Invented Law Reports 20{23 + number // 4}, {101 + number} ({band[0].upper()})",
                scope="trafficking",
                age_band=band,
                filed_on=filed,
                authority_words="SLSA (invented)" if number % 3 else "High Court (invented)",
            )
            record_published(new=new, by=by)


def _meetings(by: Actor, days: list[date], files: list[SurvivorFile]) -> None:
    for number, ((level, place, whom), on) in enumerate(zip(MEETINGS, days, strict=False)):
        forum = level in ("ilfat", "iwg")
        new = NewMeeting(
            on, level, place, whom, 2 if forum else 1, {"brief_attached": level == "dm"}
        )
        meeting = record_meeting(new=new, survivors=files[number : number + 3], by=by)
        if level == "bdo":
            _promised(by, meeting, on)
    ranchi = record_partner(name="Ranchi Saathi Manch", place="Ranchi", by=by)
    record_exchange(
        partner=ranchi,
        on=days[6],
        topic="Restoration between two States",
        practice_adopted="One escort letter for both sides",
        by=by,
    )


def _promised(by: Actor, meeting: Meeting, on: date) -> None:
    """Two promises of one official: one kept in time, one overdue."""
    add_demand(meeting=meeting, words="Job cards for eleven members", by=by)
    kept = add_promise(
        meeting=meeting,
        words="Job cards",
        promised_by="BDO Hasnabad",
        due_on=on + timedelta(days=39),
        by=by,
    )
    settle_promise(promise=kept, state="kept", kept_on=on + timedelta(days=30), by=by)
    add_promise(
        meeting=meeting,
        words="A camp for caste certificates",
        promised_by="BDO Hasnabad",
        due_on=on + timedelta(days=54),
        by=by,
    )


def _said(days: list[date]) -> None:
    manager = actor_named("mgr")
    enter(manager)
    facts.record_product(
        title="Ordered is not paid", kind="brief", released_on=days[5], release=None, by=manager
    )
