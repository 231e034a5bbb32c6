"""A file as its worker sees it, and as the others do not."""

import re
import urllib.parse
import uuid
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tafteesh.domain.diary.models import Contact, Task
from tafteesh.domain.files.actions import set_safe_contact
from tafteesh.domain.files.models import (
    AccessGrant,
    Restoration,
    ShelterSpell,
    SurvivorFile,
    Taking,
)
from tafteesh.domain.papers.models import Paper
from tafteesh.domain.proceedings.actions import NewFir, record_fir
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.audit.models import Entry
from tafteesh.interfaces.web.drafts.models import Draft
from tafteesh.interfaces.web.survivor_files import saved_views
from tests import sheets
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker

HTMX = {"HTTP_HX_REQUEST": "true"}
PNG = sheets.photo()
NEW_EACH_TIME = re.compile(r"[A-Za-z0-9]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PARTS = ("story", "way", "court", "money", "legal_aid", "papers", "people", "safety")
FORMS = (
    "identity", "status", "safe_contact", "taking", "rescue", "shelter", "restoration", "contact",
    "task", "paper",
)  # fmt: skip


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any) -> None:
    """Every page of these stories is opened on the same Monday; papers lie in a folder of their own."""
    monkeypatch.setattr("tafteesh.interfaces.web.middleware.read_clock", lambda: NOW)
    settings.PAPERS = tmp_path / "papers"


def of(name: str, file: SurvivorFile | uuid.UUID) -> str:
    pk = file if isinstance(file, uuid.UUID) else file.pk
    return reverse(f"files:{name}", kwargs={"file_id": pk})


@pytest.mark.parametrize("name", ["file", "look", *FORMS])
def test_another_desk_gets_the_bytes_of_a_page_that_is_not_there(
    rina: SurvivorFile, bimal: Worker, name: str
) -> None:
    desk = desk_of(bimal)
    hers, nobodys = desk.get(of(name, rina)), desk.get(of(name, uuid.uuid4()))

    assert (hers.status_code, nobodys.status_code) == (404, 404)
    assert NEW_EACH_TIME.sub("", hers.content.decode()) == NEW_EACH_TIME.sub(
        "", nobodys.content.decode()
    )


def test_a_reader_of_totals_has_no_files(rina: SurvivorFile, dev: Worker) -> None:
    desk = desk_of(dev)

    assert {desk.get(a).status_code for a in ("/files/", "/files/new/", of("file", rina))} == {403}


@pytest.mark.parametrize("part", PARTS)
def test_each_part_opens_without_a_name(rina: SurvivorFile, asha: Worker, part: str) -> None:
    page = desk_of(asha).get(of("file", rina), {"part": part})

    assert page.status_code == 200
    assert b"Rina" not in page.content
    assert b"9830000001" not in page.content
    assert b"Ghat Para" not in page.content


@pytest.mark.parametrize("name", FORMS)
def test_each_form_opens_and_keeps_what_was_typed_when_it_is_refused(
    rina: SurvivorFile, asha: Worker, name: str
) -> None:
    desk = desk_of(asha)
    assert desk.get(of(name, rina)).status_code == 200

    wrong = {
        "on": "31-02-2026", "dated_on": "31-02-2026", "due_on": "31-02-2026", "born": "mumble jumble",
        "taken": "mumble jumble", "rescued": "mumble jumble", "starts_on": "31-02-2026",
        "requested_on": "31-02-2026", "from_hour": "ninety",
    }  # fmt: skip
    refused = desk.post(of(name, rina), wrong)
    assert refused.status_code == 200
    assert "What you typed is still here." in words_of(refused)
    assert any(typed in refused.content.decode() for typed in ("31-02-2026", "mumble", "ninety"))


def test_a_domestic_violence_file_asks_for_no_trafficking(asha: Worker, rina: SurvivorFile) -> None:
    file = asha.opens("N24-2026-0002", scope="violence", violence="domestic")
    desk = desk_of(asha)
    page = words_of(desk.get(of("file", file)))

    assert "Domestic violence" in page
    assert "Her way" not in page
    assert "Rescue or return" not in page
    assert desk.get(of("taking", file)).status_code == 404
    assert "Her way" in words_of(desk.get(of("file", rina)))


def test_a_name_is_shown_after_a_reason_and_the_log_says_so(
    rina: SurvivorFile, asha: Worker
) -> None:
    desk = desk_of(asha)
    looked = Entry.objects.filter(event="identity_looked", subject=rina.log_tag)
    asked = desk.get(of("look", rina), **HTMX)
    assert "Each look is written down" in words_of(asked)
    assert not looked.exists()

    shown = desk.post(of("look", rina), {"name": "name_used", "reason": "visit"}, **HTMX)
    assert words_of(shown) == "Rina"
    line = looked.get()
    assert (line.fields, line.reason, line.person_id) == ("name_used", "visit", asha.person.pk)


def test_a_look_without_a_reason_shows_nothing(rina: SurvivorFile, asha: Worker) -> None:
    answer = desk_of(asha).post(of("look", rina), {"name": "name_used"})

    assert answer.status_code == 404


def test_without_a_script_the_value_stands_on_the_page(rina: SurvivorFile, asha: Worker) -> None:
    set_safe_contact(file=rina, rule={"may_call": True}, by=asha.actor)
    page = desk_of(asha).post(of("look", rina), {"name": "phone", "reason": "visit"})

    assert "9830000001" in words_of(page)
    assert "Rina" not in words_of(page)


def test_opening_a_file_is_a_line_and_changes_nothing_else(
    rina: SurvivorFile, asha: Worker
) -> None:
    desk = desk_of(asha)
    with CaptureQueriesContext(connection) as captured:
        desk.get(of("file", rina))

    told = [query["sql"] for query in captured if "files_" in query["sql"]]
    assert told
    assert not [sql for sql in told if sql.lstrip().startswith(("INSERT", "UPDATE", "DELETE"))]
    assert Entry.objects.filter(event="file_opened", subject=rina.log_tag).count() == 1


def test_a_file_opens_with_number_day_and_worker(asha: Worker) -> None:
    desk = desk_of(asha)
    typed = {
        "number": "N24-2026-0009", "opened": "March 2026", "worker": str(asha.person.pk),
        "submission_key": "once", "scope": "trafficking", "name_used": "R",
    }  # fmt: skip
    answers = [desk.post("/files/new/", typed).headers["Location"] for _tap in range(2)]

    assert answers[0] == answers[1]
    enter(asha.actor)
    file = SurvivorFile.objects.visible_to(asha.actor).get()
    assert (file.opened_earliest.isoformat(), file.opened_words) == ("2026-03-01", "March 2026")
    taken = {"taken": "about Kali Puja 2024"}
    assert desk.post(of("taking", file), taken).status_code == 302
    assert Taking.objects.visible_to(asha.actor).get().taken_words == "about Kali Puja 2024"
    assert "7 parts are left" in words_of(desk.get(answers[0]))
    page = desk.get(f"/files/{file.pk}/")
    assert "~ March 2026" in words_of(page)
    assert "<q>about Kali Puja 2024</q>" in page.content.decode()
    assert "not yet checked" in words_of(page)


def test_a_day_is_read_back(asha: Worker) -> None:
    said = desk_of(asha).post("/drafts/days/read/", {"opened": "March 2023"})

    assert words_of(said) == "We read this as: ~ March 2023 (between 01-03-2023 and 31-03-2023)"


def test_a_number_that_is_taken_is_said_beside_its_field(rina: SurvivorFile, asha: Worker) -> None:
    typed = {"number": rina.number, "opened": "23-11-2026", "worker": str(asha.person.pk)}

    assert "Another file has this number" in words_of(desk_of(asha).post("/files/new/", typed))


def test_a_draft_comes_back_after_the_browser_is_gone(rina: SurvivorFile, asha: Worker) -> None:
    typed = {"draft_key": f"contact:{rina.pk}:", "note": "she laughed today", "mode": "visit"}
    assert desk_of(asha).post("/drafts/save/", typed).status_code == 204

    again = asha.at_desk()
    assert "You had not finished this" in words_of(again.get(of("contact", rina)))
    page = again.get(of("contact", rina), {"draft": "continue"}).content.decode()
    assert "she laughed today" in page
    enter(asha.actor)
    assert b"laughed" not in bytes(Draft.objects.visible_to(asha.actor).get().content_sealed)


def test_a_contact_is_sealed_makes_a_task_and_can_be_taken_back(
    rina: SurvivorFile, asha: Worker
) -> None:
    desk = desk_of(asha)
    typed = {
        "mode": "visit", "on": "23-11-2026", "about": "court", "reached": "yes", "note": "she is well",
        "next_step": "visit", "next_step_on": "30-11-2026", "submission_key": "once",
    }  # fmt: skip
    for _tap in range(2):
        assert desk.post(of("contact", rina), typed).status_code == 302

    enter(asha.actor)
    contact = Contact.objects.visible_to(asha.actor).get()
    assert b"she is well" not in bytes(contact.note_sealed or b"")
    assert Task.objects.visible_to(asha.actor).get().kind == "visit"
    desk.post(reverse("files:contact_undo", kwargs={"contact_id": contact.pk}))
    enter(asha.actor)
    assert not Contact.objects.visible_to(asha.actor).filter(withdrawn_at=None).exists()
    assert not Task.objects.visible_to(asha.actor).filter(withdrawn_at=None).exists()
    assert SurvivorFile.objects.visible_to(asha.actor).get(pk=rina.pk).last_contact_on is None


def test_a_call_outside_safe_hours_is_asked_about(rina: SurvivorFile, asha: Worker) -> None:
    rule: dict[str, object] = {"may_call": True, "from_hour": 14, "to_hour": 16, "risk": "low"}
    set_safe_contact(file=rina, rule=rule, by=asha.actor)
    desk = desk_of(asha)
    assert "Do not call her now." in words_of(desk.get(of("contact", rina)))

    typed = {"mode": "phone", "on": "23-11-2026", "about": "court", "reached": "yes"}
    with time_machine.travel(NOW, tick=False):
        assert "say why it had to be" in words_of(desk.post(of("contact", rina), typed))
        sent = desk.post(of("contact", rina), typed | {"despite": "she_asked"})
    assert sent.status_code == 302


def test_shelters_do_not_overlap_and_leaving_ends_one(rina: SurvivorFile, asha: Worker) -> None:
    desk = desk_of(asha)
    spell = {"area": "source", "starts_on": "01-10-2026"}
    assert desk.post(of("shelter", rina), spell).status_code == 302
    again = {"area": "destination", "starts_on": "05-10-2026"}
    assert "another shelter on some of these days" in words_of(
        desk.post(of("shelter", rina), again)
    )

    enter(asha.actor)
    standing = ShelterSpell.objects.visible_to(asha.actor).get()
    left = reverse("files:left_shelter", kwargs={"spell_id": standing.pk})
    assert "before she came" in words_of(desk.post(left, {"on": "01-09-2026"}))
    assert desk.post(left, {"on": "11-10-2026"}).status_code == 302
    assert "10 days" in words_of(desk.get(of("file", rina), {"part": "way"}))


def test_a_restoration_is_entered_whole(rina: SurvivorFile, asha: Worker) -> None:
    desk = desk_of(asha)
    desk.post(of("restoration", rina), {"requested_on": "01-10-2026"})
    desk.post(of("restoration", rina), {"requested_on": "01-10-2026", "visited_on": "09-10-2026"})

    enter(asha.actor)
    rows = Restoration.objects.visible_to(asha.actor)
    assert (rows.count(), rows.filter(withdrawn_at=None).count()) == (2, 1)


def test_names_change_without_being_shown(rina: SurvivorFile, asha: Worker) -> None:
    desk = desk_of(asha)
    assert b"Rina" not in desk.get(of("identity", rina)).content
    typed = {
        "name_on_papers": "Rina Khatun",
        "gender": "woman",
        "remove": ["phone"],
        "born": "2005",
    }
    assert desk.post(of("identity", rina), typed).status_code == 302

    look = of("look", rina)
    asked = {"reason": "paper"}
    assert words_of(desk.post(look, asked | {"name": "name_used"}, **HTMX)) == "Rina"
    assert words_of(desk.post(look, asked | {"name": "name_on_papers"}, **HTMX)) == "Rina Khatun"
    assert words_of(desk.post(look, asked | {"name": "phone"}, **HTMX)) == "Not written down"


def test_a_status_cannot_begin_before_the_one_that_stands(rina: SurvivorFile, asha: Worker) -> None:
    typed = {"status": "closed", "on": "01-01-2020", "why": "moved"}
    refused = desk_of(asha).post(of("status", rina), typed)

    assert "changed on a later day already" in words_of(refused)


def test_a_file_is_given_and_taken_back(
    rina: SurvivorFile, asha: Worker, bimal: Worker, meera: Worker
) -> None:
    assert desk_of(asha).get(of("assign", rina)).status_code == 403
    clerk, desk = desk_of(meera), desk_of(bimal)
    assert clerk.post(of("assign", rina), {"to": str(bimal.person.pk)}).status_code == 302
    assert desk.get(of("file", rina)).status_code == 200

    back = {"file_id": rina.pk, "person_id": bimal.person.pk}
    clerk.post(reverse("files:unassign", kwargs=back))
    assert desk.get(of("file", rina)).status_code == 404
    enter(meera.actor)
    grants = AccessGrant.objects.visible_to(meera.actor).filter(person=bimal.person, until=None)
    assert not grants.exists()


def _sent(desk: Client, rina: SurvivorFile, content: bytes, **more: str) -> Any:
    scan = SimpleUploadedFile("rina passbook.png", content, "image/png")
    typed = {"kind": "bank", "original_with": "her", "proves": ["received"], "scan": scan}
    return desk.post(of("paper", rina), typed | more)


def test_a_paper_is_sealed_found_again_and_leaves_a_line(
    rina: SurvivorFile, asha: Worker, bimal: Worker, settings: Any
) -> None:
    desk = desk_of(asha)
    for _tap in range(2):
        assert _sent(desk, rina, PNG, submission_key="once").status_code == 302
    kept = [place for place in Path(settings.PAPERS).rglob("*") if place.is_file()]
    assert len(kept) == 2, "as it came, and clean to be shown"
    assert not [place for place in kept if PNG[:8] in place.read_bytes()]
    assert not [place for place in kept if "passbook" in place.name]

    enter(asha.actor)
    paper = Paper.objects.visible_to(asha.actor).get()
    address = reverse("files:scan", kwargs={"paper_id": paper.pk})
    sent = desk.get(address)
    assert sent.content.startswith(PNG[:3])
    assert sent.headers["Content-Security-Policy"].startswith("sandbox")
    assert sent.headers["Content-Disposition"].startswith("attachment")
    assert "rina" not in sent.headers["Content-Disposition"]
    looked = Entry.objects.filter(event="identity_looked", about_id=paper.pk)
    assert looked.count() == 1
    assert desk_of(bimal).get(address).status_code == 404


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html><script>", "This is no JPEG, PNG or PDF"),
        (b"MZ\x90", "This is no JPEG, PNG or PDF"),
        (PNG + bytes(25 * 1024 * 1024), "This is larger than 25 MB"),
    ],
)
def test_what_is_no_paper_is_refused(
    rina: SurvivorFile, asha: Worker, content: bytes, said: str, settings: Any
) -> None:
    assert said in words_of(_sent(desk_of(asha), rina, content))
    assert not list(Path(settings.PAPERS).rglob("*"))


def test_the_same_scan_twice_is_one_paper(rina: SurvivorFile, asha: Worker) -> None:
    desk = desk_of(asha)
    _sent(desk, rina, PNG)

    assert "in this file already" in words_of(_sent(desk, rina, PNG))


def test_search_finds_by_number_name_phone_and_fir(rina: SurvivorFile, asha: Worker) -> None:
    new = NewFir(station="Bongaon", number=212, year=2025, area="source")
    record_fir(new=new, survivors=[rina], by=asha.actor)
    desk = desk_of(asha)
    for words in (rina.number, "রিনা", "Rina", "9830000001", "Bongaon 212/25", "212/2025"):
        assert rina.number in words_of(desk.post("/files/search/", {"words": words})), words

    assert "No match" in words_of(desk.post("/files/search/", {"words": "Kamala"}))


def test_search_groups_what_it_finds_and_keeps_the_words_out_of_the_address(
    rina: SurvivorFile, asha: Worker
) -> None:
    new = NewFir(station="Bongaon", number=212, year=2025, area="source")
    record_fir(new=new, survivors=[rina], by=asha.actor)
    desk = desk_of(asha)
    for words, said in (
        ("রিনা", "Files by her name, the nearest first (1)"),
        ("0001", "Files with this phone (1)"),
        ("FIR No. 212 dated 3.5.2025", "Court cases with this number (1)"),
        ("Bongaon", "Court cases of this police station or court (1)"),
    ):
        answer = desk.post("/files/search/", {"words": words})
        assert said in words_of(answer), words
        assert answer.request["QUERY_STRING"] == ""


def test_who_was_not_found_is_told_from_the_page(
    rina: SurvivorFile, asha: Worker, bimal: Worker
) -> None:
    desk = desk_of(asha)
    assert "Not found? Tell us" in words_of(desk.post("/files/search/", {"words": "Kamala"}))
    told = desk.post(
        "/files/search/not-found/", {"words": "Kamala", "number": rina.number}, follow=True
    )
    assert "Search will be mended" in words_of(told)
    assert "Write first" in words_of(
        desk.post("/files/search/not-found/", {"words": " "}, follow=True)
    )

    listed = desk.get("/files/search/misses/")
    assert "Kamala" not in words_of(listed)
    assert rina.number in words_of(listed)
    miss = listed.context["misses"][0]
    assert "Kamala" in words_of(desk.post(f"/files/search/misses/{miss.pk}/"))
    assert "Kamala" in words_of(
        desk.post(f"/files/search/misses/{miss.pk}/", headers={"HX-Request": "true"})
    )
    assert desk.get(f"/files/search/misses/{miss.pk}/").status_code == 404
    other = desk_of(bimal)
    assert other.post(f"/files/search/misses/{miss.pk}/").status_code == 404
    assert "Nothing here yet" in words_of(other.get("/files/search/misses/"))


@pytest.mark.parametrize(
    "words", ["", "\ud800", "\u202e\u200f", "👩🏽", "a" * 2_000_000, "(", "\x00", "0" * 50]
)
def test_whatever_is_typed_into_search_the_page_answers(asha: Worker, words: str) -> None:
    typed = words.encode("utf-8", "surrogatepass")
    body = b"words=" + urllib.parse.quote_from_bytes(typed).encode()
    answer = desk_of(asha).post(
        "/files/search/", body, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 200


def test_another_desk_finds_nothing(rina: SurvivorFile, bimal: Worker) -> None:
    desk = desk_of(bimal)
    for words in (rina.number, "Rina", "9830000001"):
        assert "No match" in words_of(desk.post("/files/search/", {"words": words}))


@pytest.mark.parametrize("view", ["all", "mine", "silent", "no_date", "no_lawyer"])
def test_a_view_holds_the_file_that_fits(rina: SurvivorFile, asha: Worker, view: str) -> None:
    assert rina.number in words_of(desk_of(asha).get("/files/", {"view": view}))


def test_a_view_that_is_empty_says_what_that_means(rina: SurvivorFile, asha: Worker) -> None:
    page = words_of(desk_of(asha).get("/files/", {"view": "unpaid"}))

    assert rina.number not in page
    assert "No order waits for its money." in page


def test_a_filter_is_a_chip_that_can_be_taken_away(rina: SurvivorFile, asha: Worker) -> None:
    page = desk_of(asha).get("/files/", {"status": "closed", "scope": "trafficking"})

    assert "No file fits" in words_of(page)
    assert 'href="?view=all&amp;scope=trafficking"' in page.content.decode()


def test_the_list_goes_on_where_it_stopped(rina: SurvivorFile, asha: Worker) -> None:
    for number in range(2, 30):
        asha.opens(f"N24-2026-{number:04}")
    desk = desk_of(asha)
    first = desk.get("/files/").content.decode()
    older = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = desk.get("/files/" + older).content.decode()

    def shown(page: str) -> set[str]:
        return {f"N24-2026-{n:04}" for n in range(1, 30) if f"N24-2026-{n:04}" in page}

    assert rina.pk
    assert len(shown(first)) == 25
    assert shown(first) | shown(second) == shown(first + second)
    assert len(shown(first) | shown(second)) == 29


@pytest.mark.parametrize("broken", ["?row=nothing", f"?row={uuid.UUID(int=7)}&day=never"])
def test_a_broken_address_is_not_there(asha: Worker, broken: str) -> None:
    assert desk_of(asha).get("/files/" + broken).status_code == 404


def _queries(desk: Client, address: str) -> int:
    desk.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", ["list", "file"])
def test_a_page_costs_the_same_with_three_files_and_with_sixty(
    rina: SurvivorFile, asha: Worker, address: str
) -> None:
    url = "/files/" if address == "list" else of("file", rina)
    desk = desk_of(asha)
    for number in (2, 3):
        asha.opens(f"N24-2026-{number:04}")
    few = _queries(desk, url)
    enter(asha.actor)
    for number in range(4, 61):
        asha.opens(f"N24-2026-{number:04}")

    assert _queries(desk, url) == few


def test_an_office_of_many_workers_asks_for_letters_of_a_name(
    rina: SurvivorFile, asha: Worker, meera: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is in the office is listed while they are few; else by letters, and nobody of another office."""
    here, desk = f'value="{asha.person.pk}"', desk_of(meera)
    page = desk.get("/files/").content.decode()
    assert here in page
    assert 'name="who"' not in page
    monkeypatch.setattr(saved_views, "WORKERS", lambda _actor: [(asha.person.pk, "Asha")])
    monkeypatch.setattr(saved_views, "WORKERS_SHOWN", 0)
    page = desk.get("/files/").content.decode()
    assert here not in page
    assert 'name="who"' in page
    monkeypatch.setattr(saved_views, "WORKERS_SHOWN", 100)
    name = asha.person.name
    assert here in desk.get("/files/", {"who": name[:3].upper()}).content.decode()
    assert here not in desk.get("/files/", {"who": "%"}).content.decode()
    monkeypatch.setattr(saved_views, "WORKERS_SHOWN", 0)
    assert here in desk.get("/files/", {"worker": str(asha.person.pk)}).content.decode()
