"""A kept question answers what the plain question answers, for whoever asks."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models.expressions import RawSQL
from django.test.utils import CaptureQueriesContext

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.kept import Kept, NotKept
from tests.people import Worker

pytestmark = pytest.mark.django_db


def by_number(actor: Actor, *, status: str = "", limit: Any = None) -> Any:
    rows = SurvivorFile.objects.visible_to(actor).select_related("worker").order_by("number")
    if status:
        rows = rows.filter(status=status)
    return rows if limit is None else rows.filter(opened_earliest__lte=limit)


def test_everyone_gets_her_own_rows(asha: Worker, bimal: Worker, meera: Worker) -> None:
    for number in ("T-1", "T-2"):
        asha.opens(number)
    kept = Kept(by_number)
    for who, seen in ((asha, 2), (bimal, 0), (meera, 2), (asha, 2)):
        with acting_as(who.actor):
            rows = kept(who.actor, status="active")
            assert rows == list(by_number(who.actor, status="active"))
            assert len(rows) == seen
    with acting_as(asha.actor):
        assert [row.worker.name for row in kept(asha.actor) if row.worker] == ["Asha", "Asha"]


def test_the_text_is_the_questions_own(asha: Worker) -> None:
    asha.opens("T-1")
    kept = Kept(by_number)
    with acting_as(asha.actor), CaptureQueriesContext(connection) as heard:
        kept(asha.actor, limit=asha.actor.today)
        list(by_number(asha.actor, limit=asha.actor.today))
    ours, plain = (query["sql"] for query in heard.captured_queries)
    assert ours == plain


def test_values_of_one_do_not_stay_for_the_next(asha: Worker) -> None:
    asha.opens("T-1")
    kept = Kept(by_number)
    with acting_as(asha.actor):
        assert len(kept(asha.actor, limit=asha.actor.today)) == 1
        assert kept(asha.actor, limit=asha.actor.today - timedelta(days=9_000)) == []


def test_a_value_that_is_changed_on_its_way_is_refused(asha: Worker) -> None:
    def lately(actor: Actor) -> Any:
        return by_number(actor).filter(last_contact_on__lt=actor.today - timedelta(days=30))

    with acting_as(asha.actor), pytest.raises(NotKept):
        Kept(lately)(asha.actor)


def test_a_question_whose_text_hangs_on_a_value_is_refused(asha: Worker) -> None:
    def of_each(actor: Actor, *, day: Any) -> Any:
        when = RawSQL(f"date '{day:%Y-%m-%d}'", [])  # noqa: S611 - the mistake it must catch
        return by_number(actor).filter(opened_earliest__gt=when)

    with acting_as(asha.actor), pytest.raises(NotKept):
        Kept(of_each)(asha.actor, day=asha.actor.today)


def test_what_can_have_no_answer_is_not_asked(asha: Worker) -> None:
    def nobodys(actor: Actor) -> Any:
        return by_number(actor).filter(organisation__in=actor.offices)

    with acting_as(asha.actor), CaptureQueriesContext(connection) as heard:
        assert Kept(nobodys)(asha.actor) == []
    assert not heard.captured_queries


def test_a_list_and_a_tuple_of_ids_are_values(asha: Worker) -> None:
    files = [asha.opens(f"T-{n}").pk for n in range(3)]

    def any_of(actor: Actor, *, ids: list[Any]) -> Any:
        return by_number(actor).filter(pk__any_of=ids)

    def one_of(actor: Actor, *, ids: tuple[Any, ...]) -> Any:
        return by_number(actor).filter(pk__in=ids)

    with acting_as(asha.actor):
        for ids in (files, files[:1], files[1:], []):
            found = [row.pk for row in Kept(any_of)(asha.actor, ids=ids)]
            assert found == ids == [row.pk for row in Kept(one_of)(asha.actor, ids=tuple(ids))]
