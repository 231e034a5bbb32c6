"""The rows of the year by block: hundreds of one shape, cast once and filled."""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.formats import localize
from django.utils.safestring import SafeString

from tafteesh.domain.facts.blocks import Block
from tafteesh.interfaces.web.moulds import filled_lines
from tafteesh.interfaces.web.templatetags.formats import rupees

register = template.Library()
WRITTEN = ("name", "active", "trafficking", "violence", "moved", "ordered", "credited")
GROUPED_FROM = 1000  # below it a number is written as it is, in every language


def _number(count: int | None, untold: str) -> str:
    if count is None:
        return untold
    return str(count) if 0 <= count < GROUPED_FROM else str(localize(count))


def _money(paise: int | None, untold: str) -> str:
    return untold if paise is None else rupees(paise)


@register.simple_tag
def block_rows(*, blocks: Iterable[Block], no_block: str, untold: str) -> SafeString:
    """A row each; `untold` stands for what may not be told."""
    none, few = escape(no_block), escape(untold)
    lines = [
        (
            escape(block.name) if block.name else none,
            _number(block.active, few),
            _number(block.trafficking, few),
            _number(block.violence, few),
            _number(block.moved, few),
            _money(block.ordered, few),
            _money(block.credited, few),
        )
        for block in blocks
    ]
    return filled_lines("facts/block.html", WRITTEN, lines)
