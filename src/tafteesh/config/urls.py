"""Where each page stands. One line a menu place."""

from django.urls import URLPattern, URLResolver, include, path

WEB = "tafteesh.interfaces.web"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(f"{WEB}.sign_in.urls")),
    path("facts/", include(f"{WEB}.facts.urls")),
    path("drafts/", include(f"{WEB}.drafts.urls")),
    path("office/gallery/", include(f"{WEB}.gallery.urls")),
]
