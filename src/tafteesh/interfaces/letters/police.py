"""Letters to the police: the officer in charge, the Superintendent, the AHTU, the CID."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.interfaces.letters.facts import Facts, day_words
from tafteesh.interfaces.letters.letter import Letter
from tafteesh.interfaces.letters.missing import Missing
from tafteesh.interfaces.letters.owed import not_done_by_police

SANGITA_SAHU = "State of West Bengal v Sangita Sahu (CRM 3697/2018)"


def with_whom(facts: Facts) -> list[Missing]:
    """Who has the investigation now."""
    if facts.now_with is not None:
        return []
    return [Missing(_("Who investigates now"), "proceedings:new_spell")]


def _letter(facts: Facts, subject: str, paragraphs: list[str], asking: str) -> Letter:
    return Letter(
        sender=facts.sender,
        to=[pgettext("letter", "To"), facts.addressee],
        subject=subject,
        paragraphs=[_("I write about the case %(case)s.") % {"case": facts.case}, *paragraphs],
        day=facts.today,
        points=not_done_by_police(facts)
        + [
            _("Letter %(number)s of %(day)s: no answer has come.")
            % {"number": one.number, "day": day_words(one.sent_on)}
            for one in facts.unanswered
        ],
        asking=asking,
        number=facts.number,
    )


def to_officer_in_charge(facts: Facts) -> Letter:
    """The free copy where it was not given, and how the investigation goes."""
    copy_given = facts.fir.copy_given_on
    if copy_given is None:
        said = _(
            "The law gives the informant or the victim a copy of the FIR at once and free of cost"
            " (BNSS 173(2)). Our record shows no day on which it was given."
        )
        asked = _(
            "I request that the copy be given, and that I be told in writing who investigates and"
            " which steps were taken."
        )
    else:
        said = _("The copy of the FIR was given on %(day)s.") % {"day": day_words(copy_given)}
        asked = _(
            "I request to be told in writing who investigates, which steps were taken, and what is"
            " still to be done, within thirty days."
        )
    return _letter(facts, _("Copy of the FIR and state of the investigation"), [said], asked)


def to_sp(facts: Facts) -> Letter:
    """How the investigation goes, asked one step higher."""
    return _letter(
        facts,
        _("Request for the state of the investigation"),
        [
            _(
                "The law asks that the victim or the informant be told how the investigation goes"
                " within ninety days (BNSS 193(3))."
            )
        ],
        _(
            "I request to be told in writing which steps were taken, who investigates, and what is"
            " still to be done, within thirty days."
        ),
    )


def _hours(facts: Facts) -> str:
    registered = facts.fir.registered_earliest or facts.today
    hours = max(0, (facts.today - registered).days) * 24
    return _("About %(hours)s hours have passed since the FIR was registered.") % {"hours": hours}


def to_ahtu(facts: Facts) -> Letter:
    """The High Court's twenty-four hours."""
    return _letter(
        facts,
        _("Request to move the investigation to the Anti-Human Trafficking Unit"),
        [
            _(
                "The High Court at Calcutta directed on 5 July 2018 in %(judgment)s that such a FIR be"
                " sent to the specialised agency within 24 hours of its registration."
            )
            % {"judgment": SANGITA_SAHU},
            _hours(facts),
        ],
        _(
            "I request that the investigation be moved to the Anti-Human Trafficking Unit with all its"
            " papers, and that I be told of the order within thirty days."
        ),
    )


def to_cid(facts: Facts) -> Letter:
    """The CID is asked to take over from who has it."""
    spell = facts.now_with
    since = spell.starts_on if spell else None
    return _letter(
        facts,
        _("Request that the CID take the investigation over"),
        [
            _("The investigation has been with %(agency)s since %(day)s.")
            % {"agency": spell.agency_words if spell else "–", "day": day_words(since)},
            _hours(facts),
            *_what_stands_still(facts),
        ],
        _(
            "I request that the Anti-Human Trafficking Unit of the CID take the investigation over with"
            " all its papers, and that I be told of the order within thirty days."
        ),
    )


def _what_stands_still(facts: Facts) -> list[str]:
    found = []
    if not facts.sheet.sheets:
        found.append(_("No charge sheet is known to us."))
    if facts.at_large:
        numbers = ", ".join(str(one.row.ordinal) for one in facts.at_large)
        found.append(_("Accused who are not arrested: number %(numbers)s.") % {"numbers": numbers})
    if any(one.recruiters_absent for one in facts.sheet.others):
        found.append(
            _("The FIR of the other State names no recruiter, though the FIR here names them.")
        )
    return found
