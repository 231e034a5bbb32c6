"""Admin, and everybody's own settings."""

from django.urls import path

from tafteesh.interfaces.web.office import people, settings, views

app_name = "office"
urlpatterns = [
    path("people/", views.people, name="people"),
    path("people/new/", people.new_person, name="new_person"),
    path("people/<uuid:person_id>/", views.person, name="person"),
    path("people/<uuid:person_id>/role/", people.give, name="give_role"),
    path("people/<uuid:person_id>/password/", people.new_password, name="new_password"),
    path("people/<uuid:person_id>/left/", people.left, name="left"),
    path("roles/<uuid:membership_id>/end/", people.end, name="end_role"),
    path("proposals/<uuid:proposal_id>/", people.decide, name="decide"),
    path("roles/", views.roles, name="roles"),
    path("organisations/", views.organisations, name="organisations"),
    path("log/", views.log, name="log"),
    path("settings/", settings.own, name="settings"),
]
