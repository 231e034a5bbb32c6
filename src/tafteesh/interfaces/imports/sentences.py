"""What is said about a doubtful cell: what is seen, and what to do. Never the cell's own words."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "date": _(
        "%(column)s: this cannot be read as a date. Write it like 14-12-2026, or like Dec 2026."
    ),
    "money": _("%(column)s: this cannot be read as an amount. Write it like 3,00,000 or 3 lakh."),
    "phone": _("%(column)s: a mobile number has ten digits. Look it up and correct it."),
    "fir_number": _("%(column)s: this is not a FIR number. Write it like 412/2025."),
    "fir": _(
        "%(column)s: write the FIR as police station, number and year, like Hasnabad 412/2025."
    ),
    "sections": _("%(column)s: there is no such section: %(text)s. Compare it with the paper."),
}
DATE_SENTENCES = {
    "placeholder date": _(
        "%(column)s: this day stands in for a day that was not known. Enter what is known, or that it is not known."
    ),
    "future date": _("%(column)s: this day is still to come. Compare it with the paper."),
    "year typed wrong": _("%(column)s: the year cannot be right. Compare it with the paper."),
    "date too early": _("%(column)s: this day is too long ago. Compare it with the paper."),
    "no such day": _("%(column)s: there is no such day in the calendar."),
    "month written before day": _(
        "%(column)s: the month seems to stand before the day. Write it like 14-12-2026."
    ),
    "no year given": _("%(column)s: the year is missing."),
    "two dates in one cell": _(
        "%(column)s: two dates stand in one cell. Keep the one that is meant."
    ),
    "can be read in two ways": _(
        "%(column)s: this date can be read in two ways. Write it like 14-12-2026."
    ),
}
CHECKS = {
    "repeated": _("This row stands in the sheet already, word for word."),
    "born_after_taken": _("She cannot be born after she was taken. One of the two dates is wrong."),
    "born_after_intake": _("She cannot be born after her intake. One of the two dates is wrong."),
    "age": _("The age that follows from the dates cannot be right."),
    "rescue_before_taken": _(
        "The rescue stands before she was taken. One of the two dates is wrong."
    ),
    "code_repeated": _(
        "Another row has the same code with other words. Give one of them its own code."
    ),
    "code_missing": _("The code is missing. Every row of this sheet needs one."),
    "diary_after_fir": _(
        "The diary entry stands after the FIR that came of it. One of the two dates is wrong."
    ),
    "fir_repeated": _("This FIR stands in another row already. Join the two rows."),
    "fir_year": _("The FIR's year and its date do not agree."),
    "unknown_survivor": _(
        "No survivor in the records has this code. Correct the code, or enter her first."
    ),
    "unknown_fir": _(
        "No FIR in the records has this station, number and year. Correct it, or enter the FIR first."
    ),
    "charge_sheet_before_fir": _(
        "The charge sheet stands before its FIR. One of the two dates is wrong."
    ),
    "next_before": _("The next date stands before this hearing. One of the two dates is wrong."),
    "ends_before": _("This ends before it begins. One of the two dates is wrong."),
    "received_before_order": _(
        "The papers were received before the order. One of the two dates is wrong."
    ),
    "order_before_request": _(
        "The order stands before the letter that asks for it. One of the two dates is wrong."
    ),
    "overlap": _("Two agencies have this investigation on the same days. Correct from and to."),
    "decided_before": _("The decision stands before the filing. One of the two dates is wrong."),
    "order_before_claim": _(
        "The order stands before the application. One of the two dates is wrong."
    ),
    "credit_before_order": _("Money was credited before any order. One of the two dates is wrong."),
    "credit_too_large": _("More money was credited than was ordered. One of the amounts is wrong."),
    "amount_odd": _(
        "This amount is very unlike the others: a zero too few or too many? Compare it with the order."
    ),
    "kept_before_made": _(
        "The promise was kept before the meeting at which it was made. One of the dates is wrong."
    ),
    "assigned_before_request": _(
        "The lawyer was assigned before the request. One of the two dates is wrong."
    ),
    "unknown_word": _("%(column)s: this word is not on the list. Choose the one that is meant."),
    "copied_days": _("Days of this row do not agree with each other."),
}
