"""A figure as a page shows it: its number first, then what it is out of, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tafteesh.domain.facts import catalogue, queries
from tafteesh.domain.facts.figure import Figure, Indicator
from tafteesh.domain.facts.stamp import Stamp
from tafteesh.interfaces.letters.values import Part, head, out_of, parts_of, stamp_words, unit_of

GROUPS: tuple[tuple[LazyText, tuple[str, ...]], ...] = (
    (gettext_lazy("Police and courts"), ("I4", "I5", "I6", "I21")),
    (gettext_lazy("Compensation"), ("I8", "I7", "I9", "I10")),
    (gettext_lazy("Lawyers and contact"), ("I11", "I12", "I13", "I20")),
    (gettext_lazy("Survivors' voices and officials"), ("I17", "I18", "I19")),
    (gettext_lazy("Partners and knowledge"), ("I14", "I22")),
    (gettext_lazy("How true the records are"), ("I1", "I2", "I3", "J17")),
)


@dataclass(frozen=True)
class Card:
    """One figure of one year."""

    id: str
    name: LazyText
    unit: str
    number: str
    out_of: str
    parts: tuple[Part, ...]
    change: str = ""
    checked: str = ""

    @property
    def lines(self) -> list[str]:
        """The whole of which it is told with its unit, then at most two further values."""
        whole = "" if self.out_of in ("", self.number) else self.out_of
        first = " ".join(filter(None, [whole, self.unit]))
        return [first, *(f"{part.label}: {part.text}" for part in self.parts[:2])]

    @property
    def detail(self) -> str:
        """Unit, the whole of which it is told, and the further values, in one line."""
        first = self.unit if self.out_of in ("", self.number) else f"{self.out_of} · {self.unit}"
        beside = [f"{part.label}: {part.text}" for part in self.parts[:4]]
        return " · ".join([first, *beside])


def card(indicator: Indicator, figure: Figure, before: Figure | None) -> Card:
    """A figure beside that of the year before."""
    change = ""
    if before is not None:
        earlier = head(indicator, before.values)
        change = _("year before: %(number)s") % {"number": earlier}
    return Card(
        indicator.id,
        indicator.name,
        unit_of(indicator, figure.values),
        head(indicator, figure.values),
        out_of(indicator, figure.values),
        parts_of(indicator, figure.values),
        change,
    )


def achievements(figures: Mapping[str, Figure], before: Mapping[str, Figure]) -> list[Card]:
    """The achievements of the year in their order."""
    return [
        card(i, figures[i.id], before.get(i.id)) for i in catalogue.ACHIEVEMENTS if i.id in figures
    ]


def groups(
    figures: Mapping[str, Figure], before: Mapping[str, Figure]
) -> list[tuple[LazyText, list[Card]]]:
    """The indicators under their headings."""
    return [
        (
            heading,
            [
                card(found, figures[name], before.get(name))
                for name in names
                if name in figures and (found := find(name))
            ],
        )
        for heading, names in GROUPS
    ]


def stamped(cards: list[Card], stamp: Stamp) -> list[Card]:
    """The same cards, each with how far the fields that it rests on were checked."""
    return [replace(one, checked=stamp_words(stamp.of(one.id))) for one in cards]


def find(name: str) -> Indicator | None:
    """An indicator by its id."""
    return queries.find_indicator(name)
