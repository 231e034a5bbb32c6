"""Steps of a case on the screen: asked for by the checklist, refused in words, kept once."""

from datetime import date

import pytest
from django.urls import reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings import actions
from tafteesh.domain.proceedings.models import Fir, Milestone
from tests.interfaces.web.at_the_desk import desk_of
from tests.people import Worker


@pytest.fixture
def fir(asha: Worker, rina: SurvivorFile) -> Fir:
    new = actions.NewFir("Basirhat", 212, 2025, "source", date(2025, 8, 12))
    return actions.record_fir(new=new, survivors=[rina], by=asha.actor)


def test_the_page_records_a_step_and_says_what_is_missing(fir: Fir, asha: Worker) -> None:
    desk, url = desk_of(asha), reverse("proceedings:new_step", args=[fir.pk])
    asked = desk.get(f"{url}?kind=medical").content.decode()
    assert '<option value="medical" selected' in asked

    wrong = desk.post(url, {"kind": "produced", "said": "done", "on": "13-08-2025"})
    assert "Say of which accused" in wrong.content.decode()
    sent = {"kind": "medical", "said": "done", "on": "Aug 2025", "submission_key": "k-1"}
    assert desk.post(url, sent).status_code == 302
    assert desk.post(url, sent).status_code == 302

    row = Milestone.objects.visible_to(asha.actor).get()
    assert (row.earliest, row.latest) == (date(2025, 8, 1), date(2025, 8, 31))
    assert (
        "Medical examination"
        in desk.get(reverse("proceedings:fir", args=[fir.pk])).content.decode()
    )
