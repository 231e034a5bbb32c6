"""Where each page stands. One line a menu place."""

from django.urls import URLPattern, URLResolver, include, path

WEB = "tafteesh.interfaces.web"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(f"{WEB}.sign_in.urls")),
    path("", include(f"{WEB}.today.urls")),
    path("lapses/", include(f"{WEB}.duties.urls")),
    path("hearings/", include(f"{WEB}.hearings.urls")),
    path("check-data/mend/", include(f"{WEB}.mending.urls")),
    path("check-data/once/", include(f"{WEB}.once.urls")),
    path("grid/", include(f"{WEB}.grid.urls")),
    path("check-data/", include(f"{WEB}.check_data.urls")),
    path("office/", include(f"{WEB}.office.urls")),
    path("law-and-places/", include(f"{WEB}.reference.urls")),
    path("files/", include(f"{WEB}.survivor_files.urls")),
    path("my-work/", include(f"{WEB}.my_work.urls")),
    path("", include(f"{WEB}.her_page.urls")),
    path("care/", include(f"{WEB}.care.urls")),
    path("proceedings/", include(f"{WEB}.proceedings.urls")),
    path("compensation/", include(f"{WEB}.compensation.urls")),
    path("lawyers/", include(f"{WEB}.legalaid.urls")),
    path("meetings/", include(f"{WEB}.meetings.urls")),
    path("partners/", include(f"{WEB}.partners.urls")),
    path("strategy/", include(f"{WEB}.strategy.urls")),
    path("registers/", include(f"{WEB}.registers.urls")),
    path("facts/", include(f"{WEB}.facts.urls")),
    path("drafts/", include(f"{WEB}.drafts.urls")),
    path("office/gallery/", include(f"{WEB}.gallery.urls")),
]
