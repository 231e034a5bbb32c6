"""Lawyers: who has one, who has none, and each step of getting one."""

from django.urls import path

from tafteesh.interfaces.web.legalaid import steps, views

app_name = "legalaid"
urlpatterns = [
    path("", views.cover_page, name="cover"),
    path("lawyers/", views.lawyers, name="lawyers"),
    path("lawyers/new/", steps.new_lawyer, name="new_lawyer"),
    path("lawyers/<uuid:lawyer_id>/", views.lawyer_page, name="lawyer"),
    path("of/<uuid:file_id>/", views.file_cover, name="file"),
    path("of/<uuid:file_id>/need/", steps.new_need, name="need"),
    path("of/<uuid:file_id>/request/", steps.new_request, name="request"),
    path("of/<uuid:file_id>/assign/", steps.assign, name="assign"),
    path("assignments/<uuid:assignment_id>/end/", steps.end, name="end"),
]
