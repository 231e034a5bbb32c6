"""A template is taken when it is harmless and known, and refused with its reason when it is not."""

import io
import time
import zipfile

import pytest
from docx import Document

from tafteesh.domain.stationery import actions
from tafteesh.domain.stationery.models import LetterTemplate
from tafteesh.domain.stationery.queries import template_in_use
from tafteesh.domain.stationery.word_check import (
    MOST_BYTES,
    Fault,
    NotATemplate,
    check_word,
)
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.interfaces.letters.shipped_word import shipped_template
from tests.people import Worker, make_worker

LOOP = ("{%p for line in paragraphs %}", "{{ line }}", "{%p endfor %}")


def word(*lines: str, head: str = "", title: str = "") -> bytes:
    """A Word file with these paragraphs."""
    document = Document()
    for line in (*lines, *LOOP):
        document.add_paragraph(line)
    if head:
        document.sections[0].header.paragraphs[0].text = head
    document.core_properties.title = title
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(content: bytes, **parts: bytes) -> bytes:
    """The same package with parts put in or replaced; `__` in a name is a slash, `_` before the ending a dot."""
    out = io.BytesIO()
    new = {name.replace("__", "/").replace("_dot_", "."): text for name, text in parts.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as made:
        for part in old.infolist():
            if part.filename not in new:
                made.writestr(part.filename, old.read(part))
        for name, text in new.items():
            made.writestr(name, text)
    return out.getvalue()


def faults(content: bytes) -> set[tuple[str, str]]:
    with pytest.raises(NotATemplate) as refused:
        check_word(content)
    return {(one.fault, one.where) for one in refused.value.findings}


@pytest.mark.parametrize("language", ["en", "bn", "hi"])
def test_the_shipped_template_is_one(language: str) -> None:
    check_word(shipped_template(language))


def test_an_unknown_placeholder_is_named_wherever_it_stands() -> None:
    found = faults(word("{{ her_name }}", head="{{ phone }}", title="{{ village }}"))

    assert found == {(Fault.UNKNOWN, name) for name in ("her_name", "phone", "village")}


@pytest.mark.parametrize(
    "escape",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ paragraphs.__class__ }}",
        "{{ sender.format(day) }}",
        "{{ cycler }}",
        "{{ self }}",
        "{{ sender|attr('x') }}",
        "{{ sender|upper }}",
        "{{ 9**9**9 }}",
        "{{ 'a' * 999999999 }}",
        "{% for x in range(999999999) %}a{% endfor %}",
        "{% set x = sender %}",
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% macro m() %}{% endmacro %}",
        "{{ lipsum() }}",
        "{{ tables[0] }}",
        "{% for sender in paragraphs %}{{ sender }}{% endfor %}",
        "{% for a in to %}{% for b in paragraphs %}x{% endfor %}{% endfor %}",
        "{% for a in tables %}{% for b in a.rows %}{% for c in a.rows %}x{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in tables recursive %}x{% endfor %}",
        "{% for a, b in tables %}x{% endfor %}",
    ],
)
def test_what_leaves_the_sandbox_is_refused_before_it_runs(escape: str) -> None:
    start = time.process_time()
    found = {fault for fault, _where in faults(word(escape))}

    assert found & {Fault.NOT_ALLOWED, Fault.UNKNOWN, Fault.BROKEN}
    assert time.process_time() - start < 2


def test_a_brace_that_is_not_closed_is_said() -> None:
    assert {fault for fault, _w in faults(word("{{ sender"))} <= {Fault.BROKEN}
    assert {fault for fault, _w in faults(word("{%p if number %}"))} == {Fault.BROKEN}


def test_a_template_that_takes_no_words_is_refused() -> None:
    document = Document()
    document.add_paragraph("{{ sender }}")
    out = io.BytesIO()
    document.save(out)

    assert faults(out.getvalue()) == {(Fault.NO_WORDS, "")}


RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Type="t" Target="http://x.example/a" TargetMode="External"/></Relationships>'
)
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"word__vbaProject_dot_bin": b"x"}, Fault.MACRO),
        ({"word__embeddings__a_dot_xlsx": b"x"}, Fault.MACRO),
        ({"word__activeX__a_dot_xml": b"<a/>"}, Fault.MACRO),
        ({"word__media__a_dot_svg": b"<svg/>"}, Fault.MACRO),
        ({"..__evil_dot_xml": b"<a/>"}, Fault.MACRO),
        ({"word___rels__header9_dot_xml_dot_rels": RELS}, Fault.OUTSIDE),
        ({"word__header9_dot_xml": ENTITY}, Fault.OUTSIDE),
        ({"word__header9_dot_xml": ENTITY.decode().encode("utf-16")}, Fault.OUTSIDE),
        (
            {"word__header9_dot_xml": b"<a><w:instrText> DDEAUTO c:\\x </w:instrText></a>"},
            Fault.OUTSIDE,
        ),
        ({"word__header9_dot_xml": b'<a w:instr="INCLUDETEXT x"/>'}, Fault.OUTSIDE),
        ({"word__header9_dot_xml": b"<w:altChunk/>"}, Fault.MACRO),
    ],
)
def test_macros_and_what_reaches_outside_are_refused(parts: dict[str, bytes], fault: str) -> None:
    assert fault in {found for found, _where in faults(changed(word(), **parts))}


def test_a_bomb_is_seen_before_it_is_unpacked() -> None:
    bomb = changed(word(), word__document_dot_xml=b"<a>" + b" " * 40_000_000)
    start = time.process_time()

    assert {fault for fault, _w in faults(bomb)} == {Fault.BOMB}
    many = {f"word__media__{n}_dot_png": b"" for n in range(300)}
    assert {fault for fault, _w in faults(changed(word(), **many))} == {Fault.BOMB}
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.NOT_WORD),
        (b"%PDF-1.7", Fault.NOT_WORD),
        (b"PK\x03\x04" + b"\x00" * 100, Fault.NOT_WORD),
        (b"\x00" * (MOST_BYTES + 1), Fault.TOO_LARGE),
    ],
)
def test_what_is_no_word_file_is_refused(content: bytes, fault: str) -> None:
    assert faults(content) == {(fault, "")}


@pytest.fixture
def keeper(office: Organisation) -> Worker:
    return make_worker("karuna", Role.PROGRAMME_MANAGER, office)


def test_a_social_worker_keeps_no_template(asha: Worker) -> None:
    enter(asha.actor)
    with pytest.raises(NotAllowed):
        actions.add_template(kind="to_sp", language="en", content=word(), by=asha.actor)


def test_versions_are_kept_and_one_is_in_use(keeper: Worker, joba: Worker) -> None:
    by = keeper.actor
    enter(by)
    first = actions.add_template(kind="to_sp", language="en", content=word("One"), by=by)
    with pytest.raises(actions.SameTemplate):
        actions.add_template(kind="to_sp", language="en", content=bytes(first.content), by=by)
    second = actions.add_template(kind="to_sp", language="en", content=word("Two"), by=by)

    assert (first.version, second.version) == (1, 2)
    assert template_in_use(by, "to_sp", "en") == second
    assert template_in_use(by, "to_sp", "bn") is None
    actions.use_template(template=first, by=by)
    assert template_in_use(by, "to_sp", "en") == first
    actions.use_shipped(template=first, by=by)
    assert template_in_use(by, "to_sp", "en") is None
    assert LetterTemplate.objects.visible_to(by).count() == 2
    enter(joba.actor)
    assert LetterTemplate.objects.visible_to(joba.actor).count() == 0
    assert LetterTemplate.unscoped.count() == 0, "the wall"
