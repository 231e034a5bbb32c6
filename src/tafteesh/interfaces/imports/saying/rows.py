"""What is said about a row whose values do not go together, or do not go with the records."""

from django.utils.translation import gettext_lazy as _

from tafteesh.interfaces.imports.saying.words import (
    COMPARE,
    WHICH_AMOUNT,
    WHICH_DATE,
    WHOLE_DAY,
    Words,
)

SURVIVOR = {
    "born after trafficking": Words(_("Born after trafficking"), _("She cannot be born after she was taken."), WHICH_DATE),
    "born after intake": Words(_("Born after intake"), _("She cannot be born after her intake."), WHICH_DATE),
    "impossible age": Words(_("Impossible age"), _("The age that follows from the dates cannot be right."), WHICH_DATE),
    "age differs": Words(_("Age differs from the date of birth"), _("The age that is written does not fit the date of birth."), COMPARE),
    "rescue before trafficking": Words(_("Rescue before trafficking"), _("The rescue stands before she was taken."), WHICH_DATE),
    "code missing": Words(_("Code missing"), _("The code is missing."), _("Every row of this sheet needs one: type the code of her file.")),
    "same code twice": Words(_("Same code twice"), _("Another row has the same code with other words."), _("Give one of the two its own code.")),
    "code taken": Words(_("Code taken"), _("A file with this code stands in the records already."),
                        _("Open that file: if she is another woman, type a code of her own; if she is the same, do not take this row.")),
    "unknown survivor": Words(_("Unknown survivor"), _("No survivor in the records has this code."),
                              _("Correct the code, or settle her own row first.")),
    "named, not coded": Words(_("Named without a code"), _("She is named here without the code of her file."),
                              _("Compare name, age and block with the proposed file, and type its code.")),
}  # fmt: skip
FIR = {
    "FIR number missing": Words(_("FIR number missing"), _("The number of the FIR or its police station is missing."),
                                _("Type both from the FIR.")),
    "FIR repeated": Words(_("FIR repeated"), _("This FIR stands in another row already."), _("Keep one of the two rows, and do not take the other.")),
    "FIR recorded already": Words(_("FIR recorded already"), _("This FIR stands in the records already."),
                                  _("Open it and add there what is missing, and do not take this row.")),
    "unknown FIR": Words(_("Unknown FIR"), _("No FIR in the records has this station, number and year."),
                         _("Correct the reference, or settle the FIR's own row first.")),
    "year of the FIR and its date differ": Words(_("Year of the FIR and its date differ"), _("The FIR's year and its date do not agree."), COMPARE),
    "diary after the FIR": Words(_("Diary after the FIR"), _("The diary entry stands after the FIR that came of it."), WHICH_DATE),
    "charge sheet before the FIR": Words(_("Charge sheet before the FIR"), _("The charge sheet stands before its FIR."), WHICH_DATE),
    "ends before it begins": Words(_("Ends before it begins"), _("This ends before it begins."), WHICH_DATE),
    "papers before the order": Words(_("Papers before the order"), _("The papers were received before the order."), WHICH_DATE),
    "order before the request": Words(_("Order before the request"), _("The order stands before the letter that asks for it."), WHICH_DATE),
    "two agencies at once": Words(_("Two agencies at once"), _("Two agencies have this investigation on the same days."),
                                  _("Look at the transfer order, and type the right days from and to.")),
    "decision before the filing": Words(_("Decision before the filing"), _("The decision stands before the filing."), WHICH_DATE),
    "decided without a day": Words(_("Decided without a day"), _("The petition was decided, but its day is missing."), WHOLE_DAY),
    "next date before the hearing": Words(_("Next date before the hearing"), _("The next date stands before this hearing."), WHICH_DATE),
    "hearing recorded already": Words(_("Hearing recorded already"), _("A hearing of this FIR on this day stands in the records already."),
                                      _("Correct the day, or do not take this row.")),
}  # fmt: skip
MONEY = {
    "order before claim": Words(_("Order before claim"), _("The order stands before the application."), WHICH_DATE),
    "appeal before the order": Words(_("Appeal before the order"), _("The order on appeal stands before the order that was appealed."), WHICH_DATE),
    "appeal order before the first order": Words(_("Appeal order before the first order"),
                                                 _("The order on appeal does not come after the first order."), WHICH_DATE),
    "credit before the order": Words(_("Credit before the order"), _("Money was credited before any order."), WHICH_DATE),
    "credit larger than order": Words(_("Credit larger than order"), _("More money was credited than was ordered."), WHICH_AMOUNT),
    "credit without an order": Words(
        _("Credit without an order"),
        _("Money was credited, but no amount that was ordered stands in this row."),
        _("Type the amount that was ordered; or add the payment on the page of her claim, and do not take this row."),
    ),
    "missing zero": Words(_("A zero too few or too many"), _("This amount is very unlike the others: a zero too few or too many?"),
                          _("Compare it with the order, and type the amount that stands there.")),
    "awarded without a day": Words(_("Awarded without a day"), _("Money was ordered, but the day of the order is missing."), WHOLE_DAY),
    "awarded on appeal without a day": Words(_("Awarded on appeal without a day"),
                                             _("Money was ordered on appeal, but the day of that order is missing."), WHOLE_DAY),
    "two orders on one day": Words(_("Two orders on one day"), _("This claim has two orders on the same day."), WHICH_DATE),
    "assigned before the request": Words(_("Assigned before the request"), _("The lawyer was assigned before the request."), WHICH_DATE),
    "lawyer assigned already": Words(_("Lawyer assigned already"), _("This lawyer acts for her on these days already."),
                                     _("Correct the days from and to, or do not take this row.")),
}  # fmt: skip
OTHERS = {
    "same row twice": Words(
        _("Same row twice"),
        _("Another row says the same, but for columns that are not read."),
        _("Keep it if it is another one, or do not take this row."),
    ),
    "promise kept before it was made": Words(_("Promise kept before it was made"),
                                             _("The promise was kept before the meeting at which it was made."), WHICH_DATE),
    "day not known": Words(_("Day not known"), _("This date must be a whole day."), WHOLE_DAY),
    "date missing": Words(_("Date missing"), _("A date is missing that this row cannot do without."), WHOLE_DAY),
    "error in the cell": Words(_("Error in the cell"), _("The workbook shows an error in this cell instead of a value."), COMPARE),
    "differs from what was taken before": Words(_("Differs from what was taken before"), _("This row was taken before with other words."),
                                                _("Compare the two, and say which is right.")),
}  # fmt: skip
ROWS: dict[str, Words] = {**SURVIVOR, **FIR, **MONEY, **OTHERS}

# What the database refuses, by the name of its rule: the same doubts as are found before it is asked.
BROKEN_RULES = {
    "one_agency_investigates_at_a_time": "two agencies at once",
    "one_assignment_of_a_lawyer_at_a_time": "lawyer assigned already",
    "one_hearing_a_fir_and_day": "hearing recorded already",
    "one_fir_a_station_number_and_year": "FIR recorded already",
    "one_file_a_number_in_an_organisation": "code taken",
    "a_correction_is_decided_after_it_is_filed": "decision before the filing",
    "a_correction_is_decided_or_pending": "decided without a day",
    "an_investigation_spell_ends_after_it_starts": "ends before it begins",
    "an_assignment_ends_after_it_starts": "ends before it begins",
    "a_promise_is_kept_after_it_is_made": "promise kept before it was made",
    "the_next_date_is_after_the_hearing": "next date before the hearing",
    "one_order_a_day_and_claim": "two orders on one day",
    "a_request_is_answered_after_it_is_made": "assigned before the request",
    "a_credit_is_positive": "amount below zero",
    "the_amount_asked_is_positive": "amount below zero",
}
