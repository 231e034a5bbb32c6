"""Meera announces and draws; Tuhin, the case manager, judges by single buttons; Asha stays outside."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tafteesh.domain.checking.actions import judge
from tafteesh.domain.checking.models import CheckRound, FieldCheck
from tafteesh.domain.checking.queries import open_for
from tafteesh.domain.diary.models import Task
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import words_of
from tests.people import NOW, Worker, make_worker


@pytest.fixture(autouse=True)
def _an_hour_later() -> Iterator[None]:
    with time_machine.travel(NOW + timedelta(hours=1), tick=True):
        yield


@pytest.fixture
def tuhin(office: Organisation) -> Worker:
    return make_worker("tuhin", Role.CASE_MANAGER, office)


def announced(meera: Worker, **more: object) -> tuple[Client, CheckRound]:
    """A round that Meera announced at her desk and drew there a moment later."""
    desk = meera.at_desk()
    typed = {
        "title": "November", "seed": "lottery 71 04 39", "files_wanted": "5", "strata": "worker",
        "second_percent": "0", "fields_checked": ["status", "scope"],
    }  # fmt: skip
    answer = desk.post(reverse("check_data:announce"), typed | more)
    assert answer.status_code == 302, words_of(answer)
    return desk, CheckRound.unscoped.latest("recorded_at")


def drawn(asha: Worker, meera: Worker, **more: object) -> tuple[Client, CheckRound]:
    """Four files of Asha's, all drawn."""
    with acting_as(asha.actor):
        for number in range(4):
            asha.opens(f"N24-2026-{number:04}")
    desk, made = announced(meera, **more)
    answer = desk.post(reverse("check_data:draw", args=[made.pk]))
    assert answer.status_code == 302
    made.refresh_from_db()
    assert made.drawn_at
    return desk, made


def judged(desk: Client, made: CheckRound, verdict: str) -> None:
    """Press one button for the field that the screen shows."""
    page = desk.get(reverse("check_data:check", args=[made.pk]))
    check = page.context["check"]
    answer = desk.post(reverse("check_data:verdict", args=[check.pk]), {"verdict": verdict})
    assert answer.status_code == 302


def test_only_who_checks_sees_rounds(
    asha: Worker, dev: Worker, meera: Worker, joba: Worker
) -> None:
    _desk, made = drawn(asha, meera)
    for worker in (asha, dev):
        assert worker.at_desk().get(reverse("check_data:rounds")).status_code == 403
        assert worker.at_desk().get(reverse("check_data:check", args=[made.pk])).status_code == 403
    assert joba.at_desk().get(reverse("check_data:round", args=[made.pk])).status_code in (403, 404)


def test_the_case_manager_checks_but_does_not_draw(meera: Worker, tuhin: Worker) -> None:
    _meera, made = announced(meera)
    desk = tuhin.at_desk()
    assert desk.post(reverse("check_data:draw", args=[made.pk])).status_code == 403
    assert "Announced, not drawn yet" in words_of(desk.get(reverse("check_data:rounds")))


def test_what_a_precision_needs_stands_before_the_form(meera: Worker) -> None:
    words = words_of(meera.at_desk().get(reverse("check_data:announce")))
    assert "draw 20 files to know the accuracy to 10 points" in words


def test_a_seed_used_twice_is_told_at_its_field(meera: Worker) -> None:
    announced(meera)
    again = meera.at_desk().post(
        reverse("check_data:announce"),
        {"title": "x", "seed": "lottery 71 04 39", "files_wanted": "5", "strata": "none", "second_percent": "0", "fields_checked": ["status"]},
    )  # fmt: skip
    assert "This seed was used before. Announce another." in words_of(again)


def test_two_shares_stand_side_by_side(asha: Worker, meera: Worker, tuhin: Worker) -> None:
    maker, made = drawn(asha, meera)
    desk = tuhin.at_desk()
    for verdict in ["matches"] * 4 + ["differs"] * 2 + ["no_paper"] * 2:
        judged(desk, made, verdict)

    assert "Nothing is left for you here" in words_of(
        desk.get(reverse("check_data:check", args=[made.pk]))
    )
    maker.post(reverse("check_data:close", args=[made.pk]))
    words = words_of(desk.get(reverse("check_data:round", args=[made.pk])))
    assert "66.7 %" in words
    assert "4 of 6 fields" in words
    assert "4 of 8 fields" in words
    assert "Asha" in words
    assert "First round" in words_of(desk.get(reverse("check_data:rounds")))
    with acting_as(meera.actor) as by:
        assert Task.objects.visible_to(by).filter(kind="get_paper").exists()


def test_a_part_is_sorted_with_its_risks_and_weighed_by_its_size(
    asha: Worker, bimal: Worker, meera: Worker, tuhin: Worker
) -> None:
    """Asha has 40 files and Bimal 8; eight of each are drawn, and all of Bimal's are wrong."""
    with acting_as(asha.actor):
        for number in range(36):
            asha.opens(f"N24-2026-1{number:03}")
    with acting_as(bimal.actor):
        for number in range(8):
            bimal.opens(f"N24-2026-2{number:03}")
    maker, made = drawn(asha, meera, files_wanted="16", shares="alike", second_percent="0")
    assert "The same number from each part" in words_of(
        maker.get(reverse("check_data:round", args=[made.pk]))
    )
    with acting_as(tuhin.actor) as by:
        for check in open_for(by, made).select_related("drawn"):
            mine = check.drawn.stratum == str(bimal.person.pk)
            judge(check=check, verdict="differs" if mine else "matches", by=by)

    words = words_of(maker.get(reverse("check_data:round", args=[made.pk])))

    assert "83.3 %" in words, "40 of 48 files, not half"
    assert "16 of 32 fields" in words
    assert "each file counts for the files of its part" in words
    assert "Look closer: may be worse than 20 % wrong" in words
    assert "A good part would fail" in words


def test_the_last_verdict_is_taken_back(asha: Worker, meera: Worker, tuhin: Worker) -> None:
    _maker, made = drawn(asha, meera)
    desk = tuhin.at_desk()
    judged(desk, made, "differs")
    desk.post(reverse("check_data:take_back", args=[made.pk]))
    assert not FieldCheck.unscoped.exclude(verdict="open").exists()


def test_who_entered_is_told_so_and_nothing_is_kept(asha: Worker, meera: Worker) -> None:
    desk, made = drawn(asha, meera)
    check = FieldCheck.unscoped.filter(drawn__round=made).first()
    assert check is not None
    FieldCheck.unscoped.filter(pk=check.pk).update(entered_by=meera.person)
    answer = desk.post(
        reverse("check_data:verdict", args=[check.pk]), {"verdict": "matches"}, follow=True
    )
    assert "You entered this value: somebody else checks it." in words_of(answer)
    check.refresh_from_db()
    assert check.verdict == "open"


def test_another_ones_verdict_is_not_overwritten(
    asha: Worker, meera: Worker, tuhin: Worker
) -> None:
    desk, made = drawn(asha, meera)
    check = desk.get(reverse("check_data:check", args=[made.pk])).context["check"]
    address = reverse("check_data:verdict", args=[check.pk])
    tuhin.at_desk().post(address, {"verdict": "matches"})
    answer = desk.post(address, {"verdict": "differs"}, follow=True)
    assert "Somebody else checked this field a moment ago" in words_of(answer)
    check.refresh_from_db()
    assert check.verdict == "matches"


def test_a_second_look_is_blind(asha: Worker, meera: Worker, tuhin: Worker) -> None:
    desk, made = drawn(asha, meera, second_percent="100", fields_checked=["status"])
    judged(tuhin.at_desk(), made, "differs")
    page = desk.get(reverse("check_data:check", args=[made.pk]))
    assert "Differs from the paper" not in words_of(page)


def test_skipping_leads_to_another_field(asha: Worker, meera: Worker, tuhin: Worker) -> None:
    _maker, made = drawn(asha, meera)
    desk = tuhin.at_desk()
    address = reverse("check_data:check", args=[made.pk])
    first = desk.get(address).context["check"]
    assert desk.get(address + "?skip=1").context["check"] != first
    assert desk.get(address + "?skip=٣٣&paper=x").context["check"] == first
