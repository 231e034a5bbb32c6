"""Who went to the police: sealed, and found where the FIR accuses the same name."""

import pytest

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.domain.proceedings.actions import (
    NewFir,
    add_accused,
    record_fir,
    set_informant,
    withdraw_entry,
)
from tafteesh.domain.proceedings.models import Fir
from tafteesh.domain.quality.keeping import keep_touched
from tafteesh.domain.quality.models import Finding
from tafteesh.foundation.access.context import acting_as
from tests.interfaces.web.at_the_desk import words_of
from tests.people import Worker

RULE = "informant-is-accused"


@pytest.fixture
def fir(rina: SurvivorFile, asha: Worker) -> Fir:
    with acting_as(asha.actor) as by:
        return record_fir(new=NewFir("Basirhat", 21, 2025, "source"), survivors=[rina], by=by)


def test_who_does_not_hold_the_file_does_not_say_it(fir: Fir, bimal: Worker) -> None:
    with acting_as(bimal.actor) as by, pytest.raises(Fir.DoesNotExist):
        set_informant(fir=fir, informant="father", by=by)
    assert bimal.at_desk().get(f"/proceedings/{fir.pk}/informant/").status_code == 404


def test_an_accused_who_is_called_like_the_informant_is_found_whoever_came_first(
    fir: Fir, asha: Worker
) -> None:
    with acting_as(asha.actor) as by:
        set_informant(fir=fir, informant="other", name="Gopal Mondal", by=by)
        add_accused(fir=fir, name="Haran Biswas", part="recruiter", by=by)
        fir.refresh_from_db()
        assert fir.informant_as is None
        same = add_accused(fir=fir, name="গোপাল মণ্ডল", part="seller", by=by)
        fir.refresh_from_db()
        assert fir.informant_as == same
        keep_touched(by)
        assert Finding.objects.visible_to(by).filter(rule=RULE, outcome="open").exists()

        withdraw_entry(entry=same, reason="typed_wrong", by=by)
        keep_touched(by)
        assert not Finding.objects.visible_to(by).filter(rule=RULE, outcome="open").exists()

        set_informant(fir=fir, informant="other", name="Haran Biswas", by=by)
        fir.refresh_from_db()
        assert fir.informant_as is not None


def test_the_page_keeps_the_name_sealed(fir: Fir, asha: Worker) -> None:
    desk = asha.at_desk()
    where = f"/proceedings/{fir.pk}/informant/"
    assert desk.post(where, {"informant": "postman"}).status_code == 200
    made = desk.post(where, {"informant": "father", "name": "Gopal Mondal"})
    assert made.status_code == 302
    page = words_of(desk.get(made.headers["Location"]))
    assert "Her father" in page
    assert "Gopal" not in page
    fir.refresh_from_db()
    assert b"Gopal" not in bytes(fir.informant_name or b"")
