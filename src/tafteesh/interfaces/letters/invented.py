"""Invented facts, for looking at a template before it is used. Nobody in them exists."""

from datetime import date, timedelta

from tafteesh.domain.compensation.chasing import Owed
from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.compensation.queries import Standing
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.legalaid.clock import Waiting
from tafteesh.domain.legalaid.models import LegalAidRequest
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    ChargeSheet,
    Fir,
    FirSection,
    Hearing,
    InvestigationSpell,
    PoliceDiary,
)
from tafteesh.domain.proceedings.models import Letter as Row
from tafteesh.domain.proceedings.queries import (
    AccusedNow,
    CitedSection,
    FirSheet,
    SheetBeside,
    SpellDays,
)
from tafteesh.domain.proceedings.rules import compare
from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.letters.drafting import addressee_of
from tafteesh.interfaces.letters.facts import AID, OF_REPORTS, UNPAID, Facts

LAKH = 1_00_000_00  # paise


def invented_facts(kind: str, language: str, by: Actor) -> Facts:
    """Facts with which a letter of any kind can be written."""
    today = by.today

    def ago(days: int) -> date:
        return today - timedelta(days=days)

    fir = Fir(
        station_words="Nadipur",
        number=12,
        year=today.year,
        area="source",
        registered_earliest=ago(120),
        registered_latest=ago(120),
        court_words="ACJM Nadipur",
        court_number="GR 34/2026",
        cnr="WBNP010012342026",
    )
    file = SurvivorFile(number="S-0000")
    row = Row(fir=fir, kind=kind, language=language, recorded_at=by.now)
    row.survivor_file = file if kind in (*AID, *UNPAID, *OF_REPORTS) else None
    row.addressee_words = addressee_of(kind, fir, language) or "SP, Nadipur Police District"
    spell = InvestigationSpell(
        agency_kind="police_station", agency_words="Nadipur PS", starts_on=ago(120)
    )
    people = [
        _accused(1, "recruiter", AccusedStatus(status="in_custody", on=ago(90))),
        _accused(2, "seller", AccusedStatus(status="absconding", on=ago(90))),
    ]
    sections = [_section("143", "BNS"), _section("5", "ITPA")]
    paper = ChargeSheet(kind="charge_sheet", number="7/2026", filed_earliest=ago(30))
    beside = compare([1, 2], [1], [one.words for one in sections], ["143 BNS"])
    sheet = FirSheet(
        fir=fir,
        survivors=[file],
        sections=sections,
        accused=people,
        spells=[SpellDays(spell, None, None)],
        sheets=[SheetBeside(paper, (1,), ("143 BNS",), beside)],
        hearings=[Hearing(on=today + timedelta(days=12), court_words=fir.court_words)],
        corrections=[],
        others=[],
        letters=[Row(kind="to_oc", number="AB/2026/0001", sent_on=ago(45))],
    )
    request = LegalAidRequest(
        survivor_file=file, authority_words="DLSA Nadipur", requested_on=ago(20)
    )
    return Facts(
        row,
        sheet,
        today,
        "Nadi Sahay",
        Waiting(request, today, ()) if kind in AID else None,
        (_owed(file, by),) if kind in UNPAID else (),
        "AB/2026/0002",
        row.addressee_words,
        diaries=(PoliceDiary(kind="missing", station_words="Nadipur", number="88", on=ago(30)),),
        sent_before=(Row(kind="no_fir", number="AB/2026/0003", sent_on=ago(20)),),
    )


def _accused(ordinal: int, part: str, status: AccusedStatus) -> AccusedNow:
    return AccusedNow(Accused(ordinal=ordinal, part=part), (status,))


def _section(number: str, act: str) -> CitedSection:
    return CitedSection(FirSection(number_words=number, act_words=act), ())


def _owed(file: SurvivorFile, by: Actor) -> Owed:
    claim = Claim(number="C-0000", survivor_file=file, filed_on=by.today - timedelta(days=300))
    ordered_on = by.today - timedelta(days=200)
    standing = Standing(claim, by.today, 4 * LAKH, 0, 0, ordered_on, None)
    return Owed("DLSA Nadipur", standing, (), None, "reminder")
