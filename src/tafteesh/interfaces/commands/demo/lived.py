"""What a few women of the demo live through beside court: reviews, dangers, an emergency, a check of the records."""

import zlib
from dataclasses import replace
from datetime import timedelta

from tafteesh.domain.care.actions.plans import (
    NewReview,
    NewStep,
    record_conference,
    record_grant,
    record_instalment,
    record_review,
    record_service,
)
from tafteesh.domain.care.actions.safety import NewIncident, record_incident, write_safety_plan
from tafteesh.domain.care.models import Incident, Instalment, Instrument, MoneyGrant, Service
from tafteesh.domain.checking.actions import NewRound, announce_round, draw_round, judge
from tafteesh.domain.checking.models import FieldCheck
from tafteesh.domain.facts import actions as facts
from tafteesh.domain.facts.period import Period
from tafteesh.domain.files.actions import record_step
from tafteesh.domain.files.actions.choices import NewAnswer, record_answer
from tafteesh.domain.files.actions.emergency import (
    ask_emergency,
    close_emergency,
    decide_emergency,
)
from tafteesh.domain.files.actions.household import record_member
from tafteesh.domain.files.models import (
    Consent,
    Emergency,
    HouseholdMember,
    Purpose,
    Recipient,
    ShelterSpell,
    SurvivorFile,
)
from tafteesh.domain.office.actions import propose_role
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.proceedings.actions import NewSpell, record_spell
from tafteesh.domain.proceedings.actions.chargesheet import NewChargeSheet, record_charge_sheet
from tafteesh.domain.proceedings.models import Accused, Fir, FirSurvivor
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Role
from tafteesh.interfaces.commands.actors import actor_named
from tafteesh.reference.places.actions import begin_holding
from tafteesh.reference.places.models import Post

FIELDS = ("status", "born", "taken")


def seed_lived() -> None:
    """Inside the caller's transaction, after the named women."""
    for login_name, does in (
        ("shampa", _her_days),
        ("counsel", _reviewed),
        ("shampa", _asks),
        ("cm", _decides),
        ("mis", _checks),
        ("mis", _posts),
        ("cm", _judges),
        ("mgr", _next_year),
        ("mgr", _proposes),
    ):
        actor = actor_named(login_name)
        enter(actor)
        does(actor)


def _file(by: Actor, number: str) -> SurvivorFile:
    return SurvivorFile.objects.visible_to(by).get(number=number)


def fir_of(by: Actor, number: str) -> Fir:
    """The first FIR that was recorded about a survivor."""
    link = FirSurvivor.objects.visible_to(by).filter(survivor_file__number=number)
    return link.select_related("fir").order_by("recorded_at", "id")[0].fir


def _her_days(by: Actor) -> None:
    """S-0002: her people, her choices, a danger, a plan, money for her tailoring; and a case half moved."""
    file = _file(by, "S-0002")
    mother = HouseholdMember(relation="mother", lives_with_her=True, is_guardian=True)
    uncle = HouseholdMember(relation="relative", lives_with_her=False)
    for member, name in ((mother, "Sandhya Naskar"), (uncle, "Haran Das")):
        record_member(file=file, member=member, name=name, by=by)
    asked_on = by.today - timedelta(days=40)
    for purpose, whom in (
        (Purpose.LEGAL_HELP, Recipient.LEGAL_SERVICES),
        (Purpose.STORY, Recipient.PUBLIC),
    ):
        yes, way = Consent.Answer.AGREES, Consent.Way.SPOKEN
        record_answer(file=file, new=NewAnswer(purpose, whom, yes, "bn", way, asked_on), by=by)
    yesterday = by.today - timedelta(days=1)
    danger = NewIncident(
        yesterday, Incident.Kind.CALLS, Incident.Source.ACCUSED, accused_on_bail=True
    )
    record_incident(file=file, new=danger, by=by)
    texts = {"signs": "Calls from numbers she does not know", "safe_place": "Her aunt's house"}
    write_safety_plan(file=file, texts=texts, look_again_on=by.today + timedelta(days=30), by=by)
    day = by.today - timedelta(days=70)
    record_service(file=file, service=Service(kind="skills", provider="ITI", starts_on=day), by=by)
    grant = MoneyGrant(
        kind="grant", purpose="livelihood", from_whom="Swayangsiddha", amount_paise=25_000_00,
        agreed_on=day,
    )  # fmt: skip
    grant = record_grant(file=file, grant=grant, by=by)
    part = Instalment(amount_paise=10_000_00, received_on=day + timedelta(days=20))
    record_instalment(grant=grant, instalment=part, by=by)
    home = ShelterSpell(area="source", home_words="Sneha", starts_on=by.today - timedelta(days=210))
    record_step(file=_file(by, "S-0003"), step=home, by=by)
    add_paper(file=file, kind="age_proof", dated_on=day, scan=photo(), by=by)
    _half_done(by)


def photo() -> bytes:
    """The picture (PNG) of an empty grey sheet, 600 by 800."""

    def part(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content).to_bytes(4, "big")
        return len(content).to_bytes(4, "big") + kind + content + check

    size = (600).to_bytes(4, "big") + (800).to_bytes(4, "big")
    rows = zlib.compress((b"\0" + b"\xe6" * 600) * 800)
    parts = part(b"IHDR", size + bytes((8, 0, 0, 0, 0))) + part(b"IDAT", rows) + part(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def _half_done(by: Actor) -> None:
    """A transfer that was asked for, one that was ordered, and a charge sheet that leaves somebody out."""
    asked = by.today - timedelta(days=33)
    for number, ordered in (("S-0006", None), ("S-0008", asked + timedelta(days=12))):
        new = NewSpell("ahtu", "Basirhat AHTU", requested_on=asked, ordered_on=ordered)
        record_spell(fir=fir_of(by, number), new=new, by=by)
    fir = fir_of(by, "S-0142")
    first = Accused.objects.visible_to(by).filter(fir=fir).order_by("recorded_at", "id")[:1]
    sheet = NewChargeSheet(
        "charge_sheet", "61/2026", by.today - timedelta(days=9), tuple(first), (("BNS", "137(2)"),)
    )
    record_charge_sheet(fir=fir, new=sheet, by=by)


def _reviewed(by: Actor) -> None:
    """S-0002: one review with her counsellor, and a conference about her."""
    file = _file(by, "S-0002")
    instrument = Instrument.objects.filter(is_in_use=True).order_by("code", "-edition")[0]
    middle = (instrument.lowest + instrument.highest) // 2
    on = by.today - timedelta(days=12)
    step = NewStep("Open an account in her own name", "worker", by.today + timedelta(days=9))
    record_review(
        file=file,
        new=NewReview(
            instrument,
            on,
            by.today + timedelta(days=78),
            {one.position: (middle, "") for one in instrument.questions.all()},
            worry="That they come to the house again",
            goal="A shop of her own",
            steps=[step],
        ),
        by=by,
    )
    record_conference(
        file=file, on=on, she_was_there=True, note="", steps=[
            NewStep("Write to the OC about the calls", "lawyer", by.today + timedelta(days=3)),
        ], by=by,
    )  # fmt: skip


def _asks(by: Actor) -> None:
    """Two files that are not Shampa's, in an emergency."""
    for number in ("S-0110", "S-0111", "S-0112"):
        ask_emergency(number=number, reason=Emergency.Reason.choices[0][0], by=by)


def _decides(by: Actor) -> None:
    """One waits, one is open, one was open and is to be reviewed."""
    asked = Emergency.objects.visible_to(by).filter(number__in=("S-0111", "S-0112"))
    for row in asked.order_by("number"):
        decide_emergency(emergency=row, agreed=True, by=by)
    close_emergency(emergency=asked.get(number="S-0112"), by=by)


def _checks(by: Actor) -> None:
    """A round of forty files against paper, announced and drawn."""
    new = NewRound("Autumn round", "goods train 4471", 40, FIELDS, second_percent=10)
    announced = announce_round(new=new, by=replace(by, now=by.now - timedelta(days=3)))
    draw_round(round=announced, by=by)


def _posts(by: Actor) -> None:
    """Who sits at one desk of a Block, invented; nobody, where the lists of places are not loaded."""
    post = Post.objects.filter(title=Post.Title.BDO, is_current=True).order_by("key").first()
    if post is None:
        return
    since = by.today - timedelta(days=400)
    begin_holding(post=post, name="S. Adhikary", rank="WBCS", held_from=since, by=by)


def _judges(by: Actor) -> None:
    """The first twelve fields of it were looked at."""
    checks = FieldCheck.objects.visible_to(by)
    door = checks.filter(is_second=False, drawn__round__closed_at=None)
    for number, check in enumerate(door.order_by("drawn__ordinal", "field")[:12]):
        judge(check=check, verdict="differs" if number % 4 == 3 else "matches", by=by)


def _next_year(by: Actor) -> None:
    """A version of the strategy that nobody approved yet, and the frozen report of a year."""
    version = facts.write_strategy(title="Justice in our own hands, again", by=by)
    owner = Person.objects.get(pk=by.person_id)
    facts.add_objective(
        version=version, words="Nobody waits a year for money that is hers", indicator="I8",
        owner=owner, by=by,
    )  # fmt: skip
    facts.release_report(period=Period.financial_year(2023), by=by)


def _proposes(by: Actor) -> None:
    """A role that a second person has to agree to."""
    propose_role(person=Person.objects.get(login_name="advo"), role=Role.MIS_OFFICER, by=by)
