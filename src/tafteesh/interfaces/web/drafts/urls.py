"""Drafts and read-backs: what forms talk to while they are being filled in."""

from django.urls import path

from tafteesh.interfaces.web.drafts import views

app_name = "drafts"
urlpatterns = [
    path("save/", views.save, name="save"),
    path("<uuid:draft_id>/fresh/", views.fresh, name="fresh"),
    path("days/read/", views.day, name="day"),
    path("amounts/read/", views.amount, name="amount"),
]
