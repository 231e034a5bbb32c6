"""A figure as a page shows it: its number first, then what it is out of, in words."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext as _

from tafteesh.domain.facts import catalogue, queries
from tafteesh.domain.facts.figure import Figure, Indicator
from tafteesh.interfaces.letters.values import Part, head, parts_of

__all__ = ["Card", "Part", "card", "cards", "find", "head", "parts_of"]


@dataclass(frozen=True)
class Card:
    """One figure of one year."""

    id: str
    name: LazyText
    unit: LazyText
    number: str
    parts: tuple[Part, ...]
    change: str = ""


def card(indicator: Indicator, figure: Figure, before: Figure | None) -> Card:
    """A figure beside that of the year before."""
    change = ""
    if before is not None:
        earlier = head(indicator, before.values)
        change = _("year before: %(number)s") % {"number": earlier}
    return Card(
        indicator.id,
        indicator.name,
        indicator.unit,
        head(indicator, figure.values),
        parts_of(indicator, figure.values),
        change,
    )


def cards(figures: dict[str, Figure], before: dict[str, Figure]) -> tuple[list[Card], list[Card]]:
    """The thirteen achievements, and the indicators beside them."""
    first = [card(i, figures[i.id], before.get(i.id)) for i in catalogue.ACHIEVEMENTS]
    others = (catalogue.MONEY_WAITING, *catalogue.INDICATORS)
    second = [card(i, figures[i.id], before.get(i.id)) for i in others if i.id in figures]
    return first, second


def find(name: str) -> Indicator | None:
    """An indicator by its id."""
    return queries.find_indicator(name)
