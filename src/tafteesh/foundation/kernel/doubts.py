"""Why a cell could not be taken at its word: one vocabulary for all readers."""

from enum import StrEnum


class Doubt(StrEnum):
    """What is wrong with something written; the value is the kind, in words, as a person meets it."""

    NOT_A_DATE = "not a date"
    PLACEHOLDER_DATE = "placeholder date"
    FUTURE_DATE = "future date"
    YEAR_TYPED_WRONG = "year typed wrong"
    TOO_EARLY = "date too early"
    NO_SUCH_DAY = "no such day"
    MONTH_FIRST = "month written before day"
    NO_YEAR = "no year given"
    TWO_DATES = "two dates in one cell"
    TWO_READINGS = "can be read in two ways"
    OPEN_ENDED = "only before or after, no range"
    BENGALI_CALENDAR = "Bengali calendar"

    NOT_AN_AMOUNT = "not an amount"
    ZERO_AMOUNT = "amount of zero"
    NEGATIVE_AMOUNT = "amount below zero"
    AMOUNT_TOO_LARGE = "amount too large"
    TWO_AMOUNTS = "two amounts in one cell"
    BAD_GROUPING = "commas in odd places"
    FRACTION_OF_A_PAISA = "more than two decimals"
    FRACTION_WORD = "fraction in words"

    NOT_A_PHONE = "not a phone number"
    PHONE_WRONG_LENGTH = "phone not of ten digits"
    PHONE_WRONG_START = "phone does not start with 6 to 9"

    NOT_A_FIR_NUMBER = "not a FIR number"
    FIR_LOOKS_LIKE_DATE = "FIR number turned into a date"
    FIR_WITHOUT_YEAR = "FIR number without year"
    FIR_YEAR_ODD = "FIR year out of range"
    FIR_WITHOUT_STATION = "FIR without police station"
    TWO_FIRS = "two FIR numbers in one cell"

    FIR_YEAR_AND_DATE_DIFFER = "FIR year differs from its date"

    NO_SUCH_SECTION = "no such section"
    SECTION_WITHOUT_ACT = "section without act"
    ACT_WITHOUT_SECTION = "act without section"
    NOT_A_SECTION = "not a section"

    TOO_LONG = "too long to be one value"
