"""How a day, a number or an amount on her page is spoken: the names of its recorded pieces."""

from collections.abc import Iterator
from datetime import date

from django import template

HUNDRED, THOUSAND, LAKH, CRORE = 100, 1_000, 1_00_000, 1_00_00_000
PAISE_IN_RUPEE = 100

register = template.Library()


def _number(number: int) -> Iterator[str]:
    for name, size in (("crore", CRORE), ("lakh", LAKH), ("thousand", THOUSAND)):
        if number >= size:
            yield from _number(number // size)
            yield name
            number %= size
    if number >= HUNDRED:
        yield from (f"n-{number // HUNDRED}", "hundred")
        number %= HUNDRED
    if number:
        yield f"n-{number}"


@register.filter
def spoken_number(number: int) -> str:
    """400719 is spoken as 4, lakh, 7, hundred, 19."""
    return " ".join(_number(number)) or "n-0"


@register.filter
def spoken_rupees(paise: int) -> str:
    """Whole rupees, as they are counted in lakh."""
    return f"{spoken_number(paise // PAISE_IN_RUPEE)} rupees"


@register.filter
def spoken_day(day: date) -> str:
    """Monday, 14, December: the year is not spoken."""
    return f"weekday-{day.weekday()} n-{day.day} month-{day.month}"
