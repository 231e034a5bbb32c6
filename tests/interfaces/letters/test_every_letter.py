"""Every kind of letter in every language: from facts alone, the same words in Word and in PDF, no name in any."""

import io
from dataclasses import replace

import pytest
from docx import Document
from pypdf import PdfReader

from tafteesh.domain.proceedings.models import Letter as Row
from tafteesh.foundation.access.actor import Actor
from tafteesh.interfaces.letters.drafting import NEEDS, WRITERS, draft, missing
from tafteesh.interfaces.letters.facts import OF_REPORTS, Facts
from tafteesh.interfaces.letters.invented import invented_facts
from tafteesh.interfaces.letters.letter import LANGUAGES, Annexure, Block, Letter
from tafteesh.interfaces.letters.making import made_from, written
from tafteesh.interfaces.letters.shipped_word import shipped_template
from tafteesh.interfaces.letters.word import blocks_of, word_of
from tests.people import NOW, TODAY, Worker

KINDS = [kind.value for kind in Row.Kind]
SPACE = str.maketrans("", "", " \n\u00a0")


@pytest.fixture
def actor(asha: Worker) -> Actor:
    return asha.actor


def plain(blocks: list[Block]) -> list[tuple[object, ...]]:
    return [
        (one.kind, one.text, one.right, list(one.heads), [list(row) for row in one.rows])
        for one in blocks
    ]


def test_no_kind_is_without_a_writer() -> None:
    assert set(KINDS) == {str(kind) for kind in WRITERS}
    assert {str(kind) for kind in NEEDS} <= set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_word_and_pdf_say_what_was_drafted(actor: Actor, kind: str, language: str) -> None:
    facts = invented_facts(kind, language, actor)
    assert missing(facts) == []

    letter = written(facts)
    made = made_from(letter, facts.row, None, NOW)

    from django.utils import translation  # noqa: PLC0415 - beside what it is for

    with translation.override(language):
        assert plain(blocks_of(made.word)) == plain(letter.blocks())
    pages = PdfReader(io.BytesIO(made.pdf)).pages
    said = "".join(page.extract_text() for page in pages).translate(SPACE)
    if language == "en":
        for block in letter.blocks():
            assert block.text.translate(SPACE) in said
    assert "AB/2026/0002" in said


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_without_facts_blocks_every_letter(actor: Actor, kind: str) -> None:
    facts = invented_facts(kind, "en", actor)
    facts.fir.registered_earliest = None
    facts.fir.court_words = ""
    bare = replace(
        facts.sheet, sections=[], accused=[], spells=[], sheets=[], hearings=[], letters=[]
    )
    bare_facts = Facts(facts.row, bare, TODAY, "Office")
    facts.row.survivor_file = None

    found = [one.words for one in missing(bare_facts)]

    asks = "About which survivor it is" if kind in OF_REPORTS else "The sections of the FIR"
    assert asks in found
    assert "To whom the letter goes" in found
    assert len(found) == len(set(found))
    of_fir = 0 if kind in OF_REPORTS else 2
    assert len(found) >= of_fir + 2 if kind in NEEDS else len(found) == of_fir + 1


def test_the_request_to_the_dlsa_says_since_when_it_waits(actor: Actor) -> None:
    waits = draft(invented_facts("slsa_aid", "en", actor)).text
    asks = draft(replace(invented_facts("dlsa_aid", "en", actor), waiting=None)).text

    assert "20 days have passed without a decision" in waits
    assert "section 12 of the Legal Services Authorities Act" in asks
    assert "without a decision" not in asks


def test_the_escalation_waits_for_the_seven_days(actor: Actor) -> None:
    facts = invented_facts("slsa_aid", "en", actor)
    assert facts.waiting is not None
    early = replace(facts.waiting, day=facts.waiting.request.requested_on)

    [lack] = missing(replace(facts, waiting=early))
    [none] = missing(replace(facts, waiting=None))

    assert (lack.words, none.words) == ("Seven days since the request", "The request for a lawyer")
    assert none.of_file


def test_the_petition_against_bail_says_who_is_held_and_who_is_free(actor: Actor) -> None:
    text = draft(invented_facts("bail", "en", actor)).text

    assert "Accused number 1 (Recruiter): In custody since" in text
    assert "Accused who are not arrested: number 2." in text
    assert "In the court of" in text


def test_what_stands_in_a_fact_is_never_a_template_nor_markup() -> None:
    evil = "{{ 7*7 }} {% for x in y %} <w:p> & ]]> #panic() {{ ''.__class__ }}"
    letter = Letter(evil, ["To", evil], evil, [evil], TODAY, points=[evil], number="N/1",
                    tables=(Annexure(evil, [evil], [[evil]]),))  # fmt: skip

    word = word_of(letter, "en", shipped_template("en"), made_at=NOW)

    assert plain(blocks_of(word)) == plain(letter.blocks())
    assert "7*7" in letter.text
    assert "49" not in Document(io.BytesIO(word)).paragraphs[0].text


def test_a_word_file_says_nothing_of_who_made_it() -> None:
    told = Document(io.BytesIO(shipped_template("bn"))).core_properties

    assert {told.author, told.last_modified_by, told.comments, told.title} == {""}
