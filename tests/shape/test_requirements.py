"""Every requirement names what proves it, and what it names exists."""

import re

from tests.shape.sources import CHECKOUT

PAGE = CHECKOUT / "docs" / "security" / "requirements.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
WANTED = {f"R-{n:02}" for n in [*range(1, 31), 39, 40, 41]}


def missing(text: str) -> list[str]:
    """Named tests that do not exist."""
    found = []
    for path, name in NAMED.findall(text):
        file = CHECKOUT / path
        if not file.exists() or (name and f"def {name}(" not in file.read_text()):
            found.append(f"{path}::{name}")
    return found


def unproved(text: str) -> set[str]:
    """Requirements with neither a test nor a recorded check."""
    lines = re.findall(r"^\| (R-\d\d) \|[^|]*\|(.*)\|$", text, re.MULTILINE)
    proved = {number for number, by in lines if NAMED.search(by) or "Recorded check:" in by}
    return WANTED - proved


def test_every_requirement_is_proved_by_something_that_exists() -> None:
    assert (missing(PAGE.read_text()), unproved(PAGE.read_text())) == ([], set())


def test_a_test_that_is_not_there_is_caught() -> None:
    assert missing("`tests/shape/test_requirements.py::test_nowhere`")
    assert unproved("| R-01 | Something | soon |") == WANTED
