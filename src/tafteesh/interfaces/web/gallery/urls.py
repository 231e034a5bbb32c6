"""The developers' gallery of components."""

from django.urls import path

from tafteesh.interfaces.web.gallery import views

app_name = "gallery"
urlpatterns = [
    path("", views.gallery, name="all"),
    path("<str:language>/", views.gallery, name="in_language"),
]
