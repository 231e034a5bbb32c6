"""Registers."""

from django.urls import path, re_path

from tafteesh.interfaces.web.registers import views

app_name = "registers"
urlpatterns = [
    path("", views.home, name="home"),
    path("<str:name>/", views.register, name="register"),
    re_path(r"^(?P<name>[a-z_]+)/list\.(?P<kind>csv|xlsx)$", views.export, name="export"),
]
