"""A workbook brings somebody in who is known: proposed when it is taken, by nobody joined, and gone when it is taken back."""

from pathlib import Path

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once.models import Pair
from tafteesh.domain.once.queries import waiting_pairs
from tafteesh.foundation.access.context import acting_as
from tafteesh.interfaces.imports import actions
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.models import ImportBatch
from tests.people import Worker

HEAD = "Survivor Code,Name,Father's Name,Mobile,Case Type,Date of Intake,Status\n"
ROW = "OLD-17,রিনা মন্ডল,কালীপদ মন্ডল,9830012345,Trafficking,04-05-2021,Active\n"
OTHER = "OLD-18,Sabina Yasmin,Yunus Gazi,9830099999,Trafficking,04-05-2021,Active\n"


def test_proposed_when_taken_and_forgotten_when_taken_back(
    asha: Worker, meera: Worker, tmp_path: Path
) -> None:
    names = {"name_used": "Rina Mondal", "relation_name": "Kalipada Mondal", "phone": "9830012345"}
    with acting_as(asha.actor):
        known = asha.opens("N24-2026-0417", names=names)
    path = tmp_path / "old.csv"
    path.write_text(HEAD + ROW + OTHER)
    job = Job(meera.actor)
    batch_id = job.start(path, path.name)
    job.read(batch_id)
    job.accept(batch_id)
    job.compare(batch_id)

    with acting_as(meera.actor) as by:
        pair = waiting_pairs(by).get()
        assert pair.came_from == Pair.From.IMPORT
        assert known.pk in (pair.survivor_file_id, pair.other_file_id)
        batch = ImportBatch.objects.visible_to(by).get(pk=batch_id)
        actions.undo(batch=batch, by=by)
        assert not Pair.objects.visible_to(by).exists()
        assert SurvivorFile.objects.visible_to(by).get() == known
