"""What waits for somebody in the demo: a file shared with the partner, and a workbook with doubts."""

import csv
import tempfile
from datetime import timedelta
from pathlib import Path

from tafteesh.domain.files.actions.choices import NewAnswer, record_answer
from tafteesh.domain.files.actions.looking import ask_to_look, decide_look
from tafteesh.domain.files.models import Consent, Purpose, SurvivorFile
from tafteesh.domain.handoffs.actions import NewShare, share_file
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.interfaces.commands.actors import actor_named
from tafteesh.interfaces.commands.demo.people import PARTNER
from tafteesh.interfaces.imports.job import Job

SHARED = ("S-0010", "S-0015")
HEADS = (
    "Survivor Code", "Name", "Father's Name", "Phone", "Case Type", "Date of Intake", "Date of Rescue",
    "Block", "Village", "Status",
)  # fmt: skip
# Two rows that may be one woman, a day that stands in for one not known, and a word of no list.
ROWS = (
    ("S-0201", "Chandana Baidya", "Dilip Baidya", "9830000201", "Trafficking", "04-05-2026",
     "12-04-2026", "Baduria", "Ghat Para", "Active"),
    ("S-0202", "Chondona Baidya", "Dilip Baidya", "9830000201", "Trafficking", "06-05-2026",
     "12-04-2026", "Baduria", "Ghat Para", "Active"),
    ("S-0203", "Rehana Gazi", "Yunus Gazi", "9830000203", "Trafficking", "11-05-2026", "01-01-2000",
     "Hasnabad", "Khal Para", "Active"),
    ("S-0204", "Parul Munda", "Sukumar Munda", "9830000204", "Domestic violence", "18-05-2026", "",
     "Hingalganj", "Bandh Para", "ask Rekha-di"),
    ("S-0205", "Tulsi Haldar", "Nimai Haldar", "9830000205", "Trafficking", "25-05-2026",
     "02-05-2026", "Gaighata", "Station Para", "Active"),
)  # fmt: skip


def seed_waiting() -> None:
    """Inside the caller's transaction."""
    _share()
    _hidden()
    _workbook()


def _share() -> None:
    """Two women agreed that Ranchi may see their files for two months."""
    chief = actor_named("cm")
    enter(chief)
    ranchi = Organisation.objects.get(code=PARTNER[1])
    until = chief.today + timedelta(days=60)
    for file, purpose in zip(
        SurvivorFile.objects.visible_to(chief).filter(number__in=SHARED).order_by("number"),
        ("court", "home"),
        strict=True,
    ):
        asked_on = chief.today - timedelta(days=2)
        yes, way = Consent.Answer.AGREES, Consent.Way.SPOKEN
        answer = NewAnswer(Purpose.SHARING, ranchi, yes, "bn", way, asked_on, until)
        record_answer(file=file, new=answer, by=chief)
        agreed = NewShare(ranchi, purpose, asked_on, until)
        share_file(file=file, new=agreed, by=chief)


def _hidden() -> None:
    """Ranchi asked for two hidden values: one is open to her for a week, the other waits for an answer."""
    sunita, chief = actor_named("ranchi"), actor_named("cm")
    enter(sunita)
    files = SurvivorFile.objects.visible_to(sunita).filter(number__in=SHARED).order_by("number")
    first, second = files
    agreed = ask_to_look(file=second, value="name_used", reason="journey", by=sunita)
    ask_to_look(file=first, value="address", reason="journey", by=sunita)
    enter(chief)
    decide_look(request=agreed, until=chief.today + timedelta(days=7), by=chief)


def _workbook() -> None:
    """A list from Barasat that was read and waits for its doubts to be settled."""
    clerk = actor_named("mis")
    enter(clerk)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "barasat-list.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([HEADS, *ROWS])
        job = Job(clerk)
        job.read(job.start(path, path.name))
