"""She is found by her name in any script, by whoever may reach her, and nothing readable is kept for it."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from tafteesh.domain.files import sounding
from tafteesh.domain.files.actions import change_identity, erase
from tafteesh.domain.files.actions.misses import (
    KEPT,
    NothingAsked,
    read_miss,
    record_miss,
    record_search,
)
from tafteesh.domain.files.models import AccessGrant, Identity, NameToken, SearchMiss, SurvivorFile
from tafteesh.domain.files.searching import By, not_findable, search_files
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.foundation.audit.models import Entry, Event
from tafteesh.foundation.vault import keyholder
from tests.people import NOW, Worker, agrees

Names = dict[str, str]
RINA = {
    "name_used": "রীনা", "name_on_papers": "রীনা মণ্ডল", "other_names": "Rinku @ Tuktuki", "relation_name": "কালীপদ মণ্ডল",
    "phone": "9830012345",
}  # fmt: skip


@pytest.fixture
def people(asha: Worker) -> Callable[[Worker], list[str]]:
    """Rina and some neighbours; answers whom a worker finds."""
    enter(asha.actor)
    asha.opens("N-1", names=RINA)
    for number, name in enumerate(
        ("Dipa Mondal", "रानी मंडल", "Sabina Yasmin", "V. P. Sardar", "Kajol Das"), 2
    ):
        asha.opens(f"N-{number}", names={"name_used": name})

    def found(worker: Worker, words: str) -> list[str]:
        with acting_as(worker.actor):
            return [one.file.number for one in search_files(worker.actor, words)]

    return found


@pytest.mark.parametrize("searcher", ["asha", "meera"])
@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Rina Mondal", "N-1"), ("रीना मंडल", "N-1"), ("রিনা মন্ডল", "N-1"), ("Mandal Reena", "N-1"), ("Tuktuki", "N-1"),
        ("সাবিনা ইয়াসমিন", "N-4"), ("Sabeena Yeasmin", "N-4"), ("Bimala Prabha Sardar", "N-5"), ("কাজল দাশ", "N-6"),
        ("9830012345", "N-1"), ("+91 98300 12345", "N-1"), ("২৩৪৫", "N-1"), ("n-4", "N-4"),
    ],
)  # fmt: skip
def test_the_right_file_stands_first(
    people: Any, request: pytest.FixtureRequest, searcher: str, words: str, number: str
) -> None:
    """Asha has few files and all are compared; Meera reaches the office and goes by the keys."""
    assert people(request.getfixturevalue(searcher), words)[0] == number


def test_by_what_a_file_was_found_is_told(people: Any, meera: Worker) -> None:
    with acting_as(meera.actor):
        by = {words: search_files(meera.actor, words)[0].by for words in ("Rina Mondal", "Kalipada Mondal", "2345", "N-1")}  # fmt: skip

    assert list(by.values()) == [By.NAME, By.RELATION, By.PHONE, By.NUMBER]


def test_birth_block_and_father_decide_between_two_of_one_name(
    people: Any, asha: Worker, meera: Worker
) -> None:
    enter(asha.actor)
    for number, year, father in (("N-8", 2004, "Jogen"), ("N-9", 1991, "Haripada")):
        asha.opens(
            number,
            names={"name_used": "Puja Das", "relation_name": father},
            identity={"born_earliest": date(year, 1, 1), "born_latest": date(year, 12, 31)},
        )

    for searcher in (asha, meera):
        assert people(searcher, "পূজা দাস 2004")[0] == "N-8"
        assert people(searcher, "Pooja Das 1991")[0] == "N-9"
        assert people(searcher, "Puja Das Jogen")[0] == "N-8"
        assert people(searcher, "পূজা হরিপদ")[0] == "N-9"


def test_whoever_cannot_reach_her_finds_nothing(people: Any, bimal: Worker, joba: Worker) -> None:
    for words in ("Rina Mondal", "রীনা", "2345", "9830012345", "N-1", "Kalipada"):
        assert people(bimal, words) == people(joba, words) == []


def test_a_partner_finds_whom_she_agreed_to_share_and_nobody_else(
    people: Any, asha: Worker, meera: Worker, joba: Worker, other_office: Any
) -> None:
    enter(meera.actor)
    rina = SurvivorFile.objects.visible_to(meera.actor).get(number="N-1")
    agrees(rina, other_office, by=meera.actor)
    AccessGrant.unscoped.create(
        organisation_id=rina.organisation_id, survivor_file=rina, to_organisation=other_office,
        because=AccessGrant.Because.SHARED, starts_on=asha.actor.today, until=asha.actor.today.replace(year=2027),
        granted_by=asha.person, granted_at=NOW,
    )  # fmt: skip

    assert people(joba, "Reena Mandal") == ["N-1"]
    assert people(joba, "Sabina Yasmin") == []


def test_a_new_name_is_found_and_the_old_one_is_not(
    people: Any, asha: Worker, meera: Worker
) -> None:
    enter(asha.actor)
    file = SurvivorFile.objects.visible_to(asha.actor).get(number="N-4")
    change_identity(file=file, names={"name_used": "Jhuma Gharami"}, open_fields={}, by=asha.actor)

    assert people(meera, "ঝুমা ঘরামি") == ["N-4"]
    assert "N-4" not in people(meera, "Sabina Yasmin")


def test_whoever_was_erased_is_not_found(people: Any, asha: Worker, mgr: Worker) -> None:
    with acting_as(mgr.actor):
        file = SurvivorFile.objects.visible_to(mgr.actor).get(number="N-1")
        erase(file=file, reason="her_request", by=mgr.actor)

    call_command("reindex_names", all=True)
    for searcher in (asha, mgr):
        assert "N-1" not in people(searcher, "Rina Mondal")
    with acting_as(mgr.actor):
        assert not_findable(mgr.actor) == []


def test_nothing_readable_lies_in_the_tables(people: Any, meera: Worker) -> None:
    with acting_as(meera.actor), connection.cursor() as cursor:
        for table in ("files_identity", "files_nametoken"):
            cursor.execute(f"SELECT string_agg(t::text, ' ') FROM {table} t")
            text = cursor.fetchone()[0].lower()
            for word in ("rina", "mondal", "mandal", "rn", "9830012345"):
                assert not any(word in part for part in text.split(",") if not part.strip('"( ').startswith("\\\\x")), word  # fmt: skip


def test_the_same_name_has_other_tokens_in_another_office(
    people: Any, asha: Worker, joba: Worker, other_office: Any, meera: Worker
) -> None:
    keys = sounding.stored_under(sounding.sketch_of(RINA), RINA)
    here = set(keyholder.blind_numbers(str(asha.actor.organisation_id), keys))
    there = set(keyholder.blind_numbers(str(other_office.pk), keys))

    with acting_as(meera.actor):
        kept = set(NameToken.objects.visible_to(meera.actor).filter(survivor_file__number="N-1").values_list("token", flat=True))  # fmt: skip
    assert kept == here
    assert not here & there


@pytest.mark.parametrize(
    "words", ["", "   ", "?!", "\ud800", "\u202e\u200f", "👩🏽", "a" * 10_000_000, "রী" * 1_000_000, "'; DROP", "0000", "\x00Rina", "()", "१"]
)  # fmt: skip
def test_whatever_is_typed_is_answered(
    people: Any, meera: Worker, asha: Worker, words: str
) -> None:
    assert isinstance(people(meera, words), list)
    assert isinstance(people(asha, words), list)


def test_older_keys_are_made_anew_and_a_broken_run_goes_on(
    people: Any, asha: Worker, meera: Worker, capsys: pytest.CaptureFixture[str]
) -> None:
    with acting_as(meera.actor):
        NameToken.unscoped.all().delete()
        Identity.unscoped.update(keyed_as=0, sounds=None)
        done = Identity.unscoped.filter(survivor_file__number="N-6")
        done.update(keyed_as=sounding.RULES)
    assert people(meera, "Rina Mondal") == []

    call_command("reindex_names", batch=2, json=True)

    assert capsys.readouterr().out.strip() == '{"done": 5}'
    assert people(meera, "Rina Mondal")[0] == "N-1"
    assert people(meera, "2345") == ["N-1"]
    call_command("reindex_names")
    assert capsys.readouterr().out.startswith("0 files")
    call_command("reindex_names", all=True)
    assert people(meera, "Kajol Das")[0] == "N-6"


def test_a_search_leaves_a_line_without_its_words(asha: Worker) -> None:
    with acting_as(asha.actor):
        record_search(answers=3, by=asha.actor)

    line = Entry.objects.filter(event=Event.SEARCHED).get()
    assert (line.person_id, line.reason, line.fields) == (asha.person.pk, "3", "")


def test_what_was_not_found_is_kept_sealed_and_opened_with_a_line(
    asha: Worker, bimal: Worker, meera: Worker
) -> None:
    with acting_as(asha.actor):
        miss = record_miss(words="Rina Mondall", number="N-1", by=asha.actor)
        with pytest.raises(NothingAsked):
            record_miss(words=" \u200f ", number="N-1", by=asha.actor)
        assert b"Rina" not in bytes(miss.words_sealed)

    with acting_as(bimal.actor):
        assert not SearchMiss.objects.visible_to(bimal.actor).exists()
        with pytest.raises(SearchMiss.DoesNotExist):
            read_miss(miss=miss, by=bimal.actor)
    with acting_as(meera.actor):
        assert read_miss(miss=miss, by=meera.actor).reveal() == "Rina Mondall"
    assert Entry.objects.filter(event=Event.MISS_READ, person_id=meera.person.pk).exists()


def test_a_miss_goes_after_half_a_year(asha: Worker) -> None:
    with acting_as(asha.actor):
        record_miss(words="Rina", number="", by=asha.actor)
    later = asha.on((NOW + KEPT).date().replace(day=28))
    with acting_as(later):
        record_miss(words="Mita", number="", by=later)
        assert SearchMiss.objects.visible_to(later).count() == 1
