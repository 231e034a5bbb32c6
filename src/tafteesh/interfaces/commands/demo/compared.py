"""A comparison with the partner in Ranchi: twelve women here and ten there, two of them at both."""

from datetime import date

from tafteesh.domain.comparisons.actions import begin, read_filters, write_filters
from tafteesh.domain.comparisons.actions.answering import Reply, answer_match
from tafteesh.domain.comparisons.models import Comparison, Match
from tafteesh.domain.comparisons.queries import answers_of
from tafteesh.domain.comparisons.secret import propose
from tafteesh.domain.files.actions import NewFile, open_file
from tafteesh.domain.files.actions.choices import NewAnswer, record_answer
from tafteesh.domain.files.models import Consent, Identity, Purpose, SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.interfaces.commands.actors import actor_named
from tafteesh.interfaces.commands.demo.people import OFFICE, PARTNER

FIRST, LAST = "S-0011", "S-0022"
# As Ranchi writes the names of two of them.
AT_BOTH = {
    "S-0013": ("लक्ष्मी मंडल", "बिमल राय"),
    "S-0014": ("Chondona Gaji", "Sukumar Halder"),
}
THERE = (
    "Phulmani Hembram", "Budhni Soren", "Gulabi Kerketta", "Rahima Ansari", "Meena Kumari",
    "Savitri Devi", "Sunita Oraon", "Basanti Munda",
)  # fmt: skip


def seed_compared() -> None:
    """Inside the caller's transaction. Ranchi has said yes to one pair; here nothing is said yet.

    A second comparison is begun, and its files are not written yet.
    """
    here, there = actor_named("cm"), actor_named("ranchicm")
    enter(here)
    office, ranchi = (Organisation.objects.get(code=code) for _, code in (OFFICE, PARTNER))
    years = _agree(here, ranchi)
    _files_there(there, office, years)
    secret = propose()
    ours, our_file = _begun(here, ranchi, secret)
    theirs, their_file = _begun(there, office, secret)
    read_filters(comparison=theirs, file=our_file, secret=secret, by=there)
    if match := answers_of(theirs, there).first():
        reply = Reply(Match.Answer.REVEALS, Match.Why.COURT, "98350 00011")
        answer_match(match=match, reply=reply, by=there)
    enter(here)
    read_filters(comparison=ours, file=their_file, secret=secret, by=here)
    begin(to=ranchi, is_salted=True, secret=propose(), by=here)


def _agree(by: Actor, to: Organisation) -> dict[str, int]:
    """Twelve women say yes; answers the year of birth of those who are at both."""
    files = SurvivorFile.objects.visible_to(by).filter(number__range=(FIRST, LAST))
    for file in files.order_by("number"):
        record_answer(file=file, new=_yes(to, by), by=by)
    identities = Identity.objects.visible_to(by).filter(survivor_file__number__in=list(AT_BOTH))
    born = identities.values_list("survivor_file__number", "born_earliest")
    return {number: day.year for number, day in born if day}


def _yes(to: Organisation, by: Actor) -> NewAnswer:
    yes, way = Consent.Answer.AGREES, Consent.Way.SPOKEN
    return NewAnswer(Purpose.COMPARING, to, yes, "bn", way, by.today)


def _files_there(by: Actor, to: Organisation, years: dict[str, int]) -> None:
    enter(by)
    both = [(*AT_BOTH[number], year) for number, year in years.items()]
    others = [(name, "", 1993 + at) for at, name in enumerate(THERE)]
    for at, (name, father, year) in enumerate([*both, *others], 1):
        new = NewFile(
            number=f"RSM-{at:02}",
            scope=SurvivorFile.Scope.TRAFFICKING,
            block="Baduria" if father else "",
            names={"name_used": name, "relation_name": father},
            identity={"born_earliest": date(year, 1, 1), "born_latest": date(year, 12, 31)},
        )
        file = open_file(new=new, by=by)
        record_answer(file=file, new=_yes(to, by), by=by)


def _begun(by: Actor, to: Organisation, secret: str) -> tuple[Comparison, bytes]:
    enter(by)
    comparison = begin(to=to, is_salted=False, secret=secret, by=by)
    return comparison, write_filters(comparison=comparison, secret=secret, by=by)
