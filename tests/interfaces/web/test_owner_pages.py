"""Both signatures on the pages; and shares to which no yes stands."""

from datetime import timedelta

import time_machine

from tafteesh.domain.files.models import AccessGrant, SurvivorFile
from tafteesh.domain.handoffs.models import Share
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import NOW, TODAY, Worker, agrees, make_worker


def test_one_signs_then_the_other(
    rina: SurvivorFile, asha: Worker, mgr: Worker, other_office: Organisation
) -> None:
    pia = make_worker("pia", Role.CASE_MANAGER, other_office)
    chief, desk = desk_of(mgr), desk_of(pia)
    typed = {"to": str(other_office.pk), "why": "moved"}
    address = f"/partners/offers/new/{rina.pk}/"
    with time_machine.travel(NOW, tick=False):
        assert "She has not agreed" in words_of(chief.post(address, typed))
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        enter(asha.actor)
        agrees(rina, other_office, asha.actor)
        assert chief.post(address, typed).status_code == 302
        assert "they have not signed yet" in words_of(chief.get("/partners/shares/"))
        page = desk.get("/partners/shares/").content.decode()
        take = page.split('btn-main" href="')[1].split('"')[0]
        assert chief.get(take).status_code == 404
        worker = {"worker": str(pia.person.pk)}
        answer = desk.post(take, {**worker, "number": "R-7"})
        assert answer.headers["Location"] == f"/files/{rina.pk}/"
        assert "R-7" in words_of(desk.get(f"/files/{rina.pk}/"))
    with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
        assert chief.get(f"/files/{rina.pk}/").status_code == 404
        assert "1 file was taken over by others" in words_of(chief.get("/partners/shares/"))


def test_an_old_share_without_her_yes_lies_still_and_says_so(
    rina: SurvivorFile, mgr: Worker, joba: Worker, other_office: Organisation
) -> None:
    enter(mgr.actor)
    until = TODAY + timedelta(days=30)
    own = {"organisation_id": rina.organisation_id, "survivor_file": rina, "starts_on": TODAY}
    grant = AccessGrant.objects.create(
        to_organisation=other_office, because="shared", until=until,
        granted_by=mgr.person, granted_at=NOW, **own,
    )  # fmt: skip
    Share.unscoped.create(
        to_organisation=other_office, purpose="court", agreed_on=TODAY, until=until, grant=grant,
        recorded_at=NOW, recorded_by=mgr.person, **own,
    )  # fmt: skip
    with time_machine.travel(NOW, tick=False):
        assert desk_of(joba).get(f"/files/{rina.pk}/").status_code == 404
        page = words_of(desk_of(mgr).get("/partners/shares/"))
    assert "Not shared: she has not agreed (1)" in page
    assert rina.number in page
