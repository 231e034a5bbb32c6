"""The day."""

from django.urls import path

from tafteesh.interfaces.web.today import views

app_name = "today"
urlpatterns = [path("", views.home, name="home")]
