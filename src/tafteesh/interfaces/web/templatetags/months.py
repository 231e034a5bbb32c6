"""A month to choose a day from: Sunday first, court holidays marked and still open to a tap."""

import calendar
from collections.abc import Collection
from datetime import date, timedelta

from django import template
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import date_format

from tafteesh.interfaces.web.templatetags.shapes import Words

register = template.Library()
SUNDAY_FIRST = calendar.Calendar(calendar.SUNDAY)
WEEK = (6, 0, 1, 2, 3, 4, 5)


@register.inclusion_tag("components/month_choice.html")
def month_choice(
    *,
    name: str,
    label: Words,
    month: date,
    chosen: date | None = None,
    closed: Collection[date] = (),
    own: str = "",
) -> dict[str, object]:
    """Days of one month as radios in a form. Its buttons send the form with `month`=2027-01.

    `own` starts the ids where a page holds several of them.
    """
    first = month.replace(day=1)
    weeks = [
        [{"day": day, "inside": day.month == first.month, "closed": day in closed} for day in week]
        for week in SUNDAY_FIRST.monthdatescalendar(first.year, first.month)
    ]
    return {
        "name": name,
        "own": own or name,
        "label": label,
        "title": date_format(first, "F Y"),
        "weekdays": [(WEEKDAYS_ABBR[place], WEEKDAYS[place]) for place in WEEK],
        "weeks": weeks,
        "chosen": chosen,
        "earlier": f"{first - timedelta(days=1):%Y-%m}",
        "later": f"{first + timedelta(days=31):%Y-%m}",
    }
