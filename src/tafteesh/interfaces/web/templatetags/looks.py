"""A hidden name with its way to be seen, and the answers of the hearing card."""

import uuid

from django import template
from django.template.context import Context
from django.utils.translation import gettext_lazy

register = template.Library()

REASONS = (
    ("visit", gettext_lazy("I am about to meet or call her")),
    ("paper", gettext_lazy("I am filling in a paper")),
    ("check", gettext_lazy("I am checking the records")),
)


@register.inclusion_tag("survivor_files/name_chip.html", takes_context=True)
def name_chip(
    context: Context, *, file_id: uuid.UUID, number: str, may_look: bool, name: str = "name_used"
) -> dict[str, object]:
    """A hidden value; asking for it is a POST that writes the log and shows it in place."""
    return {
        "file_id": file_id,
        "number": number,
        "may_look": may_look,
        "name": name,
        "reasons": REASONS,
        "csrf_token": context.get("csrf_token", ""),
    }
