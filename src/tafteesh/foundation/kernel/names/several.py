"""Several names in one box."""

import re

_BETWEEN_NAMES = re.compile(
    r"[,;/|\n\r\u0964@]|\b(?:alias|urf)\b|(?<!\S)(?:ওরফে|उर्फ)(?!\S)", re.IGNORECASE
)
_BRACKETS = re.compile(r"\(([^()]*)\)?")
_MOST, _LONGEST = 6, 400


def names_in(text: str) -> list[str]:
    """The names that a box holds, parted by commas, slashes, alias or urf; what is in brackets is one more.

    Never fails.
    """
    text = text[:_LONGEST]
    whole = [*_BETWEEN_NAMES.split(_BRACKETS.sub(" ", text)), *_BRACKETS.findall(text)]
    return [" ".join(name.split()) for name in whole if name.strip()][:_MOST]
