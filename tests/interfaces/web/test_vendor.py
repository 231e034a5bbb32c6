"""What we carry is what we wrote down, letter for letter."""

import hashlib
import re
from pathlib import Path

import pytest

import tafteesh.interfaces

HERE = Path(tafteesh.interfaces.__file__).parent
VENDOR = HERE / "web" / "static" / "vendor"
ROW = re.compile(r"^\| `(?P<file>[^`]+)` \|.*`(?P<sha>[0-9a-f]{64})` \|$", re.MULTILINE)
LISTED = dict(ROW.findall((VENDOR / "README.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", LISTED)
def test_a_carried_file_is_the_one_in_the_table(name: str) -> None:
    assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == LISTED[name]


def test_every_font_stands_in_the_table_and_has_its_licence_beside_it() -> None:
    fonts = [*HERE.glob("web/static/fonts/*.woff2"), *HERE.glob("letters/fonts/*.ttf")]
    listed = {(VENDOR / name).resolve() for name in LISTED}

    assert len(fonts) == 14
    assert {font.resolve() for font in fonts} <= listed
    for font in fonts:
        assert any(font.parent.glob("OFL-*.txt"))


def test_no_address_of_a_package_registry_is_carried() -> None:
    words = re.compile(r"npmjs|jsdelivr|unpkg|pypi\.org|googleapis|gstatic|cdnjs", re.IGNORECASE)
    texts = [
        path
        for folder in ("web/static", "web/templates", "letters/fonts")
        for path in (HERE / folder).rglob("*")
        if path.suffix in {".css", ".js", ".svg", ".html", ".md", ".txt"}
    ]

    assert texts
    assert not [path for path in texts if words.search(path.read_text(encoding="utf-8"))]
