"""What is asked of one day in court. Outcome and next date are two taps; the rest may stay empty."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tafteesh.domain.proceedings.board import recorded_by_another
from tafteesh.domain.proceedings.corrections import corrections_before
from tafteesh.domain.proceedings.models import Correction, Fir, Hearing
from tafteesh.interfaces.web.form_fields import ActorForm, DayField, MoneyField
from tafteesh.interfaces.web.picking import PickField
from tafteesh.interfaces.web.templatetags.formats import weekday
from tafteesh.reference.places.queries import closed_days, find_court

FAR = timedelta(days=366)
SUNDAY = 6
OUTCOMES = [choice for choice in Hearing.Outcome.choices if choice[0] != Hearing.Outcome.EXPECTED]
# What a day in court is called beside the outcomes of the card: an outcome together with its business.
OF_STAGE = {
    f"{outcome}-{stage}": (outcome.value, stage.value)
    for outcome, stage in (
        (Hearing.Outcome.HEARD, Hearing.Stage.EVIDENCE),
        (Hearing.Outcome.HEARD, Hearing.Stage.CHARGE),
        (Hearing.Outcome.HEARD, Hearing.Stage.ARGUMENT),
        (Hearing.Outcome.ORDER, Hearing.Stage.JUDGMENT),
    )
}
CODES = [
    *OUTCOMES[:-1],
    *((code, dict(Hearing.Stage.choices)[stage]) for code, (_out, stage) in OF_STAGE.items()),
    OUTCOMES[-1],
]
CAME = [
    ("her", pgettext_lazy("who came to court", "She")),
    ("lawyer", pgettext_lazy("who came to court", "Her lawyer")),
    ("io", pgettext_lazy("who came to court", "Investigating officer")),
    ("pp", pgettext_lazy("who came to court", "Public prosecutor")),
    ("judge", pgettext_lazy("who came to court", "The judge")),
    ("us", pgettext_lazy("who came to court", "One of us")),
]
DONE = [
    ("", gettext_lazy("Not known")),
    ("yes", gettext_lazy("Yes")),
    ("no", gettext_lazy("No, the day was lost")),
]
VIDEO = [
    ("", gettext_lazy("Not known")),
    ("yes", gettext_lazy("By video link")),
    ("no", gettext_lazy("In the court room")),
]


def holidays_of(fir: Fir) -> frozenset[date]:
    """The days on which the court of a FIR does not sit, where the court is one of our lists."""
    court = fir.court_id
    if court is None and fir.court_words and (known := find_court(fir.court_words)):
        court = known.pk
    return closed_days([court]).get(court, frozenset()) if court else frozenset()


def correction_words(row: Correction) -> str:
    """A correction by its reason, forum and day."""
    filed = f" · {row.filed_on:%d-%m-%Y}" if row.filed_on else ""
    return f"{row.get_reason_display()} · {row.get_forum_display()}{filed}"


class HearingForm(ActorForm):
    """Outcome, next date, save."""

    on = DayField(label=gettext_lazy("Day of the hearing"))
    outcome = forms.ChoiceField(
        label=gettext_lazy("What happened?"), choices=CODES, widget=forms.RadioSelect
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
    was_done = forms.ChoiceField(
        label=gettext_lazy("Was done what it was listed for?"), choices=DONE, required=False
    )
    spent_paise = MoneyField(
        label=gettext_lazy("What she spent for this day, in rupees"), required=False
    )
    hours = forms.IntegerField(
        label=gettext_lazy("Hours she was away from home"),
        min_value=0,
        max_value=72,
        required=False,
    )
    judge_words = forms.CharField(label=gettext_lazy("Judge"), max_length=120, required=False)
    prosecutor_words = forms.CharField(
        label=gettext_lazy("Public prosecutor"), max_length=120, required=False
    )
    correction = PickField(label=gettext_lazy("Was it about a correction?"), required=False)
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
        self.holidays = holidays_of(fir)
        self.card_url = card_url  # set where the form has grown on a card
        self.own = f"h{fir.pk.hex[-8:]}"
        asked = corrections_before(self.by, fir)
        self.fields["correction"].offer(asked, correction_words)  # type: ignore[attr-defined] # a PickField
        if not asked:
            del self.fields["correction"]

    def clean(self) -> dict[str, Any]:
        """A typed date stands instead of a chosen one; an outcome may say its business, too."""
        cleaned = super().clean() or self.cleaned_data
        if (code := cleaned.get("outcome")) in OF_STAGE:
            cleaned["outcome"], cleaned["stage"] = OF_STAGE[code]
        if typed := cleaned.get("next_typed"):
            cleaned["next_on"] = typed
        return cleaned

    def doubt(self) -> str | Promise:
        """Somebody was faster; or a date on which no court sits, that has passed, or that is far away."""
        return self._another_was_faster() or self._strange_next_date()

    def _another_was_faster(self) -> str:
        before = recorded_by_another(self.by, self.fir, self.cleaned_data["on"])
        if before is None:
            return ""
        said = {
            "outcome": str(before.get_outcome_display()).lower(),
            "time": f"{timezone.localtime(before.recorded_at):%d-%m-%Y %H:%M}",
            "next": f"{before.next_on:%d-%m-%Y}" if before.next_on else _("no next date"),
        }
        return (
            _("Somebody else recorded this hearing on %(time)s: %(outcome)s, %(next)s. Save yours? The first entry is kept.")
            % said
        )  # fmt: skip

    def _strange_next_date(self) -> str:
        day = self.cleaned_data.get("next_on")
        if day is None:
            return ""
        if self.cleaned_data["on"] < day < self.by.today:
            return _("%(day)s has passed already. Is it right?") % {"day": f"{day:%d-%m-%Y}"}
        if day in self.holidays:
            return _("%(day)s is a holiday of this court. Is it right?") % {
                "day": f"{day:%d-%m-%Y}"
            }
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
        """Sundays and holidays of the court in the month that is shown."""
        first = self.month.replace(day=1)
        days = (first + timedelta(days=place) for place in range(31))
        return [day for day in days if day.weekday() == SUNDAY or day in self.holidays]

    @property
    def save_label(self) -> str:
        """The button repeats the answer: Save: adjourned, Mon 14-12-2026."""
        outcome = dict(CODES).get(str(self["outcome"].value() or ""))
        if outcome is None:
            return _("Save")
        said = {"outcome": str(outcome).lower(), "day": strip_tags(weekday(self.chosen))}
        if self.chosen is None:
            return _("Save: %(outcome)s, no next date") % said
        return _("Save: %(outcome)s, %(day)s") % said

    @property
    def more_is_open(self) -> bool:
        """Whether the optional part stands open: an order says what kind it is."""
        names = (
            "stage", "why", "came", "note", "by_video_link", "was_done", "spent_paise", "hours",
            "judge_words", "prosecutor_words",
        ) + (("correction",) if "correction" in self.fields else ())  # fmt: skip
        return str(self["outcome"].value()) == Hearing.Outcome.ORDER or any(
            self[name].value() for name in names
        )
