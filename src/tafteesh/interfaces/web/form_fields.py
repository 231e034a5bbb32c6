"""Fields that read what people write: a day, an amount. And the form that knows who asks."""

import unicodedata
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.approx_date import ApproxDate, read_date
from tafteesh.foundation.kernel.date_told import at_her_age, tells_her_age
from tafteesh.foundation.kernel.digits import clean
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.money import read_money, rupees
from tafteesh.foundation.kernel.no_answer import Answer

LIKE_A_DAY = _("Write the date like 14-12-2026")
LIKE_AN_ABOUT = _("Write it like 14-12-2026, Dec 2026, 2026, or about Kali Puja 2026")
NEEDS_HER_BIRTH = _(
    "Write in the first questions when she was born; then her class or her age is read as days. Or write a year."
)
LIKE_MONEY = _("Write the amount like 4,50,000 or 4.5 lakh")
NO_MONEY = {
    Doubt.ZERO_AMOUNT: _("An amount is more than zero."),
    Doubt.NEGATIVE_AMOUNT: _("An amount is never below zero; a wrong entry is withdrawn."),
    Doubt.BAD_GROUPING: _("A comma or a point stands in an odd place."),
    Doubt.AMOUNT_TOO_LARGE: _("This is more than a hundred crore. Look at the zeros."),
}
OTHER_MONEY = _("Write rupees, no other money.")


class DayField(forms.Field):
    """One exact day, in any way a day is written. `past_only` refuses days that have not come."""

    widget = forms.TextInput

    def __init__(self, *, past_only: bool = True, **more: Any) -> None:
        super().__init__(**more)
        self.past_only = past_only
        self.today = date.max

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%d-%m-%Y}" if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        """The day. Raises ValidationError in plain words."""
        text = str(value or "").strip()
        if not text:
            return None
        reading = read_date(text, today=self.today, past_only=self.past_only)
        if reading.doubt is Doubt.FUTURE_DATE:
            raise ValidationError(_("This day has not come yet"), code="future")
        if reading.value is None or reading.value.earliest != reading.value.latest:
            raise ValidationError(LIKE_A_DAY, code="not_a_day")
        return reading.value.earliest


class AboutDayField(forms.Field):
    """A day as she tells it: exact, a month, a year, or "about Kali Puja 2024"."""

    widget = forms.TextInput
    today = date.max
    her_birth: ApproxDate | None = None

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, ApproxDate):
            return value
        exact = value.exact
        return value.words or (f"{exact:%d-%m-%Y}" if exact else value.iso())

    def to_python(self, value: Any) -> ApproxDate | None:
        """The days it may be, with the words as told. Raises ValidationError in plain words."""
        text = str(value or "").strip()
        if not text:
            return None
        reading = read_date(text, today=self.today)
        if reading.doubt is Doubt.FUTURE_DATE:
            raise ValidationError(_("This day has not come yet"), code="future")
        days = reading.value or self._at_her_age(text)
        if days is None:
            raise ValidationError(LIKE_AN_ABOUT, code="not_a_day")
        return ApproxDate(days.earliest, days.latest, "" if days.exact else text)

    def _at_her_age(self, text: str) -> ApproxDate | None:
        """ "Class 7" and "at 14", where it is known when she was born."""
        told = clean(text).casefold()
        if not tells_her_age(told):
            return None
        if self.her_birth is None:
            raise ValidationError(NEEDS_HER_BIRTH, code="no_birth")
        days = at_her_age(told, (self.her_birth.earliest, self.her_birth.latest))
        if days is None or days[0] > self.today:
            return None
        return ApproxDate(days[0], min(days[1], self.today), text)


class NoAnswerField(forms.ChoiceField):
    """Why the field before it is empty: known, not known, not asked, declined and the others are values."""

    def __init__(self, **more: Any) -> None:
        super().__init__(choices=Answer.choices, required=False, **more)


def answered(value: object, said: str) -> str:
    """What is stored beside a value: known where there is one, else why there is none."""
    if value:
        return Answer.KNOWN
    return Answer.NOT_ASKED if said in ("", Answer.KNOWN) else said


class MoneyField(forms.Field):
    """An amount in rupees as people write it; cleaned, it is paise."""

    widget = forms.TextInput

    def prepare_value(self, value: Any) -> Any:
        return rupees(value).lstrip("₹") if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        """Paise. Raises ValidationError in plain words."""
        text = str(value or "").strip()
        if not text:
            return None
        read = read_money(text)
        if read.paise is None:
            raise ValidationError(why_no_amount(text, read.doubt), code="not_an_amount")
        return int(read.paise)


def why_no_amount(text: str, doubt: Doubt | None) -> str:
    """Why this is no amount, and how to write one."""
    other = any(unicodedata.category(letter) == "Sc" and letter not in "₹৳" for letter in text)
    why = OTHER_MONEY if other else NO_MONEY.get(doubt or Doubt.NOT_AN_AMOUNT, "")
    return f"{why} {LIKE_MONEY}".strip()


class ActorForm(forms.Form):
    """A form that knows who fills it in, and on which day."""

    def __init__(
        self, *args: Any, by: Actor, her_birth: ApproxDate | None = None, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.by = by
        for field in self.fields.values():
            if isinstance(field, DayField | AboutDayField):
                field.today = by.today
            if isinstance(field, AboutDayField):
                field.her_birth = her_birth

    def doubt(self) -> str | Promise:
        """A question to ask before saving what may be a slip; empty when there is none."""
        return ""
