"""Asha mends at her desk; Bimal finds nothing; Meera keeps the rules; Dev sees numbers alone."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from tafteesh.domain.compensation.actions import NewClaim, NewOrder, record_claim, record_order
from tafteesh.domain.compensation.models import Claim, Order
from tafteesh.domain.facts.actions import release_report
from tafteesh.domain.facts.models import Release
from tafteesh.domain.facts.period import Period
from tafteesh.domain.files.actions import change_identity
from tafteesh.domain.files.models import Identity, SurvivorFile
from tafteesh.domain.papers.actions import add_paper
from tafteesh.domain.proceedings.actions import NewFir, record_fir
from tafteesh.domain.quality.keeping import keep_all
from tafteesh.domain.quality.models import FieldChange, Finding
from tafteesh.foundation.access.context import acting_as, enter
from tafteesh.interfaces.commands.demo.lived import photo
from tests import sheets
from tests.interfaces.web.at_the_desk import words_of
from tests.people import NOW, Worker

LAKH = 1_00_000_00


@pytest.fixture(autouse=True)
def _an_hour_later() -> Iterator[None]:
    with time_machine.travel(NOW + timedelta(hours=1), tick=True):
        yield


@pytest.fixture
def born(rina: SurvivorFile, asha: Worker) -> Finding:
    """Rina was born on a first of January: the rule finds it in the night."""
    day = date(2006, 1, 1)
    fields = {"born_earliest": day, "born_latest": day, "born_answer": "known"}
    change_identity(file=rina, names={}, open_fields=fields, by=asha.actor)
    keep_all(asha.actor)
    found: Finding = Finding.objects.visible_to(asha.actor).get(rule="born-on-new-year")
    return found


@pytest.fixture
def order(rina: SurvivorFile, asha: Worker) -> Order:
    claim = record_claim(file=rina, new=NewClaim(date(2026, 4, 2)), by=asha.actor)
    return record_order(
        claim=claim, new=NewOrder("final", date(2026, 11, 6), 3 * LAKH), by=asha.actor
    )


def correct_url(row: Any, kind: str, field: str) -> str:
    return reverse("mend:correct", args=[kind, field, row.pk])


def test_who_does_not_hold_the_file_finds_no_page(
    born: Finding, order: Order, bimal: Worker, dev: Worker, joba: Worker
) -> None:
    for stranger in (bimal, joba):
        desk = stranger.at_desk()
        for name, pk in (("finding", born.pk), ("fix", born.pk), ("dismiss", born.pk)):
            there = reverse(f"mend:{name}", args=[pk])
            answers = {desk.get(there).status_code, desk.post(there, {"why": "other"}).status_code}
            assert answers <= {403, 404, 405}, name
        for there in (
            correct_url(order, "order", "amount_paise"),
            reverse("mend:values", args=["file", order.survivor_file_id]),
            reverse("mend:values", args=["claim", order.claim_id]),
        ):
            assert desk.get(there).status_code == 404, there
    assert bimal.at_desk().get(reverse("mend:rules")).status_code == 403
    assert dev.at_desk().get(reverse("mend:queue")).status_code == 403
    assert dev.at_desk().get(correct_url(order, "order", "amount_paise")).status_code == 404
    waiting = words_of(bimal.at_desk().get(reverse("mend:queue")))
    assert "Nothing to mend" in waiting


def test_no_such_record_kind_or_field_is_not_there(order: Order, asha: Worker) -> None:
    desk = asha.at_desk()
    for there in (
        correct_url(order, "orders", "amount_paise"),
        correct_url(order, "order", "her_answer"),
        correct_url(order, "claim", "filed_on"),
        reverse("mend:values", args=["order", order.pk]),
    ):
        assert desk.get(there).status_code == 404


def test_one_key_takes_the_proposed_value_and_it_can_be_undone(
    born: Finding, asha: Worker, rina: SurvivorFile
) -> None:
    desk = asha.at_desk()
    today = desk.get("/")
    assert "Mend (1)" in words_of(today)
    shown = words_of(desk.get(reverse("mend:next"), follow=True))
    assert "She was born on 01-01-2006" in shown
    assert "01-01-2006 to 31-12-2006" in shown

    answer = desk.post(reverse("mend:fix", args=[born.pk]), follow=True)
    assert "The proposed value stands now." in words_of(answer)
    enter(asha.actor)
    identity = Identity.objects.visible_to(asha.actor).get(survivor_file=rina)
    assert identity.born_latest == date(2006, 12, 31)
    born.refresh_from_db()
    assert (born.outcome, born.gone_at is None) == ("mended", False), "asked anew at once"
    assert "1 of 10" in words_of(desk.get(reverse("mend:queue")))

    made = FieldChange.objects.visible_to(asha.actor).get()
    back = desk.post(reverse("mend:undo", args=[made.pk]), follow=True)
    assert "stands again" in words_of(back)
    enter(asha.actor)
    assert Finding.objects.visible_to(asha.actor).filter(outcome="open").count() == 1


def test_a_false_alarm_needs_its_reason_and_stays_one_while_the_values_stay(
    born: Finding, asha: Worker, meera: Worker, rina: SurvivorFile
) -> None:
    desk = asha.at_desk()
    there = reverse("mend:dismiss", args=[born.pk])
    assert "Say why it is a false alarm" in words_of(desk.post(there, {"why": ""}, follow=True))
    desk.post(there, {"why": "paper_says_so"})
    with acting_as(meera.actor):
        keep_all(meera.actor)
    assert "Nothing to mend" in words_of(desk.get(reverse("mend:queue")))
    again = desk.post(there, {"why": "paper_says_so"}, follow=True)
    assert "Somebody settled this a moment ago" in words_of(again)

    with acting_as(asha.actor):
        other = {"born_earliest": date(2007, 1, 1), "born_latest": date(2007, 1, 1)}
        change_identity(file=rina, names={}, open_fields=other, by=asha.actor)
        keep_all(asha.actor)
    assert "01-01-2007" in words_of(desk.get(reverse("mend:queue"))), "other values, another look"

    answer = words_of(meera.at_desk().get(reverse("mend:rules")))
    assert "0 of 1 were real (0 %)" in answer


def test_it_can_be_said_that_it_was_no_false_alarm(born: Finding, asha: Worker) -> None:
    desk = asha.at_desk()
    desk.post(reverse("mend:dismiss", args=[born.pk]), {"why": "she_says_so"})
    desk.post(reverse("mend:bring_back", args=[born.pk]))
    enter(asha.actor)
    born.refresh_from_db()
    assert (born.outcome, born.why_false, born.said_by) == ("open", "", None)


def test_her_paper_stands_beside_the_finding(
    born: Finding, asha: Worker, rina: SurvivorFile
) -> None:
    add_paper(file=rina, kind="order", dated_on=None, by=asha.actor)
    proof = add_paper(file=rina, kind="age_proof", dated_on=None, scan=photo(), by=asha.actor)
    page = asha.at_desk().get(reverse("mend:finding", args=[born.pk]))
    assert f'src="{reverse("files:scan", args=[proof.pk])}"' in page.content.decode()


def test_the_paper_filed_with_the_record_comes_before_others_of_its_kind(
    asha: Worker, rina: SurvivorFile
) -> None:
    """Two orders are photographed; the amount of the second claim's order looks wrong: its own paper opens."""
    with acting_as(asha.actor) as by:
        add_paper(file=rina, kind="order", dated_on=date(2026, 1, 1), scan=photo(), by=by)
        own = add_paper(
            file=rina,
            kind="order",
            dated_on=date(2026, 9, 9),
            scan=sheets.photo(shade="blue"),
            by=by,
        )
        claim = record_claim(file=rina, new=NewClaim(date(2026, 4, 2), asked_paise=LAKH), by=by)
        new = NewOrder("final", date(2026, 11, 6), 10 * LAKH, paper=own)
        record_order(claim=claim, new=new, by=by)
        keep_all(by)
        found = Finding.objects.visible_to(by).get(rule="ten-times-asked")
    page = asha.at_desk().get(reverse("mend:finding", args=[found.pk]))
    assert f'src="{reverse("files:scan", args=[own.pk])}"' in page.content.decode()


def test_a_value_is_corrected_with_its_reason_and_reads_so_ever_after(
    order: Order, asha: Worker
) -> None:
    desk = asha.at_desk()
    there = correct_url(order, "order", "amount_paise")
    page = desk.get(there)
    assert "₹3,00,000" in words_of(page)
    typed = {"value": "2,50,000", "why": "", "seen": page.context["form"]["seen"].value()}
    refused = desk.post(there, typed)
    assert refused.status_code == 200, "without a reason it is asked again"
    assert "2,50,000" in refused.content.decode(), "and what was typed stays"
    answer = desk.post(there, typed | {"why": "typed_wrong"}, follow=True)
    assert "Corrected." in words_of(answer)

    told = words_of(
        desk.get(reverse("mend:values", args=["claim", order.claim_id]) + "?show=changed")
    )
    assert "₹3,00,000 → ₹2,50,000" in told
    assert "Typing mistake" in told
    assert "Asha" in told
    assert words_of(desk.get(there)).count("₹2,50,000"), "an old address leads to what stands now"
    for words, typed_value in (
        ("This value stands already.", "2,50,000"),
        ("Write the amount like", "0"),
    ):
        seen = desk.get(there).context["form"]["seen"].value()
        shown = words_of(desk.post(there, {"value": typed_value, "why": "other", "seen": seen}))
        assert words in shown


def test_two_people_see_both_values_and_one_decides(
    order: Order, asha: Worker, meera: Worker
) -> None:
    hers, clerks = asha.at_desk(), meera.at_desk()
    there = correct_url(order, "order", "amount_paise")
    seen = hers.get(there).context["form"]["seen"].value()
    typed = {"value": "4,00,000", "why": "new_paper", "seen": seen}
    clerks.post(there, {"value": "2,00,000", "why": "typed_wrong", "seen": seen})

    asked = hers.post(there, typed)
    words = words_of(asked)
    assert (
        "Meera changed this while you were writing. It is now: ₹2,00,000. You wrote: ₹4,00,000"
        in words
    )
    enter(asha.actor)
    assert Order.objects.visible_to(asha.actor).get(withdrawn_at=None).amount_paise == 2 * LAKH

    now_seen = asked.context["form"]["seen"].value()
    assert now_seen != seen
    hers.post(there, typed | {"seen": now_seen, "sure": "yes"})
    enter(asha.actor)
    assert Order.objects.visible_to(asha.actor).get(withdrawn_at=None).amount_paise == 4 * LAKH
    stale = hers.post(there, typed | {"seen": seen, "sure": "yes"})
    assert "once more just now" in words_of(stale), "who is sure of an old value is asked again"


def test_a_name_is_corrected_and_never_shown(rina: SurvivorFile, asha: Worker) -> None:
    identity = Identity.objects.visible_to(asha.actor).get(survivor_file=rina)
    desk, there = asha.at_desk(), correct_url(identity, "identity", "name_used")
    page = desk.get(there)
    assert "Rina" not in page.content.decode()
    seen = page.context["form"]["seen"].value()
    desk.post(there, {"value": "Reena", "why": "told_wrongly", "seen": seen})
    told = desk.get(reverse("mend:values", args=["file", rina.pk]) + "?show=changed")
    assert "sealed → sealed" in words_of(told)
    assert "Reena" not in told.content.decode()


@pytest.mark.parametrize("bad", ["\ud800", "x" * 400, "\u202e12-12-2024", "31-02-2024", "💰"])
def test_bad_typing_is_told_in_a_sentence(order: Order, asha: Worker, bad: str) -> None:
    desk, there = asha.at_desk(), correct_url(order, "order", "ordered_on")
    seen = desk.get(there).context["form"]["seen"].value()
    typed = {"value": bad.encode("utf-8", "surrogatepass"), "why": "other", "seen": seen}
    answer = desk.post(there, typed)
    assert answer.status_code in (200, 302, 400)
    enter(asha.actor)
    assert Order.objects.visible_to(asha.actor).filter(withdrawn_at=None).count() == 1


def test_the_queue_of_another_is_seen_by_who_keeps_the_rules_alone(
    born: Finding, asha: Worker, bimal: Worker, meera: Worker
) -> None:
    hers = reverse("mend:queue") + f"?person={asha.person.pk}"
    assert "01-01-2006" in words_of(meera.at_desk().get(hers))
    assert "01-01-2006" not in words_of(bimal.at_desk().get(hers))


def test_a_noisy_rule_is_switched_off_and_on_again(
    born: Finding, asha: Worker, meera: Worker
) -> None:
    desk = meera.at_desk()
    off = reverse("mend:rule_off", args=["born-on-new-year"])
    assert asha.at_desk().post(off, {"why": "noisy"}).status_code == 403
    assert (
        desk.post(reverse("mend:rule_off", args=["nothing"]), {"why": "noisy"}).status_code == 404
    )
    desk.post(off, {"why": "noisy"})
    assert "Most of what it finds is right" in words_of(desk.get(reverse("mend:rules")))
    assert "Nothing to mend" in words_of(asha.at_desk().get(reverse("mend:queue")))
    desk.post(reverse("mend:rule_on", args=["born-on-new-year"]))
    assert "01-01-2006" in words_of(asha.at_desk().get(reverse("mend:queue")))


def test_the_aim_of_a_week(born: Finding, asha: Worker, meera: Worker) -> None:
    assert meera.at_desk().post(reverse("mend:aim"), {"settle": "0"}).status_code == 200
    meera.at_desk().post(reverse("mend:aim"), {"settle": "3"})
    assert "0 of 3" in words_of(asha.at_desk().get(reverse("mend:queue")))


def test_what_changed_since_a_report_was_published(
    order: Order, asha: Worker, mgr: Worker, dev: Worker
) -> None:
    with acting_as(mgr.actor):
        release_report(period=Period.financial_year(2026), by=mgr.actor)
    release = Release.unscoped.get()
    there = reverse("facts:since", args=[release.pk])
    assert "Nothing changed" in words_of(mgr.at_desk().get(there))

    desk = asha.at_desk()
    form = correct_url(order, "order", "amount_paise")
    seen = desk.get(form).context["form"]["seen"].value()
    desk.post(form, {"value": "2,00,000", "why": "typed_wrong", "seen": seen})
    told = words_of(mgr.at_desk().get(there))
    assert "₹3,00,000 → ₹2,00,000" in told
    assert "Amount ordered: ₹3,00,000 → ₹2,00,000" in told
    assert "1 record came · 1 record went" in told
    assert "Tell these numbers anew" in told
    without = words_of(dev.at_desk().get(there))
    assert "₹3,00,000 → ₹2,00,000" in without, "the numbers are anybody's who may see numbers"
    assert "Amount ordered:" not in without, "whose value it was is not"

    with acting_as(mgr.actor):
        release_report(
            period=Period.financial_year(2026),
            restates=release,
            reason="One order read anew",
            by=mgr.actor,
        )
    assert "A later edition" in words_of(mgr.at_desk().get(there))


def test_the_page_of_what_is_not_filled(rina: SurvivorFile, dev: Worker, asha: Worker) -> None:
    page = dev.at_desk().get(reverse("facts:completeness"))
    assert "Fields that nobody fills" in words_of(page)


def test_a_fir_has_its_history_too(rina: SurvivorFile, asha: Worker, bimal: Worker) -> None:
    fir = record_fir(
        new=NewFir("Basirhat", 4, 2026, "source", date(2026, 3, 3)), survivors=[rina], by=asha.actor
    )
    desk: Client = asha.at_desk()
    there = correct_url(fir, "fir", "registered")
    seen = desk.get(there).context["form"]["seen"].value()
    desk.post(there, {"value": "about March 2026", "why": "told_wrongly", "seen": seen})
    history = reverse("mend:values", args=["fir", fir.pk])
    told = words_of(desk.get(history))
    assert "03-03-2026 →" in told
    assert bimal.at_desk().get(history).status_code == 404
    assert Claim.unscoped.count() == 0
