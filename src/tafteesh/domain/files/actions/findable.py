"""The keys by which names are found, made anew by the rules of sound in force."""

import uuid
from collections.abc import Sequence

from django.db import transaction

from tafteesh.domain.files import sealing, sounding
from tafteesh.domain.files.models import Identity
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.decisions import require
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.audit.log import Line, write_lines
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.vault.keys import keys_that_open


@transaction.atomic
def make_keys_anew(*, files: Sequence[uuid.UUID], by: Actor) -> int:
    """Make the keys of these files anew; what was erased meanwhile is passed over. Answers how many were made."""
    require(by, Permission.SAFEKEEPING)
    rows = Identity.objects.visible_to(by).select_for_update().filter(survivor_file__in=files)
    open_keys = keys_that_open(files)
    made = [row for row in rows.order_by("pk") if row.survivor_file_id in open_keys]
    for row in made:
        key = open_keys[row.survivor_file_id]
        names = {name: sealing.open_from(row, name, key).reveal() for name in Identity.SEALED}
        tokens = sealing.make_findable(row, row.organisation_id, names, key)
        sealing.keep_tokens(row, tokens)
    Identity.unscoped.bulk_update(made, ["sounds", "keyed_as"])
    gone = set(files) - open_keys.keys()  # erased: there is nothing left to be found by
    Identity.unscoped.filter(survivor_file__in=gone).update(keyed_as=sounding.RULES)
    write_lines([Line(Event.NAMES_KEYED, "names", reason=str(len(made)))], by=by)
    return len(made)
