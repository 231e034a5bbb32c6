"""Who stands twice in the demo's records: one pair waits, one was joined, one was found to be two persons."""

from datetime import date, timedelta

from tafteesh.domain.files.actions import NewFile, open_file
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.once.actions import join, look_for_others, not_the_same
from tafteesh.domain.once.models import Join, Pair
from tafteesh.domain.once.queries import pairs_of
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.interfaces.commands.actors import actor_named

BORN = {
    "born_earliest": date(2008, 1, 1),
    "born_latest": date(2008, 12, 31),
    "born_answer": "known",
}
# Number, how she is called, of whom, her phone. The last two are sisters.
WRITTEN: tuple[tuple[str, str, str, str], ...] = (
    ("S-0151", "কাকলি মুন্ডা", "সুধীর মুন্ডা", "9830000142"),
    ("S-0152", "Parul Bauri", "Nitai Bauri", "9830000152"),
    ("S-0153", "পারুল বাউরি", "নিতাই বাউরি", "9830000152"),
    ("S-0154", "Shefali Bagdi", "Haru Bagdi", "9830000154"),
    ("S-0155", "Shefalika Bagdi", "Haru Bagdi", "9830000154"),
)


def seed_twice() -> None:
    """Inside the caller's transaction."""
    by = actor_named("mis")
    enter(by)
    files = {line[0]: _written(line, by) for line in WRITTEN}
    ids = [file.pk for file in files.values()]
    look_for_others(files=ids, came_from=Pair.From.INTAKE, by=by)
    chief = actor_named("cm")
    enter(chief)
    standing = files["S-0152"]
    pair = pairs_of([standing.pk], chief).get(other_file=files["S-0153"].pk)
    join(pair=pair, standing=standing.pk, why=Join.Why.WORKER_KNOWS, by=chief)
    sisters = pairs_of([files["S-0154"].pk], chief).get(other_file=files["S-0155"].pk)
    not_the_same(pair=sisters, why=Pair.WhyNot.SISTERS, by=chief)


def _written(line: tuple[str, str, str, str], by: Actor) -> SurvivorFile:
    number, called, relation, phone = line
    names = {"name_used": called, "relation_name": relation, "phone": phone}
    details: dict[str, object] = {"status": SurvivorFile.Status.TENTATIVE}
    new = NewFile(
        number=number,
        scope="not_known",
        opened_on=by.today - timedelta(days=20),
        names=names,
        identity={**BORN, "gender": "woman"},
        details=details,
    )
    return open_file(new=new, by=by)
