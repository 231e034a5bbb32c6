"""Dates as people write them: exact ones, half-known ones, and those nobody should believe."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tafteesh.foundation.kernel.approx_date import ApproxDate, Precision, read_date
from tafteesh.foundation.kernel.date_told import at_her_age
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.landmarks import landmark, landmark_days
from tafteesh.foundation.kernel.no_answer import Answer

TODAY = date(2024, 11, 20)


def iso(raw: object, **more: bool) -> str | None:
    reading = read_date(raw, today=TODAY, **more)
    return reading.value.iso() if reading.value else None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (date(2019, 11, 12), "2019-11-12"), (datetime(2019, 11, 12, 14, 30), "2019-11-12"),  # noqa: DTZ001
        ("12-11-2019", "2019-11-12"), ("12/11/19", "2019-11-12"), ("12.11.2019", "2019-11-12"),
        (" 12 11 2019 ", "2019-11-12"), ("2019-11-12", "2019-11-12"), ("12–11–2019", "2019-11-12"),
        ("2019-11-12 00:00:00", "2019-11-12"), ("dt. 12.11.2019", "2019-11-12"),
        ("12th Nov 2019", "2019-11-12"), ("10 May, 2022", "2022-05-10"), ("29-Jun-22", "2022-06-29"),
        ("Nov 12, 2019", "2019-11-12"), ("1st Sept. 2020", "2020-09-01"), ("Thu 12-11-2020", "2020-11-12"),
        ("১৫.৩.২০২৩", "2023-03-15"), ("১২ই মে ২০২১", "2021-05-12"), ("१५ मार्च २०२३", "2023-03-15"),
        ("৫ জানুয়ারী ২০২০", "2020-01-05"), ("12\u200b-11-2019", "2019-11-12"), ("01-01-92", "1992-01-01"),
        (44562, "2022-01-01"), (44562.75, "2022-01-01"), ("44562", "2022-01-01"),
        ("20210218", "2021-02-18"), ("18022021", "2021-02-18"),
    ],
)  # fmt: skip
def test_an_exact_day_is_read_however_it_is_written(written: object, expected: str) -> None:
    assert iso(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Oct 2021", "2021-10"), ("Oct-21", "2021-10"), ("10/2021", "2021-10"), ("মার্চ ২০২৩", "2023-03"),
        ("अक्टूबर 2021", "2021-10"), ("2021-02", "2021-02"),
        ("2019", "2019"), (2019, "2019"), (2019.0, "2019"), ("আনুমানিক ২০১৯", "2019"), ("c. 2019", "2019"),
        ("about 2019", "2019"), ("2019-20", "2019-01-01/2020-12-31"), ("২০১৯ সালে", "2019"),
        ("FY 2019-20", "2019-04-01/2020-03-31"), ("early 2021", "2021-01-01/2021-04-30"),
        ("mid-2021", "2021-05-01/2021-08-31"), ("late 2021", "2021-09-01/2021-12-31"),
        ("beginning of 2017", "2017-01-01/2017-04-30"), ("২০১৯ সালের মাঝামাঝি", "2019-05-01/2019-08-31"),
        ("end of March 2023", "2023-03-21/2023-03-31"), ("3 months ago", "2024-08-05/2024-09-06"),
        ("৩ মাস আগে", "2024-08-05/2024-09-06"), ("3 महीने पहले", "2024-08-05/2024-09-06"),
        ("Oct-Nov 2021", "2021-10-01/2021-11-30"), ("before Holi 2023", "2023-02-01/2023-03-08"),
        ("after Durga Puja 2019", "2019-10-03/2019-11-30"), ("first lockdown", "2020-03-25/2020-05-31"),
        ("panchayat vote 2018", "2018-05-13/2018-05-18"), ("Amphan", "2020-05-19/2020-05-21"),
        ("about 10-05-2021", "2021-04-25/2021-05-25"), ("কালীপুজোর আগে ২০২১", "2021-10-01/2021-11-05"),
    ],
)  # fmt: skip
def test_a_half_known_date_becomes_a_range(written: object, expected: str) -> None:
    assert iso(written) == expected


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("03/13/2024", Doubt.MONTH_FIRST), ("01-01-1900", Doubt.PLACEHOLDER_DATE),
        (date(2000, 1, 1), Doubt.PLACEHOLDER_DATE), ("1/1/1970", Doubt.PLACEHOLDER_DATE),
        (0, Doubt.PLACEHOLDER_DATE), ("13-04-2092", Doubt.YEAR_TYPED_WRONG),
        ("12-11-0219", Doubt.YEAR_TYPED_WRONG), ("12-04-2025", Doubt.FUTURE_DATE),
        ("12-11-1932", Doubt.TOO_EARLY), ("31-02-2020", Doubt.NO_SUCH_DAY), ("12 Nov", Doubt.NO_YEAR),
        ("Kali Puja", Doubt.NO_YEAR), ("lockdown", Doubt.NO_YEAR), ("2011-12", Doubt.TWO_READINGS),
        ("Muharram 2009", Doubt.TWO_READINGS), ("12-11-2019 & 13-11-2019", Doubt.TWO_DATES),
        ("before 2019", Doubt.OPEN_ENDED), ("বৈশাখ মাসে", Doubt.BENGALI_CALENDAR), ("Rina", Doubt.NOT_A_DATE),
        (True, Doubt.NOT_A_DATE), (time(3, 4), Doubt.NOT_A_DATE), ("x" * 10_000_000, Doubt.TOO_LONG),
    ],
)  # fmt: skip
def test_what_cannot_be_believed_is_a_doubt_and_never_a_date(written: object, doubt: Doubt) -> None:
    reading = read_date(written, today=TODAY)

    assert (reading.value, reading.doubt) == (None, doubt)


@pytest.mark.parametrize(
    "written",
    [
        "1st week of May 2021",
        "10 days in May 2021",
        "2 year 2021",
        "by 12 May 2021",
        "12 or 13 May 2021",
    ],
)
def test_words_that_nobody_weighed_never_make_an_exact_day(written: str) -> None:
    reading = read_date(written, today=TODAY)

    assert reading.value is None or reading.value.exact is None


def test_a_week_of_a_month_is_seven_days() -> None:
    assert iso("1st week of May 2021") == "2021-05-01/2021-05-07"
    assert iso("last week of Feb 2021") == "2021-02-22/2021-02-28"


def test_no_answer_is_not_a_date_and_not_a_doubt() -> None:
    reading = read_date("জানা নেই", today=TODAY)

    assert (reading.value, reading.answer, reading.doubt) == (None, Answer.UNKNOWN, None)
    assert read_date(None, today=TODAY).answer is Answer.NOT_ASKED


def test_a_plan_may_lie_ahead_and_a_past_event_may_not() -> None:
    assert iso("18-02-25", past_only=False) == "2025-02-18"
    assert read_date("18-02-25", today=TODAY).doubt is Doubt.FUTURE_DATE
    assert iso("18-02-88") == "1988-02-18"


def test_the_calendar_of_old_macintosh_sheets_starts_in_1904() -> None:
    reading = read_date(43_100, today=TODAY, epoch_1904=True)

    assert reading.value == ApproxDate.on(date(1904, 1, 1) + timedelta(days=43_100))


def test_the_words_are_kept_as_told() -> None:
    reading = read_date(" আনুমানিক  ২০১৯ ", today=TODAY)

    assert reading.value is not None
    assert reading.value.words == "আনুমানিক ২০১৯"


def test_what_is_about_the_past_does_not_reach_beyond_today() -> None:
    assert iso("after Kali Puja 2024") == "2024-10-31/2024-11-20"


def test_a_span_of_about_names_the_year_it_surely_lies_in() -> None:
    reading = read_date("about Kali Puja 2021", today=TODAY)

    assert reading.value is not None
    assert reading.value.precision is Precision.ABOUT
    assert reading.value.calendar_unit() == "2021"


def test_comparing_ranges_says_surely_or_maybe() -> None:
    may, year = (
        ApproxDate(date(2021, 5, 1), date(2021, 5, 31)),
        ApproxDate(date(2021, 1, 1), date(2021, 12, 31)),
    )

    assert may.surely_before(date(2021, 6, 1))
    assert not may.surely_before(date(2021, 5, 31))
    assert may.maybe_before(date(2021, 5, 2))
    assert year.maybe_before(may)
    assert year.maybe_after(may)
    assert not year.surely_after(may)
    assert may.days_between(date(2021, 6, 10)) == (10, 40)
    assert may.days_between(year) == (-150, 244)


def test_a_date_that_ends_before_it_begins_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        ApproxDate(date(2021, 2, 1), date(2021, 1, 1))


# The first day of the main festival as almanacs and gazettes of West Bengal had it.
@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Durga Puja", date(2013, 10, 12)), ("Durga Puja", date(2015, 10, 21)), ("Durga Puja", date(2018, 10, 17)),
        ("Durga Puja", date(2020, 10, 24)), ("Durga Puja", date(2022, 10, 3)), ("Durga Puja", date(2023, 10, 22)),
        ("Durga Puja", date(2024, 10, 11)), ("Durga Puja", date(2025, 9, 30)),
        ("Kali Puja", date(2014, 10, 23)), ("Kali Puja", date(2019, 10, 27)), ("Kali Puja", date(2020, 11, 14)),
        ("Kali Puja", date(2021, 11, 4)), ("Kali Puja", date(2022, 10, 24)), ("Kali Puja", date(2023, 11, 12)),
        ("Kali Puja", date(2024, 10, 31)), ("Kali Puja", date(2025, 10, 20)),
        ("Saraswati Puja", date(2018, 1, 22)), ("Saraswati Puja", date(2021, 2, 16)),
        ("Saraswati Puja", date(2023, 1, 26)), ("Saraswati Puja", date(2024, 2, 14)),
        ("Holi", date(2018, 3, 2)), ("Holi", date(2021, 3, 29)), ("Holi", date(2023, 3, 8)), ("Holi", date(2024, 3, 25)),
        ("Rath Yatra", date(2015, 7, 18)), ("Rath Yatra", date(2018, 7, 14)), ("Rath Yatra", date(2023, 6, 20)),
        ("Chhath", date(2019, 11, 2)), ("Chhath", date(2023, 11, 19)),
        ("Eid ul Fitr", date(2018, 6, 16)), ("Eid ul Fitr", date(2020, 5, 25)), ("Eid ul Fitr", date(2023, 4, 22)),
        ("Eid ul Fitr", date(2024, 4, 11)), ("Bakrid", date(2019, 8, 12)), ("Bakrid", date(2023, 6, 29)),
        ("Bakrid", date(2024, 6, 17)), ("Muharram", date(2018, 9, 21)), ("Muharram", date(2023, 7, 29)),
        ("পয়লা বৈশাখ", date(2023, 4, 15)), ("Christmas", date(2022, 12, 25)), ("Pujo", date(2023, 10, 22)),
    ],
)  # fmt: skip
def test_festivals_fall_where_they_were_kept(name: str, day: date) -> None:
    key = landmark(name)

    assert key is not None
    ((first, last),) = landmark_days(key, day.year)
    assert first <= day <= last
    assert (last - first).days <= (31 if key == "puja" else 5)


@settings(deadline=None)  # the same
@given(st.integers(min_value=2008, max_value=2030))
def test_every_festival_is_found_every_year_in_its_season(year: int) -> None:
    for name, months in (
        ("Kali Puja", (10, 11)),
        ("Durga Puja", (9, 10)),
        ("Holi", (2, 3)),
        ("Rath", (6, 7)),
    ):
        key = landmark(name)
        assert key is not None
        ((first, _),) = landmark_days(key, year)
        assert (first.year, first.month in months) == (year, True)


@given(st.dates(min_value=date(1950, 1, 2), max_value=TODAY))
def test_every_day_written_day_first_comes_back_as_itself(day: date) -> None:
    for form in (
        f"{day:%d-%m-%Y}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
    ):
        reading = read_date(form, today=TODAY)
        assert reading.value == ApproxDate.on(day) or reading.doubt is Doubt.PLACEHOLDER_DATE


@given(st.dates(), st.dates())
def test_the_written_form_of_a_range_reads_back(a: date, b: date) -> None:
    whole = ApproxDate(min(a, b), max(a, b))

    assert ApproxDate.from_iso(whole.iso()) == whole


CELLS = (
    st.text()
    | st.text(alphabet=st.characters(categories=["Cs", "Cf", "Nd", "Zs", "Lo", "Mn"]))
    | st.from_regex(r"[0-9/. -]{1,14}([a-z]{2,9})?[0-9 ]*", fullmatch=True)
    | st.integers()
    | st.sampled_from([10**400, -(10**5000)])
    | st.floats()
    | st.booleans()
    | st.none()
    | st.dates()
    | st.datetimes()
    | st.times()
)


@settings(deadline=None)  # a first festival of a year takes a while
@given(CELLS, st.dates(), st.sampled_from([True, False]))
def test_no_cell_and_no_today_make_the_date_reader_fail(
    raw: object, today: date, past_only: object
) -> None:
    reading = read_date(raw, today=today, past_only=bool(past_only))

    assert (reading.value is None) == (
        reading.doubt is not None or reading.answer is not Answer.KNOWN
    )


@given(
    st.sampled_from(["about", "around", "c.", "প্রায়", "लगभग"]),
    st.dates(min_value=date(1990, 1, 1), max_value=date(2023, 12, 1)),
)
def test_a_date_told_as_about_is_never_a_day(word: str, day: date) -> None:
    reading = read_date(f"{word} {day:%d-%m-%Y}", today=TODAY)

    assert reading.value is not None
    assert reading.value.exact is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Jagaddhatri Puja 2023", "2023-11-20/2023-11-23"), ("জগদ্ধাত্রী পুজো ২০২৩", "2023-11-20/2023-11-23"),
        ("রথযাত্রা ২০২৩", "2023-06-19/2023-06-21"), ("লক্ষ্মী পুজো ২০২৩", "2023-10-28/2023-10-30"),
        ("মহরম ২০২৩", "2023-07-27/2023-07-30"), ("বড়দিন ২০২১", "2021-12-24/2021-12-26"),
        ("Vishwakarma Puja 2023", "2023-09-16/2023-09-18"), ("চড়ক ২০২৩", "2023-04-12/2023-04-15"),
        ("Janmashtami 2023", "2023-09-06/2023-09-09"), ("Easter 2024", "2024-03-29/2024-04-01"),
        ("assembly election 2021", "2021-03-27/2021-05-02"), ("বর্ষা ২০২৩", "2023-06-10/2023-10-15"),
        ("বৈশাখ ১৪২৮", "2021-04-13/2021-05-16"), ("Magh 1429", "2023-01-13/2023-02-14"),
        ("পৌষ ১৪২৯", "2022-12-15/2023-01-16"), ("১৪২৯ বঙ্গাব্দ", "2022-04-13/2023-04-16"),
        ("before lockdown", "2020-02-01/2020-05-31"), ("লকডাউনের সময়", "2020-03-25/2021-06-30"),
        ("লকডাউনের আগে", "2020-02-01/2020-05-31"), ("after lockdown", "2020-03-25/2021-07-31"),
    ],
)  # fmt: skip
def test_a_day_in_her_own_words_is_a_range(written: str, expected: str) -> None:
    assert iso(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("two years ago", "2024-05-24/2025-05-25"), ("দু বছর আগে", "2024-05-24/2025-05-25"),
        ("দেড় বছর আগে", "2024-11-22/2025-11-23"), ("दो साल पहले", "2024-05-24/2025-05-25"),
        ("dui bochor age", "2024-05-24/2025-05-25"), ("last year", "2025"), ("গত বছর", "2025"),
        ("last month", "2026-10"), ("last Kali Puja", "2026-11-08/2026-11-09"),
        ("গত বছর কালী পুজোয়", "2025-10-20/2025-10-21"), ("last lockdown", "2021-05-16/2021-06-30"),
        ("এ বছর", "2026-01-01/2026-11-23"),
    ],
)  # fmt: skip
def test_what_is_told_from_today_is_counted_from_today(written: str, expected: str) -> None:
    value = read_date(written, today=date(2026, 11, 23)).value
    assert value is not None
    assert value.iso() == expected


@pytest.mark.parametrize("written", ["Poush", "মাঘ মাসে", "Magh 2023", "Magh 14", "lockdown", "last"])
def test_half_a_word_stays_a_doubt(written: str) -> None:
    assert read_date(written, today=date(2026, 11, 23)).value is None


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("class 7", (2020, 2023)), ("ক্লাস সেভেনে পড়ত", (2020, 2023)), ("when she was in class seven", (2020, 2023)),
        ("when she was 14", (2022, 2023)), ("14 বছর বয়সে", (2022, 2023)),
    ],
)  # fmt: skip
def test_her_class_and_her_age_are_counted_from_her_birth(
    told: str, expected: tuple[int, int]
) -> None:
    days = at_her_age(told, (date(2008, 1, 1), date(2008, 12, 31)))
    assert days is not None
    assert (days[0].year, days[1].year) == expected


@pytest.mark.parametrize("told", ["class 99", "2 years ago", "Kali Puja 2023", "class", ""])
def test_what_does_not_count_from_her_birth_is_left_alone(told: str) -> None:
    assert at_her_age(told, (date(2008, 1, 1), date(2008, 12, 31))) is None
