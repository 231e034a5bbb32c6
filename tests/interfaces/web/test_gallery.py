"""The gallery shows every component; a new one that is not in it fails here."""

import re
from pathlib import Path

from tafteesh.interfaces import web

ROOM = Path(web.__file__).parent
DRAWN_BY = re.compile(r'inclusion_tag\("(components/\w+\.html)"[^)]*\)\s*def (\w+)')


def test_the_gallery_shows_every_component_that_has_a_tag() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOM / "templatetags").glob("*.py"))
    pages = [*ROOM.glob("templates/gallery/*.html"), ROOM / "templates/parts/strip.html"]
    shown = "".join(path.read_text("utf-8") for path in pages)
    tags = {name for _template, name in DRAWN_BY.findall(code)}

    assert len(tags) > 20
    assert sorted(name for name in tags if not re.search(rf"{{%\s*{name}\b", shown)) == []


def test_every_component_is_drawn_by_a_tag_or_by_another_component() -> None:
    files = [*ROOM.glob("templatetags/*.py"), *ROOM.glob("templates/components/*.html")]
    text = "".join(path.read_text("utf-8") for path in files)
    names = {path.name for path in ROOM.glob("templates/components/*.html")}

    assert sorted(name for name in names if f"components/{name}" not in text) == []
