"""Published orders are recorded with their citation and stand beside a claim, on the screen and on paper."""

import io
from datetime import date

import pytest
from django.urls import reverse
from pypdf import PdfReader

from tafteesh.domain.compensation import actions
from tafteesh.domain.compensation.models import Claim, PublishedOrder
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.reference.law.models import CompensationScheme
from tests.interfaces.web.at_the_desk import desk_of, words_of
from tests.people import Worker

HERE, NEW = reverse("compensation:published"), reverse("compensation:new_published")
SAID = {
    "amount_paise": "4.5 lakh", "ordered_on": "06-05-2025", "filed_on": "10-02-2025", "scope": "trafficking",
    "age_band": "not_known", "citation": "Invented reports 1", "authority_words": "Invented SLSA",
}  # fmt: skip


@pytest.fixture
def claim(rina: SurvivorFile, asha: Worker) -> Claim:
    new = actions.NewClaim(date(2025, 2, 10), "DLSA Barasat")
    return actions.record_claim(file=rina, new=new, by=asha.actor)


def test_a_reader_of_totals_finds_no_list(dev: Worker) -> None:
    desk = desk_of(dev)
    assert desk.get(HERE).status_code == 403
    assert desk.post(NEW, SAID).status_code == 403


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"filed_on": "07-05-2025"}, "This is before the day of the application."),
        ({"citation": ""}, "Where was it published?"),
        ({"scope": "violence"}, "Choose the kind of violence"),
        ({"violence": "sexual"}, "Leave this empty, or choose that both were done to her"),
        ({"amount_paise": "-4"}, "Write the amount like 4,50,000 or 4.5 lakh"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    asha: Worker, wrong: dict[str, str], words: str
) -> None:
    answer = desk_of(asha).post(NEW, SAID | wrong)

    assert words in words_of(answer)
    assert "Invented SLSA" in answer.content.decode()
    enter(asha.actor)
    assert not PublishedOrder.objects.visible_to(asha.actor).exists()


def test_five_of_them_stand_beside_her_claim_and_on_the_annexure(
    claim: Claim, asha: Worker
) -> None:
    desk = desk_of(asha)
    page = reverse("compensation:claim", args=[claim.pk])
    assert "No published order yet" in words_of(desk.get(HERE))
    assert "so none is shown" in words_of(desk.get(page))

    for number in range(1, 6):
        typed = SAID | {"citation": f"Invented reports {number}", "amount_paise": f"{number} lakh"}
        assert desk.post(NEW, typed).status_code == 302

    assert "Invented reports 3 Invented SLSA" in words_of(desk.get(HERE))
    said = words_of(desk.get(page))
    assert "5 like cases: the middle order was ₹3,00,000, from ₹1,00,000 to ₹5,00,000." in said
    assert "The middle wait for the order was 85 days, from 85 to 85 (5 cases)." in said
    pdf = desk.get(reverse("compensation:like_pdf", args=[claim.pk])).content
    paper = " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    assert "In 5 like cases (0 decided claims, 5 published orders)" in paper
    assert "age when she applied: Not known" in paper
    assert "Invented reports 4" in paper
    assert claim.survivor_file.number not in paper


def test_the_same_order_counts_once_and_a_wrong_one_is_withdrawn(asha: Worker) -> None:
    desk = desk_of(asha)
    desk.post(NEW, SAID)
    assert "It counts once." in words_of(desk.post(NEW, SAID))
    enter(asha.actor)
    row = PublishedOrder.objects.visible_to(asha.actor).get()

    desk.post(reverse("compensation:withdraw_published", args=[row.pk]), {"reason": "amount"})

    assert "No published order yet" in words_of(desk.get(HERE))
    assert desk.post(NEW, SAID).status_code == 302


def test_the_scheme_of_a_new_claim_is_kept(rina: SurvivorFile, asha: Worker, scheme: str) -> None:
    desk = desk_of(asha)
    address = reverse("compensation:new", args=[rina.pk])
    kinds = {"drafted_by_kind": "programme", "signed_by_kind": "panel"}
    desk.post(address, {"filed_on": "10-02-2025", "scheme": scheme, **kinds})
    enter(asha.actor)
    assert str(Claim.objects.visible_to(asha.actor).get().scheme_id) == scheme


@pytest.fixture
def scheme(db: None) -> str:
    row = CompensationScheme.objects.create(
        key="WB-SMALL", name="A small scheme", kind="state", state_code="WB", jurisdiction="WB"
    )
    return str(row.pk)
