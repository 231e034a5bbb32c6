"""One person once: two files that may be of one person."""

from django.urls import path

from tafteesh.interfaces.web.once import review, settling

app_name = "once"
urlpatterns = [
    path("", review.waiting, name="queue"),
    path("next/", review.following, name="next"),
    path("<uuid:pair_id>/", review.pair, name="pair"),
    path("<uuid:pair_id>/join/", settling.join, name="join"),
    path("<uuid:pair_id>/two-persons/", settling.two_persons, name="two_persons"),
    path("<uuid:pair_id>/again/", settling.again, name="again"),
    path("joins/<uuid:join_id>/undo/", settling.undo, name="undo"),
]
