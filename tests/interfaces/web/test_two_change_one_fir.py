"""Two people change one FIR: nothing is lost, and both are told in a clear sentence."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Accused, Fir, Hearing, InvestigationSpell
from tafteesh.foundation.access.context import acting_as, enter
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker

DAY = date(2025, 6, 2)


def record(rina: SurvivorFile, asha: Worker) -> Fir:
    new = actions.NewFir("Hasnabad", 377, 2025, "source", DAY)
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


def stood(desk: Client, url: str) -> str:
    return str(desk.get(url).context["form"]["stood"].value())


def test_what_another_wrote_meanwhile_is_kept_and_the_same_thing_is_asked_about(
    rina: SurvivorFile, asha: Worker, meera: Worker
) -> None:
    fir = record(rina, asha)
    url = reverse("proceedings:change", args=[fir.pk])
    hers, other = desk_of(asha), desk_of(meera)
    before = stood(hers, url)
    assert other.post(url, {"stood": before, "court_words": "ACJM Basirhat"}).status_code == 302

    assert hers.post(url, {"stood": before, "court_number": "GR 7/2025"}).status_code == 302
    enter(asha.actor)
    kept = Fir.objects.visible_to(asha.actor).get(pk=fir.pk)
    assert (kept.court_words, kept.court_number) == ("ACJM Basirhat", "GR 7/2025")

    typed = {"stood": before, "court_words": "ADJ Bongaon"}
    page = words_of(hers.post(url, typed))
    assert "Somebody else changed this while you were writing: Court." in page
    assert hers.post(url, {**typed, "sure": "yes"}).status_code == 302
    enter(asha.actor)
    assert Fir.objects.visible_to(asha.actor).get(pk=fir.pk).court_words == "ADJ Bongaon"


def test_at_the_very_same_moment_the_later_one_is_refused(rina: SurvivorFile, asha: Worker) -> None:
    fir = record(rina, asha)
    actions.change_fir(fir=fir, changes={"court_words": "ACJM Basirhat"}, by=asha.actor)

    with pytest.raises(actions.ChangedMeanwhile):
        actions.change_fir(
            fir=fir, changes={"court_words": "ADJ"}, began_with={"court_words": ""}, by=asha.actor
        )
    same = {"court_words": "ACJM Basirhat"}
    actions.change_fir(fir=fir, changes=same, began_with={"court_words": ""}, by=asha.actor)


def together(people: tuple[Worker, Worker], act: Callable[[Worker], object]) -> list[object]:
    """Both act at one moment, each over a connection of its own; what each was answered."""
    start, answers = threading.Barrier(2), []

    def run(worker: Worker) -> None:
        try:
            start.wait()
            with acting_as(worker.actor):
                answers.append(act(worker))
        except Exception as fault:  # noqa: BLE001 - it is the answer
            answers.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(worker,)) for worker in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return answers


@pytest.mark.django_db(transaction=True)
def test_over_two_connections_nothing_is_lost(asha: Worker, meera: Worker) -> None:
    with acting_as(asha.actor):
        fir = record(asha.opens("S-0700"), asha)
    people = (asha, meera)

    together(people, lambda w: actions.add_accused(fir=fir, name="A", part="seller", by=w.actor))
    result = actions.HearingResult(date(2026, 11, 2), "adjourned")
    together(people, lambda w: actions.record_hearing(fir=fir, result=result, by=w.actor))
    spell = actions.NewSpell("ahtu", "Basirhat AHTU", starts_on=date(2026, 1, 5))
    answers = together(people, lambda w: actions.record_spell(fir=fir, new=spell, by=w.actor))

    assert sorted(type(one).__name__ for one in answers) == ["InvestigationSpell", "SpellsOverlap"]
    with acting_as(meera.actor):
        accused = Accused.objects.visible_to(meera.actor).filter(fir=fir)
        assert sorted(accused.values_list("ordinal", flat=True)) == [1, 2]
        hearings = Hearing.objects.visible_to(meera.actor).filter(fir=fir)
        assert hearings.filter(withdrawn_at=None).count() == 1
        assert hearings.count() == 2, "the first entry is kept"
        assert InvestigationSpell.objects.visible_to(meera.actor).filter(fir=fir).count() == 1
