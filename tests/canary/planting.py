"""Two hundred canaries, none of which occurs by chance, and where to look for them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SYLLABLES = ("zo", "qua", "bri", "xel", "vud", "jok", "wyn", "fze")


def _word(number: int) -> str:
    """A word that is nobody's name."""
    parts = [SYLLABLES[(number >> shift) % 8] for shift in (0, 3, 6)]
    return "".join(parts).capitalize() + f"q{number:03}x"


@dataclass(frozen=True)
class Canary:
    """One planted text of its kind."""

    kind: str
    text: str


def canaries() -> list[Canary]:
    """Fifty of each kind."""
    found = []
    for n in range(50):
        found += [
            Canary("name", f"{_word(n)} {_word(n + 100)}"),
            Canary("phone", f"7{n:02}4{(n * 7919) % 100000:05}{n % 10}"),
            Canary("address", f"{_word(n + 200)} Para, near {_word(n + 300)} Ghat"),
            Canary("account", f"9{n:03}{(n * 104729) % 10**9:09}"),
        ]
    return found


def needles(planted: Iterable[Canary]) -> dict[bytes, str]:
    """Every form in which a planted text could lie about: as it is, in lower case, in hex, in UTF-16."""
    found = {}
    for canary in planted:
        words = [canary.text]
        if canary.kind in {"name", "address"}:
            words += re.findall(r"\w+q\d{3}x", canary.text)
        for word in words:
            for form in {word, word.lower(), word.upper()}:
                raw = form.encode()
                for shape in (raw, raw.hex().encode(), form.encode("utf-16-le")):
                    found[shape] = canary.text
    return found


class Sweep:
    """One pattern over all needles, so that large files are read once."""

    def __init__(self, planted: Iterable[Canary]) -> None:
        self.pattern = re.compile(b"|".join(re.escape(n) for n in sorted(needles(planted))))

    def hits(self, content: bytes) -> set[bytes]:
        return set(self.pattern.findall(content))

    def files(self, folder: Path) -> Iterator[tuple[str, set[bytes]]]:
        """Files of a folder, at whatever depth, in which something was found."""
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                found = self.hits(path.read_bytes())
                if found:
                    yield str(path.relative_to(folder)), found
