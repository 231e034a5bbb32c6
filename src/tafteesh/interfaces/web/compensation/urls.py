"""Claims for compensation, and each step of one."""

from django.urls import path

from tafteesh.interfaces.web.compensation import ledger, steps, views

app_name = "compensation"
urlpatterns = [
    path("", views.claims, name="list"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger/list.csv", ledger.ledger_file, name="ledger_file"),
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
