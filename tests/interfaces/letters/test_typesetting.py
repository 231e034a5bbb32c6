"""Paper: tagged, the same bytes, and fast also when it is long."""

import time
from datetime import UTC, datetime
from typing import Any

import pytest

from tafteesh.interfaces.letters.typesetting import typeset

MADE = datetime(2024, 4, 15, 5, 0, tzinfo=UTC)


def words(rows: int, language: str = "bn") -> dict[str, Any]:
    """A report with so many rows, in three scripts."""
    row = {
        "id": "A9",
        "name": "তদন্ত স্থানান্তর",
        "number": "20",
        "unit": "जांच",
        "beside": "CID: 4",
        "stamp": "480 of 600 checked",
    }
    text = dict.fromkeys(
        [
            "title",
            "period",
            "known",
            "edition",
            "accuracy",
            "stamp",
            "foot",
            "changes_title",
            "reason",
            "no_change",
            "missing_title",
            "chart_title",
            "chart_alt",
            "definitions_title",
            "hashes_title",
            "hashes_lead",
            "content_hash",
        ],
        "Words শব্দ शब्द",
    )
    return {
        **text,
        "language": language,
        "changes": [],
        "heads": ["No.", "Indicator", "Number", "Beside it"],
        "tables": [{"title": "অর্জন", "rows": [row] * rows}],
        "missing": ["I1"],
        "bars": [{"label": "ordered", "value": 10, "words": "₹10"}],
        "definition_heads": ["No.", "Indicator", "Definition"],
        "definitions": [{"id": "A9", "name": "তদন্ত", "words": "Each FIR once " * 12}] * rows,
        "hash_heads": ["No.", "Records", "Hash"],
        "hashes": [{"id": "A9", "records": "20", "hash": "0" * 64}],
    }


def test_the_same_values_give_the_same_bytes_and_others_do_not() -> None:
    first, second = (typeset("report.typ", words(3), made_at=MADE) for _ in range(2))

    assert first == second
    assert typeset("report.typ", words(4), made_at=MADE) != first


@pytest.mark.parametrize("language", ["en", "bn", "hi"])
def test_it_is_tagged_and_says_its_language(language: str) -> None:
    pdf = typeset("report.typ", words(3, language), made_at=MADE)

    assert b"/StructTreeRoot" in pdf
    assert f"/Lang ({language}".encode() in pdf or f"/Lang({language}".encode() in pdf
    assert b"pdfuaid" in pdf


def test_what_stands_in_the_values_is_never_markup() -> None:
    evil = {**words(1), "title": '#panic("x") = $ _ *'}

    assert typeset("report.typ", evil, made_at=MADE).startswith(b"%PDF-")


def test_forty_pages_in_a_second() -> None:
    typeset("report.typ", words(1), made_at=MADE)
    start = time.process_time()
    pdf = typeset("report.typ", words(380), made_at=MADE)
    took = time.process_time() - start

    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type/Page/") >= 40
    assert took < 2  # of two cores' time; one second by the clock of a machine at rest
