"""Which drawings the sprite holds. A wrong name stops the page instead of leaving a hole in it."""

import re
from functools import cache
from pathlib import Path

from django.template import TemplateSyntaxError

SPRITE = Path(__file__).resolve().parent.parent / "static" / "icons.svg"


@cache
def icons() -> frozenset[str]:
    """The names of all drawings in the sprite."""
    return frozenset(re.findall(r'<symbol id="([a-z-]+)"', SPRITE.read_text(encoding="utf-8")))


def known_icon(name: str) -> str:
    """The same name, if there is such a drawing."""
    if name not in icons():
        raise TemplateSyntaxError(f"no icon {name!r} in icons.svg")
    return name
