"""The women whose stories the demo tells, entered as their workers enter them. All of them are invented."""

from dataclasses import dataclass
from datetime import date, timedelta

from tafteesh.domain.compensation.actions import (
    NewClaim,
    NewOrder,
    record_answer,
    record_appeal,
    record_claim,
    record_order,
)
from tafteesh.domain.diary.actions import NewContact, add_task, record_contact
from tafteesh.domain.files.actions import NewFile, assign, open_file, set_safe_contact
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.actions import (
    NewComplaint,
    record_complaint,
    request_legal_aid,
)
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.proceedings.actions import (
    HearingResult,
    NewCorrection,
    NewFir,
    NewSpell,
    add_accused,
    add_sections,
    decide_correction,
    link_firs,
    record_correction,
    record_fir,
    record_hearing,
    record_spell,
    set_accused_status,
)
from tafteesh.domain.proceedings.models import Fir, FirSurvivor
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Person
from tafteesh.interfaces.commands.actors import actor_named

LAKH = 1_00_000_00  # paise
COURT = "ADJ Court Basirhat"
LAWYERS = tuple(f"S-{number:04}" for number in (*range(1, 11), 71, 98, 142))
COUNSELLED = ("S-0002", "S-0005", "S-0071", "S-0120")
IN_LAWS = "Her in-laws do not know. Call only 2-4 pm."
CORRECTIONS = (
    ("trafficking_section", "magistrate", "pending", 0),
    ("accused_left_out", "magistrate", "allowed", 41),
    ("not_sent_to_ahtu", "sp", "partly", 52),
    ("charge_sheet_late", "sessions", "rejected", 30),
    ("no_interstate", "high_court", "withdrawn", 12),
    ("copy_not_given", "police_letter", "no_reply", 60),
)


@dataclass
class Told:
    """Shampa at her desk, and the files that she tells of."""

    by: Actor

    def ago(self, days: int) -> date:
        return self.by.today - timedelta(days=days)

    def file(self, number: str) -> SurvivorFile:
        return SurvivorFile.objects.visible_to(self.by).get(number=number)

    def fir_of(self, number: str) -> Fir:
        link = FirSurvivor.objects.visible_to(self.by).filter(survivor_file__number=number)
        return link.select_related("fir").order_by("recorded_at", "id")[0].fir

    def expects(self, fir: Fir, held: date, following: date) -> None:
        """One day in court that was put off to the next."""
        absent: dict[str, object] = {"why": "judge_absent"}
        result = HearingResult(held, "adjourned", following, COURT, absent)
        record_hearing(fir=fir, result=result, by=self.by)


def seed_named() -> None:
    """Inside the caller's transaction, after the registers were taken in."""
    shampa = actor_named("shampa")
    enter(shampa)
    told = Told(shampa)
    new_girl(told)
    two_hearings_today(told)
    mina(told)
    rupa(told)
    asha(told)
    corrections(told)
    tasks(told)
    give_files()


def new_girl(told: Told) -> None:
    """S-0142 came this summer: no lawyer has been given to her, her case is heard today."""
    file = open_file(
        new=NewFile(
            number="S-0142",
            scope="trafficking",
            opened_on=told.ago(96),
            names={"name_used": "Kakoli Munda", "phone": "9830000142", "address": "Ghat Para"},
            identity={"gender": "woman"},
        ),
        by=told.by,
    )
    rule = {"may_call": True, "from_hour": 11, "to_hour": 13, "call_as": "health centre"}
    set_safe_contact(file=file, rule={**rule, "risk": "medium"}, by=told.by)
    record_contact(file=file, new=NewContact(told.ago(6), "visit", "court"), by=told.by)
    day = told.ago(90)
    fir = record_fir(
        new=NewFir("Hasnabad", 377, day.year, "source", day), survivors=[file], by=told.by
    )
    add_sections(fir=fir, sections=(("BNS", "143"), ("BNS", "137(2)")), added_on=None, by=told.by)
    for name in ("Gopal Patra", "Haran Das"):
        add_accused(fir=fir, name=name, part="recruiter", by=told.by)
    told.expects(fir, told.ago(28), told.by.today)
    request_legal_aid(file=file, authority="SDLSC Basirhat", requested_on=told.ago(19), by=told.by)
    asked = NewComplaint("middleman", told.ago(12), LAKH // 20)
    record_complaint(file=file, new=asked, by=told.by)


def two_hearings_today(told: Told) -> None:
    """The second case of today, two of tomorrow, and one of which nobody told the outcome."""
    for number, days in (("S-0003", 0), ("S-0005", 1), ("S-0007", 1), ("S-0009", -2)):
        when = told.by.today + timedelta(days=days)
        told.expects(told.fir_of(number), told.ago(29), when)


def mina(told: Told) -> None:
    """S-0098: the charge sheet is overdue in FIR 212/2025 of Basirhat."""
    file = told.file("S-0098")
    new = NewFir("Basirhat", 212, 2025, "source", date(2025, 9, 15))
    fir = record_fir(new=new, survivors=[file], by=told.by)
    sections = (("BNS", "143"), ("BNS", "144"), ("ITPA", "5"))
    add_sections(fir=fir, sections=sections, added_on=None, by=told.by)
    first = add_accused(fir=fir, name="Nimai Sarkar", part="recruiter", by=told.by)
    add_accused(fir=fir, name="Palash Naskar", part="transporter", by=told.by)
    set_accused_status(accused=first, status="in_custody", on=date(2025, 10, 2), by=told.by)
    home = NewSpell("police_station", "Basirhat PS", starts_on=date(2025, 9, 15))
    record_spell(fir=fir, new=home, by=told.by)
    told.expects(fir, told.ago(30), told.by.today + timedelta(days=1))
    request_legal_aid(file=file, authority="DLSA", requested_on=told.ago(12), by=told.by)
    add_task(file=file, kind="write_letter", due_on=told.by.today, by=told.by)


def rupa(told: Told) -> None:
    """S-0071: a case here and one in Pune; 4,00,000 ordered, challenged, not paid."""
    file = told.file("S-0071")
    firs = [
        record_fir(new=new, survivors=[file], by=told.by)
        for new in (
            NewFir("Hasnabad", 188, 2023, "source", date(2023, 7, 6)),
            NewFir("Faraskhana Pune", 96, 2023, "destination", date(2023, 6, 11)),
        )
    ]
    add_sections(fir=firs[0], sections=(("IPC", "370"), ("IPC", "372")), added_on=None, by=told.by)
    add_sections(fir=firs[1], sections=(("ITPA", "3"), ("ITPA", "4")), added_on=None, by=told.by)
    add_accused(fir=firs[0], name="Kartik Gazi", part="recruiter", by=told.by)
    add_accused(fir=firs[1], name="Manager of the place", part="manager", by=told.by)
    link_firs(fir=firs[0], other=firs[1], by=told.by)
    told.expects(firs[0], told.ago(40), told.by.today + timedelta(days=9))
    told.expects(firs[1], told.ago(55), told.by.today + timedelta(days=24))
    order_paper = add_paper(
        file=file, kind="order", dated_on=told.ago(419), issued_by="DLSA", by=told.by
    )
    for kind, days in (("fir", 1200), ("age_proof", 900), ("bank", 400)):
        add_paper(file=file, kind=kind, dated_on=told.ago(days), by=told.by)
    claim = record_claim(
        file=file,
        new=NewClaim(told.ago(510), "DLSA North 24 Parganas", 10 * LAKH, "VC-0071", "programme"),
        by=told.by,
    )
    four = NewOrder("final", told.ago(419), 4 * LAKH, authority="DLSA", paper=order_paper)
    order = record_order(claim=claim, new=four, by=told.by)
    record_answer(order=order, answer="challenges", answered_on=told.ago(400), by=told.by)
    record_appeal(
        order=order, forum="slsa", filed_on=told.ago(385),
        next_on=told.by.today + timedelta(days=46), by=told.by,
    )  # fmt: skip


def asha(told: Told) -> None:
    """S-0120: nobody reached her for 34 days; she may be called between two and four."""
    rule = {"may_call": True, "from_hour": 14, "to_hour": 16, "call_as": "health centre"}
    set_safe_contact(
        file=told.file("S-0120"), rule={**rule, "risk": "medium"}, warning=IN_LAWS, by=told.by
    )


def corrections(told: Told) -> None:
    """One procedural correction in each state, and one that went further."""
    fir = told.fir_of("S-0002")
    for number, (reason, forum, result, days) in enumerate(CORRECTIONS):
        filed = told.ago(150 - 9 * number)
        new = NewCorrection("fir", reason, forum, filed, f"PC-9{number}")
        row = record_correction(fir=fir, new=new, by=told.by)
        if days:
            decided = filed + timedelta(days=days)
            decide_correction(correction=row, result=result, decided_on=decided, by=told.by)
        if result == "rejected":
            further = NewCorrection(
                "fir",
                reason,
                "high_court",
                told.ago(50),
                "PC-99",
                escalates=row,
                escalation="revision",
            )
            record_correction(fir=fir, new=further, by=told.by)


def tasks(told: Told) -> None:
    """What Shampa has to do: late, today and soon."""
    for number, kind, days in (
        ("S-0004", "get_paper", -3),
        ("S-0006", "call", 0),
        ("S-0120", "call", 0),
        ("S-0008", "visit", 2),
        ("S-0071", "file_petition", 5),
    ):
        due = told.by.today + timedelta(days=days)
        add_task(file=told.file(number), kind=kind, due_on=due, by=told.by)


def give_files() -> None:
    """The lawyer and the counsellor have files of their own work; Shampa stays the worker of each."""
    chief = actor_named("cm")
    enter(chief)
    shampa = Person.objects.get(login_name="shampa")
    for login_name, numbers in (("das", LAWYERS), ("counsel", COUNSELLED)):
        person = Person.objects.get(login_name=login_name)
        for file in SurvivorFile.objects.visible_to(chief).filter(number__in=numbers):
            assign(file=file, to=person, by=chief)
            assign(file=file, to=shampa, by=chief)
