"""Admin as its people use it: nobody gives herself power, two people for one role, a way out at once."""

import re
import time
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from tafteesh.domain.office import actions
from tafteesh.foundation.access.decisions import NotAllowed
from tafteesh.foundation.access.models import Membership, Person, RoleProposal
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.audit.models import Entry
from tests.people import Worker, make_worker

PASSWORD = "a long enough passphrase"
SECRET = "JBSWY3DPEHPK3PXP"


def signed_in(worker: Worker) -> Client:
    """A browser in which she proved both who she is and what she holds, just now."""
    totp.TOTP.activate(worker.person, SECRET)
    client = Client()
    client.post("/sign-in/", {"login": worker.person.login_name, "password": PASSWORD})
    code = totp.format_hotp_value(totp.hotp_value(SECRET, int(time.time()) // 30))
    assert client.post(reverse("mfa_authenticate"), {"code": code}).status_code == 302
    return client


@pytest.fixture
def kaushik(office: Any) -> Worker:
    return make_worker("kaushik", Role.SYSTEM_ADMINISTRATOR, office)


def key(page: Any) -> str:
    found = re.search(r'name="submission_key" value="(\w+)"', page.content.decode())
    assert found
    return found[1]


def send(client: Client, address: str, **values: str) -> Any:
    return client.post(address, {"submission_key": key(client.get(address)), **values})


def test_who_may_not_manage_people_finds_no_such_page(asha: Worker, kaushik: Worker) -> None:
    client = signed_in(asha)
    for name in ("people", "new_person", "organisations", "log"):
        assert client.get(reverse(f"office:{name}")).status_code == 403
    with pytest.raises(NotAllowed):
        actions.give_role(person=asha.person, role=Role.MIS_OFFICER, by=asha.actor)


def test_people_of_another_organisation_are_not_there(kaushik: Worker, joba: Worker) -> None:
    client = signed_in(kaushik)
    for name in ("person", "give_role", "left", "new_password"):
        address = reverse(f"office:{name}", kwargs={"person_id": joba.person.pk})
        assert client.get(address).status_code == 404
    with pytest.raises(actions.NotYourOffice):
        actions.give_new_password(person=joba.person, password="x" * 12, by=kaushik.actor)


def test_a_new_person_gets_a_password_once_and_sees_nothing(kaushik: Worker) -> None:
    client = signed_in(kaushik)
    values = {"name": "Bela", "login_name": "bela", "language": "bn"}
    page = client.post(reverse("office:new_person"), values).content.decode()
    password = re.search(r'<code class="big">([^<]+)</code>', page)

    assert password
    bela = Person.objects.get(login_name="bela")
    assert bela.check_password(password[1])
    assert not Membership.objects.filter(person=bela).exists()
    again = client.post(reverse("office:new_person"), values)
    assert again.status_code == 200
    assert "Choose another" in again.content.decode()
    assert Person.objects.filter(login_name="bela").count() == 1


def test_her_first_password_opens_nothing_but_the_page_to_change_it(kaushik: Worker) -> None:
    bela = actions.add_person(login_name="bela", name="Bela", password=PASSWORD, by=kaushik.actor)
    client = signed_in(Worker(bela, kaushik.actor))
    assert client.get("/").headers["Location"] == reverse("account_change_password")

    new = "another long passphrase 7"
    answer = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    assert answer.status_code == 302
    bela.refresh_from_db()
    assert (bela.must_choose_password, bela.check_password(new)) == (False, True)
    assert client.get("/").status_code == 200


def test_an_administrator_is_made_by_two_people(
    kaushik: Worker, mgr: Worker, bimal: Worker
) -> None:
    client = signed_in(kaushik)
    give = reverse("office:give_role", kwargs={"person_id": bimal.person.pk})
    send(client, give, role="system_administrator")
    send(client, give, role="system_administrator")

    proposal = RoleProposal.objects.get(person=bimal.person)
    assert not Membership.objects.filter(person=bimal.person, role="system_administrator").exists()
    with pytest.raises(actions.NeedsSecondPerson):
        actions.give_role(person=bimal.person, role=Role.SYSTEM_ADMINISTRATOR, by=mgr.actor)
    decide = reverse("office:decide", kwargs={"proposal_id": proposal.pk})
    alone = send(client, decide, agreed="yes")
    assert "A second person decides" in alone.content.decode()

    assert send(signed_in(mgr), decide, agreed="yes").status_code == 302

    proposal.refresh_from_db()
    assert (proposal.agreed, proposal.decided_by) == (True, mgr.person)
    assert Membership.objects.filter(person=bimal.person, role="system_administrator").exists()
    with pytest.raises(actions.AlreadyDecided):
        actions.decide_role(proposal=proposal, agreed=False, by=mgr.actor)


def test_nobody_agrees_to_her_own_power(kaushik: Worker, mgr: Worker) -> None:
    proposal = actions.propose_role(
        person=mgr.person, role=Role.SYSTEM_ADMINISTRATOR, by=kaushik.actor
    )
    with pytest.raises(actions.SamePerson):
        actions.decide_role(proposal=proposal, agreed=True, by=mgr.actor)


def test_a_role_that_ends_ends_her_session_on_the_next_step(kaushik: Worker, asha: Worker) -> None:
    hers = signed_in(asha)
    assert hers.get("/").status_code == 200
    membership = Membership.objects.get(person=asha.person)
    address = reverse("office:end_role", kwargs={"membership_id": membership.pk})

    assert send(signed_in(kaushik), address).status_code == 302

    assert hers.get("/").headers["Location"] == reverse("account_login")
    assert "_auth_user_id" not in hers.session


def test_who_left_can_sign_in_no_more_and_nobody_shuts_herself_out(
    kaushik: Worker, asha: Worker
) -> None:
    hers, his = signed_in(asha), signed_in(kaushik)
    send(his, reverse("office:left", kwargs={"person_id": asha.person.pk}))
    assert hers.get("/").headers["Location"].startswith("/sign-in/")
    address = reverse("office:left", kwargs={"person_id": kaushik.person.pk})
    assert "Ask a colleague" in send(his, address).content.decode()
    kaushik.person.refresh_from_db()
    assert kaushik.person.is_active


def test_a_new_password_never_goes_round_the_second_factor(kaushik: Worker, asha: Worker) -> None:
    totp.TOTP.activate(asha.person, SECRET)
    address = reverse("office:new_password", kwargs={"person_id": asha.person.pk})
    page = signed_in(kaushik).post(address).content.decode()
    password = re.search(r'<code class="big">([^<]+)</code>', page)
    assert password
    client = Client()

    answer = client.post("/sign-in/", {"login": "asha", "password": password[1]})

    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert client.get("/").headers["Location"].startswith("/sign-in/")


def test_after_five_minutes_a_change_of_roles_asks_again_who_he_is(
    kaushik: Worker, asha: Worker
) -> None:
    client = signed_in(kaushik)
    session = client.session
    methods = session["account_authentication_methods"]
    session["account_authentication_methods"] = [{**m, "at": m["at"] - 400} for m in methods]
    session.save()
    address = reverse("office:give_role", kwargs={"person_id": asha.person.pk})

    for answer in (client.get(address), client.post(address, {"role": "lawyer"})):
        assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    assert not Membership.objects.filter(person=asha.person, role="lawyer").exists()


def test_the_log_is_read_by_person_act_and_day(kaushik: Worker, asha: Worker) -> None:
    client = signed_in(kaushik)
    signed_in(asha)
    address = reverse("office:log")
    everything = client.get(address).content.decode()
    assert "Asha" in everything
    only = client.get(address, {"person": str(asha.person.pk), "event": "signed_in"})
    assert only.content.decode().count('<td data-label="What was done">Signed in</td>') == 1
    none = client.get(address, {"day": "01-01-2020", "until": "02-01-2020"}).content.decode()
    assert "No line of the log fits" in none
    wrong = client.get(address, {"day": "first of never"}).content.decode()
    assert "Write the date like" in wrong
    assert (
        "Every line is as it was written." in client.get(address, {"check": "1"}).content.decode()
    )


def test_her_settings_are_hers(asha: Worker) -> None:
    client = signed_in(asha)
    address = reverse("office:settings")
    assert client.get(address).status_code == 200

    client.post(address, {"language": "hi", "keys_off": "on"})

    asha.person.refresh_from_db()
    kept = (asha.person.language, asha.person.hides_names, asha.person.keys_off)
    assert kept == ("hi", False, True)
    assert 'data-keys="off"' in client.get(address).content.decode()
    assert Entry.objects.filter(about_id=asha.person.pk, event="person_changed").exists()


def test_every_role_is_printed_with_every_act_it_may_do(dev: Worker) -> None:
    page = signed_in(dev).get(reverse("office:roles")).content.decode()
    for role in Role:
        assert str(role.label) in page
        assert role.description in page.replace("&#x27;", "'")
    for act in Permission:
        assert str(act.label).replace("'", "&#x27;") in page
