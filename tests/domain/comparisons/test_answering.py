"""Both say yes, and only then is anything told: within one system, and by files between two."""

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tafteesh.domain.comparisons import actions, carrier
from tafteesh.domain.comparisons.actions import answering
from tafteesh.domain.comparisons.actions.answering import Reply
from tafteesh.domain.comparisons.models import Comparison, Match
from tafteesh.domain.comparisons.ours import NotThisSecret, number_of
from tafteesh.domain.comparisons.queries import Seen, State, pairs
from tafteesh.domain.comparisons.secret import keys_of, propose
from tafteesh.domain.files.actions.choices import take_back
from tafteesh.domain.files.models import Consent
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.models import Entry, Event
from tests.people import make_worker
from tests.two_offices import SECRET, Side, elsewhere

YES, NO = Match.Answer.REVEALS, Match.Answer.REFUSES


def compared(here: Side, there: Side) -> None:
    here.begins()
    there.begins()
    ours, theirs = here.writes(), there.writes()
    here.reads(theirs)
    there.reads(ours)


def compared_apart(here: Side, there: Side) -> None:
    here.begins()
    there.begins()
    ours, theirs = elsewhere(here.writes()), elsewhere(there.writes())
    here.reads(theirs)
    there.reads(ours)


def of(side: Side, woman: int = 0) -> Seen:
    """The pair of one of the women, as that side sees it."""
    enter(side.chief.actor)
    assert side.comparison
    side.comparison.refresh_from_db()
    number = number_of(side.comparison, side.files[woman].pk)
    seen = pairs(side.comparison, side.chief.actor)
    return next(one for one in seen if one.match.our_number == number)


def says(side: Side, answer: str, woman: int = 0, *, minutes: int = 0) -> Match:
    match = of(side, woman).match
    by = replace(side.chief.actor, now=side.chief.actor.now + timedelta(minutes=minutes))
    reply = Reply(answer, Match.Why.COURT, "98300 00001")
    return answering.answer_match(match=match, reply=reply, by=by)


def carries(giver: Side, taker: Side, **more: Any) -> None:
    """The giver's answers, written out and read at the other office."""
    enter(giver.chief.actor)
    assert giver.comparison
    assert taker.comparison
    file = answering.write_answers(
        comparison=giver.comparison, secret=SECRET, by=more.get("by", giver.chief.actor)
    )
    enter(taker.chief.actor)
    answering.read_answers(
        comparison=taker.comparison, file=file, secret=SECRET, by=taker.chief.actor
    )


def test_who_keeps_records_compares_but_tells_nobody(
    here: Side, there: Side, office: Organisation
) -> None:
    compared(here, there)
    clerk = make_worker("clerk", Role.MIS_OFFICER, office)
    match = of(here).match
    enter(clerk.actor)
    with pytest.raises(NotAllowed):
        answering.answer_match(match=match, reply=Reply(YES, "court"), by=clerk.actor)
    assert here.comparison
    with pytest.raises(NotAllowed):
        answering.write_answers(comparison=here.comparison, secret=SECRET, by=clerk.actor)
    with pytest.raises(NotAllowed):
        answering.read_answers(comparison=here.comparison, file=b"", secret=SECRET, by=clerk.actor)


def test_a_pair_of_the_other_office_cannot_be_answered(here: Side, there: Side) -> None:
    compared(here, there)
    match = says(here, YES)
    enter(there.chief.actor)
    assert Match.objects.visible_to(there.chief.actor).filter(pk=match.pk).exists()
    with pytest.raises(Match.DoesNotExist):
        answering.answer_match(match=match, reply=Reply(YES, "court"), by=there.chief.actor)


def test_nothing_is_told_until_both_say_yes(here: Side, there: Side) -> None:
    compared(here, there)
    says(here, YES)
    assert of(here).state is State.THEIRS_TO_SAY
    seen = of(there)
    assert (seen.state, seen.code, seen.contact) == (State.OURS_TO_SAY, "", "")
    says(there, YES)
    mine, hers = of(here), of(there)
    assert (mine.state, mine.code) == (State.TOLD, "RS-001")
    assert (hers.state, hers.code, hers.contact) == (State.TOLD, "IS-001", "Chief, 98300 00001")
    assert not any("Mondal" in f"{seen.code}{seen.contact}" for seen in (mine, hers))


def test_one_no_is_enough(here: Side, there: Side) -> None:
    compared(here, there)
    says(here, YES)
    says(there, NO)
    for side in (here, there):
        seen = of(side)
        assert (seen.state, seen.code) == (State.NOT_TOLD, "")


def test_an_answer_is_given_once_and_is_a_line_of_her_file(here: Side, there: Side) -> None:
    compared(here, there)
    says(here, YES)
    with pytest.raises(answering.AnsweredAlready):
        says(here, NO)
    line = Entry.objects.get(event=Event.MATCH_ANSWERED)
    assert (line.subject, line.reason) == (here.files[0].log_tag, "reveals")


def test_who_changed_her_mind_is_not_told_of(here: Side, there: Side) -> None:
    compared(here, there)
    says(there, YES)
    enter(here.chief.actor)
    later = replace(here.chief.actor, now=here.chief.actor.now + timedelta(minutes=1))
    yes = Consent.objects.visible_to(later).get(survivor_file=here.files[0])
    take_back(consent=yes, by=later)
    with pytest.raises(answering.SheDidNotAgree):
        says(here, YES, minutes=2)
    assert says(here, NO, minutes=2).our_code == ""


def test_who_changes_her_mind_later_is_told_of_no_longer(here: Side, there: Side) -> None:
    compared(here, there)
    says(here, YES)
    says(there, YES)
    assert of(there).state is State.TOLD
    enter(here.chief.actor)
    yes = Consent.objects.visible_to(here.chief.actor).get(survivor_file=here.files[0])
    take_back(consent=yes, by=here.chief.actor)
    seen = of(there)
    assert (seen.state, seen.code) == (State.NOT_TOLD, "")


def test_answers_before_there_are_pairs_are_refused(here: Side) -> None:
    comparison = here.begins()
    with pytest.raises(answering.NotReadYet):
        answering.write_answers(comparison=comparison, secret=SECRET, by=here.chief.actor)
    with pytest.raises(answering.NotReadYet):
        answering.read_answers(comparison=comparison, file=b"", secret=SECRET, by=here.chief.actor)


def test_between_two_systems_codes_travel_only_after_both_yeses(here: Side, there: Side) -> None:
    compared_apart(here, there)
    says(here, YES)
    says(there, YES)
    assert of(here).state is of(there).state is State.THEIRS_TO_SAY
    carries(here, there)  # our yes, and no code: theirs is not known yet
    assert of(there).state is State.CODE_TO_COME
    carries(there, here)  # their yes with their code
    seen = of(here)
    assert (seen.state, seen.code, seen.contact) == (State.TOLD, "RS-001", "Pia, 98300 00001")
    carries(here, there)
    assert (of(there).state, of(there).code) == (State.TOLD, "IS-001")


def test_a_no_travels_without_a_code(here: Side, there: Side) -> None:
    compared_apart(here, there)
    says(here, YES)
    says(there, NO)
    carries(there, here)
    carries(here, there)
    assert of(here).state is of(there).state is State.NOT_TOLD
    assert not Match.objects.visible_to(here.chief.actor).exclude(their_code="").exists()


def test_a_code_does_not_travel_after_she_changed_her_mind(here: Side, there: Side) -> None:
    compared_apart(here, there)
    says(here, YES)
    says(there, YES)
    carries(there, here)
    enter(here.chief.actor)
    yes = Consent.objects.visible_to(here.chief.actor).get(survivor_file=here.files[0])
    take_back(consent=yes, by=here.chief.actor)
    carries(here, there)
    assert (of(there).state, of(there).code) == (State.CODE_TO_COME, "")


def test_answers_of_another_comparison_secret_or_day_are_refused(here: Side, there: Side) -> None:
    compared_apart(here, there)
    says(there, YES)
    enter(there.chief.actor)
    assert here.comparison
    assert there.comparison
    file = answering.write_answers(comparison=there.comparison, secret=SECRET, by=there.chief.actor)
    enter(here.chief.actor)

    def reads(given: bytes, secret: str = SECRET) -> Comparison:
        assert here.comparison
        return answering.read_answers(
            comparison=here.comparison, file=given, secret=secret, by=here.chief.actor
        )

    with pytest.raises(NotThisSecret):
        reads(file, propose())
    with pytest.raises(carrier.Damaged):
        reads(file[:-5])
    with pytest.raises(carrier.OtherKind):
        reads(here.writes())
    with pytest.raises(actions.OurOwnFile):
        reads(
            answering.write_answers(comparison=here.comparison, secret=SECRET, by=here.chief.actor)
        )
    keys = keys_of(SECRET)
    about, body = carrier.opened(carrier.Kind.ANSWERS, file, keys)
    strange = about | {"for": str(uuid.uuid4())}
    with pytest.raises(answering.OfAnotherComparison):
        reads(carrier.sealed(carrier.Kind.ANSWERS, strange, body, keys))
    for bad in (b"[", b"[1]", b'[{"ours":"a","theirs":"b","answer":"perhaps"}]', b"{}x", b"\xff"):
        with pytest.raises(carrier.Damaged):
            reads(carrier.sealed(carrier.Kind.ANSWERS, about, bad, keys))
    reads(file)
    with pytest.raises(answering.SameAnswersAgain):
        reads(file)


def test_a_code_slipped_in_before_we_said_yes_is_not_kept(here: Side, there: Side) -> None:
    compared_apart(here, there)
    match = of(here).match
    keys = keys_of(SECRET)
    assert here.comparison
    assert there.comparison
    about = {"comparison": str(there.comparison.pk), "for": str(here.comparison.pk)}
    said = (
        f'[{{"ours":"{match.their_number}","theirs":"{match.our_number}",'
        '"answer":"reveals","code":"RS-001","contact":"Pia"}]'
    )
    enter(here.chief.actor)
    answering.read_answers(
        comparison=here.comparison,
        file=carrier.sealed(carrier.Kind.ANSWERS, about, said.encode(), keys),
        secret=SECRET,
        by=here.chief.actor,
    )
    assert of(here).match.their_code == ""
