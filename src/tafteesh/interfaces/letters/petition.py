"""Letters and petitions drafted from the facts of a FIR. What is missing is named and blocks the draft.

No name of a survivor or an accused is ever in one: the FIR's number says which case it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import translation
from django.utils.translation import gettext as _

from tafteesh.domain.proceedings.models import Fir, Letter
from tafteesh.domain.proceedings.queries import FirSheet
from tafteesh.interfaces.letters.typesetting import typeset

LANGUAGES = ("en", "bn")
SANGITA_SAHU = "State of West Bengal v Sangita Sahu (CRM 3697/2018)"


@dataclass(frozen=True)
class Missing:
    """A fact without which the letter cannot be written, and the name of the page that takes it."""

    words: str
    page: str
    query: str = ""


@dataclass(frozen=True)
class Draft:
    """A letter as it would go out today."""

    title: str
    addressee: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...]
    asking: str

    @property
    def text(self) -> str:
        """Its words in one text, for the seal and the hash."""
        return "\n\n".join(
            (self.title, self.addressee, *self.paragraphs, *self.points, self.asking)
        )


def missing(letter: Letter, sheet: FirSheet) -> list[Missing]:
    """What has to be filled in first; empty when the letter can be written."""
    found = []
    if sheet.fir.registered_earliest is None:
        found.append(Missing(_("The day on which the FIR was registered"), "proceedings:change"))
    if not sheet.sections:
        found.append(Missing(_("The sections of the FIR"), "proceedings:add_sections"))
    if not letter.addressee_words:
        found.append(Missing(_("To whom the letter goes"), "proceedings:new_letter"))
    return found + NEEDS[letter.kind](sheet)


def _nothing_more(_sheet: FirSheet) -> list[Missing]:
    return []


def _court(sheet: FirSheet) -> list[Missing]:
    if sheet.fir.court_words:
        return []
    return [Missing(_("The court"), "proceedings:change")]


def _charge_sheet(sheet: FirSheet) -> list[Missing]:
    found = _court(sheet)
    smaller = [one for one in sheet.sheets if one.beside.is_smaller]
    if not sheet.sheets:
        found.append(Missing(_("The charge sheet"), "proceedings:new_sheet"))
    elif not smaller:
        found.append(Missing(_("What the charge sheet leaves out"), "proceedings:fir"))
    elif any(one.row.filed_earliest is None for one in smaller):
        found.append(Missing(_("The day of the charge sheet"), "proceedings:new_sheet"))
    return found


def draft(letter: Letter, sheet: FirSheet, today: date) -> Draft:
    """The letter in its language; call it only where nothing is missing."""
    with translation.override(letter.language):
        return WRITERS[letter.kind](letter, sheet, today)


def _case(fir: Fir, sheet: FirSheet) -> str:
    return _("%(fir)s of %(day)s under %(sections)s") % {
        "fir": fir.reference,
        "day": f"{fir.registered_earliest:%d-%m-%Y}",
        "sections": ", ".join(one.words for one in sheet.sections),
    }


def _to_ahtu(letter: Letter, sheet: FirSheet, today: date) -> Draft:
    registered = sheet.fir.registered_earliest or today
    hours = max(0, (today - registered).days) * 24
    return Draft(
        _("Request to move the investigation to the Anti-Human Trafficking Unit"),
        letter.addressee_words,
        (
            _("I write about the case %(case)s.") % {"case": _case(sheet.fir, sheet)},
            _(
                "The High Court at Calcutta directed on 5 July 2018 in %(judgment)s that such a FIR be"
                " sent to the specialised agency within 24 hours of its registration."
            )
            % {"judgment": SANGITA_SAHU},
            _("About %(hours)s hours have passed since the FIR was registered.") % {"hours": hours},
        ),
        (),
        _(
            "I request that the investigation be moved to the Anti-Human Trafficking Unit with all its"
            " papers, and that I be told of the order within thirty days."
        ),
    )


def _to_sp(letter: Letter, sheet: FirSheet, _today: date) -> Draft:
    return Draft(
        _("Request for the state of the investigation"),
        letter.addressee_words,
        (
            _("I write about the case %(case)s.") % {"case": _case(sheet.fir, sheet)},
            _(
                "The law asks that the victim or the informant be told how the investigation goes"
                " within ninety days (BNSS 193(3))."
            ),
        ),
        (),
        _(
            "I request to be told in writing which steps were taken, who investigates, and what is"
            " still to be done, within thirty days."
        ),
    )


def _put_up(letter: Letter, sheet: FirSheet, _today: date) -> Draft:
    return Draft(
        _("Put-up petition"),
        letter.addressee_words,
        (
            _("In the matter of %(case)s.") % {"case": _case(sheet.fir, sheet)},
            _("The petitioner is a victim in this case and has a right to be heard."),
        ),
        (),
        _("It is prayed that the record be put up and a report be called from the police."),
    )


def _protest(letter: Letter, sheet: FirSheet, _today: date) -> Draft:
    one = next(one for one in sheet.sheets if one.beside.is_smaller)
    points = []
    if one.beside.accused_dropped:
        numbers = ", ".join(map(str, one.beside.accused_dropped))
        points.append(
            _("Accused of the FIR who do not stand in it: number %(numbers)s.")
            % {"numbers": numbers}
        )
    if one.beside.sections_dropped:
        cited = ", ".join(one.beside.sections_dropped)
        points.append(
            _("Sections of the FIR that do not stand in it: %(cited)s.") % {"cited": cited}
        )
    day = one.row.filed_earliest
    return Draft(
        _("Protest petition (naraji)"),
        letter.addressee_words,
        (
            _("In the matter of %(case)s.") % {"case": _case(sheet.fir, sheet)},
            _("The charge sheet %(number)s of %(day)s is smaller than the FIR:")
            % {"number": one.row.number, "day": f"{day:%d-%m-%Y}" if day else ""},
        ),
        tuple(points),
        _(
            "It is prayed that further investigation be ordered (BNSS 193(9), CrPC 173(8)) and that"
            " cognizance be taken of all offences and against all accused whom the papers show."
        ),
    )


NEEDS: Mapping[str, Callable[[FirSheet], list[Missing]]] = {
    Letter.Kind.TO_SP: _nothing_more,
    Letter.Kind.TO_AHTU: _nothing_more,
    Letter.Kind.PUT_UP: _court,
    Letter.Kind.PROTEST: _charge_sheet,
}
WRITERS: Mapping[str, Callable[[Letter, FirSheet, date], Draft]] = {
    Letter.Kind.TO_SP: _to_sp,
    Letter.Kind.TO_AHTU: _to_ahtu,
    Letter.Kind.PUT_UP: _put_up,
    Letter.Kind.PROTEST: _protest,
}


def letter_pdf(letter: Letter, sheet: FirSheet, now: datetime, today: date) -> bytes:
    """The letter on paper: the same facts on the same day give the same bytes."""
    made = draft(letter, sheet, today)
    with translation.override(letter.language):
        words = {
            "language": letter.language,
            "number": letter.number,
            "day": f"{letter.sent_on or today:%d-%m-%Y}",
            "to": _("To"),
            "addressee": made.addressee,
            "title": made.title,
            "paragraphs": list(made.paragraphs),
            "list": list(made.points),
            "asking": made.asking,
            "signature": _("Signature"),
        }
    return typeset("petition.typ", words, made_at=now)
