"""Lists of questions: an office writes its own editions, beside the examples; what was scored stays."""

import pytest

from tafteesh.domain.care.actions import instruments
from tafteesh.domain.care.models import Instrument, Question
from tafteesh.domain.care.queries import instruments_for
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker


@pytest.fixture
def example(db: None) -> Instrument:
    row = Instrument.objects.create(code="EX", edition=1, title="Example", lowest=0, highest=10)
    Question.objects.create(instrument=row, position=1, words="Safety")
    return row


def edition(*questions: str, code: str = "EX", lowest: int = 1) -> instruments.NewEdition:
    return instruments.NewEdition(code, "Ours", lowest, 4, questions)


def test_only_managers_write_one(asha: Worker, meera: Worker) -> None:
    for other in (asha, meera):
        enter(other.actor)
        with pytest.raises(NotAllowed):
            instruments.write_edition(new=edition("Sleep"), by=other.actor)
        assert desk_of(other).get("/care/questions/").status_code == 403


def test_what_makes_no_list(mgr: Worker) -> None:
    enter(mgr.actor)
    with pytest.raises(instruments.NoQuestions):
        instruments.write_edition(new=edition(), by=mgr.actor)
    with pytest.raises(instruments.ScaleUpsideDown):
        instruments.write_edition(new=edition("Sleep", lowest=4), by=mgr.actor)
    with pytest.raises(instruments.SameQuestionTwice):
        instruments.write_edition(new=edition("Sleep", "sleep"), by=mgr.actor)


def test_an_office_replaces_an_example_for_itself_only(
    example: Instrument, mgr: Worker, joba: Worker
) -> None:
    desk = desk_of(mgr)
    typed = {"title": "Ours", "lowest": "1", "highest": "4", "questions": "Sleep\n\nFriends"}
    assert desk.post(f"/care/questions/{example.pk}/", typed).status_code == 302
    enter(mgr.actor)
    own = next(row for row in instruments_for(mgr.actor) if row.code == "EX")
    assert (own.edition, own.title) == (2, "Ours")
    assert [one.words for one in own.questions.order_by("position")] == ["Sleep", "Friends"]
    assert example.questions.get().words == "Safety"
    theirs = next(row for row in instruments_for(joba.actor) if row.code == "EX")
    assert theirs.pk == example.pk
    page = words_of(desk.get("/care/questions/"))
    assert "edition 2" in page
    assert "example for all" in page
    assert desk.post(f"/care/questions/{example.pk}/end/").status_code == 404
    assert desk.post(f"/care/questions/{own.pk}/end/").status_code == 302
    assert next(row for row in instruments_for(mgr.actor) if row.code == "EX").pk == example.pk
