"""Where each page stands. One line a menu place."""

from django.urls import URLPattern, URLResolver, include, path

WEB = "tafteesh.interfaces.web"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(f"{WEB}.today.urls")),
    path("diary/", include(f"{WEB}.today.diary_urls")),
    path("hearings/", include(f"{WEB}.hearings.urls")),
    path("compensation/", include(f"{WEB}.compensation.urls")),
    path("legal-aid/", include(f"{WEB}.legalaid.urls")),
    path("meetings/", include(f"{WEB}.meetings.urls")),
    path("partners/", include(f"{WEB}.partners.urls")),
    path("drafts/", include(f"{WEB}.drafts.urls")),
]
