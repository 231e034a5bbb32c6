"""A choice among records: offered through her own door, answered with the record itself."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import pgettext_lazy

from tafteesh.interfaces.web.templatetags.shapes import Words

NOTHING_YET = pgettext_lazy("choice", "Choose one")


class PickField(forms.ChoiceField):
    """One record of those that were offered; `others` are answers that are no record."""

    def __init__(self, *, others: Iterable[tuple[str, Words]] = (), **more: Any) -> None:
        super().__init__(**more)
        self.others = list(others)
        self.rows: dict[str, models.Model] = {}

    def offer(self, rows: Iterable[models.Model], words: Callable[[Any], str]) -> None:
        """Offer these records, each in words."""
        self.rows = {str(row.pk): row for row in rows}
        offered = [(pk, words(row)) for pk, row in self.rows.items()]
        self.choices = [("", NOTHING_YET), *self.others, *offered]

    def clean(self, value: Any) -> Any:
        """The record, the code of another answer, or None."""
        chosen = super().clean(value)
        return self.rows.get(chosen, chosen) or None
