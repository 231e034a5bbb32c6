"""Which lapses: of a kind, a police station, a court, an age, proved or not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass

from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from tafteesh.domain.facts.lapse_board import Asked, Counted
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

    @property
    def asked(self) -> Asked:
        """The same in the words of the board."""
        ages, proofs = dict(AGES), dict(PROOFS)
        return Asked(
            self.kind,
            self.station,
            self.court,
            int(self.age) if self.age in ages else None,
            self.proved == "yes" if self.proved in proofs else None,
        )


@dataclass(frozen=True)
class Tally:
    """One line of a count: what, how many, and the list behind the number."""

    words: Words
    number: int
    query: str


def tally(
    counted: Iterable[Counted],
    choice: Choice,
    name: str,
    say: Callable[[str], Words] = lambda code: code,
) -> list[Tally]:
    """How many there are of each, the most first."""
    return [Tally(say(one.code), one.number, choice.query(**{name: one.code})) for one in counted]
