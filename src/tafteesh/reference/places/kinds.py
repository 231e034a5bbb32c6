"""Code lists of areas, authorities and posts, with their words in three languages."""

from collections.abc import Mapping
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuthorityKind(models.TextChoices):
    POLICE_STATION = "police_station", _("Police station")
    WOMEN_POLICE_STATION = "women_police_station", _("Women police station")
    CYBER_POLICE_STATION = "cyber_police_station", _("Cyber crime police station")
    COASTAL_POLICE_STATION = "coastal_police_station", _("Coastal police station")
    RAILWAY_POLICE_STATION = "railway_police_station", _("Railway police station")
    POLICE_DISTRICT = "police_district", _("Police district")
    POLICE_COMMISSIONERATE = "police_commissionerate", _("Police commissionerate")
    AHTU = "ahtu", _("Anti-Human Trafficking Unit (AHTU)")
    CID = "cid", _("CID")
    SUPREME_COURT = "supreme_court", _("Supreme Court")
    HIGH_COURT = "high_court", _("High Court")
    SESSIONS_COURT = "sessions_court", _("Sessions court")
    SUBDIVISIONAL_COURT = "subdivisional_court", _("Sub-divisional court")
    MAGISTRATE_COURT = "magistrate_court", _("Magistrate's court")
    POCSO_COURT = "pocso_court", _("Special (POCSO) court")
    NALSA = "nalsa", _("National Legal Services Authority (NALSA)")
    SLSA = "slsa", _("State Legal Services Authority (SLSA)")
    DLSA = "dlsa", _("District Legal Services Authority (DLSA)")
    SDLSC = "sdlsc", _("Sub-Divisional Legal Services Committee (SDLSC)")
    HCLSC = "hclsc", _("High Court Legal Services Committee")
    CWC = "cwc", _("Child Welfare Committee (CWC)")
    JJB = "jjb", _("Juvenile Justice Board (JJB)")
    DCPU = "dcpu", _("District Child Protection Unit (DCPU)")
    COMMISSION = "commission", _("Commission")
    SHELTER = "shelter", _("Shelter home")
    ONE_STOP_CENTRE = "one_stop_centre", _("One Stop Centre")
    PROTECTION_OFFICER = "protection_officer", _("Protection Officer")
    CMPO = "cmpo", _("Child Marriage Prohibition Officer")
    ADMINISTRATION = "administration", _("District or sub-divisional administration")
    HOSPITAL = "hospital", _("Hospital")
    HELPLINE = "helpline", _("Helpline")
    OTHER = "other", _("Other")


POLICE_STATIONS: Final = (
    AuthorityKind.POLICE_STATION,
    AuthorityKind.WOMEN_POLICE_STATION,
    AuthorityKind.CYBER_POLICE_STATION,
    AuthorityKind.COASTAL_POLICE_STATION,
    AuthorityKind.RAILWAY_POLICE_STATION,
)
COURTS: Final = (
    AuthorityKind.SUPREME_COURT,
    AuthorityKind.HIGH_COURT,
    AuthorityKind.SESSIONS_COURT,
    AuthorityKind.SUBDIVISIONAL_COURT,
    AuthorityKind.MAGISTRATE_COURT,
    AuthorityKind.POCSO_COURT,
)
LEGAL_SERVICES: Final = (
    AuthorityKind.NALSA,
    AuthorityKind.SLSA,
    AuthorityKind.DLSA,
    AuthorityKind.SDLSC,
    AuthorityKind.HCLSC,
)


class PostTitle(models.TextChoices):
    BDO = "BDO", _("Block Development Officer (BDO)")
    SDO = "SDO", _("Sub-Divisional Officer (SDO)")
    DM = "DM", _("District Magistrate (DM)")
    SP = "SP", _("Superintendent of Police (SP)")
    CP = "CP", _("Commissioner of Police (CP)")
    OC = "OC", _("Officer-in-charge (OC)")
    AHTU_IN_CHARGE = "AHTU_IN_CHARGE", _("Officer in charge of the AHTU")
    DLSA_SECRETARY = "DLSA_SECRETARY", _("Secretary of the DLSA")
    SDLSC_CHAIR = "SDLSC_CHAIR", _("Chairperson of the SDLSC")
    SLSA_SECRETARY = "SLSA_SECRETARY", _("Member Secretary of the SLSA")
    CWC_CHAIR = "CWC_CHAIR", _("Chairperson of the CWC")
    DCPO = "DCPO", _("District Child Protection Officer (DCPO)")
    PRADHAN = "PRADHAN", _("Pradhan of the gram panchayat")
    OTHER = "OTHER", _("Other")


# In the field's words, Bengali then Hindi; a code without a line has no word that we trust yet.
KIND_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "state": ("রাজ্য", "राज्य"),
    "district": ("জেলা", "ज़िला"),
    "subdivision": ("মহকুমা", "अनुमंडल"),
    "block": ("ব্লক", "ब्लॉक"),
    "gram_panchayat": ("গ্রাম পঞ্চায়েত", "ग्राम पंचायत"),
    "police_station": ("থানা", "थाना"),
    "women_police_station": ("মহিলা থানা", "महिला थाना"),
    "cyber_police_station": ("সাইবার ক্রাইম থানা", "साइबर क्राइम थाना"),
    "ahtu": ("এএইচটিইউ (মানব পাচার বিরোধী ইউনিট)", "एएचटीयू (मानव तस्करी रोधी इकाई)"),
    "cid": ("সিআইডি", "सीआईडी"),
    "high_court": ("হাই কোর্ট", "हाई कोर्ट"),
    "sessions_court": ("দায়রা আদালত", "सत्र न्यायालय"),
    "magistrate_court": ("ম্যাজিস্ট্রেট আদালত", "मजिस्ट्रेट अदालत"),
    "pocso_court": ("বিশেষ (পকসো) আদালত", "विशेष (पॉक्सो) अदालत"),
    "slsa": ("এসএলএসএ (রাজ্য আইনি পরিষেবা কর্তৃপক্ষ)", "राज्य विधिक सेवा प्राधिकरण"),
    "dlsa": ("ডিএলএসএ (জেলা আইনি পরিষেবা কর্তৃপক্ষ)", "डालसा (जिला विधिक सेवा प्राधिकरण)"),
    "cwc": ("সিডব্লিউসি (শিশু কল্যাণ সমিতি)", "सीडब्ल्यूसी (बाल कल्याण समिति)"),
    "shelter": ("হোম", "आश्रय गृह"),
    "BDO": ("বিডিও", "बीडीओ"),
    "DM": ("জেলাশাসক (ডিএম)", "ज़िलाधिकारी (डीएम)"),
    "SP": ("পুলিশ সুপার (এসপি)", "पुलिस अधीक्षक (एसपी)"),
    "OC": ("ওসি", "थाना प्रभारी"),
}


def kind_words(code: str, language: str) -> str:
    """A code of an area, an authority or a post in "bn" or "hi"; "" where no word is known."""
    bengali, hindi = KIND_WORDS.get(code, ("", ""))
    return {"bn": bengali, "hi": hindi}.get(language, "")
