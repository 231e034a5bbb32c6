"""What kinds of sheets and fields are called on the screen."""

from django.utils.translation import pgettext_lazy

KIND_LABELS = {
    "survivors": pgettext_lazy("register", "Survivors"),
    "fir": pgettext_lazy("register", "FIRs"),
    "investigation": pgettext_lazy("register", "Investigations"),
    "charge_sheet": pgettext_lazy("register", "Charge sheets"),
    "correction": pgettext_lazy("register", "Procedural corrections"),
    "compensation": pgettext_lazy("register", "Compensation claims"),
    "legal_aid": pgettext_lazy("register", "Legal aid"),
    "hearings": pgettext_lazy("register", "Hearings"),
    "meetings": pgettext_lazy("register", "Meetings"),
    "diary": pgettext_lazy("register", "Contacts"),
}
FIELD_LABELS = {
    "serial": pgettext_lazy("column", "Serial number"), "code": pgettext_lazy("column", "Survivor code"),
    "survivor_code": pgettext_lazy("column", "Survivor code"), "survivor_codes": pgettext_lazy("column", "Survivor codes"),
    "name": pgettext_lazy("column", "Name"), "name_native": pgettext_lazy("column", "Name in her script"),
    "relation_name": pgettext_lazy("column", "Father's or husband's name"), "gender": pgettext_lazy("column", "Gender"),
    "born": pgettext_lazy("column", "Date of birth"), "case_kind": pgettext_lazy("column", "Kind of offence"),
    "village": pgettext_lazy("column", "Village or address"), "gram_panchayat": pgettext_lazy("column", "Gram panchayat"),
    "block": pgettext_lazy("column", "Block"), "police_station": pgettext_lazy("column", "Police station"), "phone": pgettext_lazy("column", "Mobile number"),
    "taken": pgettext_lazy("column", "Date of trafficking"), "rescued": pgettext_lazy("column", "Date of rescue"),
    "destination": pgettext_lazy("column", "Destination"), "intake": pgettext_lazy("column", "Date of intake"), "status": pgettext_lazy("column", "Status"),
    "worker": pgettext_lazy("column", "Social worker"), "collective": pgettext_lazy("column", "Collective"),
    "fir": pgettext_lazy("column", "FIR: station, number and year"), "fir_station": pgettext_lazy("column", "Police station of the FIR"),
    "fir_year": pgettext_lazy("column", "Year of the FIR"), "age": pgettext_lazy("column", "Age"),
    "survivor_name": pgettext_lazy("column", "Name of the survivor"), "survivor_age": pgettext_lazy("column", "Age of the survivor"),
    "survivor_block": pgettext_lazy("column", "Block of the survivor"),
    "survivor_relation": pgettext_lazy("column", "Father or husband of the survivor"),
    "fir_number": pgettext_lazy("column", "FIR number and year"), "fir_date": pgettext_lazy("column", "Date of the FIR"),
    "area": pgettext_lazy("column", "Source or destination"), "diary_number": pgettext_lazy("column", "General diary number"),
    "diary_date": pgettext_lazy("column", "General diary date"), "sections": pgettext_lazy("column", "Sections"), "accused": pgettext_lazy("column", "Accused"),
    "agency_kind": pgettext_lazy("column", "Kind of agency"), "agency": pgettext_lazy("column", "Agency"),
    "requested": pgettext_lazy("column", "Date of the request"), "ordered": pgettext_lazy("column", "Date of the order"),
    "received": pgettext_lazy("column", "Papers received on"), "starts": pgettext_lazy("column", "From"), "ends": pgettext_lazy("column", "To"),
    "number": pgettext_lazy("column", "Number"), "filed": pgettext_lazy("column", "Date of filing"), "of": pgettext_lazy("column", "What is corrected"),
    "reason": pgettext_lazy("column", "Reason"), "forum": pgettext_lazy("column", "Forum"), "decided": pgettext_lazy("column", "Date of the decision"),
    "result": pgettext_lazy("column", "Result"), "filed_at": pgettext_lazy("column", "Applied at"), "asked": pgettext_lazy("column", "Amount claimed"),
    "drafted_by": pgettext_lazy("column", "Drafted by"), "signed_by": pgettext_lazy("column", "Signed by"), "awarded": pgettext_lazy("column", "Amount ordered"),
    "decision": pgettext_lazy("column", "Her answer"), "appeal_ordered": pgettext_lazy("column", "Date of the order on appeal"),
    "appeal_awarded": pgettext_lazy("column", "Amount on appeal"), "credit_on": pgettext_lazy("column", "Credited on"),
    "credits": pgettext_lazy("column", "Money credited"), "credit_amount": pgettext_lazy("column", "Amount credited"), "authority": pgettext_lazy("column", "Authority"),
    "assigned": pgettext_lazy("column", "Lawyer assigned on"), "lawyer": pgettext_lazy("column", "Lawyer"),
    "lawyer_kind": pgettext_lazy("column", "Kind of lawyer"), "on": pgettext_lazy("column", "Date"), "court": pgettext_lazy("column", "Court"),
    "outcome": pgettext_lazy("column", "Outcome"), "next": pgettext_lazy("column", "Next date"), "level": pgettext_lazy("column", "Level"),
    "place": pgettext_lazy("column", "Place"), "with_whom": pgettext_lazy("column", "With whom"), "days": pgettext_lazy("column", "Days"),
    "demand": pgettext_lazy("column", "Demand"), "promise": pgettext_lazy("column", "Promise"), "due": pgettext_lazy("column", "Promised by"),
    "kept": pgettext_lazy("column", "Kept on"), "mode": pgettext_lazy("column", "Mode"), "about": pgettext_lazy("column", "About"), "note": pgettext_lazy("column", "Note"),
}  # fmt: skip
EVIDENCE_LABELS = {
    "name": pgettext_lazy("evidence", "the name"),
    "relation": pgettext_lazy("evidence", "her father's or husband's name"),
    "phone": pgettext_lazy("evidence", "the phone"),
    "birth": pgettext_lazy("evidence", "the date of birth"),
    "place": pgettext_lazy("evidence", "the place"),
    "days": pgettext_lazy("evidence", "the dates"),
}


def field_label(name: str) -> str:
    """What a field is called on the screen."""
    plain, _point, number = name.partition(".")
    label = str(FIELD_LABELS.get(plain, plain.replace("_", " ")))
    return f"{label} ({number})" if number else label
