"""A queue by person, a week's aim, false alarms that stay, and how good each rule is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tafteesh.domain.checking.actions import NewRound, announce_round, draw_round, judge
from tafteesh.domain.checking.models import FieldCheck
from tafteesh.domain.files.actions import assign, change_identity
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.quality import actions
from tafteesh.domain.quality.fields import BY_CODE
from tafteesh.domain.quality.keeping import keep_all, keep_touched
from tafteesh.domain.quality.models import Finding
from tafteesh.domain.quality.queries import standing_row, token_of
from tafteesh.domain.quality.queue import progress_of, queue_of, standings
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.audit.models import Entry
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tests.people import TODAY, Worker

NEW_YEAR = date(2006, 1, 1)


def born(file: SurvivorFile, by: Actor, day: date = NEW_YEAR) -> None:
    fields = {"born_earliest": day, "born_latest": day, "born_answer": "known"}
    change_identity(file=file, names={}, open_fields=fields, by=by)
    keep_touched(by)


def rules_in(by: Actor) -> list[str]:
    return [row.rule for row in queue_of(by)]


def the_finding(by: Actor) -> Finding:
    found: Finding = Finding.objects.visible_to(by).get(gone_at=None)
    return found


def test_a_finding_is_out_of_reach_of_who_does_not_hold_the_file(
    rina: SurvivorFile, asha: Worker, bimal: Worker, joba: Worker, dev: Worker
) -> None:
    born(rina, asha.actor)
    finding = the_finding(asha.actor)
    for stranger in (bimal, joba, dev):
        with acting_as(stranger.actor):
            assert rules_in(stranger.actor) == []
            with pytest.raises((Finding.DoesNotExist, NotAllowed)):
                actions.dismiss(finding=finding, why="she_says_so", by=stranger.actor)
            with pytest.raises((Finding.DoesNotExist, NotAllowed)):
                actions.take_fix(finding=finding, by=stranger.actor)
            with pytest.raises(NotAllowed):
                actions.silence_rule(rule=finding.rule, why="noisy", by=stranger.actor)
    with acting_as(asha.actor), pytest.raises(NotAllowed):
        actions.set_aim(settle=3, by=asha.actor)


def test_the_queue_follows_the_file_to_another_worker(
    rina: SurvivorFile, asha: Worker, bimal: Worker, meera: Worker
) -> None:
    born(rina, asha.actor)
    with acting_as(meera.actor):
        assign(file=rina, to=bimal.person, by=meera.actor)
        keep_touched(meera.actor)
    with acting_as(bimal.actor):
        assert rules_in(bimal.actor) == ["born-on-new-year"]
    enter(asha.actor)
    assert rules_in(asha.actor) == []


def test_mended_counts_for_the_week_and_for_the_rule(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    born(rina, asha.actor)
    actions.take_fix(finding=the_finding(asha.actor), by=asha.actor)
    keep_touched(asha.actor)
    told = progress_of(asha.actor)
    assert (told.settled, told.aim, told.waiting) == (1, 10, 0)
    with acting_as(meera.actor):
        actions.set_aim(settle=1, by=meera.actor)
        one = next(s for s in standings(meera.actor) if s.rule.code == "born-on-new-year")
    assert (one.mended, one.false, one.precision) == (1, 0, 1.0)
    enter(asha.actor)
    assert progress_of(asha.actor).is_reached
    next_week = replace(asha.actor, today=TODAY + timedelta(days=7))
    assert progress_of(next_week).settled == 0


def test_a_false_alarm_is_said_once_with_a_reason_that_is_logged(
    rina: SurvivorFile, asha: Worker
) -> None:
    born(rina, asha.actor)
    finding = the_finding(asha.actor)
    with pytest.raises(ValueError, match="made up"):
        actions.dismiss(finding=finding, why="made up", by=asha.actor)
    actions.dismiss(finding=finding, why="she_says_so", by=asha.actor)
    with pytest.raises(actions.SettledAlready):
        actions.dismiss(finding=finding, why="she_says_so", by=asha.actor)
    with pytest.raises(actions.SettledAlready):
        actions.take_fix(finding=finding, by=asha.actor)
    keep_all(asha.actor)
    assert rules_in(asha.actor) == []
    line = Entry.objects.filter(about_id=finding.pk).get()
    assert (line.event, line.reason) == ("finding_settled", "she_says_so")
    born(rina, asha.actor, date(2007, 1, 1))
    assert rules_in(asha.actor) == ["born-on-new-year"]


def test_a_noisy_rule_is_called_noisy_after_twenty_answers(asha: Worker, meera: Worker) -> None:
    enter(asha.actor)
    for number in range(20):
        born(asha.opens(f"N24-2026-{number:04}"), asha.actor)
        finding = Finding.objects.visible_to(asha.actor).get(outcome="open")
        if number == 19:
            one = next(s for s in standings(asha.actor) if s.false)
            assert not one.is_noisy, "nineteen are too few to judge by"
        actions.dismiss(finding=finding, why="paper_says_so", by=asha.actor)
    assert standings(asha.actor)[0].rule.code == "born-on-new-year"
    assert standings(asha.actor)[0].is_noisy

    with acting_as(meera.actor):
        actions.silence_rule(rule="born-on-new-year", why="noisy", by=meera.actor)
        with pytest.raises(actions.NoSuchRule):
            actions.silence_rule(rule="no-such-rule", why="noisy", by=meera.actor)
    enter(asha.actor)
    born(asha.opens("N24-2026-0099"), asha.actor)
    assert rules_in(asha.actor) == []
    with acting_as(meera.actor):
        assert actions.sound_rule(rule="born-on-new-year", by=meera.actor) == 1
    enter(asha.actor)
    assert rules_in(asha.actor) == ["born-on-new-year"]


def test_what_ends_by_itself_overnight_was_mended_by_nobody(
    rina: SurvivorFile, asha: Worker
) -> None:
    born(rina, asha.actor)
    Identity.unscoped.filter(survivor_file=rina).update(born_earliest=None, born_latest=None)
    keep_all(asha.actor)
    assert not [s for s in standings(asha.actor) if s.precision is not None]
    assert progress_of(asha.actor).settled == 0


def test_differs_from_paper_waits_for_her_worker_and_a_correction_is_checked_again(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    """Meera checks; Asha, whose file it is, corrects; Meera then holds the paper beside the new value."""
    born(rina, asha.actor, date(2006, 5, 5))
    check = _drawn(meera, "born", seed="one")
    with acting_as(meera.actor):
        judge(check=check, verdict="differs", by=meera.actor)
        keep_touched(meera.actor)
    enter(asha.actor)
    assert rules_in(asha.actor) == ["differs-from-paper"]

    _corrects(rina, asha, date(2006, 6, 6))
    assert rules_in(asha.actor) == []

    again = _drawn(meera, "born", seed="two", days=1)
    later = replace(meera.actor, now=meera.actor.now + timedelta(days=1, hours=1))
    with acting_as(later):
        judge(check=again, verdict="matches", by=later)
        keep_touched(later)
    much_later = replace(asha.actor, now=asha.actor.now + timedelta(days=2))
    enter(much_later)
    with pytest.raises(actions.PaperNeeded):
        _corrects(rina, replace(asha, actor=much_later), date(2006, 7, 7))
    paper = add_paper(file=rina, kind="age_proof", dated_on=None, by=much_later)
    _corrects(rina, replace(asha, actor=much_later), date(2006, 7, 7), paper=paper)
    assert rules_in(much_later) == []
    with acting_as(replace(meera.actor, now=much_later.now)):
        assert rules_in(meera.actor) == ["corrected-after-check"], "the check mark fell"


def _drawn(by: Worker, field: str, seed: str, days: int = 0) -> FieldCheck:
    """A round of one field, announced and drawn."""
    now = by.actor.now + timedelta(days=days)
    announced = replace(by.actor, now=now)
    drawn = replace(by.actor, now=now + timedelta(minutes=5))
    with acting_as(announced):
        made = announce_round(new=NewRound(seed, seed, 1, (field,), second_percent=0), by=announced)
    with acting_as(drawn):
        draw_round(round=made, by=drawn)
        found: FieldCheck = FieldCheck.objects.visible_to(drawn).get(drawn__round=made)
    return found


def _corrects(file: SurvivorFile, by: Worker, day: date, paper: object = None) -> None:

    kind = BY_CODE["identity"]
    identity = Identity.objects.visible_to(by.actor).get(survivor_file=file)
    at = actions.Place(kind, kind.by_code["born"], identity.pk)
    seen = token_of(at.field, standing_row(by.actor, kind, identity.pk))
    said = actions.Said("new_paper", seen, paper)  # type: ignore[arg-type] # a paper or none
    actions.correct_value(at=at, value=ApproxDate.on(day), said=said, by=by.actor)
    keep_touched(by.actor)
