"""The court diary."""

from django.urls import path

from tafteesh.interfaces.web.hearings import views

app_name = "hearings"
urlpatterns = [
    path("", views.board_page, name="board"),
    path("record/<uuid:fir_id>/", views.record, name="record"),
    path("record/<uuid:fir_id>/said/", views.said, name="said"),
    path("<uuid:hearing_id>/card/", views.card, name="card"),
    path("<uuid:hearing_id>/not-known/", views.not_known, name="not_known"),
    path("<uuid:hearing_id>/undo/", views.undo, name="undo"),
]
