"""What is said about a cell that could not be taken at its word."""

from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.interfaces.imports.saying.words import (
    AMOUNT,
    COMPARE,
    FIR,
    FIR_NUMBER,
    MOBILE,
    SECTIONS,
    WHOLE_DAY,
    Words,
)

DATES = {
    Doubt.NOT_A_DATE: Words(_("Not a date"), _("This cannot be read as a date."), _("Write it like 14-12-2026, or like Dec 2026.")),
    Doubt.PLACEHOLDER_DATE: Words(_("A day that stands for an unknown one"), _("This day stands in for a day that was not known."),
                                  _("Type what is known (a month or a year is enough), or keep the row without it.")),
    Doubt.FUTURE_DATE: Words(_("A day still to come"), _("This day is still to come."), COMPARE),
    Doubt.YEAR_TYPED_WRONG: Words(_("Year typed wrong"), _("The year cannot be right."), COMPARE),
    Doubt.TOO_EARLY: Words(_("Date too early"), _("This day is too long ago."), COMPARE),
    Doubt.NO_SUCH_DAY: Words(_("No such day"), _("There is no such day in the calendar."), COMPARE),
    Doubt.MONTH_FIRST: Words(_("Month written before day"), _("The month seems to stand before the day."), WHOLE_DAY),
    Doubt.NO_YEAR: Words(_("No year given"), _("The year is missing."), _("Type the date with its year, like 14-12-2026.")),
    Doubt.TWO_DATES: Words(_("Two dates in one cell"), _("Two dates stand in one cell."), _("Type the one that is meant.")),
    Doubt.TWO_READINGS: Words(_("Can be read in two ways"), _("This date can be read in two ways."), WHOLE_DAY),
    Doubt.OPEN_ENDED: Words(_("Only before or after a day"), _("This says only before or after a day."),
                            _("Type the day, the month or the year that is meant.")),
    Doubt.BENGALI_CALENDAR: Words(_("Bengali calendar"), _("This is a date of the Bengali calendar."),
                                  _("Type the same day as courts write it, like 14-12-2026.")),
}  # fmt: skip
AMOUNTS = {
    Doubt.NOT_AN_AMOUNT: Words(_("Not an amount"), _("This cannot be read as an amount."), AMOUNT),
    Doubt.ZERO_AMOUNT: Words(_("Amount of zero"), _("The amount is zero."), AMOUNT),
    Doubt.NEGATIVE_AMOUNT: Words(_("Amount below zero"), _("The amount is below zero."), AMOUNT),
    Doubt.AMOUNT_TOO_LARGE: Words(_("Amount too large"), _("The amount is larger than any that is paid."), AMOUNT),
    Doubt.TWO_AMOUNTS: Words(_("Two amounts in one cell"), _("Two amounts stand in one cell."), _("Type the one that is meant.")),
    Doubt.BAD_GROUPING: Words(_("Commas in odd places"), _("The commas of this amount stand in odd places."), AMOUNT),
    Doubt.FRACTION_OF_A_PAISA: Words(_("More than two decimals"), _("The amount has parts of a paisa."), AMOUNT),
    Doubt.FRACTION_WORD: Words(_("Fraction in words"), _("The amount has a fraction in words."), AMOUNT),
}  # fmt: skip
PHONES = {
    Doubt.NOT_A_PHONE: Words(_("Not a phone number"), _("This is not a phone number."), MOBILE),
    Doubt.PHONE_WRONG_LENGTH: Words(_("Phone not of ten digits"), _("A mobile number has ten digits."), MOBILE),
    Doubt.PHONE_WRONG_START: Words(_("Phone does not start with 6 to 9"), _("A mobile number starts with 6, 7, 8 or 9."), MOBILE),
}  # fmt: skip
FIRS = {
    Doubt.NOT_A_FIR_NUMBER: Words(_("Not a FIR number"), _("This is not a FIR number."), FIR_NUMBER),
    Doubt.FIR_LOOKS_LIKE_DATE: Words(_("FIR number turned into a date"), _("The FIR number was turned into a date."), FIR_NUMBER),
    Doubt.FIR_WITHOUT_YEAR: Words(_("FIR number without year"), _("The year of the FIR is missing."), FIR_NUMBER),
    Doubt.FIR_YEAR_ODD: Words(_("FIR year out of range"), _("The year of the FIR cannot be right."), FIR_NUMBER),
    Doubt.FIR_WITHOUT_STATION: Words(_("FIR without police station"), _("The police station of the FIR is missing."), FIR),
    Doubt.TWO_FIRS: Words(_("Two FIR numbers in one cell"), _("Two FIR numbers stand in one cell."), _("Type the one that is meant.")),
    Doubt.FIR_YEAR_AND_DATE_DIFFER: Words(_("FIR year differs from its date"), _("The year of the FIR and its date do not agree."), COMPARE),
    Doubt.NO_SUCH_SECTION: Words(_("No such section"), _("There is no such section: %(text)s."), SECTIONS),
    Doubt.SECTION_WITHOUT_ACT: Words(_("Section without Act"), _("The Act of this section is missing: %(text)s."), SECTIONS),
    Doubt.ACT_WITHOUT_SECTION: Words(_("Act without section"), _("An Act is named without a section: %(text)s."), SECTIONS),
    Doubt.NOT_A_SECTION: Words(_("Not a section"), _("This is not a section: %(text)s."), SECTIONS),
}  # fmt: skip
CELLS: dict[str, Words] = {
    doubt.value: words
    for doubt, words in (
        *DATES.items(), *AMOUNTS.items(), *PHONES.items(), *FIRS.items(),
        (Doubt.TOO_LONG, Words(_("Too long to be one value"), _("This is too long to be one value."), COMPARE)),
    )
}  # fmt: skip
