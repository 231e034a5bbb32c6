"""The lapse board."""

from django.urls import path

from tafteesh.interfaces.web.duties import views

app_name = "duties"
urlpatterns = [
    path("", views.board_page, name="board"),
    path("units/", views.units_page, name="units"),
    path("take/<str:kind>/", views.export, name="export"),
]
