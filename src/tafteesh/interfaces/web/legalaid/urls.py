"""Lawyers: who has one, who has none, and each step of getting one."""

from django.urls import path

from tafteesh.interfaces.web.legalaid import clock, meeting, steps, views

app_name = "legalaid"
urlpatterns = [
    path("", views.cover_page, name="cover"),
    path("lawyers/", views.lawyers, name="lawyers"),
    path("lawyers/new/", steps.new_lawyer, name="new_lawyer"),
    path("lawyers/<uuid:lawyer_id>/", views.lawyer_page, name="lawyer"),
    path("of/<uuid:file_id>/", views.file_cover, name="file"),
    path("of/<uuid:file_id>/need/", steps.new_need, name="need"),
    path("of/<uuid:file_id>/request/", steps.new_request, name="request"),
    path("of/<uuid:file_id>/assign/", steps.assign, name="assign"),
    path("of/<uuid:file_id>/complaint/", clock.complaint, name="complaint"),
    path("requests/<uuid:request_id>/remind/", clock.remind, name="remind"),
    path("requests/<uuid:request_id>/escalate/", clock.escalate, name="escalate"),
    path("letters/<uuid:reminder_id>/sent/", clock.sent, name="sent"),
    path("letters/<uuid:reminder_id>/<str:language>.pdf", clock.reminder_pdf, name="reminder_pdf"),
    path("assignments/<uuid:assignment_id>/came/", clock.appearance, name="appearance"),
    path("assignments/<uuid:assignment_id>/first/", clock.first_contact, name="first_contact"),
    path("assignments/<uuid:assignment_id>/word/", clock.her_word, name="her_word"),
    path("of/<uuid:file_id>/conflict/", clock.conflict, name="conflict"),
    path("assignments/<uuid:assignment_id>/filing/", clock.filing, name="filing"),
    path("complaints/<uuid:complaint_id>/handed-on/", clock.handed_on, name="handed_on"),
    path("representation/", meeting.representation_page, name="representation"),
    path("pack/", meeting.pack, name="pack"),
    path("pack/pack.pdf", meeting.pack_pdf, name="pack_pdf"),
    path("assignments/<uuid:assignment_id>/end/", steps.end, name="end"),
]
