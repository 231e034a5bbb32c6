"""Claims for compensation, and each step of one."""

from django.urls import path

from tafteesh.interfaces.web.compensation import (
    beside,
    calculator,
    ledger,
    packet,
    published,
    share,
    steps,
    unpaid,
    views,
)

app_name = "compensation"
urlpatterns = [
    path("", views.claims, name="list"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger/list.csv", ledger.ledger_file, name="ledger_file"),
    path("ledger/annexure.pdf", ledger.annexure, name="annexure"),
    path("<uuid:claim_id>/like.pdf", views.like_pdf, name="like_pdf"),
    path("published/", published.published, name="published"),
    path("published/new/", published.new_published, name="new_published"),
    path(
        "published/<uuid:order_id>/withdraw/",
        published.withdraw_published,
        name="withdraw_published",
    ),
    path("calculator/", calculator.calculator, name="calculator"),
    path("unpaid/", unpaid.unpaid, name="unpaid"),
    path("unpaid/letter/", unpaid.letter, name="letter"),
    path("unpaid/letter/sent/", unpaid.letter_sent, name="letter_sent"),
    path("entitled/", beside.entitled, name="entitled"),
    path("wish/<uuid:file_id>/", beside.wish, name="wish"),
    path("letters/<uuid:letter_id>/sent/", beside.sent, name="sent"),
    path("<uuid:claim_id>/packet/", packet.packet, name="packet"),
    path("<uuid:claim_id>/step/", beside.step, name="step"),
    path("<uuid:claim_id>/fetch/", beside.fetch, name="fetch"),
    path("<uuid:claim_id>/account/", beside.account, name="account"),
    path("entitled/<uuid:file_id>/", beside.ways, name="ways"),
    path("<uuid:claim_id>/set-off/", share.set_off, name="set_off"),
    path("<uuid:claim_id>/heir/", share.heir, name="heir"),
    path("orders/<uuid:order_id>/heads/", share.heads, name="heads"),
    path("payments/<uuid:payment_id>/deposit/", share.deposit, name="deposit"),
    path("deposits/<uuid:deposit_id>/release/", share.release, name="release"),
    path("new/<uuid:file_id>/", steps.new_claim, name="new"),
    path("<uuid:claim_id>/", views.claim_page, name="claim"),
    path("<uuid:claim_id>/order/", steps.new_order, name="order"),
    path("<uuid:claim_id>/credit/", steps.new_credit, name="credit"),
    path("<uuid:claim_id>/withdraw/", steps.withdraw_claim, name="withdraw_claim"),
    path("orders/<uuid:order_id>/answer/", steps.her_answer, name="answer"),
    path("orders/<uuid:order_id>/appeal/", steps.new_appeal, name="appeal"),
    path("orders/<uuid:order_id>/sanction/", steps.new_sanction, name="sanction"),
    path("payments/<uuid:payment_id>/proof/", steps.attach_proof, name="proof"),
    path("withdraw/<slug:kind>/<uuid:entry_id>/", steps.withdraw_entry, name="withdraw"),
]
