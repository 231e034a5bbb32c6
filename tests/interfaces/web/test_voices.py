"""Her page is read aloud: pieces are recorded on their pages and heard on hers, in her language."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.interfaces.web.her_page.pieces import GROUPS, group_of
from tafteesh.interfaces.web.templatetags.spoken import spoken_day, spoken_number, spoken_rupees
from tests.domain.stationery.test_voices import sound
from tests.interfaces.web.at_the_desk import words_of
from tests.people import Worker


def _record(client: Client, piece: str, content: bytes, language: str = "bn") -> object:
    sent = SimpleUploadedFile("shampa at home.wav", content)
    return client.post(f"/voice/{language}/{piece}/", {"sound": sent, "submission_key": piece})


def test_numbers_days_and_amounts_are_put_together() -> None:
    assert spoken_number(0) == "n-0"
    assert spoken_number(400_719) == "n-4 lakh n-7 hundred n-19"
    assert spoken_number(12_34_56_789) == "n-12 crore n-34 lakh n-56 thousand n-7 hundred n-89"
    assert spoken_rupees(4_00_000_00) == "n-4 lakh rupees"
    assert spoken_day(date(2026, 12, 14)) == "weekday-0 n-14 month-12"
    said = f"{spoken_number(98_76_54_321)} {spoken_day(date(2026, 2, 28))}".split()
    assert all(group_of(piece) for piece in said)
    assert sum(len(pieces) for _label, pieces in GROUPS.values()) > 150


def test_whoever_may_not_record_finds_no_page(dev: Worker, asha: Worker) -> None:
    assert dev.at_desk().get("/voice/").status_code == 403
    desk = asha.at_desk()
    for address in (
        "/voice/xx/today/",
        "/voice/bn/anything/",
        "/voice/?language=xx",
        "/voice/?group=x",
    ):
        assert desk.get(address).status_code == 404
    assert desk.get("/voice/bn/today/sound/").status_code == 404
    assert desk.get("/voice/bn/today/take-away/").status_code == 404


def test_a_piece_is_recorded_and_leads_to_the_next(asha: Worker) -> None:
    desk = asha.at_desk()
    assert "45" not in words_of(desk.get("/voice/bn/today/"))
    assert "microphone=(self)" in desk.get("/voice/bn/today/").headers["Permissions-Policy"]
    assert "microphone=()" in desk.get("/voice/").headers["Permissions-Policy"]
    assert "This cannot be used" in words_of(_record(desk, "today", b"no sound"))
    assert "Record the words first" in words_of(desk.post("/voice/bn/today/", {}))

    saved = _record(desk, "today", sound())
    assert saved.headers["Location"] == "/voice/bn/tomorrow/"
    heard = desk.get("/voice/bn/today/sound/")
    assert (heard.headers["Content-Type"], heard.content[:4]) == ("audio/wav", b"RIFF")
    assert "Asha" in words_of(desk.get("/voice/?language=bn"))
    desk.post("/voice/bn/today/take-away/")
    assert desk.get("/voice/bn/today/sound/").status_code == 404


def test_she_hears_it_on_her_page_and_nowhere_else(
    rina: SurvivorFile, asha: Worker, joba: Worker
) -> None:
    desk = asha.at_desk()
    _record(desk, "no-date", sound())
    assert desk.get("/notes/sound/no-date/").status_code == 404, "her page is not open"

    desk.post(f"/her-page/{rina.pk}/", {"language": "bn"})
    page = desk.get("/notes/").content.decode()
    assert 'data-sounds="no-date"' in page
    assert 'data-said="no-date"' in page
    heard = desk.get("/notes/sound/no-date/")
    assert heard.content[:4] == b"RIFF"
    assert heard.headers["Cache-Control"] == "no-store, private"
    assert desk.get("/notes/sound/today/").status_code == 404
    assert desk.get("/voice/bn/no-date/sound/").status_code == 302, (
        "this phone shows her page alone"
    )


def test_another_office_has_voices_of_its_own(asha: Worker, joba: Worker) -> None:
    _record(asha.at_desk(), "today", sound())

    assert joba.at_desk().get("/voice/bn/today/sound/").status_code == 403
