"""Facts: the year, one figure, what was released."""

from django.urls import path

from tafteesh.interfaces.web.facts import blocks, justice, releasing, views, waiting

app_name = "facts"
urlpatterns = [
    path("", views.home, name="home"),
    path("blocks/", blocks.blocks, name="blocks"),
    path("justice/", justice.justice, name="justice"),
    path("waiting/", waiting.waiting, name="waiting"),
    path("releases/", releasing.releases, name="releases"),
    path("releases/new/", releasing.new_release, name="new_release"),
    path("release/<uuid:release_id>/", releasing.release, name="release"),
    path("release/<uuid:release_id>/<str:language>.pdf", releasing.release_pdf, name="release_pdf"),
    path("<str:year>/<str:indicator>/", views.figure, name="figure"),
]
