"""Where a report to the police did not become a FIR: to the Superintendent, then to the Magistrate."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.domain.proceedings.models import PoliceDiary
from tafteesh.interfaces.letters.facts import Facts, day_words
from tafteesh.interfaces.letters.letter import Letter
from tafteesh.interfaces.letters.missing import Missing


def report_made(facts: Facts) -> list[Missing]:
    """A diary of the police about her that is no FIR yet."""
    if facts.diaries:
        return []
    if facts.row.survivor_file_id is None:
        return [Missing(_("About which survivor it is"), "proceedings:fir")]
    words = _("The diary or report to the police, and its day")
    return [Missing(words, "proceedings:new_diary", of_file=True)]


def _points(facts: Facts) -> list[str]:
    return [_line(one, facts) for one in facts.diaries]


def _line(row: PoliceDiary, facts: Facts) -> str:
    said = {
        "kind": row.get_kind_display(),
        "number": row.number or "–",
        "day": day_words(row.on),
        "station": row.station_words,
        "days": (facts.today - row.on).days,
    }
    return (
        _("%(kind)s number %(number)s of %(day)s, %(station)s: %(days)d days without a FIR.") % said
    )


def _about(facts: Facts) -> str:
    hers = facts.row.survivor_file
    number = hers.number if hers else "–"
    return _("I write about the survivor of our file %(number)s.") % {"number": number}


def to_sp(facts: Facts) -> Letter:
    """The substance of the information goes to the Superintendent, in writing."""
    return Letter(
        sender=facts.sender,
        to=[pgettext("letter", "To"), facts.addressee],
        subject=_("Report to the police station that was not registered as a FIR"),
        paragraphs=[
            _about(facts),
            _(
                "The police station was told of a cognizable offence. The law asks that such information be"
                " registered at once, whichever police station the place belongs to (BNSS 173(1), CrPC"
                " 154(1)). Our record shows no FIR:"
            ),
        ],
        day=facts.today,
        points=_points(facts),
        asking=_(
            "Under BNSS 173(4), CrPC 154(3) I request that the case be registered and investigated, and that"
            " I be told the number of the FIR within thirty days."
        ),
        number=facts.number,
    )


def to_court(facts: Facts) -> Letter:
    """The Magistrate is asked to order the registration, after the Superintendent was."""
    return Letter(
        sender=facts.sender,
        to=[pgettext("petition", "In the court of"), facts.addressee],
        subject=_("Application that a FIR be registered and investigated"),
        paragraphs=[
            _about(facts),
            _("The police station was told of a cognizable offence, and no FIR was registered:"),
        ],
        day=facts.today,
        points=_points(facts)
        + [
            _("Letter %(number)s of %(day)s to the Superintendent of Police: no FIR came of it.")
            % {"number": one.number, "day": day_words(one.sent_on)}
            for one in facts.sent_before
        ],
        asking=_(
            "Under BNSS 175(3), CrPC 156(3) it is prayed that the officer in charge be directed to register"
            " the case and to investigate it. An affidavit is annexed."
        ),
        number=facts.number,
        is_petition=True,
    )
