"""An age as it is told: 16, about 16, 17 or 18. What is kept is when she can have been born."""

import re
from datetime import date, timedelta
from typing import Final

from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.foundation.kernel.digits import clean

_YEARS = "(?:years?|yrs?|yr|y|বছর|বৎসর|साल|वर्ष)"
_ABOUT = "(?:about|around|approx|nearly|c\\.|প্রায়|প্রায়|আনুমানিক|लगभग|करीब|क़रीब|~)"
_AGE: Final = re.compile(
    rf"^(?P<about>{_ABOUT}\.?\s*)?(?P<least>\d{{1,3}})"
    rf"(?:\s*(?:-|–|to|or|থেকে|বা|অথবা|কিংবা|से|या|/)\s*(?P<most>\d{{1,3}}))?\s*{_YEARS}?\.?(?:\s*old)?$",
    re.IGNORECASE,
)
_OLDEST = 120


def read_age(text: str, *, today: date) -> ApproxDate | None:
    """The days on which somebody of this age can have been born, or None where no age is said. Never fails.

    "About" leaves a year on each side; the words stay as told.
    """
    met = _AGE.match(clean(text[:60]).casefold())
    if met is None:
        return None
    least = int(met["least"])
    most = int(met["most"] or least)
    if met["about"]:
        least, most = max(least - 1, 0), most + 1
    if least > most or most > _OLDEST:
        return None
    first, last = _years_before(today, most + 1), _years_before(today, least)
    return ApproxDate(first + timedelta(days=1), last, text.strip())


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)
