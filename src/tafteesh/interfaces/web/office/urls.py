"""Admin."""

from django.urls import path

from tafteesh.interfaces.web.office import views

app_name = "office"
urlpatterns = [
    path("people/", views.people, name="people"),
    path("log/", views.log, name="log"),
]
