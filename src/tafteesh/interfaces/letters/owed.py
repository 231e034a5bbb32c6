"""What the law asked in one case and was not done, as a letter says it: the day, the law, no name."""

from django.utils.translation import gettext as _

from tafteesh.domain.proceedings.duties.catalogue import COURT, IO, POLICE
from tafteesh.domain.proceedings.duties.checking import Checked
from tafteesh.domain.proceedings.duties.engine import State
from tafteesh.interfaces.letters.facts import Facts, day_words


def not_done_by_police(facts: Facts) -> list[str]:
    """Lapses of the officer in charge and of the investigating officer."""
    return [_line(one) for one in facts.lapses if one.duty.who in (POLICE, IO)]


def not_done_in_the_case(facts: Facts) -> list[str]:
    """Lapses of the police and of the court."""
    return [_line(one) for one in facts.lapses if one.duty.who in (POLICE, IO, COURT)]


def _line(one: Checked) -> str:
    found = one.found
    said = {
        "duty": _of_accused(one),
        "law": found.rule.law,
        "due": day_words(found.due[1] if found.due else None),
        "since": day_words(found.trigger.earliest if found.trigger else None),
        "done": day_words(found.event.earliest if found.event else None),
        "days": found.days or 0,
    }
    if found.state is State.LATE:
        return _("%(duty)s: due by %(due)s, done on %(done)s (%(law)s).") % said
    if found.state is State.OVERDUE:
        return _("%(duty)s: due by %(due)s, not done as far as we know (%(law)s).") % said
    return _("%(duty)s: not done as far as we know since %(since)s (%(law)s).") % said


def _of_accused(one: Checked) -> str:
    if one.ordinal is None:
        return str(one.duty.title)
    said = {"duty": one.duty.title, "number": one.ordinal}
    return _("%(duty)s, accused number %(number)s") % said
