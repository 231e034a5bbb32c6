"""Where each page stands. One line a menu place."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("tafteesh.interfaces.web.sign_in.urls")),
    path("office/gallery/", include("tafteesh.interfaces.web.gallery.urls")),
]
