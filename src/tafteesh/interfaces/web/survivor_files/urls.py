"""Files and what is in them."""

from django.urls import path

from tafteesh.interfaces.web.survivor_files import views

app_name = "files"
urlpatterns = [
    path("", views.files, name="list"),
    path("search/", views.search, name="search"),
    path("new/", views.new, name="new"),
    path("<uuid:file_id>/", views.file_page, name="file"),
    path("<uuid:file_id>/look/", views.look, name="look"),
    path("<uuid:file_id>/safe-contact/", views.safe_contact, name="safe_contact"),
]
