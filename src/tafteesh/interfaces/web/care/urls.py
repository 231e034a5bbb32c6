"""Her choices, her safety, the people around her."""

from django.urls import path

from tafteesh.interfaces.web.care import choices, danger, household

app_name = "care"
urlpatterns = [
    path("files/<uuid:file_id>/answer/", choices.answer, name="answer"),
    path("answers/<uuid:consent_id>/take-back/", choices.taking_back, name="take_back"),
    path("files/<uuid:file_id>/danger/", danger.incident, name="incident"),
    path("dangers/<uuid:incident_id>/settled/", danger.settled, name="settled"),
    path("files/<uuid:file_id>/safety-plan/", danger.plan, name="plan"),
    path("files/<uuid:file_id>/family/", household.member, name="member"),
    path("family/<uuid:member_id>/accused/", household.accused, name="accused"),
    path("files/<uuid:file_id>/conflict/", household.conflict, name="conflict"),
]
