"""Grids of registers: each its page, its row, its suggestions and its paste page."""

from django.urls import path

from tafteesh.interfaces.web.grid import views

app_name = "grid"
urlpatterns = [
    path(f"{key}/{end}", view, {"key": key}, name=f"{key}{name}")
    for key in views.REGISTERS
    for end, view, name in (
        ("", views.grid, ""),
        ("row/", views.row, "_row"),
        ("cases/", views.cases, "_cases"),
        ("paste/", views.paste, "_paste"),
    )
]
