"""A value is corrected with its reason and its paper; what stood stays, and every earlier figure stays as told."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tafteesh.domain.checking.actions import NewRound, announce_round
from tafteesh.domain.checking.models import CheckRound, DrawnFile, FieldCheck
from tafteesh.domain.compensation.actions import (
    MoreThanOrdered,
    NewClaim,
    NewOrder,
    OrderBeforeClaim,
    record_claim,
    record_credit,
    record_order,
)
from tafteesh.domain.compensation.models import Claim, Order
from tafteesh.domain.facts import catalogue
from tafteesh.domain.facts.period import Period
from tafteesh.domain.facts.queries import scope_of
from tafteesh.domain.files.actions import change_status
from tafteesh.domain.files.models import FileStatusSpell, Identity, SurvivorFile
from tafteesh.domain.files.sealing import key_for, open_from
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.actions import (
    HearingResult,
    NewFir,
    add_sections,
    record_fir,
    record_hearing,
)
from tafteesh.domain.proceedings.models import FirSection, Hearing
from tafteesh.domain.quality import actions
from tafteesh.domain.quality.actions import Place, Said, correct_value, undo_change
from tafteesh.domain.quality.fields import BY_CODE
from tafteesh.domain.quality.models import FieldChange
from tafteesh.domain.quality.queries import as_it_stood, history_of, standing_row, token_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.audit.models import Entry
from tests.people import TODAY, Worker

YEAR = Period.financial_year(2024)
LAKH = 1_00_000_00


def place(kind: str, field: str, row: Any) -> Place:
    return Place(BY_CODE[kind], BY_CODE[kind].by_code[field], row.pk)


def corrects(
    at: Place, value: Any, by: Actor, why: str = "typed_wrong", **more: Any
) -> FieldChange:
    """Read the value, then correct it."""
    seen = more.pop("seen", None) or token_of(at.field, standing_row(by, at.kind, at.row_id))
    return correct_value(at=at, value=value, said=Said(why, seen, **more), by=by)


def later(by: Actor, **more: Any) -> Actor:
    now = by.now + timedelta(**more)
    return replace(by, now=now, today=now.date())


@pytest.fixture
def claim(rina: SurvivorFile, asha: Worker) -> Claim:
    return record_claim(file=rina, new=NewClaim(date(2024, 4, 2)), by=asha.actor)


@pytest.fixture
def order(claim: Claim, asha: Worker) -> Order:
    return record_order(
        claim=claim, new=NewOrder("final", date(2024, 5, 6), 3 * LAKH), by=asha.actor
    )


def test_who_does_not_hold_the_file_does_not_find_the_value(
    order: Order, asha: Worker, bimal: Worker, joba: Worker, dev: Worker
) -> None:
    at = place("order", "amount_paise", order)
    seen = token_of(at.field, order)
    for stranger in (bimal, joba):
        with acting_as(stranger.actor), pytest.raises((Order.DoesNotExist, NotAllowed)):
            corrects(at, 4 * LAKH, stranger.actor, seen=seen)
    with acting_as(dev.actor), pytest.raises(NotAllowed):
        corrects(at, 4 * LAKH, dev.actor, seen=seen)
    enter(asha.actor)
    assert standing_row(asha.actor, at.kind, order.pk).amount_paise == 3 * LAKH


def test_an_order_that_a_figure_counts_is_withdrawn_and_entered_again(
    order: Order, claim: Claim, asha: Worker
) -> None:
    before = scope_of(asha.actor, YEAR)
    by = later(asha.actor, hours=1)
    enter(by)
    made = corrects(place("order", "amount_paise", order), 2 * LAKH, by)

    new = standing_row(by, BY_CODE["order"], order.pk)
    claim.refresh_from_db()
    assert (new.pk, new.amount_paise, claim.ordered_paise) == (made.row_id, 2 * LAKH, 2 * LAKH)
    assert Order.objects.visible_to(by).get(pk=order.pk).withdrawn_at == by.now

    told = {i.id: i for i in catalogue.ACHIEVEMENTS}["A8"]
    assert told.figure(before).values["value"] == 3_00_000, "told again as it was"
    assert told.figure(scope_of(by, YEAR)).values["value"] == 2_00_000


def test_the_day_of_a_claim_changes_and_the_earlier_figure_does_not(
    order: Order, claim: Claim, asha: Worker
) -> None:
    before = scope_of(asha.actor, YEAR)
    by = later(asha.actor, hours=1)
    enter(by)
    corrects(place("claim", "filed_on", claim), date(2024, 3, 30), by)

    told = {i.id: i for i in catalogue.ACHIEVEMENTS}["A10"]
    assert told.figure(before).values["of"] == 1, "it was told as filed in this year"
    assert told.figure(scope_of(by, YEAR)).values["of"] == 0
    twice = later(asha.actor, hours=2)
    enter(twice)
    corrects(place("claim", "filed_on", claim), date(2024, 4, 5), twice)
    assert told.figure(before).values["of"] == 1
    assert told.figure(scope_of(by, YEAR)).values["of"] == 0
    assert told.figure(scope_of(twice, YEAR)).values["of"] == 1


def test_what_contradicts_the_claim_is_refused_and_leaves_nothing(
    order: Order, claim: Claim, asha: Worker
) -> None:
    record_credit(
        claim=claim, amount_paise=2 * LAKH, credited_on=date(2024, 8, 1), proof=None, by=asha.actor
    )
    with pytest.raises(OrderBeforeClaim):
        corrects(place("order", "ordered_on", order), date(2023, 5, 6), asha.actor)
    with pytest.raises(MoreThanOrdered):
        corrects(place("order", "amount_paise", order), LAKH, asha.actor)
    with pytest.raises(actions.DoesNotFit):
        corrects(place("order", "amount_paise", order), 0, asha.actor)
    with pytest.raises(actions.ValueNeeded):
        corrects(place("order", "ordered_on", order), None, asha.actor)
    with pytest.raises(actions.NothingChanged):
        corrects(place("order", "amount_paise", order), 3 * LAKH, asha.actor)
    assert standing_row(asha.actor, BY_CODE["order"], order.pk).pk == order.pk
    assert not FieldChange.objects.visible_to(asha.actor).exists()


def test_two_people_and_one_value_a_person_decides(
    order: Order, asha: Worker, meera: Worker
) -> None:
    at = place("order", "amount_paise", order)
    seen_by_both = token_of(at.field, order)
    with acting_as(meera.actor):
        corrects(at, 2 * LAKH, meera.actor, seen=seen_by_both)
    enter(asha.actor)
    with pytest.raises(actions.ChangedMeanwhile):
        corrects(at, 4 * LAKH, asha.actor, seen=seen_by_both)

    now_seen = token_of(at.field, standing_row(asha.actor, at.kind, order.pk))
    corrects(at, 4 * LAKH, asha.actor, seen=now_seen)
    told = [
        (c.old["amount_paise"], c.new["amount_paise"]) for c in history_of(asha.actor, [order.pk])
    ]
    assert told == [(2 * LAKH, 4 * LAKH), (3 * LAKH, 2 * LAKH)]


def test_a_value_that_was_checked_needs_a_paper_of_her_own_file(
    order: Order, asha: Worker, meera: Worker
) -> None:
    _is_checked(order, "ordered", meera)
    enter(asha.actor)
    at = place("order", "amount_paise", order)
    with pytest.raises(actions.PaperNeeded):
        corrects(at, 2 * LAKH, asha.actor, "new_paper")
    other = asha.opens("N24-2026-0002", scope="trafficking")
    paper = add_paper(file=other, kind=Paper.Kind.ORDER, dated_on=None, by=asha.actor)
    with pytest.raises(actions.PaperFromAnotherFile):
        corrects(at, 2 * LAKH, asha.actor, "new_paper", paper=paper)

    mine = add_paper(file=order.survivor_file, kind=Paper.Kind.ORDER, dated_on=None, by=asha.actor)
    made = corrects(at, 2 * LAKH, asha.actor, "new_paper", paper=mine)
    assert (made.paper, made.why) == (mine, "new_paper")
    line = Entry.objects.filter(about_id=made.pk).get()
    assert (line.event, line.fields) == ("value_corrected", "order.amount_paise")
    assert line.subject == order.survivor_file.log_tag


def _is_checked(row: Any, field: str, by: Worker) -> None:
    own = {
        "organisation_id": row.organisation_id,
        "recorded_at": by.actor.now,
        "recorded_by_id": by.actor.person_id,
    }
    with acting_as(by.actor):
        drawn_round = CheckRound.unscoped.create(
            title="r", seed="s", files_wanted=1, fields=[field], **own
        )
        drawn = DrawnFile.unscoped.create(
            round=drawn_round, ordinal=1, survivor_file=row.survivor_file, **own
        )
        FieldCheck.unscoped.create(
            drawn=drawn, field=field, row_id=row.pk, survivor_file=row.survivor_file,
            verdict="matches", checked_by=by.person, checked_at=by.actor.now, **own,
        )  # fmt: skip


def test_a_typing_mistake_is_undone_within_a_day_by_the_same_person(
    order: Order, asha: Worker, meera: Worker
) -> None:
    at = place("order", "ordered_on", order)
    made = corrects(at, date(2024, 6, 5), asha.actor)
    with acting_as(meera.actor), pytest.raises(actions.NotHerChange):
        undo_change(change=made, by=meera.actor)
    late = later(asha.actor, hours=25)
    with acting_as(late), pytest.raises(actions.TooLateToUndo):
        undo_change(change=made, by=late)

    soon = later(asha.actor, hours=2)
    enter(soon)
    back = undo_change(change=made, by=soon)
    assert standing_row(soon, at.kind, order.pk).ordered_on == date(2024, 5, 6)
    assert (back.why, back.undoes) == ("undone", made)
    with pytest.raises(actions.ChangedSince):
        undo_change(change=made, by=soon)
    assert len(history_of(soon, [order.pk])) == 2, "both stay readable"


def test_a_name_is_corrected_without_standing_anywhere_in_the_open(
    rina: SurvivorFile, asha: Worker
) -> None:
    identity = Identity.objects.visible_to(asha.actor).get(survivor_file=rina)
    made = corrects(place("identity", "name_used", identity), "Reena", asha.actor)

    assert (made.old, made.new) == ({}, {})
    assert b"Reena" not in bytes(made.new_sealed or b"")
    assert b"Rina" not in bytes(made.old_sealed or b"")
    identity.refresh_from_db()
    assert open_from(identity, "name_used", key_for(rina)).reveal() == "Reena"
    back = undo_change(change=made, by=asha.actor)
    identity.refresh_from_db()
    assert open_from(identity, "name_used", key_for(rina)).reveal() == "Rina"
    assert open_from(back, "old_sealed", key_for(rina)).reveal() == "Reena"


def test_the_next_date_in_court_moves_with_its_expected_hearing(
    rina: SurvivorFile, asha: Worker
) -> None:
    fir = record_fir(new=NewFir("Basirhat", 7, 2025, "source"), survivors=[rina], by=asha.actor)
    result = HearingResult(TODAY, "adjourned", date(2026, 12, 14), note="she spoke well")
    hearing = record_hearing(fir=fir, result=result, by=asha.actor)
    corrects(place("hearing", "next_on", hearing), date(2026, 12, 15), asha.actor)

    rina.refresh_from_db()
    assert rina.next_hearing_on == date(2026, 12, 15)
    standing = Hearing.objects.visible_to(asha.actor).filter(withdrawn_at=None).order_by("on")
    assert [row.on for row in standing] == [TODAY, date(2026, 12, 15)]
    again = standing[0]
    assert again.note_sealed
    assert bytes(again.note_sealed) != bytes(hearing.note_sealed or b"")


def test_the_paper_of_another_fir_is_no_paper(rina: SurvivorFile, asha: Worker) -> None:
    fir = record_fir(new=NewFir("Basirhat", 8, 2025, "source"), survivors=[rina], by=asha.actor)
    other = asha.opens("N24-2026-0003")
    paper = add_paper(file=other, kind=Paper.Kind.FIR, dated_on=None, by=asha.actor)
    at = place("fir", "copy_given_on", fir)
    with pytest.raises(actions.PaperFromAnotherFile):
        corrects(at, date(2025, 8, 1), asha.actor, paper=paper)
    mine = add_paper(file=rina, kind=Paper.Kind.FIR, dated_on=None, by=asha.actor)
    made = corrects(at, date(2025, 8, 1), asha.actor, paper=mine)
    assert (made.fir_id, made.survivor_file_id) == (fir.pk, None)


def test_her_status_of_today_is_corrected_in_both_places_and_undone(
    rina: SurvivorFile, asha: Worker, bimal: Worker
) -> None:
    with acting_as(bimal.actor) as by, pytest.raises(SurvivorFile.DoesNotExist):
        standing_row(by, BY_CODE["file"], rina.pk)
    with acting_as(asha.actor) as by:
        made = corrects(place("file", "status", rina), "tentative", by)

        rina.refresh_from_db()
        spells = FileStatusSpell.unscoped.filter(survivor_file=rina).order_by("recorded_at", "pk")
        assert rina.status == "tentative"
        assert [(one.status, one.withdrawn_at is None) for one in spells] == [
            ("active", False),
            ("tentative", True),
        ]
        undo_change(change=made, by=later(by, hours=2))
        rina.refresh_from_db()
        standing = spells.get(withdrawn_at=None)
        assert (rina.status, standing.status) == ("active", "active")


def test_the_day_of_a_status_moves_the_end_of_the_one_before(
    rina: SurvivorFile, asha: Worker
) -> None:
    with acting_as(later(asha.actor, days=9)) as by:
        first = FileStatusSpell.unscoped.get(survivor_file=rina)
        spell = change_status(file=rina, status="tentative", on=by.today, by=by)
        sooner = by.today - timedelta(days=5)
        corrects(place("status", "starts_on", spell), sooner, by)
        first.refresh_from_db()
        now = FileStatusSpell.unscoped.get(survivor_file=rina, ends_on=None, withdrawn_at=None)
        assert (first.ends_on, now.starts_on) == (sooner, sooner)

        corrects(place("status", "status", now), "dropped_out", by)
        rina.refresh_from_db()
        assert rina.status == "dropped_out"


def test_a_section_is_corrected_and_cites_the_law_anew(
    rina: SurvivorFile, asha: Worker, bimal: Worker
) -> None:
    with acting_as(asha.actor) as by:
        fir = record_fir(new=NewFir("Basirhat", 21, 2025, "source"), survivors=[rina], by=by)
        wrong, other = add_sections(
            fir=fir, sections=[("IPC", "307"), ("IPC", "370")], added_on=None, by=by
        )
        with pytest.raises(actions.DoesNotFit):
            corrects(place("section", "number_words", wrong), "370", by)
        corrects(place("section", "number_words", wrong), "373", by)
        rows = FirSection.unscoped.filter(fir=fir, withdrawn_at=None)
        assert set(rows.values_list("number_words", flat=True)) == {"373", "370"}
        told = history_of(by, [row.pk for row in rows])
        assert [(one.old, one.new) for one in told] == [
            ({"number_words": "307"}, {"number_words": "373"})
        ]
    with acting_as(bimal.actor) as by, pytest.raises(FirSection.DoesNotExist):
        standing_row(by, BY_CODE["section"], other.pk)


def test_whoever_corrected_a_value_does_not_check_it_and_the_drawn_value_is_checked(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    with acting_as(meera.actor) as by:
        rina = SurvivorFile.objects.visible_to(by).get(pk=rina.pk)
        corrects(place("file", "scope", rina), "both", by)
        rina.refresh_from_db()
        assert rina.violence == "other", "the kind is named where there is one"
        new = NewRound("November", "lottery", 5, ("scope", "status"))
        made = announce_round(new=new, by=by)
        drawn = later(by, hours=1)
        actions.draw_round(round=made, by=drawn)
        checks = FieldCheck.objects.visible_to(by).filter(drawn__round=made)
        entered = dict(checks.values_list("field", "entered_by"))
        assert entered == {"scope": meera.person.pk, "status": asha.person.pk}

        rina.refresh_from_db()
        corrects(place("file", "scope", rina), "violence", later(by, hours=2))
        rina.refresh_from_db()
        assert as_it_stood(by, rina, drawn.now).scope == "both"
