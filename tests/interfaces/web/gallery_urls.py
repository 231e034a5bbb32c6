"""The gallery alone, as the project hangs it up."""

from django.urls import include, path

urlpatterns = [
    path("office/gallery/", include("tafteesh.interfaces.web.gallery.urls")),
]
