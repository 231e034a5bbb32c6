"""Letters to the legal services authorities, and applications for information. No name stands in them."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.compensation.models import UnpaidLetter
from tafteesh.domain.legalaid.models import Reminder
from tafteesh.domain.legalaid.rules import ANSWER_DAYS
from tafteesh.interfaces.letters.facts import Facts, day_words
from tafteesh.interfaces.letters.legal_aid import annexed_letters
from tafteesh.interfaces.letters.letter import Letter
from tafteesh.interfaces.letters.missing import Missing
from tafteesh.interfaces.letters.unpaid import annexed_claims, said_of_money


def whose(facts: Facts) -> list[Missing]:
    """About whom it is written, where several survivors stand in one FIR."""
    if facts.row.survivor_file_id:
        return []
    words = _("About which survivor it is")
    return [Missing(words, "proceedings:new_letter", query={"kind": facts.row.kind})]


def _case(facts: Facts) -> str:
    if facts.of_fir is None:
        return _("No FIR stands for her yet.")
    return _("I write about the case %(case)s.") % {"case": facts.case}


def asked_before(facts: Facts) -> list[Missing]:
    """A request that waits longer than its seven days."""
    found = whose(facts)
    if found:
        return found
    if facts.waiting is None:
        return [Missing(_("The request for a lawyer"), "legalaid:request", of_file=True)]
    if not facts.waiting.is_late:
        return [Missing(_("Seven days since the request"), "legalaid:file", of_file=True)]
    return []


def money_due(facts: Facts) -> list[Missing]:
    """An order whose money has not come."""
    found = whose(facts)
    if not found and not facts.owed:
        found.append(Missing(_("An order that is not paid"), "files:file", of_file=True))
    return found


def _letter(
    facts: Facts, subject: str, paragraphs: list[str], asking: str, **more: object
) -> Letter:
    return Letter(
        sender=facts.sender,
        to=[pgettext("letter", "To"), facts.addressee],
        subject=subject,
        paragraphs=paragraphs,
        day=facts.today,
        asking=asking,
        number=facts.number,
        **more,  # type: ignore[arg-type] # tables and points
    )


def aid_of_dlsa(facts: Facts) -> Letter:
    """A lawyer is asked for; where one was asked for already, it is said since when."""
    if facts.waiting is not None:
        return _waiting(facts, facts.waiting.reminders)
    return _letter(
        facts,
        _("Request for a free lawyer"),
        [
            _case(facts),
            _(
                "The survivor of this case, in our file %(number)s, asks for a lawyer under section 12 of the"
                " Legal Services Authorities Act, 1987."
            )
            % {"number": _file_number(facts)},
            _(
                "Regulation 7(2) of the NALSA (Free and Competent Legal Services) Regulations, 2010 gives"
                " %(limit)d days from receipt for the decision on an application."
            )
            % {"limit": ANSWER_DAYS},
        ],
        _("We ask that a lawyer be appointed and that we be told her name and first date."),
    )


def aid_of_slsa(facts: Facts) -> Letter:
    """No decision in seven days: one step higher."""
    return _waiting(facts, facts.waiting.reminders if facts.waiting else ())


def _waiting(facts: Facts, reminders: tuple[Reminder, ...]) -> Letter:
    waiting = facts.waiting
    request = waiting.request if waiting else None
    sent = [one for one in reminders if one.sent_on]
    paragraphs = [
        _(
            "On %(asked)s a lawyer was asked for from %(authority)s, in our file %(number)s. On the day of this"
            " letter %(days)d days have passed without a decision."
        )
        % {
            "asked": day_words(request.requested_on if request else None),
            "authority": (request.authority_words if request else "")
            or _("the legal services institution"),
            "number": _file_number(facts),
            "days": waiting.days if waiting else 0,
        },
        _(
            "Regulation 7(2) of the NALSA (Free and Competent Legal Services) Regulations, 2010 gives %(limit)d"
            " days from receipt for the decision on an application."
        )
        % {"limit": ANSWER_DAYS},
    ]
    if sent:
        paragraphs.append(
            _("Letters sent before this one: %(sent)d. They are listed below.")
            % {"sent": len(sent)}
        )
    return _letter(
        facts,
        _("Request for legal aid without an answer"),
        paragraphs,
        _("We ask that a lawyer be appointed and that we be told her name and first date."),
        tables=(annexed_letters(request, sent),) if request else (),
    )


def _file_number(facts: Facts) -> str:
    hers = facts.row.survivor_file
    return hers.number if hers else "–"


def unpaid_to_dlsa(facts: Facts) -> Letter:
    """Ordered, and not in her account."""
    return _unpaid(facts, UnpaidLetter.Rung.REMINDER)


def unpaid_to_slsa(facts: Facts) -> Letter:
    """Ordered, reminded, and still not in her account."""
    return _unpaid(facts, UnpaidLetter.Rung.SLSA)


def _unpaid(facts: Facts, rung: UnpaidLetter.Rung) -> Letter:
    rows = facts.owed
    authority = rows[0].authority if rows else ""
    *said, asked = said_of_money(rows, rung, authority, facts.today)
    return _letter(
        facts,
        _("Compensation ordered and not paid: %(n)d claims") % {"n": len(rows)},
        said,
        asked,
        tables=(annexed_claims(rows),),
    )


def information(facts: Facts) -> Letter:
    """Questions to the public information officer about one case, none about a person."""
    spell = facts.now_with
    points = [
        _("The day on which the FIR %(fir)s was registered, and its sections today.")
        % {"fir": facts.fir.reference},
        _("The day on which a copy of the FIR was given, and to whom by office, not by name."),
        _("Each agency that had the investigation since then, from which day to which day."),
        _(
            "The day on which the charge sheet was filed or, where none is filed, what is still to be done."
        ),
    ]
    points += [
        _("What was done on our letter %(number)s of %(day)s, and on which day.")
        % {"number": one.number, "day": day_words(one.sent_on)}
        for one in facts.unanswered
    ]
    paragraphs = [
        _("Under section 6(1) of the Right to Information Act, 2005 I ask for this information:")
    ]
    if spell is not None:
        paragraphs.insert(
            0,
            _("As far as we know the investigation is with %(agency)s.")
            % {"agency": spell.agency_words},
        )
    return _letter(
        facts,
        _("Application for information"),
        paragraphs,
        _(
            "Section 7(1) gives thirty days for the answer. No name or address of a survivor is asked for,"
            " and none may be given."
        ),
        points=points,
    )
