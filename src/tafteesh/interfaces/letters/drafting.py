"""Which letter says what. What is missing is named and blocks the draft.

No name of a survivor or an accused is ever in one: the FIR's number says which case it is.
"""

from collections.abc import Callable, Mapping

from django.utils import translation
from django.utils.translation import gettext as _

from tafteesh.domain.facts.matters import WEST_BENGAL
from tafteesh.domain.proceedings.models import Fir
from tafteesh.domain.proceedings.models import Letter as Row
from tafteesh.interfaces.letters import court, no_fir, police, services
from tafteesh.interfaces.letters.facts import OF_REPORTS, Facts, day_words
from tafteesh.interfaces.letters.letter import Letter
from tafteesh.interfaces.letters.missing import Missing
from tafteesh.reference.places.kinds import AuthorityKind
from tafteesh.reference.places.models import Authority

Kind = Row.Kind
NEEDS: Mapping[str, Callable[[Facts], list[Missing]]] = {
    Kind.TO_CID: police.with_whom,
    Kind.PUT_UP: court.court_known,
    Kind.PROTEST: court.smaller_sheet,
    Kind.FURTHER: court.left_undone,
    Kind.BAIL: court.somebody_held,
    Kind.VIDEO_LINK: court.next_date,
    Kind.DLSA_AID: services.whose,
    Kind.SLSA_AID: services.asked_before,
    Kind.DLSA_UNPAID: services.money_due,
    Kind.SLSA_UNPAID: services.money_due,
    Kind.NO_FIR: no_fir.report_made,
    Kind.NO_FIR_COURT: no_fir.report_made,
}
WRITERS: Mapping[str, Callable[[Facts], Letter]] = {
    Kind.TO_OC: police.to_officer_in_charge,
    Kind.TO_SP: police.to_sp,
    Kind.TO_AHTU: police.to_ahtu,
    Kind.TO_CID: police.to_cid,
    Kind.PUT_UP: court.put_up,
    Kind.PROTEST: court.protest,
    Kind.FURTHER: court.further_investigation,
    Kind.BAIL: court.against_bail,
    Kind.VIDEO_LINK: court.video_link,
    Kind.DLSA_AID: services.aid_of_dlsa,
    Kind.SLSA_AID: services.aid_of_slsa,
    Kind.DLSA_UNPAID: services.unpaid_to_dlsa,
    Kind.SLSA_UNPAID: services.unpaid_to_slsa,
    Kind.RTI: services.information,
    Kind.NO_FIR: no_fir.to_sp,
    Kind.NO_FIR_COURT: no_fir.to_court,
}
PETITIONS = (Kind.PUT_UP, Kind.PROTEST, Kind.FURTHER, Kind.BAIL, Kind.VIDEO_LINK)
ABOUT_ONE = (Kind.DLSA_AID, Kind.SLSA_AID, Kind.DLSA_UNPAID, Kind.SLSA_UNPAID, *OF_REPORTS)
WITHOUT_FIR = ABOUT_ONE  # these stand on her file, with a FIR or without
# One step higher, where an answer does not come.
HIGHER: Mapping[str, str] = {
    Kind.TO_OC: Kind.TO_SP,
    Kind.TO_SP: Kind.PUT_UP,
    Kind.TO_AHTU: Kind.TO_CID,
    Kind.TO_CID: Kind.PUT_UP,
    Kind.DLSA_AID: Kind.SLSA_AID,
    Kind.DLSA_UNPAID: Kind.SLSA_UNPAID,
    Kind.NO_FIR: Kind.NO_FIR_COURT,
}


def missing(facts: Facts) -> list[Missing]:
    """What has to be filled in first; empty when the letter can be written."""
    found = []
    if facts.of_fir is not None and facts.row.kind not in OF_REPORTS:
        if facts.fir.registered_earliest is None:
            words = _("The day on which the FIR was registered")
            found.append(Missing(words, "proceedings:change"))
        if not facts.sheet.sections:
            found.append(Missing(_("The sections of the FIR"), "proceedings:add_sections"))
    if not facts.addressee:
        words, kind = _("To whom the letter goes"), {"kind": facts.row.kind}
        alone = facts.of_fir is None
        name = "proceedings:file_letter" if alone else "proceedings:new_letter"
        found.append(Missing(words, name, of_file=alone, query=kind))
    return found + (NEEDS[facts.row.kind](facts) if facts.row.kind in NEEDS else [])


def draft(facts: Facts) -> Letter:
    """The letter in its language; call it only where nothing is missing."""
    with translation.override(facts.row.language):
        return WRITERS[facts.row.kind](facts)


def addressee_of(
    kind: str, fir: Fir | None, language: str, *, station: Authority | None = None
) -> str:
    """To whom such a letter goes where nobody says otherwise; empty where only a person knows."""
    station = station or (fir.police_station if fir else None)
    with translation.override(language):
        if kind in PETITIONS:
            return fir.court_words if fir else ""
        if kind in (Kind.TO_SP, Kind.TO_AHTU, Kind.RTI, Kind.NO_FIR):
            return _police_above(kind, station, language)
        known = {
            Kind.TO_OC: _("The Officer in Charge, %(station)s Police Station")
            % {"station": fir.station_words if fir else ""},
            Kind.TO_CID: _("The Additional Director General of Police, CID")
            if in_west_bengal(station)
            else "",
            Kind.DLSA_AID: _("The Secretary, District Legal Services Authority"),
            Kind.DLSA_UNPAID: _("The Secretary, District Legal Services Authority"),
            Kind.SLSA_AID: _("The Member Secretary, State Legal Services Authority"),
            Kind.SLSA_UNPAID: _("The Member Secretary, State Legal Services Authority"),
        }
        return str(known.get(Kind(kind), ""))


def _police_above(kind: str, station: Authority | None, language: str) -> str:
    """The Superintendent, or the information officer, of the police district of the station."""
    above = station.parent if station else None
    if above is None:
        return ""
    unit = {"unit": above.name_in(language)}
    if above.kind == AuthorityKind.POLICE_COMMISSIONERATE:
        chief = _("The Commissioner of Police, %(unit)s") % unit
        asked = _("The State Public Information Officer, Commissioner of Police, %(unit)s") % unit
    else:
        chief = _("The Superintendent of Police, %(unit)s") % unit
        asked = _("The State Public Information Officer, Superintendent of Police, %(unit)s") % unit
    return asked if kind == Kind.RTI else chief


def in_west_bengal(station: Authority | None) -> bool:
    """Whether the police station is one of West Bengal, as far as the list of places says."""
    return station is not None and station.state is not None and station.state.name == WEST_BENGAL


OF_A_FIR = (
    "fir", "station", "registered_on", "sections", "court", "court_number", "cnr", "agency",
)  # fmt: skip


def single_facts(facts: Facts) -> dict[str, str]:
    """The facts that an office's own template may name one by one."""
    hers = facts.row.survivor_file
    alone = {"file_number": hers.number if hers else "–", "addressee": facts.addressee}
    if facts.of_fir is None:
        return dict.fromkeys(OF_A_FIR, "–") | alone
    fir, spell = facts.fir, facts.now_with
    return {
        "fir": fir.reference,
        "station": fir.station_words,
        "registered_on": day_words(fir.registered_earliest),
        "sections": facts.sections,
        "court": fir.court_words or "–",
        "court_number": fir.court_number or "–",
        "cnr": fir.cnr or "–",
        "agency": spell.agency_words if spell else "–",
        **alone,
    }
