"""What is asked of one day in court. Outcome and next date are two taps; the rest may stay empty."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.proceedings.models import Fir, Hearing
from tafteesh.interfaces.web.form_fields import ActorForm, DayField
from tafteesh.interfaces.web.templatetags.formats import weekday

FAR = timedelta(days=366)
SUNDAY = 6
OUTCOMES = [choice for choice in Hearing.Outcome.choices if choice[0] != Hearing.Outcome.EXPECTED]
IN_ONE_TAP = Hearing.Outcome.NOT_KNOWN
CAME = [
    ("her", pgettext_lazy("who came to court", "She")),
    ("lawyer", pgettext_lazy("who came to court", "Her lawyer")),
    ("io", pgettext_lazy("who came to court", "Investigating officer")),
    ("pp", pgettext_lazy("who came to court", "Public prosecutor")),
    ("us", pgettext_lazy("who came to court", "One of us")),
]
VIDEO = [
    ("", gettext_lazy("Not known")),
    ("yes", gettext_lazy("By video link")),
    ("no", gettext_lazy("In the court room")),
]


class HearingForm(ActorForm):
    """Outcome, next date, save."""

    on = DayField(label=gettext_lazy("Day of the hearing"))
    outcome = forms.ChoiceField(
        label=gettext_lazy("What happened?"), choices=OUTCOMES, widget=forms.RadioSelect
    )
    next_on = DayField(label=gettext_lazy("Next date"), past_only=False, required=False)
    next_typed = DayField(
        label=gettext_lazy("Type another date"),
        help_text=gettext_lazy("It stands instead of the day chosen above."),
        past_only=False,
        required=False,
    )
    stage = forms.ChoiceField(
        label=gettext_lazy("What was it about?"),
        choices=[("", gettext_lazy("Not written down")), *Hearing.Stage.choices],
        required=False,
    )
    why = forms.ChoiceField(
        label=gettext_lazy("Why was it put off?"),
        choices=[("", gettext_lazy("Not written down")), *Hearing.Why.choices],
        required=False,
    )
    came = forms.MultipleChoiceField(
        label=gettext_lazy("Who came?"),
        choices=CAME,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    by_video_link = forms.ChoiceField(
        label=gettext_lazy("How was she heard?"), choices=VIDEO, required=False
    )
    note = forms.CharField(
        label=gettext_lazy("Anything else"),
        help_text=gettext_lazy("Sealed: only those who may open her file can read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, fir: Fir, usual: date, card_url: str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self.fir = fir
        self.usual = usual
        self.card_url = card_url  # set where the form has grown on a card
        self.own = f"h{fir.pk.hex[-8:]}"

    def clean(self) -> dict[str, Any]:
        """A typed date stands instead of a chosen one."""
        cleaned = super().clean() or self.cleaned_data
        if typed := cleaned.get("next_typed"):
            cleaned["next_on"] = typed
        return cleaned

    def doubt(self) -> str | Promise:
        """Courts do not sit on Sundays, and seldom give a date more than a year away."""
        day = self.cleaned_data.get("next_on")
        if day is None:
            return ""
        if day.weekday() == SUNDAY:
            return _("%(day)s is a Sunday. Is it right?") % {"day": f"{day:%d-%m-%Y}"}
        if day - self.cleaned_data["on"] > FAR:
            return _("%(day)s is more than a year away. Is it right?") % {"day": f"{day:%d-%m-%Y}"}
        return ""

    @property
    def chosen(self) -> date | None:
        """The next date as it stands in the form now, exact or not at all."""
        for name in ("next_typed", "next_on"):
            value = self[name].value()
            if isinstance(value, date):
                return value
            try:
                if day := self.fields[name].clean(value):
                    return day if isinstance(day, date) else None
            except forms.ValidationError:
                continue
        return None

    @property
    def month(self) -> date:
        """The month that the calendar shows: asked for, chosen, or where this court usually sits next."""
        asked = re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", str(self.initial.get("month", "")))
        if asked:
            return date(int(asked[1]), int(asked[2]), 1)
        return self.chosen or self.usual

    @property
    def closed(self) -> list[date]:
        """Sundays of the month that is shown."""
        first = self.month.replace(day=1)
        days = (first + timedelta(days=place) for place in range(31))
        return [day for day in days if day.weekday() == SUNDAY]

    @property
    def save_label(self) -> str:
        """The button repeats the answer: Save: adjourned, Mon 14-12-2026."""
        outcome = dict(OUTCOMES).get(str(self["outcome"].value() or ""))
        if outcome is None:
            return _("Save")
        said = {"outcome": str(outcome).lower(), "day": strip_tags(weekday(self.chosen))}
        if self.chosen is None:
            return _("Save: %(outcome)s, no next date") % said
        return _("Save: %(outcome)s, %(day)s") % said

    @property
    def more_is_open(self) -> bool:
        """Whether the optional part stands open: an order says what kind it is."""
        names = ("stage", "why", "came", "note", "by_video_link")
        return str(self["outcome"].value()) == Hearing.Outcome.ORDER or any(
            self[name].value() for name in names
        )
