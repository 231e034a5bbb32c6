"""New and full moons, and the Islamic tabular calendar, good enough to place a festival."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from math import radians, sin

_MEAN_NEW_MOON = 2451550.09766  # Julian ephemeris day of lunation 0, 6 January 2000 (Meeus, ch. 49)
_SYNODIC_MONTH = 29.530588861  # days
_INDIA_AHEAD_OF_UT = 5.5 / 24
_TERRESTRIAL_MINUS_UT = 70 / 86_400
_ISLAMIC_EPOCH = 1948440  # Julian day number of 1 Muharram 1, civil reckoning
_ORDINAL_FROM_JULIAN = 1721425  # Julian day number of the day before 1 January 1, Gregorian
_J2000 = datetime(2000, 1, 1, 12)  # noqa: DTZ001  a count of days, not a moment in a zone


def _sines(
    anomalies: tuple[float, float, float, float], terms: tuple[tuple[float, ...], ...]
) -> float:
    """Sum of amplitude times sine of (sun, moon, latitude, node) multiples, in days."""
    return sum(
        amplitude
        * sin(radians(sum(n * angle for n, angle in zip(multiples, anomalies, strict=True))))
        for amplitude, *multiples in terms
    )


# amplitude in days, then multiples of M (sun), M' (moon), F (latitude), node; the largest terms
_NEW = (
    (-0.40720, 0, 1, 0, 0), (0.17241, 1, 0, 0, 0), (0.01608, 0, 2, 0, 0), (0.01039, 0, 0, 2, 0),
    (0.00739, -1, 1, 0, 0), (-0.00514, 1, 1, 0, 0), (0.00208, 2, 0, 0, 0),
)  # fmt: skip
_FULL = (
    (-0.40614, 0, 1, 0, 0), (0.17302, 1, 0, 0, 0), (0.01614, 0, 2, 0, 0), (0.01043, 0, 0, 2, 0),
    (0.00734, -1, 1, 0, 0), (-0.00515, 1, 1, 0, 0), (0.00209, 2, 0, 0, 0),
)  # fmt: skip


def _phase(lunation: float) -> float:
    """Moment of a new (whole) or full (half) moon as a Julian day in Indian time, within 15 minutes."""
    century = lunation / 1236.85
    mean = _MEAN_NEW_MOON + _SYNODIC_MONTH * lunation + 0.00015437 * century**2
    anomalies = (
        2.5534 + 29.10535670 * lunation,
        201.5643 + 385.81693528 * lunation + 0.0107582 * century**2,
        160.7108 + 390.67050284 * lunation,
        124.7746 - 1.56375588 * lunation,
    )
    correction = _sines(anomalies, _NEW if lunation.is_integer() else _FULL)
    return mean + correction - _TERRESTRIAL_MINUS_UT + _INDIA_AHEAD_OF_UT


def _solar_sign(julian_day: float) -> int:
    """The sidereal sign (0 Mesha to 11 Mina) the sun stands in, with the Lahiri ayanamsa."""
    days = julian_day - _INDIA_AHEAD_OF_UT - 2451545.0
    anomaly = radians(357.529 + 0.98560028 * days)
    tropical = 280.459 + 0.98564736 * days + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly)
    ayanamsa = 23.853 + days * 0.013969 / 365.25
    return int((tropical - ayanamsa) % 360 // 30)


def _day(julian_day: float) -> date:
    return (_J2000 + timedelta(days=julian_day - 2451545.0)).date()


@lru_cache(maxsize=512)
def new_moon_in_sign(year: int, sign: int) -> tuple[date, date]:
    """Indian days of the last new moon with the sun in `sign` in `year`, and of the full moon after.

    `sign` counts sidereal signs, 0 Mesha to 11 Mina. The last one, as an added month comes before its
    namesake. For years 1900 to 2100; ValueError when the year has none.
    """
    first = round((year - 2000) * 12.3685) - 1
    moons = [n for n in range(first, first + 16) if _day(_phase(float(n))).year == year]
    fitting = [n for n in moons if _solar_sign(_phase(float(n))) == sign]
    if not fitting:
        raise ValueError(f"no new moon in sign {sign} in {year}")
    return _day(_phase(float(fitting[-1]))), _day(_phase(fitting[-1] + 0.5))


def islamic_day(year: int, month: int, day: int) -> date:
    """The civil day of a day of the tabular Islamic calendar; the sighted moon differs by up to 2 days."""
    days = day + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(_ISLAMIC_EPOCH - 1 + days - _ORDINAL_FROM_JULIAN)


def islamic_days_in(year: int, month: int, day: int) -> list[date]:
    """All days of a Gregorian `year` that are this day of the tabular Islamic calendar: one or two."""
    about = (year - 622) * 33 // 32
    found = (islamic_day(hijri, month, day) for hijri in range(about - 2, about + 4))
    return sorted(d for d in found if d.year == year)
