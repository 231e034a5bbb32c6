"""Today tells each role her day: what waits for her word, reviews, shares, and on Mondays who opened her files."""

from dataclasses import replace
from datetime import timedelta

import time_machine

from tafteesh.domain.care.actions.plans import NewReview, record_review
from tafteesh.domain.care.models import Instrument
from tafteesh.domain.files.actions import assign, record_opening
from tafteesh.domain.files.actions.emergency import ask_emergency
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.handoffs.actions import NewShare, share_file
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker, agrees, make_worker


def today_of(worker: Worker) -> str:
    with time_machine.travel(NOW, tick=False):
        return words_of(desk_of(worker).get("/"))


def test_a_request_stands_with_who_decides_and_not_with_who_asked(
    rina: SurvivorFile, bimal: Worker, mgr: Worker
) -> None:
    enter(bimal.actor)
    ask_emergency(number=rina.number, reason="danger", by=bimal.actor)
    assert f"Asks to open a file {rina.number}" in today_of(mgr)
    assert "Others wait" not in today_of(bimal)


def test_a_counsellor_sees_the_reviews_that_are_due(
    rina: SurvivorFile, meera: Worker, office: Organisation
) -> None:
    mita = make_worker("mita", Role.COUNSELLOR, office)
    enter(meera.actor)
    assign(file=rina, to=mita.person, by=meera.actor)
    enter(mita.actor)
    wheel = Instrument.objects.create(code="W", edition=7, title="Wheel", lowest=0, highest=10)
    old = NewReview(wheel, TODAY - timedelta(days=90), TODAY - timedelta(days=2), {})
    record_review(file=rina, new=old, by=mita.actor)
    assert "Reviews to hold (1)" in today_of(mita)
    enter(mita.actor)
    newer = NewReview(wheel, TODAY, TODAY + timedelta(days=90), {})
    record_review(file=rina, new=newer, by=mita.actor)
    again = make_worker("mita2", Role.COUNSELLOR, office)
    enter(meera.actor)
    assign(file=rina, to=again.person, by=meera.actor)
    assert "Reviews to hold" not in today_of(again)


def test_a_partner_sees_what_is_shared_with_her(
    rina: SurvivorFile, asha: Worker, mgr: Worker, joba: Worker, other_office: Organisation
) -> None:
    enter(asha.actor)
    agrees(rina, other_office, asha.actor)
    enter(mgr.actor)
    share = NewShare(other_office, "court", TODAY, TODAY + timedelta(days=30))
    share_file(file=rina, new=share, by=mgr.actor)
    assert "Shared with you (1)" in today_of(joba)


def test_on_mondays_she_reads_who_opened_her_files(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    last_week = replace(meera.actor, now=meera.actor.now - timedelta(days=3))
    enter(last_week)
    record_opening(file=rina, by=last_week)
    assert TODAY.weekday() == 0
    assert f"Meera · {rina.number}" in today_of(asha)


def test_who_reads_totals_is_led_to_them(dev: Worker) -> None:
    assert "See the numbers" in today_of(dev)
