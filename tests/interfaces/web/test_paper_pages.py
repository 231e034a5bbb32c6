"""A paper on its page: added, looked at, handed on, certified; never from the origin of our pages."""

import hashlib
import io
import uuid
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.models import Custody, Paper
from tests import sheets
from tests.people import Worker


@pytest.fixture(autouse=True)
def papers(tmp_path: Path, settings: Any) -> Path:
    settings.PAPERS = tmp_path / "papers"
    return tmp_path / "papers"


def _sent(rina: SurvivorFile, asha: Worker, content: bytes, **more: str) -> Any:
    scan = SimpleUploadedFile("../../Rina at the station.jpg", content, "text/html")
    typed = {"kind": "fir", "dated_on": "05-01-2026", "original_with": "us", "scan": scan}
    address = reverse("files:paper", args=[rina.pk])
    return asha.at_desk().post(address, typed | {"draft": str(uuid.uuid4())} | more)


def _only() -> Paper:
    return Paper.unscoped.get(withdrawn_at=None)


def test_a_paper_is_added_and_shown_page_by_page(rina: SurvivorFile, asha: Worker) -> None:
    sent = sheets.pdf(2)
    answer = _sent(rina, asha, sent, sha256=hashlib.sha256(sent).hexdigest())
    assert answer.status_code == 302
    paper = _only()
    desk = asha.at_desk()
    quiet = desk.get(reverse("files:paper_page", args=[paper.pk])).content.decode()
    shown = desk.get(reverse("files:paper_page", args=[paper.pk]) + "?show=1").content.decode()

    assert "<img" not in quiet
    assert shown.count("<img") == 2
    for number in (1, 2):
        picture = desk.get(reverse("files:sheet", args=[paper.pk, number]))
        assert picture.headers["Content-Type"] == "image/jpeg"
        assert "sandbox" in picture.headers["Content-Security-Policy"]
        assert "no-store" in picture.headers["Cache-Control"]
    assert desk.get(reverse("files:sheet", args=[paper.pk, 3])).status_code == 404


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html><script>alert(1)</script>", "no JPEG, PNG or PDF"),
        (b"%PDF-1.7 broken", "damaged"),
        (sheets.pdf(password="open sesame"), "locked with a password"),
        (sheets.drawing(30_000, 30_000), "12,000 pixels"),
    ],
)
def test_what_is_no_paper_gets_a_sentence_and_keeps_what_was_typed(
    rina: SurvivorFile, asha: Worker, content: bytes, words: str
) -> None:
    page = _sent(rina, asha, content, issued_by="Hasnabad police station").content.decode()

    assert words in page
    assert "Hasnabad police station" in page
    assert not Paper.unscoped.exists()


def test_a_file_that_changed_on_its_way_is_not_kept(rina: SurvivorFile, asha: Worker) -> None:
    page = _sent(rina, asha, sheets.photo(), sha256="0" * 64).content.decode()

    assert "changed on its way" in page
    assert not Paper.unscoped.exists()


def test_another_office_and_a_reader_of_totals_find_nothing(
    rina: SurvivorFile, asha: Worker, joba: Worker
) -> None:
    _sent(rina, asha, sheets.photo())
    paper = _only()
    for name, more in (
        ("paper_page", ()),
        ("scan", ()),
        ("sheet", (1,)),
        ("original", ()),
        ("hand_on", ()),
        ("certificate", ()),
    ):
        address = reverse(f"files:{name}", args=[paper.pk, *more])
        assert joba.at_desk().get(address).status_code in (403, 404)


def test_the_original_is_handed_on(rina: SurvivorFile, asha: Worker) -> None:
    _sent(rina, asha, sheets.photo())
    paper = _only()
    desk = asha.at_desk()
    address = reverse("files:hand_on", args=[paper.pk])
    assert desk.get(address).status_code == 200
    typed = {"keeper": "lawyer", "on": "10-02-2026", "receipt": "on", "draft": str(uuid.uuid4())}
    assert desk.post(address, typed).status_code == 302

    assert Custody.unscoped.filter(paper=paper, keeper="lawyer", receipt=True).count() == 1
    page = desk.get(reverse("files:paper_page", args=[paper.pk])).content.decode()
    assert "With her lawyer" in page
    assert "with a receipt" in page


def test_the_certificate_names_the_hash_and_no_person(rina: SurvivorFile, asha: Worker) -> None:
    sent = sheets.photo(maker="CanaryMadhobi")
    _sent(rina, asha, sent)
    address = reverse("files:certificate", args=[_only().pk])
    desk = asha.at_desk()
    assert desk.get(address).status_code == 200
    answer = desk.post(address, {"device": "mobile", "make": "Redmi 12", "serial": "35-2099"})
    text = "".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(answer.content)).pages
    )
    flat = "".join(text.split())

    assert hashlib.sha256(sent).hexdigest() in flat
    assert "PartA" in flat
    assert "PartB" in flat
    assert "[x]Mobile" in flat
    assert "[x]SHA256" in flat
    assert "Rina" not in text
