"""Checking what comes in."""

from django.urls import path

from tafteesh.interfaces.web.check_data import views

app_name = "check_data"
urlpatterns = [
    path("imports/", views.imports, name="imports"),
    path("imports/<uuid:batch_id>/", views.one_import, name="import"),
    path("imports/<uuid:batch_id>/go-on/", views.go_on, name="go_on"),
    path("imports/<uuid:batch_id>/undo/", views.undo, name="undo"),
    path("rows/<uuid:row_id>/settle/", views.settle, name="settle"),
]
