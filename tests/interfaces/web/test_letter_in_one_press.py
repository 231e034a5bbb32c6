"""One press where the need arises drafts the letter: what was not done stands in it, and to whom it goes."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, Letter
from tafteesh.foundation.access.context import enter
from tafteesh.interfaces.letters.drafting import draft
from tafteesh.interfaces.letters.facts import facts_of
from tafteesh.reference.editions.actions import load_edition
from tafteesh.reference.places.models import Area, Authority
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, Worker
from tests.reference.small import law_edition


@pytest.fixture(autouse=True)
def the_day_of_the_story() -> Iterator[None]:
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker, meera: Worker) -> Fir:
    """The copy came seven days late."""
    load_edition(folder=law_edition(), by=meera.actor)
    details: dict[str, object] = {"copy_given_on": date(2026, 11, 20)}
    new = actions.NewFir("Basirhat", 212, 2026, "source", date(2026, 11, 13), details)
    made = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    actions.add_sections(fir=made, sections=[("BNS", "137")], added_on=None, by=asha.actor)
    return made


@pytest.fixture
def desk(asha: Worker) -> Client:
    return desk_of(asha)


def test_one_press_on_a_lapse_drafts_the_letter_and_names_what_was_not_done(
    fir: Fir, desk: Client, asha: Worker, bimal: Worker
) -> None:
    url = reverse("proceedings:draft_letter", args=[fir.pk, "to_sp"])
    assert desk_of(bimal).post(url).status_code == 404
    assert (
        desk.post(reverse("proceedings:draft_letter", args=[fir.pk, "no_such"])).status_code == 404
    )
    assert desk.get(url).url.endswith("?kind=to_sp")  # type: ignore[attr-defined] # it asks first

    page = desk.get(reverse("proceedings:fir", args=[fir.pk])).content.decode()
    assert page.count(f'action="{url}"') > 1, "it stands on the line of the lapse, too"

    first, again = desk.post(url), desk.post(url)

    assert first.url == again.url  # type: ignore[attr-defined] # one draft
    enter(asha.actor)
    row = Letter.objects.visible_to(asha.actor).get(kind="to_sp")
    said = draft(facts_of(asha.actor, row, sender="Ichamati Sahay")).text
    assert "Free copy of the FIR: due by 13-11-2026, done on 20-11-2026" in said


def test_a_letter_goes_to_the_office_that_follows_from_the_station(
    rina: SurvivorFile, asha: Worker, desk: Client
) -> None:
    state = Area.objects.create(key="ST-X", kind="state", name="West Bengal", search_text="|w|")
    unit = Authority.objects.create(
        key="PU-X", kind="police_district", name="Nadipur Police District", search_text="|n|"
    )
    Authority.objects.create(
        key="PS-X", kind="police_station", name="Nadipur PS", parent=unit, state=state,
        search_text="|nadipur|nadipur ps|",
    )  # fmt: skip
    new = actions.NewFir("Nadipur", 5, 2026, "source", date(2026, 11, 13))
    fir = actions.record_fir(new=new, survivors=[rina], by=asha.actor)
    expected = {
        "to_sp": "The Superintendent of Police, Nadipur Police District",
        "rti": "The State Public Information Officer, Superintendent of Police, Nadipur Police District",
        "to_cid": "The Additional Director General of Police, CID",
    }

    for kind, whom in expected.items():
        desk.post(reverse("proceedings:draft_letter", args=[fir.pk, kind]))
        enter(asha.actor)
        row = Letter.objects.visible_to(asha.actor).get(fir=fir, kind=kind)
        assert row.addressee_words == whom


def test_without_a_known_station_the_draft_asks_to_whom(fir: Fir, desk: Client) -> None:
    page = desk.post(reverse("proceedings:draft_letter", args=[fir.pk, "to_sp"]), follow=True)

    assert "To whom the letter goes" in words_of(page)
