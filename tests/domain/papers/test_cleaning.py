"""T25 and T38: what is kept for showing carries nothing but what it shows, and hostile files do no harm."""

import contextlib
import io
import time
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tafteesh.domain.papers import cleaning
from tafteesh.domain.papers.scans import LARGEST, NotAPaper, TooLarge
from tafteesh.domain.papers.workshop import bare_jpeg
from tests import sheets

CANARY = "CanaryMadhobi"


def test_a_photograph_loses_its_place_and_its_maker() -> None:
    sent = sheets.photo(maker=CANARY)
    assert CANARY.encode() in sent
    clean = cleaning.cleaned(sent)

    assert (clean.media_type, clean.pages) == ("image/jpeg", 1)
    assert CANARY.encode() not in clean.content
    assert not Image.open(io.BytesIO(clean.content)).getexif()


def test_a_drawing_loses_its_notes() -> None:
    clean = cleaning.cleaned(sheets.drawing(note=CANARY))

    assert clean.media_type == "image/png"
    assert CANARY.encode() not in clean.content


def test_a_pdf_loses_author_title_script_attachment_links_and_the_place_of_its_photo() -> None:
    sent = sheets.pdf(2, hidden=CANARY)
    clean = cleaning.cleaned(sent)
    read = pikepdf.open(io.BytesIO(clean.content))

    assert (clean.media_type, clean.pages) == ("application/pdf", 2)
    assert not dict(read.docinfo)
    assert not len(read.attachments)
    assert "/Annots" not in read.pages[0].obj or not len(read.pages[0].obj.Annots)
    everything = clean.content + b"".join(
        found.read_raw_bytes() for found in read.objects if isinstance(found, pikepdf.Stream)
    )
    for kept in (everything, everything.replace(b"\0", b"")):
        assert CANARY.encode() not in kept
        assert b"JavaScript" not in kept


def test_an_older_state_of_a_pdf_is_gone() -> None:
    """A black bar laid over a name later on does not keep the page before it."""
    first = pikepdf.open(io.BytesIO(sheets.pdf(hidden=CANARY)))
    del first.Root.OpenAction
    late = io.BytesIO()
    first.save(late)
    appended = sheets.pdf(hidden=CANARY) + b"\n" + late.getvalue().split(b"\n", 1)[1]

    assert CANARY.encode() not in cleaning.cleaned(appended).content


def test_what_follows_a_picture_is_left_behind() -> None:
    """A picture that is also a page of HTML or an archive."""
    sent = sheets.photo() + b"<script>alert(1)</script>PK\x03\x04"

    assert b"<script>" not in cleaning.cleaned(sent).content


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        (lambda: sheets.drawing(30_000, 30_000), cleaning.TooManyPixels),
        (lambda: sheets.drawing(9_000, 9_000), cleaning.TooManyPixels),
        (lambda: sheets.pdf(password="open sesame"), cleaning.PaperLocked),
        (lambda: sheets.pdf(501), cleaning.TooManyPages),
        (lambda: b"%PDF-1.7 nothing more", cleaning.PaperBroken),
        (lambda: sheets.photo()[:200], cleaning.PaperBroken),
        (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 400, cleaning.PaperBroken),
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", NotAPaper),
        (lambda: b"<html>.jpg", NotAPaper),
        (lambda: b"PK\x03\x04" + b"\0" * 400, NotAPaper),
        (lambda: b"", NotAPaper),
        (lambda: sheets.photo() + b"\0" * LARGEST, TooLarge),
    ],
)
def test_what_is_no_clean_paper_is_refused_at_once(
    make: Callable[[], bytes], refusal: type[Exception]
) -> None:
    sent = make()
    began = time.process_time()
    with pytest.raises(refusal):
        cleaning.cleaned(sent)

    assert time.process_time() - began < 5


def test_a_stream_that_unpacks_to_a_gigabyte_does_no_harm() -> None:
    bomb = zlib.compress(b"0 " * 1_000_000_00, 9)
    made = pikepdf.open(io.BytesIO(sheets.pdf()))
    stream = made.make_stream(b"")
    stream.write(bomb, filter=pikepdf.Name.FlateDecode)
    made.pages[0].obj.Contents = stream
    out = io.BytesIO()
    made.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none)

    clean = cleaning.cleaned(out.getvalue())
    assert len(clean.content) < 1_000_000


@settings(max_examples=15, deadline=None)
@given(st.sampled_from([b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n"]), st.binary(max_size=600))  # fmt: skip
def test_any_bytes_are_cleaned_or_refused(start: bytes, rest: bytes) -> None:
    with contextlib.suppress(NotAPaper):
        assert cleaning.cleaned(start + rest).content


@given(st.binary(max_size=400))
def test_taking_parts_out_of_a_jpeg_never_fails(rest: bytes) -> None:
    assert bare_jpeg(b"\xff\xd8" + rest).startswith(b"\xff\xd8")


def test_each_page_is_shown_as_a_picture() -> None:
    content = cleaning.cleaned(sheets.pdf(2)).content
    for page in (1, 2):
        shown = Image.open(io.BytesIO(cleaning.page_picture(content, page)))
        assert (shown.format, shown.width) == ("JPEG", 1400)
    for page in (0, 3):
        with pytest.raises(cleaning.NoSuchPage):
            cleaning.page_picture(content, page)
    photo = cleaning.cleaned(sheets.photo(4000, 3000)).content
    assert Image.open(io.BytesIO(cleaning.page_picture(photo, 1))).width == 1400
