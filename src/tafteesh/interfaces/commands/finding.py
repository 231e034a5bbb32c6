"""Names whose keys are missing or of older rules get them, some files at a time."""

from tafteesh.domain.files.actions.findable import make_keys_anew
from tafteesh.domain.files.searching import not_findable
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.permissions import Role
from tafteesh.interfaces.commands.actors import machine

AT_ONCE = 500


def make_findable(*, batch: int = AT_ONCE, everything: bool = False) -> int:
    """Make the keys anew, a transaction each batch; killed half-way, the next run goes on. Answers how many."""
    actor = machine(Role.SYSTEM_ADMINISTRATOR)
    step, done = max(1, batch), 0
    with acting_as(actor):
        left = not_findable(actor, everything=everything)
    for start in range(0, len(left), step):
        with acting_as(actor):
            done += make_keys_anew(files=left[start : start + step], by=actor)
    return done
