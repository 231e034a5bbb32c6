"""What is too long to be read at once is parted, or says why not."""

import pytest

from tests.shape.sources import Source, modules, templates

FUNCTION, FILE, TEMPLATE = 60, 400, 120
LONG_ON_PURPOSE: dict[str, str] = {}

LONG_FUNCTIONS = {
    "interfaces/commands/demo/records.py _fir": "the one FIR of the demo that has everything, told in order",
}


def too_long(sources: list[Source], most: int) -> list[str]:
    return [
        source.path
        for source in sources
        if len(source.text.splitlines()) > most and source.path not in LONG_ON_PURPOSE
    ]


def long_functions(sources: list[Source], most: int = FUNCTION) -> list[str]:
    return [
        f"{source.path} {node.name}"
        for source in sources
        for node in source.functions()
        if (node.end_lineno or 0) - node.lineno + 1 > most
        and f"{source.path} {node.name}" not in LONG_FUNCTIONS
    ]


def test_functions_are_short() -> None:
    assert long_functions(modules()) == []


def test_files_are_short() -> None:
    assert too_long(modules(), FILE) == []


def test_templates_are_short() -> None:
    assert too_long(templates(), TEMPLATE) == []


@pytest.mark.parametrize("lines", [60, 61])
def test_one_line_too_many_is_caught(lines: int) -> None:
    function = "def f():\n" + " x = 1\n" * (lines - 1)
    assert bool(long_functions([Source("x.py", function)])) is (lines > FUNCTION)
    assert too_long([Source("x.py", "x\n" * 401)], FILE) == ["x.py"]


def test_what_is_long_on_purpose_is_still_long() -> None:
    paths = {s.path: len(s.text.splitlines()) for s in modules()}
    assert {p for p in LONG_ON_PURPOSE if paths.get(p, 9999) <= FILE} == set()
