"""A saved page is read by its words in every layout; what is not one, or is hostile, is refused and harmless."""

import contextlib
import json
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tafteesh.interfaces.ecourts.case_status import (
    CaseStatus,
    UnknownLayout,
    day_of,
    read_case_status,
)
from tafteesh.interfaces.ecourts.pdf_text import UnreadablePdf
from tafteesh.interfaces.ecourts.saved import MOST_BYTES, NotAPage, PageTooLarge, read_saved
from tests.interfaces.ecourts import pages


def read(content: bytes | str) -> CaseStatus:
    return read_case_status(read_saved(content.encode() if isinstance(content, str) else content))


def test_the_layout_of_tables() -> None:
    told = read(pages.TABLES)

    assert told.cnr == pages.CNR
    assert (told.case_type, told.registration_number) == ("SC - SESSIONS CASE", "88/2025")
    assert (told.filing_number, told.filing_date) == ("412/2025", date(2025, 10, 20))
    assert told.registration_date == date(2025, 11, 3)
    assert (told.first_hearing, told.next_hearing) == (date(2025, 11, 10), date(2026, 12, 18))
    assert (told.stage, told.court) == ("Evidence", "3-Additional District Judge, Basirhat")
    assert ("Bharatiya Nyaya Sanhita, 2023", "143,144") in told.acts
    assert [(one.on, one.next_on, one.stage) for one in told.history] == [
        (date(2025, 11, 10), date(2026, 1, 14), ""),
        (date(2026, 1, 14), date(2026, 12, 18), "evidence"),
    ]
    assert told.orders == (date(2026, 1, 14),)
    assert (told.station, told.fir_number, told.fir_year) == ("Basirhat", "212", "2025")


def test_the_layout_of_spans() -> None:
    told = read(pages.SPANS)

    assert (told.cnr, told.case_type, told.filing_number) == (pages.CNR, "SC", "412/2025")
    assert told.registration_date == date(2025, 11, 3)
    assert (told.status, told.decision_date) == ("CASE DISPOSED", date(2026, 4, 22))
    assert told.disposal == "Contested--CONVICTED"
    assert told.acts == (("I.P.C.", "370, 372"),)
    assert [one.on for one in told.history] == [date(2026, 4, 22)]


@pytest.mark.parametrize("page", [pages.TABLES, pages.SPANS])
def test_a_web_archive_says_the_same_as_the_page(page: str) -> None:
    assert read(pages.archive(page)) == read(page)


def test_a_printed_page_is_read_too() -> None:
    told = read(pages.printed())

    assert told.cnr == pages.CNR
    assert (told.registration_number, told.stage) == ("88/2025", "Evidence")
    assert told.next_hearing == date(2026, 12, 18)
    assert told.filing_date == date(2025, 10, 20)
    assert told.acts == (("Indian Penal Code", "370, 372"),)
    assert [(one.on, one.next_on, one.stage) for one in told.history] == [
        (date(2026, 1, 14), date(2026, 12, 18), "evidence")
    ]


@pytest.mark.parametrize(
    "content", [pages.TABLES.encode(), pages.SPANS.encode(), pages.printed()], ids=["t", "s", "p"]
)
def test_no_name_of_a_party_is_carried_on(content: bytes) -> None:
    told = read(content)
    kept = json.dumps(told.to_json(), default=str).upper()

    assert told.parties
    assert [name for name in pages.NAMES if name in kept] == []


@pytest.mark.parametrize(
    "page",
    [
        pages.SOMETHING_ELSE,
        "<html></html>",
        pages.TABLES.replace("CNR Number", "Number of nothing"),
        pages.TABLES.replace("WBNP01-001234-2025", "WBNP01-001234"),
        "<table><tr><td>CNR Number</td><td>WBNP010012342025</td></tr></table>",
    ],
)
def test_an_unknown_layout_gives_nothing(page: str) -> None:
    with pytest.raises(UnknownLayout):
        read(page)


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04\x00\x00", b"\x89PNG\r\n\x1a\n\x00", b"plain words"]
)
def test_what_is_no_page_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(NotAPage):
        read(content)


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing", b"%PDF-" + b"\x00" * 5000])
def test_a_broken_pdf_is_said_to_be_unreadable(content: bytes) -> None:
    with pytest.raises(UnreadablePdf):
        read(content)


HOSTILE = {
    "fifty megabytes": b"<table>" + b"a" * 50 * 1024 * 1024,
    "four megabytes of page": b"<p>" + b"a" * 4 * 1024 * 1024,
    "deep": b"<table><tr><td>" * 130_000,
    "open for ever": b"<" * 2_000_000,
    "attributes": b"<a " + b"x=1 " * 500_000 + b">",
    "entities": b"<p>" + b"&amp;" * 500_000,
    "comments": b"<!--" * 500_000,
    "declarations": b"<!DOCTYPE x [" + b"<!ENTITY a 'b'>" * 100_000,
    "script that never ends": b"<script>" + b"</scrip" * 300_000,
    "cells": b"<table><tr>" + b"<td>1-1-2025</td>" * 60_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_refused_or_harmless_and_soon(name: str) -> None:
    start = time.process_time()

    with pytest.raises((PageTooLarge, NotAPage, UnknownLayout)):
        read(HOSTILE[name])

    assert time.process_time() - start < 6


def test_the_limit_is_what_the_page_says() -> None:
    assert MOST_BYTES == 8 * 1024 * 1024


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22-04-2026", date(2026, 4, 22)),
        ("22nd April 2026", date(2026, 4, 22)),
        (": 1st May 2026", date(2026, 5, 1)),
        ("31-02-2026", None),
        ("3rd Smarch 2026", None),
        ("22-04-26", None),
        ("29-02-2028", date(2028, 2, 29)),
    ],
)
def test_days_as_ecourts_writes_them(text: str, day: date | None) -> None:
    assert day_of(text) == day


@given(st.text(alphabet="<>/=\"'!-&; abtdrhCNR\u00e9\n", max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(NotAPage, UnknownLayout, PageTooLarge):
        read(f"<{text}")
