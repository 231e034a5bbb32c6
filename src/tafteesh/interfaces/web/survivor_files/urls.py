"""Files and what is in them."""

from django.urls import path

from tafteesh.interfaces.web.survivor_files import (
    asked_looks,
    daily,
    note_looks,
    papers,
    recording,
    search,
    views,
)

app_name = "files"
urlpatterns = [
    path("", views.files, name="list"),
    path("search/", search.search, name="search"),
    path("search/not-found/", search.miss, name="miss"),
    path("search/misses/", search.misses, name="misses"),
    path("search/misses/<uuid:miss_id>/", search.miss_words, name="miss_words"),
    path("new/", recording.new, name="new"),
    path("<uuid:file_id>/", views.file_page, name="file"),
    path("<uuid:file_id>/look/", views.look, name="look"),
    path("<uuid:file_id>/ask-to-look/", asked_looks.asking, name="ask_to_look"),
    path("hidden/", asked_looks.asked, name="asked_looks"),
    path("hidden/<uuid:look_id>/decide/", asked_looks.deciding, name="decide_look"),
    path("hidden/<uuid:look_id>/", asked_looks.look, name="look_as_agreed"),
    path("<uuid:file_id>/note/<slug:kind>/<uuid:row_id>/", note_looks.note, name="note"),
    path("<uuid:file_id>/identity/", recording.identity, name="identity"),
    path("<uuid:file_id>/status/", recording.status, name="status"),
    path("<uuid:file_id>/safe-contact/", recording.safe_contact, name="safe_contact"),
    path("<uuid:file_id>/taking/", recording.taking, name="taking"),
    path("<uuid:file_id>/rescue/", recording.rescue, name="rescue"),
    path("<uuid:file_id>/shelter/", recording.shelter, name="shelter"),
    path("<uuid:file_id>/restoration/", recording.restoration, name="restoration"),
    path("shelters/<uuid:spell_id>/left/", recording.left_shelter, name="left_shelter"),
    path("<uuid:file_id>/contact/", daily.contact, name="contact"),
    path("contacts/<uuid:contact_id>/undo/", daily.contact_undo, name="contact_undo"),
    path("<uuid:file_id>/task/", daily.task, name="task"),
    path("tasks/<uuid:task_id>/done/", daily.task_done, name="task_done"),
    path("tasks/<uuid:task_id>/undo/", daily.task_undo, name="task_undo"),
    path("<uuid:file_id>/assign/", daily.assign, name="assign"),
    path("<uuid:file_id>/take-back/<uuid:person_id>/", daily.unassign, name="unassign"),
    path("<uuid:file_id>/paper/", papers.add, name="paper"),
    path("papers/<uuid:paper_id>/", papers.one, name="paper_page"),
    path("papers/<uuid:paper_id>/scan/", papers.scan, name="scan"),
    path("papers/<uuid:paper_id>/page/<int:number>/", papers.sheet, name="sheet"),
    path("papers/<uuid:paper_id>/original/", papers.original, name="original"),
    path("papers/<uuid:paper_id>/keeper/", papers.hand_on, name="hand_on"),
    path("papers/<uuid:paper_id>/certificate/", papers.certificate, name="certificate"),
]
