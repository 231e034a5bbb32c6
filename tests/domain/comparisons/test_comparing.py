"""Two offices compare: who agreed is in it, what is alike is kept, and nothing else."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tafteesh.domain.comparisons import actions, carrier
from tafteesh.domain.comparisons.actions import begin, read_filters, write_filters
from tafteesh.domain.comparisons.models import Comparison, Match
from tafteesh.domain.comparisons.ours import NotThisSecret, agreeing, number_of
from tafteesh.domain.comparisons.queries import State, comparisons, pairs
from tafteesh.domain.comparisons.secret import SecretTooWeak, keys_of, propose
from tafteesh.domain.files.actions.choices import take_back
from tafteesh.domain.files.models import Consent, Purpose
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.models import Entry, Event
from tafteesh.foundation.vault.keys import destroy
from tests.people import Worker, agrees, make_worker
from tests.two_offices import AT_BOTH, SECRET, Side


def carried(file: bytes, **changed: Any) -> bytes:
    """The file as another system might have written it."""
    about, body = carrier.opened(carrier.Kind.FILTERS, file, keys_of(SECRET))
    return carrier.sealed(carrier.Kind.FILTERS, {**about, **changed}, body, keys_of(SECRET))


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.LAWYER, Role.READER_OF_TOTALS])
def test_who_does_not_speak_for_the_office_compares_nothing(
    role: Role, here: Side, there: Side, office: Organisation
) -> None:
    comparison = here.begins()
    other = make_worker("other", role, office)
    enter(other.actor)
    with pytest.raises(NotAllowed):
        begin(to=here.to, is_salted=False, secret=propose(), by=other.actor)
    with pytest.raises(NotAllowed):
        write_filters(comparison=comparison, secret=SECRET, by=other.actor)
    with pytest.raises(NotAllowed):
        read_filters(comparison=comparison, file=b"", secret=SECRET, by=other.actor)


def test_a_comparison_of_another_office_is_not_there(here: Side, there: Side) -> None:
    comparison = here.begins()
    enter(there.chief.actor)
    assert not comparisons(there.chief.actor).exists()
    assert not Comparison.unscoped.filter(pk=comparison.pk).exists()  # behind the wall too
    with pytest.raises(Comparison.DoesNotExist):
        write_filters(comparison=comparison, secret=SECRET, by=there.chief.actor)


def test_it_begins_with_a_new_strong_secret_and_another_office(here: Side) -> None:
    by = here.chief.actor
    here.begins()
    with pytest.raises(actions.SecretUsedBefore):
        here.begins(SECRET.upper())
    with pytest.raises(SecretTooWeak):
        here.begins("rina")
    with pytest.raises(actions.OwnOffice):
        begin(to=here.chief.person.organisation, is_salted=False, secret=propose(), by=by)


def test_only_those_who_agree_today_are_in_the_file(here: Side, other_office: Organisation) -> None:
    here.begins()
    by = here.chief.actor
    assert here.comparison
    assert len(agreeing(here.comparison, by)) == 10
    here.writes()
    assert Comparison.objects.visible_to(by).get().written_count == 10
    yes = Consent.objects.visible_to(by).get(survivor_file=here.files[3])
    later = replace(by, now=by.now + timedelta(hours=1))
    take_back(consent=yes, by=later)
    agrees(here.files[4], other_office, later, Purpose.SHARING)  # one agreement is not another
    assert here.files[3].pk not in agreeing(here.comparison, later)
    with pytest.raises(actions.TooFewAgree) as few:
        write_filters(comparison=here.comparison, secret=SECRET, by=later)
    assert few.value.count == 9


def test_the_three_at_both_offices_are_found_and_nobody_else(here: Side, there: Side) -> None:
    here.begins()
    there.begins()
    ours, theirs = here.writes(), there.writes()
    here.reads(theirs)
    there.reads(ours)
    for side in (here, there):
        enter(side.chief.actor)
        assert side.comparison
        found = pairs(side.comparison, side.chief.actor)
        numbers = {number_of(side.comparison, file.pk) for file in side.files[: len(AT_BOTH)]}
        assert {seen.match.our_number for seen in found} == numbers
        assert {seen.state for seen in found} == {State.OURS_TO_SAY}
        assert not any(seen.code or seen.contact for seen in found)
    row = comparisons(there.chief.actor).get()
    assert (row.pairs, row.unsaid, row.our_count, row.their_count) == (3, 3, 10, 10)  # type: ignore[attr-defined] # counted with it


def test_what_is_kept_and_logged_names_nobody(here: Side, there: Side) -> None:
    here.begins()
    there.begins()
    here.reads(there.writes())
    enter(here.chief.actor)
    match = Match.objects.visible_to(here.chief.actor).first()
    assert match
    assert (match.our_file, match.our_code, match.our_contact) == (None, "", "")
    lines = Entry.objects.filter(event=Event.COMPARISON_CHANGED).order_by("at", "id")
    assert sorted(lines.values_list("reason", flat=True)) == [
        "begun",
        "begun",
        "read 10",
        "written 10",
    ]
    assert not lines.exclude(subject=None).exists()


def test_their_file_is_read_once_and_said_to_be(here: Side, there: Side) -> None:
    here.begins()
    there.begins()
    file = there.writes()
    here.reads(file)
    with pytest.raises(actions.SameFileAgain):
        here.reads(file)
    with pytest.raises(actions.HasTheirFile):
        here.reads(there.writes())


def test_a_wrong_secret_is_noticed_on_both_sides(here: Side, there: Side) -> None:
    here.begins()
    there.begins(propose_and_keep := propose())
    file = there.writes(propose_and_keep)
    with pytest.raises(NotThisSecret):
        here.reads(file, propose_and_keep)
    with pytest.raises(carrier.WrongSecret):
        here.reads(file)
    with pytest.raises(NotThisSecret):
        here.writes(propose())


def test_a_file_that_is_not_for_this_comparison_is_refused(here: Side, there: Side) -> None:
    third = Organisation.objects.create(name="Puri Sathi", code="PS")
    here.begins()
    there.begins()
    file = there.writes()
    with pytest.raises(actions.OurOwnFile):
        here.reads(here.writes())
    with pytest.raises(actions.NotForUs):
        here.reads(carried(file, **{"from": str(third.pk)}))
    with pytest.raises(actions.NotForUs):
        here.reads(carried(file, **{"for": str(third.pk)}))
    with pytest.raises(actions.OtherRules):
        here.reads(carried(file, salted=True))
    with pytest.raises(actions.OtherRules):
        here.reads(carried(file, rules=2))
    with pytest.raises(actions.TooOld):
        here.reads(carried(file, written_at="2026-10-01T05:00:00+00:00"))
    for wrong in ("yesterday", None, 7, "2026-11-23T05:00:00"):
        with pytest.raises(carrier.Damaged):
            here.reads(carried(file, written_at=wrong))
    with pytest.raises(carrier.Damaged):
        here.reads(carried(file, comparison="x"))
    assert not Match.objects.visible_to(here.chief.actor).exists()


def test_a_file_that_asks_for_one_woman_is_refused(here: Side, there: Side) -> None:
    here.begins()
    there.begins()
    about, body = carrier.opened(carrier.Kind.FILTERS, there.writes(), keys_of(SECRET))
    one = carrier.rows_as_bytes(carrier.rows_of(body)[:1])
    with pytest.raises(actions.TooFewOfTheirs):
        here.reads(carrier.sealed(carrier.Kind.FILTERS, about, one, keys_of(SECRET)))


def test_whose_key_was_destroyed_is_in_no_file(here: Side, chief: Worker) -> None:
    comparison = here.begins()
    enter(chief.actor)
    destroy(here.files[0].pk, at=chief.actor.now)
    with pytest.raises(actions.TooFewAgree) as few:
        here.writes()
    assert few.value.count == 9
    assert comparison.written_count == 0
