"""Rina's reviews: scores with a reason, steps with an official and a day, and money in parts."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tafteesh.domain.care.actions import plans
from tafteesh.domain.care.actions.plans import NewReview, NewStep
from tafteesh.domain.care.models import (
    Conference,
    Instalment,
    Instrument,
    MoneyGrant,
    Question,
    Review,
    Score,
    Service,
    Step,
)
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.people import TODAY, Worker, make_worker

DAY = timedelta(days=1)


@pytest.fixture
def wheel(db: None) -> Instrument:
    """Two questions, from 0 to 10."""
    row = Instrument.objects.create(code="W", edition=7, title="Wheel", lowest=0, highest=10)
    for position, words in enumerate(("Safety", "Work"), start=1):
        Question.objects.create(instrument=row, position=position, words=words)
    return row


def held(wheel: Instrument, **more: object) -> NewReview:
    said = {
        "instrument": wheel,
        "on": TODAY,
        "next_on": TODAY + 90 * DAY,
        "scores": {1: (3, "She sleeps badly"), 2: (8, "")},
        "worry": "The rent",
        "goal": "A sewing machine",
        "steps": [NewStep("Ask for the form", "official", TODAY + 14 * DAY, "BDO Baduria")],
    }
    return NewReview(**(said | more))  # type: ignore[arg-type] # fields of NewReview


def test_a_lawyer_holds_no_review_and_a_stranger_none_either(
    rina: SurvivorFile, wheel: Instrument, bimal: Worker, office: Organisation
) -> None:
    lawyer = make_worker("alok", Role.LAWYER, office)
    with pytest.raises(NotAllowed):
        plans.record_review(file=rina, new=held(wheel), by=lawyer.actor)
    enter(bimal.actor)
    with pytest.raises(SurvivorFile.DoesNotExist):
        plans.record_review(file=rina, new=held(wheel), by=bimal.actor)


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"on": TODAY + DAY}, plans.NotYetHeld),
        ({"scores": {1: (11, "")}}, plans.OutsideTheScale),
        ({"scores": {1: (-1, "")}}, plans.OutsideTheScale),
        ({"scores": {9: (1, "")}}, plans.NotOfThisInstrument),
    ],
)
def test_what_cannot_be_is_refused_whole(
    rina: SurvivorFile,
    wheel: Instrument,
    asha: Worker,
    more: dict[str, object],
    fault: type[Exception],
) -> None:
    with pytest.raises(fault):
        plans.record_review(file=rina, new=held(wheel, **more), by=asha.actor)
    assert not Review.objects.visible_to(asha.actor).exists()


def test_her_words_are_sealed_and_the_rest_is_kept(
    rina: SurvivorFile, wheel: Instrument, asha: Worker
) -> None:
    review = plans.record_review(file=rina, new=held(wheel), by=asha.actor)

    scores = Score.objects.visible_to(asha.actor).filter(review=review)
    assert sorted(scores.values_list("question__words", "score")) == [("Safety", 3), ("Work", 8)]
    step = Step.objects.visible_to(asha.actor).get()
    assert (step.official, step.due_on) == ("BDO Baduria", TODAY + 14 * DAY)
    for sealed in (review.worry_sealed, review.goal_sealed, step.what_sealed):
        assert sealed
        assert b"sewing" not in bytes(sealed)

    assert plans.finish_step(step=step, by=asha.actor).done_on == TODAY
    with pytest.raises(Step.DoesNotExist):
        plans.finish_step(step=step, by=asha.actor)


def test_an_official_is_named_and_the_next_review_is_later(
    rina: SurvivorFile, wheel: Instrument, asha: Worker
) -> None:
    nameless = [NewStep("Ask", "official", TODAY)]
    for more in ({"steps": nameless}, {"next_on": TODAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            plans.record_review(file=rina, new=held(wheel, **more), by=asha.actor)


def test_a_new_edition_leaves_old_scores_their_questions(
    rina: SurvivorFile, wheel: Instrument, asha: Worker
) -> None:
    review = plans.record_review(file=rina, new=held(wheel), by=asha.actor)
    Instrument.objects.create(code="W", edition=8, title="Wheel", lowest=1, highest=4)

    assert review.instrument.edition == 7
    with pytest.raises(IntegrityError), transaction.atomic():
        Instrument.objects.create(code="W", edition=8, title="Wheel", lowest=1, highest=4)


def test_a_conference_decides_steps(rina: SurvivorFile, asha: Worker) -> None:
    steps = [NewStep("Write to the bank", "worker", TODAY + DAY)]
    plans.record_conference(
        file=rina, on=TODAY, she_was_there=True, note="All agreed", steps=steps, by=asha.actor
    )

    row = Conference.objects.visible_to(asha.actor).get()
    assert row.steps.count() == 1
    assert b"agreed" not in bytes(row.note_sealed or b"")


def test_a_grant_comes_in_parts_and_never_more_than_was_agreed(
    rina: SurvivorFile, asha: Worker
) -> None:
    agreed = MoneyGrant(kind="grant", purpose="livelihood", amount_paise=20_000_00, agreed_on=TODAY)
    grant = plans.record_grant(file=rina, grant=agreed, by=asha.actor)
    for amount in (12_000_00, 8_000_00):
        part = Instalment(amount_paise=amount, received_on=TODAY)
        plans.record_instalment(grant=grant, instalment=part, by=asha.actor)

    one_more = Instalment(amount_paise=1, received_on=TODAY)
    with pytest.raises(plans.MoreThanAgreed):
        plans.record_instalment(grant=grant, instalment=one_more, by=asha.actor)


def test_a_service_has_its_days(rina: SurvivorFile, asha: Worker) -> None:
    plans.record_service(
        file=rina, service=Service(kind="counselling", starts_on=TODAY), by=asha.actor
    )
    assert Service.objects.visible_to(asha.actor).get().get_kind_display() == "Counselling"
