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
    outside = _BRACKETS.sub(" ", text)
    names = [*_BETWEEN_NAMES.split(outside), *_BRACKETS.findall(text)]
    if outside.count(",") == 1 and len(names) == 2:  # Mondal, Rina is one name and not two
        names.insert(0, outside.replace(",", " "))
    return [" ".join(name.split()) for name in names if name.strip()][:_MOST]
