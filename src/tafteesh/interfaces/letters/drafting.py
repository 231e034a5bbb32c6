"""Which letter says what. What is missing is named and blocks the draft.

No name of a survivor or an accused is ever in one: the FIR's number says which case it is.
"""

from collections.abc import Callable, Mapping

from django.utils import translation
from django.utils.translation import gettext as _

from tafteesh.domain.facts.matters import WEST_BENGAL
from tafteesh.domain.proceedings.models import Fir
from tafteesh.domain.proceedings.models import Letter as Row
from tafteesh.interfaces.letters import court, police, services
from tafteesh.interfaces.letters.facts import Facts, day_words
from tafteesh.interfaces.letters.letter import Letter
from tafteesh.interfaces.letters.missing import Missing
from tafteesh.reference.places.kinds import AuthorityKind

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
}
PETITIONS = (Kind.PUT_UP, Kind.PROTEST, Kind.FURTHER, Kind.BAIL, Kind.VIDEO_LINK)
ABOUT_ONE = (Kind.DLSA_AID, Kind.SLSA_AID, Kind.DLSA_UNPAID, Kind.SLSA_UNPAID)
# One step higher, where an answer does not come.
HIGHER: Mapping[str, str] = {
    Kind.TO_OC: Kind.TO_SP,
    Kind.TO_SP: Kind.PUT_UP,
    Kind.TO_AHTU: Kind.TO_CID,
    Kind.TO_CID: Kind.PUT_UP,
    Kind.DLSA_AID: Kind.SLSA_AID,
    Kind.DLSA_UNPAID: Kind.SLSA_UNPAID,
}


def missing(facts: Facts) -> list[Missing]:
    """What has to be filled in first; empty when the letter can be written."""
    found = []
    if facts.fir.registered_earliest is None:
        found.append(Missing(_("The day on which the FIR was registered"), "proceedings:change"))
    if not facts.sheet.sections:
        found.append(Missing(_("The sections of the FIR"), "proceedings:add_sections"))
    if not facts.addressee:
        words = _("To whom the letter goes")
        found.append(Missing(words, "proceedings:new_letter", query={"kind": facts.row.kind}))
    return found + (NEEDS[facts.row.kind](facts) if facts.row.kind in NEEDS else [])


def draft(facts: Facts) -> Letter:
    """The letter in its language; call it only where nothing is missing."""
    with translation.override(facts.row.language):
        return WRITERS[facts.row.kind](facts)


def addressee_of(kind: str, fir: Fir, language: str) -> str:
    """To whom such a letter goes where nobody says otherwise; empty where only a person knows."""
    with translation.override(language):
        if kind in PETITIONS:
            return fir.court_words
        if kind in (Kind.TO_SP, Kind.TO_AHTU, Kind.RTI):
            return _police_above(kind, fir, language)
        known = {
            Kind.TO_OC: _("The Officer in Charge, %(station)s Police Station")
            % {"station": fir.station_words},
            Kind.TO_CID: _("The Additional Director General of Police, CID")
            if in_west_bengal(fir)
            else "",
            Kind.DLSA_AID: _("The Secretary, District Legal Services Authority"),
            Kind.DLSA_UNPAID: _("The Secretary, District Legal Services Authority"),
            Kind.SLSA_AID: _("The Member Secretary, State Legal Services Authority"),
            Kind.SLSA_UNPAID: _("The Member Secretary, State Legal Services Authority"),
        }
        return str(known.get(Kind(kind), ""))


def _police_above(kind: str, fir: Fir, language: str) -> str:
    """The Superintendent, or the information officer, of the police district of the station."""
    station = fir.police_station
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


def in_west_bengal(fir: Fir) -> bool:
    """Whether the police station is one of West Bengal, as far as the list of places says."""
    station = fir.police_station
    return station is not None and station.state is not None and station.state.name == WEST_BENGAL


def single_facts(facts: Facts) -> dict[str, str]:
    """The facts that an office's own template may name one by one."""
    fir, spell = facts.fir, facts.now_with
    hers = facts.row.survivor_file
    return {
        "fir": fir.reference,
        "station": fir.station_words,
        "registered_on": day_words(fir.registered_earliest),
        "sections": facts.sections,
        "court": fir.court_words or "–",
        "court_number": fir.court_number or "–",
        "cnr": fir.cnr or "–",
        "agency": spell.agency_words if spell else "–",
        "file_number": hers.number if hers else "–",
        "addressee": facts.addressee,
    }
