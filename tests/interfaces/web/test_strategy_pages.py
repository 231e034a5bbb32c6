"""The strategy as pages: frozen once approved, with what was reached beside each target."""

import pytest
from django.test import Client
from django.urls import reverse

from tafteesh.domain.facts.actions import release_report
from tafteesh.domain.facts.models import KnowledgeProduct, StrategyVersion
from tafteesh.domain.facts.period import Period
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker, make_worker


@pytest.fixture
def rekha(office: Organisation) -> Worker:
    return make_worker("rekha", Role.PROGRAMME_MANAGER, office)


@pytest.fixture
def desk(rekha: Worker) -> Client:
    return desk_of(rekha)


def version_of(desk: Client, rekha: Worker) -> StrategyVersion:
    assert desk.post(reverse("strategy:new"), {"title": "Justice"}).status_code == 302
    enter(rekha.actor)
    return StrategyVersion.objects.visible_to(rekha.actor).latest("number")


def at(name: str, version: StrategyVersion) -> str:
    return reverse(f"strategy:{name}", args=[version.pk])


def test_from_the_first_words_to_the_approval(desk: Client, rekha: Worker, dev: Worker) -> None:
    assert "No strategy yet" in words_of(desk.get(reverse("strategy:list")))
    version = version_of(desk, rekha)
    assert "Add one first" in words_of(desk.post(at("approve", version), {"on": "01-06-2026"}))
    words = {"words": "A lawyer for all", "indicator": "A11", "owner": str(rekha.person.pk)}
    assert desk.post(at("objective", version), words).status_code == 302

    enter(rekha.actor)
    target = reverse("strategy:target", args=[version.objectives.get().pk])
    days = {"starts_on": "01-04-2026", "ends_on": "31-03-2027"}
    wrong = desk.post(target, days | {"ends_on": "31-03-2026", "value": "90"})
    assert "must come after" in words_of(wrong)
    for value in ("90", "100"):
        assert desk.post(target, days | {"value": value}).status_code == 302
    assert desk.post(at("approve", version), {"on": "01-06-2026"}).status_code == 302
    assert "stays as it is" in words_of(desk.post(at("objective", version), words))

    theirs = desk_of(dev)
    for reader in (desk, theirs):
        said = words_of(reader.get(at("version", version)))
        assert "2026-27: target 90 (earlier target)" in said
        assert "target 100 , reached –" in said
    assert theirs.get(at("approve", version)).status_code == 403


def test_another_organisation_does_not_see_it(
    desk: Client, rekha: Worker, other_office: Organisation
) -> None:
    version = version_of(desk, rekha)
    theirs = desk_of(make_worker("sunita", Role.READER_OF_TOTALS, other_office))

    assert theirs.get(at("version", version)).status_code == 404


def test_a_product_is_tied_to_frozen_figures_once(desk: Client, rekha: Worker) -> None:
    assert "Nothing was published yet" in words_of(desk.get(reverse("strategy:products")))
    made = {"title": "Waiting", "kind": "study", "released_on": "20-02-2026"}
    assert desk.post(reverse("strategy:new_product"), made).status_code == 302
    enter(rekha.actor)
    product = KnowledgeProduct.objects.visible_to(rekha.actor).get()
    release = release_report(period=Period.financial_year(2025), by=rekha.actor)
    tie = reverse("strategy:tie", args=[product.pk])

    assert desk.post(tie, {"release": str(release.pk)}).status_code == 302
    assert "tied to a released report already" in words_of(
        desk.post(tie, {"release": str(release.pk)})
    )
    assert "The frozen figures behind it" in words_of(desk.get(reverse("strategy:products")))
