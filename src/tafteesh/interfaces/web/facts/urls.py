"""Facts: the year, one figure, what was released."""

from django.urls import path

from tafteesh.interfaces.web.facts import views

app_name = "facts"
urlpatterns = [
    path("", views.home, name="home"),
    path("releases/", views.releases, name="releases"),
    path("release/<uuid:release_id>/", views.release, name="release"),
    path("release/<uuid:release_id>/<str:language>.pdf", views.release_pdf, name="release_pdf"),
    path("<str:year>/<str:indicator>/", views.figure, name="figure"),
]
