"""The rows of the year by block: hundreds of one shape, cast once and filled."""

from collections.abc import Iterable

from django import template
from django.utils.formats import localize
from django.utils.safestring import SafeString

from tafteesh.domain.facts.blocks import Block
from tafteesh.interfaces.web.moulds import filled_each
from tafteesh.interfaces.web.templatetags.formats import rupees

register = template.Library()
GROUPED_FROM = 1000  # below it a number is written as it is, in every language


def _number(count: int | None, untold: str) -> str:
    if count is None:
        return untold
    written = str(count) if 0 <= count < GROUPED_FROM else str(localize(count))
    return SafeString(written)  # figures and commas


def _money(paise: int | None, untold: str) -> str:
    return untold if paise is None else SafeString(rupees(paise))


@register.simple_tag
def block_rows(*, blocks: Iterable[Block], no_block: str, untold: str) -> SafeString:
    """A row each; `untold` stands for what may not be told."""
    rows = [
        {
            "name": block.name or no_block,
            "active": _number(block.active, untold),
            "trafficking": _number(block.trafficking, untold),
            "violence": _number(block.violence, untold),
            "moved": _number(block.moved, untold),
            "ordered": _money(block.ordered, untold),
            "credited": _money(block.credited, untold),
        }
        for block in blocks
    ]
    return filled_each("facts/block.html", {}, rows)
