"""Which lapses: of a kind, a police station, a court, an age, proved or not."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.facts.duties import Lapse
from tafteesh.interfaces.web.templatetags.shapes import Words

AGES: tuple[tuple[str, Words], ...] = (
    ("30", _("More than 30 days")),
    ("90", _("More than 90 days")),
    ("365", _("More than a year")),
)
PROOFS: tuple[tuple[str, Words], ...] = (("yes", _("Proved")), ("no", _("Not proved yet")))


@dataclass(frozen=True)
class Choice:
    """What an address asks for."""

    kind: str = ""
    station: str = ""
    court: str = ""
    age: str = ""
    proved: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Choice":
        """The choice that an address makes."""
        return cls(*(str(asked.get(name, ""))[:160] for name in cls.__dataclass_fields__))

    def query(self, **more: str) -> str:
        """The address of this choice with what else it needs."""
        said = {**asdict(self), **more}
        return urlencode({name: value for name, value in said.items() if value})

    def takes(self, one: Lapse) -> bool:
        """Whether this lapse lies in it."""
        return (
            self.kind in ("", one.duty.key)
            and self.station in ("", one.fir.station_words)
            and self.court in ("", one.fir.court_words)
            and (not self.age.isdigit() or one.days > int(self.age))
            and (not self.proved or one.checked.is_proved == (self.proved == "yes"))
        )


@dataclass(frozen=True)
class Tally:
    """One line of a count: what, how many, and the list behind the number."""

    words: Words
    number: int
    query: str


def tally(
    found: Iterable[Lapse], choice: Choice, name: str, read: Callable[[Lapse], tuple[str, Words]]
) -> list[Tally]:
    """How many there are of each, the most first."""
    words: dict[str, Words] = {}
    counts: Counter[str] = Counter()
    for one in found:
        code, said = read(one)
        if code:
            words[code] = said
            counts[code] += 1
    return [
        Tally(words[code], number, choice.query(**{name: code}))
        for code, number in counts.most_common()
    ]
