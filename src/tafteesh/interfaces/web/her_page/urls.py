"""Her own page. No address says whose it is while it is open."""

from django.urls import path

from tafteesh.interfaces.web.her_page import views, voices

app_name = "her_page"
urlpatterns = [
    path("notes/", views.notes, name="notes"),
    path("notes/hide/", views.hide, name="hide"),
    path("notes/wrong/", views.something_wrong, name="wrong"),
    path("notes/call/", views.call_me, name="call"),
    path("notes/no/", views.say_no, name="say_no"),
    path("notes/sound/<slug:piece>/", voices.heard, name="sound"),
    path("voice/", voices.overview, name="voices"),
    path("voice/<slug:language>/<slug:piece>/", voices.voice, name="voice"),
    path("voice/<slug:language>/<slug:piece>/sound/", voices.voice_sound, name="voice_sound"),
    path("voice/<slug:language>/<slug:piece>/take-away/", voices.take_away, name="voice_away"),
    path("notes/leave/", views.leave, name="leave"),
    path("her-page/<uuid:file_id>/", views.hand_over, name="hand_over"),
    path("her-page/<uuid:file_id>/sheet/", views.sheet, name="sheet"),
]
