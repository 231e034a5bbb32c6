"""One case of the demo with its whole life: both sides, bail, a breach, seized things, a higher court. All invented."""

from datetime import date, timedelta

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Accused, Correction, Fir
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.interfaces.commands.actors import actor_named
from tafteesh.interfaces.commands.demo.named import Told


def seed_law() -> None:
    """Inside the caller's transaction, after the named files."""
    shampa = actor_named("shampa")
    enter(shampa)
    told = Told(shampa)
    file, fir = told.file("S-0142"), told.fir_of("S-0142")
    first = (
        Accused.objects.visible_to(shampa).filter(fir=fir, withdrawn_at=None).order_by("ordinal")[0]
    )
    other = destination(told, file, fir, first)
    bail(told, first)
    evidence(told, file, other)
    higher_court(told)
    overdue(told)


def overdue(told: Told) -> None:
    """S-0098: remanded first on 2 October 2025; after ninety days there is no charge sheet."""
    fir, day = told.fir_of("S-0098"), date(2025, 10, 2)
    actions.add_sections(fir=fir, sections=[("BNS", "143(4)")], added_on=None, by=told.by)
    people = Accused.objects.visible_to(told.by).filter(fir=fir, withdrawn_at=None)
    new = actions.NewMilestone(
        "first_remand", ApproxDate(day, day), accused=people.order_by("ordinal")[0]
    )
    actions.record_milestone(fir=fir, new=new, by=told.by)


def destination(told: Told, file: SurvivorFile, fir: Fir, first: Accused) -> Fir:
    """The FIR of Pune names a manager only; the diary at home came before both."""
    by, day = told.by, told.ago(60)
    diary = actions.NewDiary("missing", "Hasnabad", told.ago(99), "1021")
    row = actions.record_diary(file=file, new=diary, by=by)
    actions.diary_became_fir(diary=row, fir=fir, by=by)
    other_one = actions.NewDiary("general", "Baduria", told.ago(40))
    actions.record_diary(file=file, new=other_one, by=by)
    actions.draft_letter(
        fir=None, kind="no_fir", language="en", survivor=file, by=by,
        addressee="The Superintendent of Police, Basirhat Police District",
    )  # fmt: skip
    new = actions.NewFir("Faraskhana", 96, day.year, "destination", day)
    other = actions.record_fir(new=new, survivors=[file], by=by)
    actions.link_firs(fir=fir, other=other, by=by)
    manager = actions.add_accused(fir=other, name="Babu Kale", part="manager", age_years=44, by=by)
    actions.flag_same_accused(one=first, other=manager, by=actor_named("cm"))
    enter(by)
    return other


def bail(told: Told, accused: Accused) -> None:
    """Out on bail, a condition broken, a phone seized."""
    by = told.by
    actions.set_accused_status(accused=accused, status="on_bail", on=told.ago(30), by=by)
    condition = actions.add_bail_condition(
        accused=accused, kind="no_contact", set_on=told.ago(30), words="No contact with her.", by=by
    )
    actions.record_breach(accused=accused, on=told.ago(3), condition=condition, by=by)
    seized = actions.NewSeizure("phone", told.ago(80), accused, "malkhana Hasnabad", told.ago(75))
    actions.record_seizure(fir=accused.fir, new=seized, by=by)


def evidence(told: Told, file: SurvivorFile, fir: Fir) -> None:
    """Pune wants to hear her: a video link from Barasat was asked for."""
    asked = actions.NewDeposition(
        court_is_elsewhere=True, link_asked_on=told.ago(9), place="Barasat court"
    )
    actions.record_deposition(fir=fir, file=file, new=asked, by=told.by)


def higher_court(told: Told) -> None:
    """The revision of S-0002: what it asks, one order, and another survivor whom it helps."""
    by = told.by
    row = Correction.objects.visible_to(by).filter(number="PC-99", withdrawn_at=None)[0]
    about = actions.About(
        "survivors",
        "State of West Bengal",
        "Does a charge sheet after default bail need the reasons of the delay?",
        "admitted",
    )
    case = actions.describe_litigation(correction=row, about=about, by=by)
    order = actions.NewOrder(
        told.ago(20),
        "interim",
        "The officer explains the delay.",
        told.ago(20) + timedelta(days=28),
    )
    made = actions.record_litigation_order(litigation=case, new=order, by=by)
    actions.order_helps(order=made, file=told.file("S-0098"), how="cite", by=by)
