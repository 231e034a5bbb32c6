"""Meetings, what was asked, what was promised; and the collectives of survivors."""

from django.urls import path

from tafteesh.interfaces.web.meetings import collectives, steps, views

app_name = "meetings"
urlpatterns = [
    path("", views.meetings_list, name="list"),
    path("new/", steps.new_meeting, name="new"),
    path("promises/", views.promises, name="promises"),
    path("forums/", views.forums, name="forums"),
    path("<uuid:meeting_id>/", views.meeting_page, name="meeting"),
    path("<uuid:meeting_id>/demand/", steps.new_demand, name="demand"),
    path("<uuid:meeting_id>/promise/", steps.new_promise, name="promise"),
    path("promises/<uuid:promise_id>/outcome/", steps.outcome, name="outcome"),
    path("withdraw/<slug:kind>/<uuid:entry_id>/", steps.withdraw, name="withdraw"),
    path("collectives/", collectives.collectives_list, name="collectives"),
    path("collectives/new/", collectives.new_collective, name="new_collective"),
    path("collectives/<uuid:collective_id>/", collectives.collective_page, name="collective"),
    path("collectives/<uuid:collective_id>/member/", collectives.new_member, name="member"),
    path("members/<uuid:membership_id>/left/", collectives.left, name="left"),
]
