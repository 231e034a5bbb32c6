"""The packet is one PDF with an index and page numbers; each opened scan is in the log; no name is printed."""

import io
import struct
import zlib
from datetime import date

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Claim
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.audit.models import Entry
from tafteesh.interfaces.letters.letter import Block, set_blocks
from tafteesh.interfaces.letters.packet import Annexed, packet_pdf
from tafteesh.reference.law.models import CompensationScheme, HeadOfLoss
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker

LAKH = 1_00_000_00


def png() -> bytes:
    """A red square."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    rows = b"".join(b"\0" + b"\xff\0\0" * 8 for _row in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )  # fmt: skip


def three_pages() -> bytes:
    lines = [Block("text", f"line {n}") for n in range(110)]
    return set_blocks([Block("title", "s"), *lines], "en", made_at=NOW)


@pytest.fixture
def claim(asha: Worker, rina: SurvivorFile) -> Claim:
    new = actions.NewClaim(date(2025, 2, 10), "DLSA Barasat", 9 * LAKH)
    claim = actions.record_claim(file=rina, new=new, by=asha.actor)
    add_paper(file=rina, kind="bank", dated_on=date(2025, 1, 2), scan=png(), by=asha.actor)
    add_paper(file=rina, kind="fir", dated_on=date(2024, 1, 2), scan=three_pages(), by=asha.actor)
    add_paper(file=rina, kind="medical", dated_on=None, by=asha.actor)
    return claim


@pytest.fixture
def scheme(db: None) -> str:
    row = CompensationScheme.objects.create(
        key="F", name="Floor for women", kind="floor", jurisdiction="India",
        valid_from=date(2018, 10, 2),
    )  # fmt: skip
    HeadOfLoss.objects.create(
        key="F rape", scheme=row, position=1, name="Rape", min_paise=4 * LAKH,
        max_paise=7 * LAKH, verification="sourced", citation="Schedule, item 3",
    )  # fmt: skip
    return "F rape"


def test_another_desk_makes_no_packet(claim: Claim, bimal: Worker) -> None:
    url = reverse("compensation:packet", args=[claim.pk])
    desk = desk_of(bimal)

    assert desk.get(url).status_code == 404
    assert desk.post(url, {"language": "en"}).status_code == 404


@pytest.mark.parametrize("language", ["en", "bn"])
def test_one_pdf_with_index_pages_and_heads(
    claim: Claim, scheme: str, asha: Worker, language: str
) -> None:
    url = reverse("compensation:packet", args=[claim.pk])
    desk = desk_of(asha)
    assert "FIR 02-01-2024 Scan" in words_of(desk.get(url))
    said = {"head": [scheme], "language": language}
    answer = desk.post(url, said)
    pages = PdfReader(io.BytesIO(answer.content)).pages
    texts = [page.extract_text() for page in pages]

    assert answer["Content-Type"] == "application/pdf"
    assert len(pages) == 2 + len(PdfReader(io.BytesIO(three_pages())).pages) + 1
    assert "₹4,00,000" in texts[0]
    assert "Schedule, item 3" in texts[0]
    assert "Rina" not in "".join(texts)
    assert f"{len(pages)}" in texts[1].split()
    enter(asha.actor)
    looks = Entry.objects.filter(event="identity_looked", reason="paper")
    assert looks.count() == 2


def test_a_choice_that_is_none_is_asked_again(claim: Claim, asha: Worker) -> None:
    url = reverse("compensation:packet", args=[claim.pk])

    answer = desk_of(asha).post(url, {"head": ["none"], "language": "xx"})

    assert answer["Content-Type"].startswith("text/html")


def test_a_scan_that_cannot_be_read_is_added_by_hand() -> None:
    words = {
        "language": "en", "title": "t", "to": [], "paragraphs": [], "amounts": [],
        "amounts_title": "", "amount_heads": [], "questions": [], "signing": [],
        "index_title": "Index", "index_heads": ["a", "b", "c", "d"], "by_hand": "by hand",
        "annexure": "Annexure", "foot": "",
    }  # fmt: skip
    broken = Annexed("FIR", "", "application/pdf", b"%PDF-1.7 and no more")

    pages = PdfReader(io.BytesIO(packet_pdf(words, [broken], made_at=NOW))).pages

    assert len(pages) == 2
    assert "by hand" in pages[1].extract_text()
