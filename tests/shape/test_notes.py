"""Nothing is left for later in the code, and every story of the programme has its file."""

import re
from pathlib import Path

import pytest

from tests.shape.sources import CHECKOUT

LATER = re.compile("|".join(("TO" + "DO", "FIX" + "ME")))
SKIPPED = re.compile(r"pytest\.mark\.(skip|xfail)\b|pytest\.mark\.skip\(|unittest\.skip")
STORIES = (3, 4, 7, 8, 9, 10, 13, 23, 24)
KINDS = {".py", ".html", ".js", ".css", ".sh", ".sql", ".md", ".toml"}


def ours() -> list[Path]:
    folders = ("src", "tests", "script", "bench", "docs")
    return [
        path
        for folder in folders
        for path in sorted((CHECKOUT / folder).rglob("*"))
        if path.is_file()
        and (path.suffix in KINDS or folder == "script")
        and not {"node_modules", "vendor", "__pycache__"} & set(path.parts)
    ]


def left_for_later(text: str) -> bool:
    return bool(LATER.search(text))


def test_nothing_is_left_for_later() -> None:
    found = [str(p.relative_to(CHECKOUT)) for p in ours() if left_for_later(p.read_text())]
    assert found == []


def test_no_test_is_switched_off() -> None:
    tests = [p for p in ours() if p.is_relative_to(CHECKOUT / "tests") and p != Path(__file__)]
    without_a_browser = (
        CHECKOUT / "tests/browser/conftest.py"
    )  # continuous integration refuses that
    found = [p for p in tests if SKIPPED.search(p.read_text()) and p != without_a_browser]
    assert found == []


def test_a_note_for_later_is_caught() -> None:
    assert left_for_later("x = 1  # TO" + "DO: count")


@pytest.mark.parametrize("number", STORIES)
def test_every_story_has_its_file(number: int) -> None:
    assert list((CHECKOUT / "tests" / "stories").glob(f"test_{number:02}_*.py"))
