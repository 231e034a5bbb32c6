"""Editions of law and places: what one would change is shown first, and nothing in use is ever lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.audit.models import Entry, Event
from tafteesh.reference.editions.actions import load_edition
from tafteesh.reference.editions.changes import plan_edition
from tafteesh.reference.editions.faults import BadEdition
from tafteesh.reference.editions.folder import (
    EditionFolder,
    read_files,
    read_folder,
    read_own,
    read_shipped,
)
from tafteesh.reference.law.models import Edition, Section
from tafteesh.reference.places.models import Area, Authority
from tafteesh.reference.rows import Verification
from tests.people import Worker

STATES = b"lgd_code,name,verification,source\n19,West Bengal,sourced,LGD\n"
DISTRICTS = b"lgd_code,state,name,verification,source\n303,ST-19,North 24 Parganas,sourced,LGD\n"
BLOCKS = (
    b"lgd_code,district,name,verification,source\n"
    b"2730,D-303,Basirhat I,sourced,LGD\n2737,D-303,Hasnabad,sourced,LGD\n"
)


def edition(*, own: bool = False, **files: bytes) -> EditionFolder:
    """A small edition, in the order in which files lean on each other."""
    found = read_files("small", {f"{name}.csv": raw for name, raw in files.items()}, own=own)
    return EditionFolder("small", tuple(found), is_own=own)


@pytest.fixture
def blocks(meera: Worker) -> None:
    load_edition(folder=edition(states=STATES, districts=DISTRICTS, blocks=BLOCKS), by=meera.actor)


def test_a_social_worker_loads_no_edition(asha: Worker) -> None:
    with pytest.raises(NotAllowed):
        load_edition(folder=edition(states=STATES), by=asha.actor)

    assert not Area.objects.exists()


def test_every_row_of_an_edition_says_where_it_comes_from(meera: Worker, blocks: None) -> None:
    block = Area.objects.get(key="B-2730")

    assert (block.parent and block.parent.key, block.state and block.state.key) == (
        "D-303",
        "ST-19",
    )
    assert block.edition is not None
    assert (block.edition.file_name, block.edition.added) == ("small/blocks.csv", 2)
    assert block.edition.loaded_by == str(meera.person.pk)
    assert Entry.objects.filter(event=Event.REFERENCE_LOADED).count() == 3


def test_the_same_edition_again_changes_nothing(meera: Worker, blocks: None) -> None:
    before = list(Area.objects.order_by("key").values())
    again = load_edition(
        folder=edition(states=STATES, districts=DISTRICTS, blocks=BLOCKS), by=meera.actor
    )

    assert again.is_empty
    assert list(Area.objects.order_by("key").values()) == before
    assert Edition.objects.count() == 3


def test_changes_are_shown_before_anything_is_saved(
    meera: Worker, blocks: None, rina: SurvivorFile
) -> None:
    SurvivorFile.unscoped.filter(pk=rina.pk).update(block=Area.objects.get(key="B-2737"))
    new = BLOCKS.replace(b"Hasnabad", b"Hasnabad Sadar").replace(b"2730", b"2731")

    plan = plan_edition(edition(blocks=new)).files[0]

    assert list(plan.added) == ["B-2731"]
    assert [(row.key, row.uses) for row in plan.retired] == [("B-2730", 0)]
    changed = plan.changed[0]
    assert (changed.key, changed.uses) == ("B-2737", 1)
    assert [(c.field, c.old, c.new) for c in changed.changes] == [
        ("name", "Hasnabad", "Hasnabad Sadar")
    ]
    assert Area.objects.get(key="B-2737").name == "Hasnabad"


def test_a_row_that_is_used_is_retired_and_stays(
    meera: Worker, blocks: None, rina: SurvivorFile
) -> None:
    SurvivorFile.unscoped.filter(pk=rina.pk).update(block=Area.objects.get(key="B-2737"))
    without = b"\n".join(BLOCKS.split(b"\n")[:2]) + b"\n"
    load_edition(folder=edition(blocks=without), by=meera.actor)

    row = Area.objects.get(key="B-2737")
    assert (row.is_current, row.retired_on) == (False, meera.actor.today)
    rina.refresh_from_db()
    assert rina.block == row

    load_edition(folder=edition(blocks=BLOCKS), by=meera.actor)
    row.refresh_from_db()
    assert (row.is_current, row.retired_on) == (True, None)


def test_an_edition_tells_afterwards_what_it_changed(meera: Worker, blocks: None) -> None:
    load_edition(folder=edition(blocks=BLOCKS.replace(b"Hasnabad", b"Hasnabad II")), by=meera.actor)

    assert Edition.objects.latest("id").what_changed == [
        {"key": "B-2737", "field": "name", "old": "Hasnabad", "new": "Hasnabad II"}
    ]


@pytest.mark.parametrize(
    ("name", "raw", "line", "says"),
    [
        ("blocks", b"lgd_code,district,name\n1,D-303,A\n2,D-999,B\n", 3, "D-999"),
        ("blocks", b"lgd_code,district,name\n1,D-303,A\n1,D-303,B\n", 3, "already"),
        ("blocks", b"lgd_code,district,name\nx1,D-303,A\n", 2, "whole number"),
        ("blocks", b"lgd_code,district,name\n1,D-303,\n", 2, "empty"),
        ("blocks", b"lgd_code,district,name\n1,D-303,=cmd\n", 2, "formula"),
        ("blocks", b"lgd_code,district\n1,D-303\n", 1, "lacks"),
        ("blocks", b"lgd_code,district,name,caste\n1,D-303,A,x\n", 1, "caste"),
        ("blocks", b"lgd_code,district,name\n1,D-303\n", 2, "as many cells"),
        ("blocks", b"lgd_code,district,name\n1,D-303,Hasnabad\n", 2, "B-2737"),
        ("authorities", b"key,kind,name\nA,castle,X\n", 2, "castle"),
        ("authorities", b"key,kind,name,valid_from\nA,cid,X,31-31-2026\n", 2, "01-07-2024"),
        ("posts", b"key,title,name\nP,BDO,BDO of nowhere\n", 2, "one of the two"),
        ("survivors", b"name\nRina\n", 0, "Name each file"),
        ("blocks", b"\xff\xfe\x00", 0, "UTF-8"),
    ],
)
def test_a_bad_edition_is_refused_in_a_sentence_and_nothing_is_stored(
    meera: Worker, blocks: None, name: str, raw: bytes, line: int, says: str
) -> None:
    good = {"gram_panchayats.csv": b"lgd_code,block,name\n9001,B-2737,Murarisha\n"}
    with pytest.raises(BadEdition) as refused:
        load_edition(folder=read_own("office", {**good, f"{name}.csv": raw}), by=meera.actor)

    fault = refused.value.faults[0]
    assert (fault.line, says in fault.words) == (line, True), str(fault)
    assert not Area.objects.filter(kind="gram_panchayat").exists()
    assert Edition.objects.count() == 3


def test_a_rule_of_the_tables_is_told_by_its_name(meera: Worker, blocks: None) -> None:
    raw = b"key,lgd_code,district,name\nMINE,2737,D-303,Another\n"
    with pytest.raises(BadEdition, match="one lgd code a kind of area"):
        load_edition(folder=read_own("office", {"blocks.csv": raw}), by=meera.actor)


def test_an_office_adds_its_own_rows_beside_ours(
    meera: Worker, blocks: None, tmp_path: Path
) -> None:
    (tmp_path / "authorities.csv").write_text(
        "key,kind,name,district\nPS-OWN,police_station,Hasnabad PS,D-303\n", encoding="utf-8"
    )
    load_edition(folder=read_folder(tmp_path), by=meera.actor)
    own = Authority.objects.get(key="PS-OWN")
    assert (own.verification, own.source) == (Verification.TO_VERIFY, "Entered by the office")

    ours = b"key,kind,name,verification,source\nPS-2,police_station,Baduria PS,sourced,A list\n"
    load_edition(folder=edition(authorities=ours), by=meera.actor)
    own.refresh_from_db()
    assert own.is_current


def test_one_police_station_does_not_become_two(meera: Worker, blocks: None) -> None:
    ours = (
        b"key,kind,name,district,verification,source\n"
        b"PS-1,police_station,Hasnabad PS,D-303,sourced,A list\n"
    )
    load_edition(folder=edition(authorities=ours), by=meera.actor)

    for row in (b"MINE,police_station,P.S. HASNABAD,D-303", b"MINE,police_station,Hasnabad,"):
        raw = b"key,kind,name,district\n" + row + b"\n"
        with pytest.raises(BadEdition, match=r"line 2: .*PS-1"):
            load_edition(folder=read_own("office", {"authorities.csv": raw}), by=meera.actor)
    assert Authority.objects.count() == 1


def test_what_the_office_set_right_stays_when_our_next_edition_comes(
    meera: Worker, blocks: None
) -> None:
    raw = b"lgd_code,district,name,name_bn\n2737,D-303,Hasnabad,\xe0\xa6\xb9\xe0\xa6\xbe\n"
    load_edition(folder=read_own("office", {"blocks.csv": raw}), by=meera.actor)
    plan = load_edition(folder=edition(blocks=BLOCKS), by=meera.actor)

    assert plan.files[0].left_out == 1
    assert Area.objects.get(key="B-2737").name_bn == "হা"


def test_a_frozen_file_that_was_edited_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: real(self) + b"\n")

    with pytest.raises(BadEdition, match="frozen"):
        read_shipped()


def test_the_shipped_edition_is_whole(meera: Worker) -> None:
    with acting_as(meera.actor):
        plan = load_edition(folder=read_shipped(), by=meera.actor)
        again = plan_edition(read_shipped())

    assert again.is_empty
    sizes = {file.dataset.name: len(file.added) for file in plan.files}
    assert sizes["states"] == 36
    assert sizes["blocks"] > 7000
    for file in plan.files:
        for key, values in file.added.items():
            assert values["source"].strip(), key
            assert values["verification"] in Verification.values, key
    _counterparts_point_both_ways()


def _counterparts_point_both_ways() -> None:
    rows = {row.key: row for row in Section.objects.select_related("act")}
    for row in rows.values():
        for other in row.counterpart_keys:
            assert row.key in rows[other].counterpart_keys, (row.key, other)
            assert row.act.key != rows[other].act.key
    assert rows["IPC 370A"].counterpart_keys == ["BNS 144"]


def test_only_what_was_read_in_a_source_may_alert() -> None:
    row = Section(verification=Verification.SOURCED)
    assert row.may_alert
    for mark in (Verification.TO_VERIFY, Verification.CONFLICT):
        row.verification = mark
        assert not row.may_alert


def test_a_dry_look_needs_no_leave_to_write(asha: Worker, blocks: None) -> None:
    assert plan_edition(replace(edition(states=STATES), name="look")).is_empty
