"""Her choices, her safety, the people around her."""

from django.urls import path

from tafteesh.interfaces.web.care import (
    choices,
    danger,
    emergency,
    glance,
    handing,
    household,
    plans,
)

app_name = "care"
urlpatterns = [
    path("files/<uuid:file_id>/answer/", choices.answer, name="answer"),
    path("answers/<uuid:consent_id>/take-back/", choices.taking_back, name="take_back"),
    path("files/<uuid:file_id>/danger/", danger.incident, name="incident"),
    path("dangers/<uuid:incident_id>/settled/", danger.settled, name="settled"),
    path("files/<uuid:file_id>/safety-plan/", danger.plan, name="plan"),
    path("files/<uuid:file_id>/family/", household.member, name="member"),
    path("family/<uuid:member_id>/accused/", household.accused, name="accused"),
    path("files/<uuid:file_id>/at-a-glance/", glance.at_a_glance, name="glance"),
    path("hand-over/<uuid:person_id>/", handing.hand_over, name="hand_over"),
    path("emergency/", emergency.emergencies, name="emergencies"),
    path("emergency/new/", emergency.asking, name="ask_emergency"),
    path("emergency/<uuid:emergency_id>/decide/", emergency.deciding, name="decide_emergency"),
    path("emergency/<uuid:emergency_id>/close/", emergency.closing, name="close_emergency"),
    path("emergency/<uuid:emergency_id>/review/", emergency.reviewing, name="review_emergency"),
    path("files/<uuid:file_id>/review/", plans.choose, name="choose_review"),
    path("files/<uuid:file_id>/review/<uuid:instrument_id>/", plans.review, name="review"),
    path("files/<uuid:file_id>/conference/", plans.conference, name="conference"),
    path("files/<uuid:file_id>/service/", plans.service, name="service"),
    path("files/<uuid:file_id>/grant/", plans.grant, name="grant"),
    path("grants/<uuid:grant_id>/instalment/", plans.instalment, name="instalment"),
    path("steps/<uuid:step_id>/done/", plans.step_done, name="step_done"),
    path("files/<uuid:file_id>/conflict/", household.conflict, name="conflict"),
]
