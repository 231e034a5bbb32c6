"""A hidden value with its way to be seen."""

import uuid

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from tafteesh.interfaces.web.moulds import filled

register = template.Library()

REASONS = (
    ("visit", gettext_lazy("I am about to meet or call her")),
    ("paper", gettext_lazy("I am filling in a paper")),
    ("check", gettext_lazy("I am checking the records")),
)


@register.simple_tag
def name_chip(
    *, file_id: uuid.UUID, number: str, may_look: bool, name: str = "name_used"
) -> SafeString:
    """A hidden value; asking for it asks for a reason, and the answer writes the log."""
    fixed = {"may_look": may_look, "name": name}
    return filled("survivor_files/name_chip.html", fixed, file_id=file_id, number=number)
