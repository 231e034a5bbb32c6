"""Mending: what cannot be right, and how a value is corrected."""

from django.urls import path

from tafteesh.interfaces.web.mending import correcting, queue, rules, values

app_name = "mend"
urlpatterns = [
    path("", queue.waiting, name="queue"),
    path("next/", queue.following, name="next"),
    path("found/<uuid:finding_id>/", queue.one, name="finding"),
    path("found/<uuid:finding_id>/fix/", queue.take, name="fix"),
    path("found/<uuid:finding_id>/false/", queue.false_alarm, name="dismiss"),
    path("found/<uuid:finding_id>/back/", queue.back, name="bring_back"),
    path("rules/", rules.rules, name="rules"),
    path("rules/aim/", rules.aim, name="aim"),
    path("rules/<str:code>/off/", rules.off, name="rule_off"),
    path("rules/<str:code>/on/", rules.on, name="rule_on"),
    path("values/<str:of>/<uuid:record_id>/", values.values, name="values"),
    path("values/<str:kind>/<str:field>/<uuid:row_id>/", correcting.correct, name="correct"),
    path("changes/<uuid:change_id>/undo/", correcting.undo, name="undo"),
]
