"""Bail and its breach, the same man, her evidence, a diary that is no FIR, a case in a higher court."""

from dataclasses import replace
from datetime import date

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.corrections import case, corrections
from tafteesh.domain.proceedings.life import depositions, diaries, on_accused
from tafteesh.domain.proceedings.models import Accused, Fir, Litigation, LitigationOrder
from tafteesh.domain.proceedings.story import story
from tafteesh.foundation.access.context import enter
from tests.people import TODAY, Worker

FIRST = date(2026, 1, 14)


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker) -> Fir:
    new = actions.NewFir("Hasnabad", 377, 2025, "source", date(2025, 6, 2))
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


@pytest.fixture
def recruiter(fir: Fir, asha: Worker) -> Accused:
    return actions.add_accused(fir=fir, name="Kalu", part="recruiter", age_years=31, by=asha.actor)


def pune(rina: SurvivorFile, asha: Worker) -> tuple[Fir, Accused]:
    new = actions.NewFir("Faraskhana", 96, 2026, "destination", FIRST)
    other = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    return other, actions.add_accused(fir=other, name="Babu", part="manager", by=asha.actor)


def test_a_breach_names_a_condition_of_the_same_man_and_is_told_afterwards(
    rina: SurvivorFile, fir: Fir, recruiter: Accused, asha: Worker, bimal: Worker
) -> None:
    second = actions.add_accused(fir=fir, name="Haru", part="seller", by=asha.actor)
    stay = actions.add_bail_condition(
        accused=recruiter,
        kind="stay_away",
        set_on=FIRST,
        words="Not within Hasnabad",
        by=asha.actor,
    )
    assert b"Hasnabad" not in bytes(stay.words_sealed or b"")
    with pytest.raises(actions.ConditionOfAnother):
        actions.record_breach(accused=second, on=TODAY, condition=stay, by=asha.actor)
    with pytest.raises(actions.NotYet):
        actions.record_breach(accused=recruiter, on=date(2027, 1, 1), by=asha.actor)

    breach = actions.record_breach(accused=recruiter, on=TODAY, condition=stay, by=asha.actor)
    with pytest.raises(actions.NotYet):
        actions.tell_of_breach(breach=breach, police=FIRST, court=None, by=asha.actor)
    actions.tell_of_breach(breach=breach, police=TODAY, court=None, by=asha.actor)

    found = on_accused(asha.actor, fir)[recruiter.pk]
    assert [one.told_police_on for one in found.breaches] == [TODAY]
    enter(bimal.actor)
    with pytest.raises(Accused.DoesNotExist):
        actions.record_breach(accused=recruiter, on=TODAY, by=bimal.actor)


def test_the_same_man_is_a_flag_that_only_a_second_person_answers(
    rina: SurvivorFile, fir: Fir, recruiter: Accused, asha: Worker, meera: Worker
) -> None:
    other, manager = pune(rina, asha)
    with pytest.raises(actions.SameFir):
        actions.flag_same_accused(
            one=recruiter,
            other=actions.add_accused(fir=fir, name="x", part="seller", by=asha.actor),
            by=asha.actor,
        )
    flag = actions.flag_same_accused(one=recruiter, other=manager, by=asha.actor)
    with pytest.raises(actions.FlaggedAlready):
        actions.flag_same_accused(one=manager, other=recruiter, by=asha.actor)
    with pytest.raises(actions.NeedsASecondPerson):
        actions.answer_same_accused(flag=flag, answer="possible", by=asha.actor)

    enter(meera.actor)
    answered = actions.answer_same_accused(flag=flag, answer="possible", by=meera.actor)

    assert answered.get_answer_display() == "Two people think so"
    assert on_accused(meera.actor, other)[manager.pk].flags[0].other == recruiter
    assert Accused.objects.visible_to(meera.actor).count() == 3, "nothing was joined"


def test_only_a_convicted_man_has_a_sentence(recruiter: Accused, asha: Worker) -> None:
    seven = actions.Sentence(84, fine_paise=10_000_00)
    with pytest.raises(actions.NotASentence):
        actions.set_accused_status(
            accused=recruiter, status="acquitted", on=TODAY, sentence=seven, by=asha.actor
        )
    row = actions.set_accused_status(
        accused=recruiter, status="convicted", on=TODAY, sentence=seven, by=asha.actor
    )
    assert (row.sentence_months, row.fine_paise) == (84, 10_000_00)


def test_her_evidence_is_arranged_then_given_and_holds_no_narrative(
    rina: SurvivorFile, fir: Fir, asha: Worker
) -> None:
    asked = actions.NewDeposition(link_asked_on=FIRST, court_is_elsewhere=True)
    arranged = actions.record_deposition(fir=fir, file=rina, new=asked, by=asha.actor)
    with pytest.raises(actions.GivenWithoutADay):
        actions.record_deposition(
            fir=fir, file=rina, new=actions.NewDeposition("video"), by=asha.actor
        )
    given = replace(
        asked, how="video", on=TODAY, place="Barasat court", went_with=("worker", "peer")
    )
    row = actions.record_deposition(fir=fir, file=rina, new=given, by=asha.actor)

    assert row.pk == arranged.pk
    assert [one.company for one in depositions(asha.actor, fir)] == [
        ["A worker of the organisation", "Another survivor"]
    ]
    texts = {f.name for f in row._meta.concrete_fields if f.get_internal_type() == "TextField"}
    assert texts == {"how", "place", "went_with"}


def test_a_diary_waits_until_it_becomes_a_fir_and_gives_it_its_day(
    rina: SurvivorFile, fir: Fir, asha: Worker
) -> None:
    late = actions.NewDiary("missing", "Hasnabad", date(2025, 7, 1))
    after = actions.record_diary(file=rina, new=late, by=asha.actor)
    with pytest.raises(actions.FirBeforeDiary):
        actions.diary_became_fir(diary=after, fir=fir, by=asha.actor)

    new = actions.NewDiary("missing", "Hasnabad", date(2025, 5, 24), "1021")
    row = actions.record_diary(file=rina, new=new, by=asha.actor)
    assert dict(diaries(asha.actor, rina))[row] == (TODAY - date(2025, 5, 24)).days
    actions.diary_became_fir(diary=row, fir=fir, by=asha.actor)

    assert {one.pk: days for one, days in diaries(asha.actor, rina)}[row.pk] == 9
    fir.refresh_from_db()
    assert (fir.diary_number, fir.diary_earliest) == ("1021", date(2025, 5, 24))


def test_a_case_in_a_higher_court_has_its_chain_orders_and_whom_they_help(
    rina: SurvivorFile, fir: Fir, asha: Worker
) -> None:
    file = actions.NewCorrection("investigation", "not_sent_to_ahtu", "sp", FIRST)
    letter = actions.record_correction(fir=fir, new=file, by=asha.actor)
    about = actions.About("survivors", "State of West Bengal", "Is 24 hours binding?\n", "filed")
    with pytest.raises(actions.NotInAHigherCourt):
        actions.describe_litigation(correction=letter, about=about, by=asha.actor)
    with pytest.raises(actions.DecidedWithoutADay):
        actions.decide_correction(
            correction=letter, result="rejected", decided_on=None, by=asha.actor
        )
    actions.decide_correction(correction=letter, result="no_reply", decided_on=None, by=asha.actor)
    up = actions.NewCorrection(
        "investigation",
        "not_sent_to_ahtu",
        "high_court",
        date(2026, 3, 2),
        "WPA 4/2026",
        letter,
        "writ",
    )
    writ = actions.record_correction(fir=fir, new=up, by=asha.actor)
    row = actions.describe_litigation(correction=writ, about=about, by=asha.actor)
    with pytest.raises(actions.OrderBeforeFiling):
        actions.record_litigation_order(
            litigation=row, new=actions.NewOrder(FIRST, "interim"), by=asha.actor
        )
    order = actions.record_litigation_order(
        litigation=row,
        new=actions.NewOrder(date(2026, 5, 4), "final", "Send it to the AHTU."),
        by=asha.actor,
    )
    mina = asha.opens("N24-2026-0002", scope="trafficking")
    actions.order_helps(order=order, file=mina, how="cite", by=asha.actor)
    with pytest.raises(actions.HelpsAlready):
        actions.order_helps(order=order, file=mina, how="used", by=asha.actor)

    row = Litigation.objects.visible_to(asha.actor).get()
    told = case(asha.actor, row)
    assert [one.get_forum_display() for one in told.chain] == [
        "Superintendent of Police",
        "High Court",
    ]
    assert told.questions == ["Is 24 hours binding?"]
    assert row.stage == "decided"
    ((_order, helps),) = told.orders
    assert [one.survivor_file.number for one in helps] == ["N24-2026-0002"]
    assert LitigationOrder.objects.visible_to(asha.actor).count() == 1


def test_success_and_days_by_reason_and_forum(fir: Fir, asha: Worker) -> None:
    for forum, result, on in (
        ("sp", "allowed", date(2026, 2, 24)),
        ("sp", "rejected", date(2026, 1, 24)),
        ("magistrate", "partly", date(2026, 1, 19)),
    ):
        new = actions.NewCorrection("fir", "trafficking_section", forum, FIRST)
        row = actions.record_correction(fir=fir, new=new, by=asha.actor)
        actions.decide_correction(
            correction=row, result=result, decided_on=on, changed=("sections",), by=asha.actor
        )

    told = corrections(asha.actor)

    assert (told.together.decided, told.together.share, told.together.days) == (3, 67, 10)
    assert [(one.code, one.allowed, one.days) for one in told.by_forum] == [
        ("sp", 1, 26),
        ("magistrate", 1, 5),
    ]


def test_the_story_has_both_sides_and_says_that_recruiters_are_absent(
    rina: SurvivorFile, fir: Fir, recruiter: Accused, asha: Worker
) -> None:
    other, _manager = pune(rina, asha)
    actions.link_firs(fir=fir, other=other, by=asha.actor)
    for day in (date(2026, 2, 2), date(2026, 3, 2), date(2026, 4, 6)):
        result = actions.HearingResult(day, "adjourned")
        actions.record_hearing(fir=fir, result=result, by=asha.actor)

    told = story(asha.actor, fir)

    assert told.recruiters_absent
    days = [(line.first, len(line.source), len(line.destination)) for line in told.lines]
    assert days == [(date(2025, 6, 2), 1, 0), (FIRST, 0, 1), (date(2026, 2, 2), 1, 0)]
    assert told.lines[-1].source[0].number == 3, "three adjournments are one line"


def test_no_court_heard_a_fir_before_it_was_registered(fir: Fir, asha: Worker) -> None:
    with pytest.raises(actions.HearingBeforeFir):
        actions.record_hearing(
            fir=fir, result=actions.HearingResult(date(2025, 6, 1), "heard"), by=asha.actor
        )
