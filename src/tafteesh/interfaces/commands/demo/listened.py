"""What a few women of the demo were asked, what they said, and what stays with whoever heard it."""

from datetime import timedelta

from tafteesh.domain.care.actions.grievances import hear_grievance, raise_grievance
from tafteesh.domain.care.actions.instruments import NewEdition, write_edition
from tafteesh.domain.care.actions.intake import count_telling, mark_part
from tafteesh.domain.care.actions.locked import write_locked
from tafteesh.domain.care.actions.plans import NewReview, record_living, record_review
from tafteesh.domain.care.models import Grievance, IntakeMark, Living, Telling
from tafteesh.domain.care.queries import instruments_for
from tafteesh.domain.diary.actions import NewContact, record_contact
from tafteesh.domain.files.actions.choices import NewAnswer, record_answer
from tafteesh.domain.files.models import Consent, Purpose, SurvivorFile
from tafteesh.domain.handoffs.actions.owners import offer_file
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.kernel.approx_date import ApproxDate
from tafteesh.interfaces.commands.actors import actor_named
from tafteesh.interfaces.commands.demo.people import PARTNER


def seed_listened() -> None:
    """Inside the caller's transaction, after the named women."""
    for login_name, does in (
        ("shampa", _first_talks),
        ("das", _in_confidence),
        ("counsel", _reviews),
        ("cm", _heard),
        ("cm", _offers),
        ("mgr", _asks_otherwise),
    ):
        actor = actor_named(login_name)
        enter(actor)
        does(actor)


def _file(by: Actor, number: str) -> SurvivorFile:
    return SurvivorFile.objects.visible_to(by).get(number=number)


def _first_talks(by: Actor) -> None:
    """S-0002: half of the first talks, two tellings, how she lives, a note with names, and something wrong."""
    file = _file(by, "S-0002")
    task_of, done = IntakeMark.Task, IntakeMark.State.DONE
    for task, state in (
        (task_of.MINIMUM, done),
        (task_of.WAY, IntakeMark.State.NOT_NOW),
        (task_of.COURT, done),
    ):
        mark_part(file=file, task=task, state=state, by=by)
    told = ApproxDate.on(by.today - timedelta(days=300))
    for whom in (Telling.ToWhom.POLICE, Telling.ToWhom.MAGISTRATE):
        count_telling(file=file, to_whom=whom, told=told, by=by)
    living = Living(
        on=by.today - timedelta(days=12), household_paise=9_000_00, own_paise=2_500_00, people=5,
        schooling="open_school", group="yes",
    )  # fmt: skip
    record_living(file=file, living=living, by=by)
    note = "হারান দাসকে আবার বাড়ির কাছে দেখা গেছে। ফোন 9830000202। She sleeps at her aunt's."
    day = by.today - timedelta(days=2)
    record_contact(file=file, new=NewContact(day, "visit", "safety", note=note), by=by)
    raise_grievance(file=file, way=Grievance.Way.HER_PAGE, by=by)
    raise_grievance(
        file=_file(by, "S-0003"),
        way=Grievance.Way.LEADER,
        about=Grievance.About.NOT_ASKED,
        by=by,
    )


def _in_confidence(by: Actor) -> None:
    """One note that her lawyer alone opens."""
    files = SurvivorFile.objects.visible_to(by).order_by("number")
    text = "She wants to tell the court herself, and not by video."
    write_locked(file=files[0], on=by.today - timedelta(days=5), text=text, by=by)


def _reviews(by: Actor) -> None:
    """S-0005 and S-0071 were reviewed in summer: the one is late, the other due this week."""
    instrument = instruments_for(by)[0]
    for number, days in (("S-0005", -4), ("S-0071", 3)):
        on, due = by.today - timedelta(days=90), by.today + timedelta(days=days)
        new = NewReview(instrument, on, due, {}, goal="To sleep through the night")
        record_review(file=_file(by, number), new=new, by=by)


def _heard(by: Actor) -> None:
    """The case manager asked one of the two."""
    said = Grievance.objects.visible_to(by).get(way=Grievance.Way.LEADER)
    words = "My sister-in-law was told of the hearing, and I was not."
    hear_grievance(grievance=said, about=Grievance.About.NOT_ASKED, said=words, by=by)


def _offers(by: Actor) -> None:
    """S-0010 moves to Ranchi: signed here, not there yet."""
    ranchi = Organisation.objects.get(code=PARTNER[1])
    file = _file(by, "S-0010")
    yes, way = Consent.Answer.AGREES, Consent.Way.SPOKEN
    until = by.today + timedelta(days=60)
    answer = NewAnswer(Purpose.SHARING, ranchi, yes, "bn", way, by.today, until)
    record_answer(file=file, new=answer, by=by)
    offer_file(file=file, to=ranchi, why="moved", by=by)


def _asks_otherwise(by: Actor) -> None:
    """The office's own short list beside the two examples."""
    questions = ("Does she sleep?", "Whom does she trust?", "Does she earn?", "Is she afraid?")
    write_edition(new=NewEdition("SHORT", "Four questions", 1, 4, questions), by=by)
