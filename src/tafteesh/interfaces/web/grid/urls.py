"""Grids of registers."""

from django.urls import path

from tafteesh.interfaces.web.grid import views

app_name = "grid"
urlpatterns = [
    path("hearings/", views.hearings, name="hearings"),
    path("hearings/row/", views.row, name="row"),
    path("hearings/cases/", views.cases, name="cases"),
    path("hearings/paste/", views.paste, name="paste"),
]
