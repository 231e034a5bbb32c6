"""Values of a staged row, on their way through JSON and back, and the codes that words stand for."""

import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.digits import folded

Code = TypeVar("Code")


class NotTaken(Exception):
    """The row cannot be taken in as it stands; kind and field say why, a person settles it."""

    def __init__(self, kind: str, field_name: str = "") -> None:
        super().__init__(kind)
        self.kind, self.field_name = kind, field_name


@dataclass(slots=True)
class Staged:
    """A staged row, opened: what was read, and which fields of it are in doubt."""

    id: uuid.UUID
    sheet: str
    row: int
    kind: str
    values: dict[str, Any]
    doubtful: frozenset[str] = field(default_factory=frozenset)

    def get(self, name: str) -> Any:  # one of the types of `pack`
        """The value of a field, or None where there is none or it is in doubt."""
        return None if name in self.doubtful else self.values.get(name)

    def text(self, name: str) -> str:
        """A text, empty where there is none."""
        value = self.get(name)
        return str(value) if value is not None else ""

    def around(self, name: str) -> ApproxDate | None:
        """A day that may be a range."""
        value = self.get(name)
        return value if isinstance(value, ApproxDate) else None

    def day(self, name: str) -> date | None:
        """An exact day. Raises NotTaken where only a month or a year is known."""
        value = self.around(name)
        if value is not None and value.earliest != value.latest:
            raise NotTaken("day not known", name)
        return value.earliest if value else None

    def needed_day(self, name: str) -> date:
        """An exact day that the row cannot do without. Raises NotTaken."""
        value = self.day(name)
        if value is None:
            raise NotTaken("date missing", name)
        return value


def _packed(value: Any) -> Any:
    if isinstance(value, ApproxDate):
        return {"~": [value.earliest.isoformat(), value.latest.isoformat(), value.words]}
    if isinstance(value, date):
        return {"~": [value.isoformat()[:10]] * 2 + [""]}
    if isinstance(value, frozenset | set):
        return sorted(value)
    return str(value)


def pack(row: Mapping[str, Any]) -> str:
    """JSON of a row, with approximate days as they are."""
    return json.dumps(row, default=_packed, ensure_ascii=False, separators=(",", ":"))


def _opened(found: dict[str, Any]) -> Any:
    if "~" in found and len(found) == 1:
        first, last, words = found["~"]
        return ApproxDate(date.fromisoformat(first), date.fromisoformat(last), words)
    return found


def unpack(text: str) -> dict[str, Any]:
    """The opposite of `pack`."""
    row: dict[str, Any] = json.loads(text, object_hook=_opened)
    return row


NO = frozenset(["not", "no", "never", "without", "না", "নয়", "হয়নি", "নেই", "नहीं", "बिना"])


def meaning(words: object, codes: Mapping[str, Code]) -> Code | None:
    """What the words stand for: a whole entry of the list, or the longest entry that stands among them."""
    plain = folded(str(words or "")).replace("_", " ").replace("-", " ")
    if (found := codes.get(plain)) is not None or not plain:
        return found
    said = re.sub(r"[^\w\s\u0980-\u09ff\u0900-\u097f]+", " ", plain).split()
    if NO & set(said) or len(said) > 6:
        return None
    spans = (
        " ".join(said[start : start + length])
        for length in range(len(said), 0, -1)
        for start in range(len(said) - length + 1)
    )
    return next((codes[span] for span in spans if span in codes and len(span) > 1), None)


def code(words: object, codes: Mapping[str, str], otherwise: str = "") -> str:
    """The code that the words stand for; `otherwise` where they stand for none."""
    return meaning(words, codes) or otherwise
