"""The office's own templates on their pages: looked at with invented facts, taken, brought back, refused with the reason."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from tafteesh.domain.proceedings.models import Letter
from tafteesh.domain.stationery.models import LetterTemplate
from tafteesh.foundation.access.context import enter
from tafteesh.interfaces.letters.shipped_word import shipped_template
from tests.domain.stationery.test_templates import changed, word
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker

LIST = reverse("proceedings:templates")
HERE = reverse("proceedings:template", args=["to_sp", "bn"])


@pytest.fixture
def desk(mgr: Worker) -> Client:
    return desk_of(mgr)


def bring(desk: Client, content: bytes) -> str:
    upload = SimpleUploadedFile("ours.docx", content)
    return words_of(desk.post(HERE, {"file": upload}, follow=True))


def test_a_social_worker_and_a_lawyer_of_files_keep_no_templates(asha: Worker) -> None:
    desk = desk_of(asha)
    for url in (LIST, HERE, HERE + "shipped.docx"):
        assert desk.get(url).status_code == 403


def test_every_kind_has_a_shipped_one_and_a_look_with_invented_facts(desk: Client) -> None:
    page = words_of(desk.get(LIST))
    assert page.count("the shipped one") == len(Letter.Kind.choices) * 3

    look = words_of(desk.get(HERE))
    assert "Nadipur 12/" in look
    assert "No version of your own yet." in look
    assert "{{ registered_on }}" in look
    assert desk.get(HERE + "preview.pdf").content.startswith(b"%PDF")
    assert Document(io.BytesIO(desk.get(HERE + "shipped.docx").content)).paragraphs
    for bad in ("v1.docx", "shipped.pdf", "preview.exe"):
        assert desk.get(HERE + bad).status_code == 404
    assert desk.get(reverse("proceedings:template", args=["to_sp", "xx"])).status_code == 404
    assert desk.get(reverse("proceedings:template", args=["nothing", "en"])).status_code == 404


def test_brought_back_it_is_used_and_the_earlier_one_is_kept(desk: Client, mgr: Worker) -> None:
    assert "of the office, version 1" in bring(desk, word("OUR HOUSE", head="Letterhead of ours"))
    look = words_of(desk.get(HERE))
    assert "OUR HOUSE" in look
    assert "Letterhead of ours" in look

    assert "of the office, version 2" in bring(desk, word("SECOND"))
    desk.post(reverse("proceedings:template_use", args=["to_sp", "bn"]), {"version": "1"})
    assert "OUR HOUSE" in words_of(desk.get(HERE))
    desk.post(reverse("proceedings:template_use", args=["to_sp", "bn"]), {"version": "shipped"})
    assert "In use : the shipped one" in words_of(desk.get(HERE)).replace("use:", "use :")
    enter(mgr.actor)
    assert LetterTemplate.objects.visible_to(mgr.actor).count() == 2
    assert desk.get(HERE + "v2.docx").status_code == 200


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (word("{{ her_name }}"), "her_name: Nobody knows this placeholder"),
        (word("{{ ''.__class__ }}"), "This may not stand between braces"),
        (changed(word(), word__vbaProject_dot_bin=b"x"), "The file holds a macro"),
        (b"%PDF-1.7", "This is no Word file (.docx)"),
        (b"\x00" * (2 * 1024 * 1024 + 5), "The file is larger than 2 MB"),
    ],
)
def test_what_is_wrong_stands_beside_the_file_and_nothing_is_kept(
    desk: Client, mgr: Worker, content: bytes, words: str
) -> None:
    assert words in bring(desk, content)
    enter(mgr.actor)
    assert not LetterTemplate.objects.visible_to(mgr.actor).exists()


def test_the_same_template_twice_is_one(desk: Client) -> None:
    bring(desk, shipped_template("bn"))

    assert "in use already" in bring(desk, shipped_template("bn"))
