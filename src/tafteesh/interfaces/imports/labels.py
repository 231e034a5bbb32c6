"""What kinds of sheets, fields and doubts are called on the screen."""

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import pgettext_lazy as _c

KIND_LABELS = {
    "survivors": _c("register", "Survivors"),
    "fir": _c("register", "FIRs"),
    "investigation": _c("register", "Investigations"),
    "charge_sheet": _c("register", "Charge sheets"),
    "correction": _c("register", "Procedural corrections"),
    "compensation": _c("register", "Compensation claims"),
    "legal_aid": _c("register", "Legal aid"),
    "hearings": _c("register", "Hearings"),
    "meetings": _c("register", "Meetings"),
    "diary": _c("register", "Contacts"),
}
FIELD_LABELS = {
    "serial": _c("column", "Serial number"), "code": _c("column", "Survivor code"),
    "survivor_code": _c("column", "Survivor code"), "survivor_codes": _c("column", "Survivor codes"),
    "name": _c("column", "Name"), "name_native": _c("column", "Name in her script"),
    "relation_name": _c("column", "Father's or husband's name"), "gender": _c("column", "Gender"),
    "born": _c("column", "Date of birth"), "case_kind": _c("column", "Kind of offence"),
    "village": _c("column", "Village or address"), "gram_panchayat": _c("column", "Gram panchayat"),
    "block": _c("column", "Block"), "police_station": _c("column", "Police station"), "phone": _c("column", "Mobile number"),
    "taken": _c("column", "Date of trafficking"), "rescued": _c("column", "Date of rescue"),
    "destination": _c("column", "Destination"), "intake": _c("column", "Date of intake"), "status": _c("column", "Status"),
    "worker": _c("column", "Social worker"), "collective": _c("column", "Collective"),
    "fir": _c("column", "FIR: station, number and year"), "fir_station": _c("column", "Police station of the FIR"),
    "fir_number": _c("column", "FIR number and year"), "fir_date": _c("column", "Date of the FIR"),
    "area": _c("column", "Source or destination"), "diary_number": _c("column", "General diary number"),
    "diary_date": _c("column", "General diary date"), "sections": _c("column", "Sections"), "accused": _c("column", "Accused"),
    "agency_kind": _c("column", "Kind of agency"), "agency": _c("column", "Agency"),
    "requested": _c("column", "Date of the request"), "ordered": _c("column", "Date of the order"),
    "received": _c("column", "Papers received on"), "starts": _c("column", "From"), "ends": _c("column", "To"),
    "number": _c("column", "Number"), "filed": _c("column", "Date of filing"), "of": _c("column", "What is corrected"),
    "reason": _c("column", "Reason"), "forum": _c("column", "Forum"), "decided": _c("column", "Date of the decision"),
    "result": _c("column", "Result"), "filed_at": _c("column", "Applied at"), "asked": _c("column", "Amount claimed"),
    "drafted_by": _c("column", "Drafted by"), "signed_by": _c("column", "Signed by"), "awarded": _c("column", "Amount ordered"),
    "decision": _c("column", "Her answer"), "appeal_ordered": _c("column", "Date of the order on appeal"),
    "appeal_awarded": _c("column", "Amount on appeal"), "credit_on": _c("column", "Credited on"),
    "credit_amount": _c("column", "Amount credited"), "authority": _c("column", "Authority"),
    "assigned": _c("column", "Lawyer assigned on"), "lawyer": _c("column", "Lawyer"),
    "lawyer_kind": _c("column", "Kind of lawyer"), "on": _c("column", "Date"), "court": _c("column", "Court"),
    "outcome": _c("column", "Outcome"), "next": _c("column", "Next date"), "level": _c("column", "Level"),
    "place": _c("column", "Place"), "with_whom": _c("column", "With whom"), "days": _c("column", "Days"),
    "demand": _c("column", "Demand"), "promise": _c("column", "Promise"), "due": _c("column", "Promised by"),
    "kept": _c("column", "Kept on"), "mode": _c("column", "Mode"), "about": _c("column", "About"), "note": _c("column", "Note"),
}  # fmt: skip
EVIDENCE_LABELS = {
    "name": _c("evidence", "the name"),
    "relation": _c("evidence", "her father's or husband's name"),
    "phone": _c("evidence", "the phone"),
    "birth": _c("evidence", "the date of birth"),
    "place": _c("evidence", "the place"),
    "days": _c("evidence", "the dates"),
}


def field_label(name: str) -> str:
    """What a field is called on the screen."""
    return str(FIELD_LABELS.get(name, name.replace("_", " ")))


def doubt_label(kind: str) -> str:
    """A kind of doubt, with its first letter large and no names of fields in it."""
    if kind.startswith("unknown ") and kind[8:] in FIELD_LABELS:
        return gettext("Word not on the list: %(column)s") % {"column": field_label(kind[8:])}
    return capfirst(kind)
