"""My work: who went silent, the month, and a calendar without names."""

from datetime import timedelta

import time_machine
from django.test import Client

from tafteesh.domain.diary.actions import NewContact, add_task, record_contact
from tafteesh.domain.diary.queries import month_of
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.handoffs.actions import NewShare, share_file
from tafteesh.foundation.access.context import enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker, agrees

DAY = timedelta(days=1)


def test_a_file_is_silent_since_the_last_talk_and_not_since_the_last_edit(
    rina: SurvivorFile, asha: Worker
) -> None:
    record_contact(file=rina, new=NewContact(TODAY - 40 * DAY, "visit", "court"), by=asha.actor)

    with time_machine.travel(NOW, tick=False):
        page = words_of(desk_of(asha).get("/my-work/"))

    assert rina.number in page
    assert "40 days" in page
    assert "Rina" not in page


def test_the_month_is_counted_from_her_own_entries(
    rina: SurvivorFile, asha: Worker, meera: Worker, bimal: Worker
) -> None:
    for days, mode in ((1, "visit"), (2, "visit"), (3, "accompanied"), (60, "visit")):
        new = NewContact(TODAY - days * DAY, mode, "court", reached=mode == "visit")
        record_contact(file=rina, new=new, by=asha.actor)

    first, last = TODAY.replace(day=1), TODAY
    counted = month_of(asha.actor, asha.person.pk, first, last)
    assert (counted["contacts"], counted["reached"], counted["women"]) == (3, 2, 1)
    assert [n for _label, n in counted["by_mode"]] == [2, 1]

    with time_machine.travel(NOW, tick=False):
        chief, his = desk_of(meera), desk_of(bimal)
        address = f"/my-work/month/?month=2026-11&worker={asha.person.pk}"
        assert "Went with her: 1" in words_of(chief.get(address))
        assert his.get(address).status_code == 404
        assert his.get("/my-work/month/?month=2026-13").status_code == 404


def test_the_calendar_holds_codes_and_days_until_the_link_is_taken_back(
    rina: SurvivorFile, asha: Worker, bimal: Worker
) -> None:
    add_task(file=rina, kind="visit", due_on=TODAY + DAY, note="Rina at home", by=asha.actor)
    with time_machine.travel(NOW, tick=False):
        desk = desk_of(asha)
        shown = desk.post("/my-work/calendar/", {"make": "yes"}).content.decode()
        address = shown.split('<code class="wrap">')[1].split("</code>")[0]
        address = address.removeprefix("http://testserver")

        stranger = desk_of(bimal)
        feed = stranger.get(address).content.decode()
        assert "SUMMARY:N24-2026-0001" in feed
        assert "20261124" in feed
        assert "Rina" not in feed
        assert "isit" not in feed
        assert address not in desk.get("/my-work/calendar/").content.decode()

        assert desk.post("/my-work/calendar/", {"end": "yes"}).status_code == 302
        assert stranger.get(address).status_code == 404


def test_a_calendar_ends_with_her_work(rina: SurvivorFile, asha: Worker) -> None:
    with time_machine.travel(NOW, tick=False):
        desk = desk_of(asha)
        shown = desk.post("/my-work/calendar/", {"make": "yes"}).content.decode()
        address = shown.split("http://testserver")[1].split("</code>")[0]
        assert desk.get(address).status_code == 200
        enter(asha.actor)
        asha.person.is_active = False
        asha.person.save(update_fields=["is_active"])

        assert Client().get(address).status_code == 404


def test_the_list_of_a_week_stands_on_today_until_she_has_read_it(
    rina: SurvivorFile, asha: Worker, bimal: Worker, meera: Worker
) -> None:
    with time_machine.travel(NOW - 4 * DAY, tick=False):
        desk_of(meera).get(f"/files/{rina.pk}/")

    with time_machine.travel(NOW + DAY, tick=False):
        desk, his = desk_of(asha), desk_of(bimal)
        assert "Who opened your files last week" in words_of(desk.get("/"))
        assert "Who opened your files last week" not in words_of(his.get("/"))

        last = "/my-work/opened/?week=2026-11-16"
        assert last in desk.get("/").content.decode()
        assert "Meera" not in words_of(desk.get("/my-work/opened/")), "this week nobody did yet"
        assert "Who opened your files last week" in words_of(desk.get("/"))
        page = words_of(desk.get(last))
        assert "Meera" in page
        assert "16-11-2026" in page
        assert "Rina" not in page
        assert rina.number not in words_of(his.get(last))
        assert "Who opened your files last week" not in words_of(desk.get("/"))

        assert "Nobody opened your files" in words_of(desk.get("/my-work/opened/?week=2026-11-11"))
        assert "Meera" in words_of(desk.get("/my-work/opened/?week=2026-11-18"))
        for wrong in ("2027-01-04", "next", "1900-01-01"):
            assert desk.get(f"/my-work/opened/?week={wrong}").status_code == 404


def test_a_partner_who_opened_a_file_is_in_the_list_of_its_office(
    rina: SurvivorFile, asha: Worker, meera: Worker, joba: Worker
) -> None:
    ranchi = joba.person.organisation
    agrees(rina, ranchi, asha.actor)
    enter(meera.actor)
    share_file(file=rina, new=NewShare(ranchi, "home", TODAY, TODAY + 30 * DAY), by=meera.actor)

    with time_machine.travel(NOW, tick=False):
        desk_of(joba).get(f"/files/{rina.pk}/")
        address = f"/my-work/opened/?week={TODAY:%Y-%m-%d}"
        assert "Joba" in words_of(desk_of(asha).get(address))
        assert "Joba" in words_of(desk_of(meera).get(address))
