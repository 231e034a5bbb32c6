"""Whatever order the transfers of an investigation are entered in, one agency has it at a time."""

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import InvestigationSpell
from tests.people import Worker

BEGINS = date(2025, 1, 1)
entered = st.tuples(
    st.sampled_from(("police_station", "ahtu", "cid")),
    st.integers(0, 300),
    st.none() | st.integers(0, 200),
    st.booleans(),
)


@given(st.lists(entered, min_size=1, max_size=8))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spells_never_overlap(
    rina: SurvivorFile, asha: Worker, many: list[tuple[str, int, int | None, bool]]
) -> None:
    with transaction.atomic():
        fir = actions.record_fir(
            new=actions.NewFir("Hasnabad", 7, 2025, "source"), survivors=[rina], by=asha.actor
        )
        for kind, start, length, taken_back in many:
            starts = BEGINS + timedelta(days=start)
            ends = starts + timedelta(days=length) if length is not None else None
            new = actions.NewSpell(kind, kind, starts_on=starts, ends_on=ends)
            with suppress(actions.SpellsOverlap):
                spell = actions.record_spell(fir=fir, new=new, by=asha.actor)
                if taken_back:
                    actions.withdraw_entry(entry=spell, reason="typed_wrong", by=asha.actor)

        rows = InvestigationSpell.objects.visible_to(asha.actor).filter(fir=fir, withdrawn_at=None)
        spells = list(rows.order_by("starts_on", "ends_on"))
        for one, later in pairwise(spells):
            assert one.ends_on is not None
            assert later.starts_on is not None
            assert one.ends_on <= later.starts_on
        transaction.set_rollback(True)
