"""The court diary."""

from django.urls import path

from tafteesh.interfaces.web.hearings import views

app_name = "hearings"
urlpatterns = [
    path("", views.board, name="board"),
    path("record/<uuid:fir_id>/", views.record, name="record"),
]
