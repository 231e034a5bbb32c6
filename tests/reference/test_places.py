"""Names of places meet however they are written; posts stay while their holders change."""

from datetime import date

import pytest

from tafteesh.domain.proceedings.actions.fir import NewFir, add_sections, record_fir
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.reference.editions.actions import load_edition
from tafteesh.reference.editions.folder import EditionFolder
from tafteesh.reference.places.actions import (
    BelongsToOnePlace,
    HeldAlready,
    LeavesBeforeComing,
    PostStandsAlready,
    add_post,
    begin_holding,
    end_holding,
)
from tafteesh.reference.places.models import Area, Authority, Post, PostHolder
from tafteesh.reference.places.names import place_key
from tafteesh.reference.places.queries import (
    by_name,
    find_area,
    find_authority,
    find_court,
    find_station,
    holder_on,
)
from tests.people import Worker
from tests.reference.small import small_edition


@pytest.fixture
def places(meera: Worker) -> None:
    whole = small_edition()
    files = tuple(f for f in whole.files if f.dataset.model._meta.app_label == "places")
    load_edition(folder=EditionFolder(whole.name, files), by=meera.actor)


@pytest.fixture
def bdo(places: None) -> Post:
    return Post.objects.get(key="BDO-2730")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hasnabad PS", "P.S. Hasnabad"), ("HASNABAD", "hasnabad police station"),
        ("Basirhat-I", "Basirhat 1"), ("Basirhat I Block", "Basirhat-1"), ("Bongaon", "Bangaon"),
    ],
)  # fmt: skip
def test_two_ways_of_writing_a_place_meet(one: str, other: str) -> None:
    assert place_key(one) == place_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Basirhat I", "Basirhat II"), ("Barasat PS", "Barasat Women PS"), ("Hasnabad", "Hingalganj")],
)
def test_two_places_stay_two(one: str, other: str) -> None:
    assert place_key(one) != place_key(other)


def test_stations_blocks_and_courts_are_found_as_people_write_them(places: None) -> None:
    for words in ("Hasnabad PS", "P.S. Hasnabad", "HASNABAD", "হাসনাবাদ থানা", "Hasnabad Thana"):
        station = find_station(words)
        assert station is not None, words
        assert station.name == "Hasnabad PS"
    for words in ("Basirhat I", "BASIRHAT-I", "বসিরহাট ১", "Basirhat 1 Block"):
        block = find_area("block", words)
        assert block is not None, words
        assert block.key == "B-2730"
    court = find_court("Basirhat court")
    assert court is not None
    assert court.key == "CRT-N24-BASIRHAT"
    ahtu = find_authority("ahtu", "Bongaon AHTU")
    assert ahtu is not None
    assert ahtu.key == "AHTU-BONGAON"


def test_a_name_that_several_bear_is_not_guessed(places: None) -> None:
    assert find_station("Cyber Crime PS") is None
    assert find_station("Faraskhana Pune") is None
    assert find_station("") is None
    assert find_station("%") is None
    index = by_name(Authority.objects.filter(kind__in=["police_station", "cyber_police_station"]))
    assert place_key("Cyber Crime PS") not in index
    assert index[place_key("P.S. Hasnabad")] == Authority.objects.get(name="Hasnabad PS").pk


def test_a_retired_place_is_no_longer_found(places: None) -> None:
    Authority.objects.filter(name="Hasnabad PS").update(
        is_current=False, retired_on=date(2026, 1, 1)
    )

    assert find_station("Hasnabad PS") is None


def test_a_social_worker_changes_no_post(asha: Worker, bdo: Post) -> None:
    with pytest.raises(NotAllowed):
        begin_holding(post=bdo, name="S. Pal", held_from=date(2026, 1, 1), by=asha.actor)


def test_the_holder_on_a_day_is_who_held_the_post_then(meera: Worker, bdo: Post) -> None:
    first = begin_holding(post=bdo, name="S. Pal", held_from=date(2024, 4, 1), by=meera.actor)
    second = begin_holding(post=bdo, name="R. Sen", held_from=date(2026, 2, 1), by=meera.actor)

    assert holder_on(bdo, date(2024, 3, 31)) is None
    assert holder_on(bdo, date(2026, 1, 31)) == first
    assert holder_on(bdo, date(2026, 2, 1)) == second

    end_holding(holder=second, held_until=date(2026, 10, 1), by=meera.actor)
    assert holder_on(bdo, date(2026, 10, 1)) is None


def test_two_people_never_hold_one_post_at_a_time(meera: Worker, bdo: Post) -> None:
    begin_holding(post=bdo, name="S. Pal", held_from=date(2024, 4, 1), by=meera.actor)

    with pytest.raises(HeldAlready):
        begin_holding(post=bdo, name="R. Sen", held_from=date(2024, 1, 1), by=meera.actor)
    assert PostHolder.objects.count() == 1


def test_nobody_leaves_a_post_before_coming(meera: Worker, bdo: Post) -> None:
    holder = begin_holding(post=bdo, name="S. Pal", held_from=date(2024, 4, 1), by=meera.actor)

    with pytest.raises(LeavesBeforeComing):
        end_holding(holder=holder, held_until=date(2024, 3, 1), by=meera.actor)


def test_a_post_is_added_once_and_to_one_place(meera: Worker, bdo: Post) -> None:
    block, station = Area.objects.get(key="B-2730"), Authority.objects.get(name="Hasnabad PS")
    with pytest.raises(PostStandsAlready):
        add_post(title="BDO", name="BDO again", authority=None, area=block, by=meera.actor)
    with pytest.raises(BelongsToOnePlace):
        add_post(title="OTHER", name="Both", authority=station, area=block, by=meera.actor)

    post = add_post(title="OTHER", name="Joint BDO", authority=None, area=block, by=meera.actor)
    assert (post.verification, post.is_current) == ("gk-to-verify", True)


def test_names_of_holders_are_restricted() -> None:
    assert "name" in PostHolder.Privacy.restricted
    assert str(PostHolder(name="S. Pal")) != "S. Pal"


def test_a_fir_and_a_file_find_their_rows_and_keep_the_words(places: None, asha: Worker) -> None:
    with acting_as(asha.actor):
        file = asha.opens("N24-2026-0042", scope="not_known", block="BASIRHAT-I")
        known = record_fir(
            new=NewFir("P.S. Hasnabad", 4, 2026, "source"), survivors=[file], by=asha.actor
        )
        other = record_fir(
            new=NewFir("Faraskhana", 5, 2026, "destination"), survivors=[file], by=asha.actor
        )
        sections = add_sections(
            fir=known, sections=[("IPC", "370(4)")], added_on=None, by=asha.actor
        )

    assert file.block is not None
    assert file.block.name == "Basirhat I"
    assert known.police_station is not None
    assert (known.police_station.name, known.station_words) == ("Hasnabad PS", "P.S. Hasnabad")
    assert (other.police_station, other.station_words) == (None, "Faraskhana")
    assert sections[0].section is None  # the law was not loaded here; the words stay
