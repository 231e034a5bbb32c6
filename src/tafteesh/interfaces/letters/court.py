"""Petitions to the court: put up, protest, further investigation, against bail, video link."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tafteesh.interfaces.letters.facts import Facts, day_words
from tafteesh.interfaces.letters.letter import Letter
from tafteesh.interfaces.letters.missing import Missing
from tafteesh.interfaces.letters.owed import not_done_in_the_case


def court_known(facts: Facts) -> list[Missing]:
    """Before which court it goes."""
    if facts.fir.court_words:
        return []
    return [Missing(_("The court"), "proceedings:change")]


def smaller_sheet(facts: Facts) -> list[Missing]:
    """The charge sheet, its day, and what it leaves out."""
    found = court_known(facts)
    smaller = [one for one in facts.sheet.sheets if one.beside.is_smaller]
    if not facts.sheet.sheets:
        found.append(Missing(_("The charge sheet"), "proceedings:new_sheet"))
    elif not smaller:
        found.append(Missing(_("What the charge sheet leaves out"), "proceedings:fir"))
    elif any(one.row.filed_earliest is None for one in smaller):
        found.append(Missing(_("The day of the charge sheet"), "proceedings:new_sheet"))
    return found


def left_undone(facts: Facts) -> list[Missing]:
    """The charge sheet, and something that was not investigated."""
    found = court_known(facts)
    if not facts.sheet.sheets:
        found.append(Missing(_("The charge sheet"), "proceedings:new_sheet"))
    elif not _undone(facts):
        found.append(Missing(_("What was not investigated"), "proceedings:fir"))
    return found


def somebody_held(facts: Facts) -> list[Missing]:
    """An accused who is arrested or in custody."""
    found = court_known(facts)
    if not facts.sheet.accused:
        found.append(Missing(_("The accused"), "proceedings:add_accused"))
    elif not facts.held:
        found.append(Missing(_("Which accused is in custody"), "proceedings:fir"))
    return found


def next_date(facts: Facts) -> list[Missing]:
    """The next day in court."""
    found = court_known(facts)
    if facts.next_hearing is None:
        found.append(Missing(_("The next date of the court"), "hearings:record"))
    return found


def _petition(
    facts: Facts,
    subject: str,
    paragraphs: list[str],
    asking: str,
    points: list[str] | None = None,
) -> Letter:
    to = [pgettext("petition", "In the court of"), facts.addressee]
    if facts.fir.court_number:
        to.append(_("Case %(number)s") % {"number": facts.fir.court_number})
    if facts.fir.cnr:
        to.append(_("CNR %(number)s") % {"number": facts.fir.cnr})
    return Letter(
        sender=facts.sender,
        to=to,
        subject=subject,
        paragraphs=[_("In the matter of %(case)s.") % {"case": facts.case}, *paragraphs],
        day=facts.today,
        points=points or [],
        asking=asking,
        number=facts.number,
        is_petition=True,
    )


def put_up(facts: Facts) -> Letter:
    """The record is to be put up, and the police are to report."""
    return _petition(
        facts,
        _("Put-up petition"),
        [_("The petitioner is a victim in this case and has a right to be heard.")],
        _("It is prayed that the record be put up and a report be called from the police."),
        not_done_in_the_case(facts),
    )


def _dropped(facts: Facts) -> list[str]:
    one = facts.smaller
    if one is None:
        return []
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
    return points


def protest(facts: Facts) -> Letter:
    """The charge sheet is smaller than the FIR."""
    one = facts.smaller
    number, day = (one.row.number, day_words(one.row.filed_earliest)) if one else ("", "–")
    return _petition(
        facts,
        _("Protest petition (naraji)"),
        [
            _("The charge sheet %(number)s of %(day)s is smaller than the FIR:")
            % {"number": number, "day": day}
        ],
        _(
            "It is prayed that further investigation be ordered (BNSS 193(9), CrPC 173(8)) and that"
            " cognizance be taken of all offences and against all accused whom the papers show."
        ),
        _dropped(facts),
    )


def _undone(facts: Facts) -> list[str]:
    points = _dropped(facts)
    if facts.at_large:
        numbers = ", ".join(str(one.row.ordinal) for one in facts.at_large)
        points.append(_("Accused who are not arrested: number %(numbers)s.") % {"numbers": numbers})
    if any(one.recruiters_absent for one in facts.sheet.others):
        points.append(
            _("The FIR of the other State names no recruiter, though the FIR here names them.")
        )
    return points


def further_investigation(facts: Facts) -> Letter:
    """What the charge sheet does not answer."""
    row = facts.sheet.sheets[-1].row
    return _petition(
        facts,
        _("Petition for further investigation"),
        [
            _("The charge sheet %(number)s of %(day)s leaves these questions open:")
            % {"number": row.number, "day": day_words(row.filed_earliest)}
        ],
        _(
            "It is prayed that further investigation be ordered (BNSS 193(9), CrPC 173(8)) within a time"
            " that the court sets, and that a supplementary report be filed."
        ),
        _undone(facts),
    )


def against_bail(facts: Facts) -> Letter:
    """She asks to be heard, and says who is held, since when, and who is still free."""
    points = [
        _("Accused number %(number)s (%(part)s): %(status)s since %(day)s.")
        % {
            "number": one.row.ordinal,
            "part": one.row.get_part_display(),
            "status": one.now.get_status_display(),
            "day": day_words(one.now.on),
        }
        for one in facts.held
        if one.now
    ]
    if facts.at_large:
        numbers = ", ".join(str(one.row.ordinal) for one in facts.at_large)
        points.append(_("Accused who are not arrested: number %(numbers)s.") % {"numbers": numbers})
    return _petition(
        facts,
        _("Objection to bail"),
        [_("The petitioner asks to be heard before bail is decided. She says:")],
        _(
            "It is prayed that bail be refused; and, where it is granted, that the accused be bound not to"
            " reach the petitioner or her family in any way, and that she be told of every condition."
        ),
        points,
    )


def video_link(facts: Facts) -> Letter:
    """She gives her evidence from a court near her home."""
    hearing = facts.next_hearing
    return _petition(
        facts,
        _("Petition for evidence by video link"),
        [
            _("The case is fixed for %(day)s.")
            % {"day": day_words(hearing.on if hearing else None)},
            _(
                "The petitioner is a witness. She asks to give her evidence by video link from a court"
                " complex of the district in which she lives (BNSS 530)."
            ),
        ],
        _(
            "It is prayed that her evidence be taken by video link, that the place be told to nobody but"
            " the court, and that the accused do not see her."
        ),
    )
