"""How money, days and years are written on every screen: Western digits, lakh grouping, day first."""

from datetime import date, datetime
from functools import lru_cache
from typing import TypeGuard

from django import template
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext

from tafteesh.foundation.kernel import money
from tafteesh.interfaces.web.templatetags.shapes import About

register = template.Library()

THREE = 3  # digits at the end that stand together
PAISE_IN_RUPEE = 100
LAKH = 1_00_000
CRORE = 1_00_00_000
APRIL = 4


def grouped(number: int) -> str:
    """400000 is 4,00,000: the last three digits, then pairs."""
    digits = str(abs(number))
    if len(digits) > THREE:
        head, tail = digits[:-THREE], digits[-THREE:]
        first = len(head) % 2
        pairs = [head[:1]] if first else []
        pairs += [head[at : at + 2] for at in range(first, len(head), 2)]
        digits = ",".join([*pairs, tail])
    return "-" + digits if number < 0 else digits


@register.filter
def rupees(paise: int | None) -> str:
    """Integer paise as ₹4,00,000; paise are shown only when there are some."""
    return "" if paise is None else _rupees(paise)


@lru_cache(maxsize=4096)
def _rupees(paise: int) -> str:
    whole, rest = divmod(abs(paise), PAISE_IN_RUPEE)
    sign = "-" if paise < 0 else ""
    return f"{sign}₹{grouped(whole)}" + (f".{rest:02d}" if rest else "")


READ_OUT = {"bn": money.in_words_bn, "hi": money.in_words_hi}


@register.filter
def in_words(paise: int | None) -> str:
    """Integer paise as they are said: four lakh rupees."""
    return READ_OUT.get(get_language() or "", money.in_words_en)(paise) if paise else ""


@register.filter
def lakh(paise: int | None) -> str:
    """Integer paise in lakh, or in crore from one crore on; two places at most. Never million."""
    if paise is None:
        return ""
    amount = paise / PAISE_IN_RUPEE
    if abs(amount) >= CRORE:
        return pgettext("money", "%(amount)s crore") % {"amount": f"{amount / CRORE:.2f}"}
    words = f"{amount / LAKH:.2f}".removesuffix("0").removesuffix(".0")
    return pgettext("money", "%(amount)s lakh") % {"amount": words}


def written(value: date) -> str:
    """14-12-2026."""
    return f"{value.day:02}-{value.month:02}-{value.year:04}"


@register.filter
def day(value: date | None) -> str | SafeString:
    """A day as 14-12-2026, with the machine's form beside it."""
    if value is None:
        return ""
    machine = f"{value.year:04}-{value.month:02}-{value.day:02}"
    return SafeString(f'<time datetime="{machine}">{written(value)}</time>')


@register.filter
def weekday(value: date | None) -> str | SafeString:
    """A day on which somebody acts: Mon 14-12-2026."""
    if value is None:
        return ""
    name = WEEKDAYS_ABBR[value.weekday()]
    return format_html(
        '<time datetime="{}">{} {}</time>', f"{value:%Y-%m-%d}", name, f"{value:%d-%m-%Y}"
    )


def _is_about(value: object) -> TypeGuard[About]:
    return all(hasattr(value, name) for name in ("earliest", "latest", "words", "precision"))


@register.filter
def is_about(value: object) -> bool:
    """Whether this is a day that may not be exact, and is not."""
    return _is_about(value) and value.earliest != value.latest


@register.filter
def approx(about: About | None) -> str | SafeString:
    """A day that is not exact as ~ March 2023; an exact one as a day."""
    if about is None or about.earliest is None or about.latest is None:
        return "" if about is None else about.words
    if about.earliest == about.latest:
        return day(about.earliest)
    return format_html(
        '<span class="about num">~ {}</span>',
        _span(about.earliest, about.latest),
    )


def _span(earliest: date, latest: date) -> str:
    """The words for a stretch of days: its month, its year, or both ends."""
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return date_format(earliest, "F Y")
    if earliest.year == latest.year:
        if (earliest.month, latest.month) == (1, 12):
            return str(earliest.year)
        return gettext("%(first)s to %(last)s") % {
            "first": date_format(earliest, "F"),
            "last": date_format(latest, "F Y"),
        }
    return gettext("%(first)s to %(last)s") % {"first": earliest.year, "last": latest.year}


@register.filter
def when(value: object) -> object:
    """A day, a day about, or any other value as it is. Nothing known is a dash, never an empty cell."""
    if value is None or value == "":
        return "–"
    if isinstance(value, date | datetime):
        return day(value)
    return approx(value) if _is_about(value) else value


@register.filter
def fy(value: date | None) -> str:
    """The financial year of a day, 1 April to 31 March: 2025-26."""
    if value is None:
        return ""
    start = value.year if value.month >= APRIL else value.year - 1
    return f"{start}-{(start + 1) % 100:02d}"
