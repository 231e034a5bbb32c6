"""Checking what comes in."""

from django.urls import path

from tafteesh.interfaces.web.check_data import (
    against_paper,
    columns,
    comparing,
    doubts,
    recounts,
    rounds,
    views,
)

app_name = "check_data"
urlpatterns = [
    path("imports/", views.imports, name="imports"),
    path("imports/<uuid:batch_id>/", views.one_import, name="import"),
    path("imports/<uuid:batch_id>/go-on/", views.go_on, name="go_on"),
    path("imports/<uuid:batch_id>/undo/", views.undo, name="undo"),
    path("imports/<uuid:batch_id>/columns/", columns.columns, name="columns"),
    path("imports/<uuid:batch_id>/doubts/", doubts.of_import, name="doubts"),
    path("imports/<uuid:batch_id>/rejected/", doubts.rejected, name="rejected"),
    path("imports/<uuid:batch_id>/doubts/take-all/", doubts.take_all, name="take_all"),
    path("recounts/", recounts.recounts, name="recounts"),
    path("recounts/new/", recounts.new_recount, name="new_recount"),
    path("rounds/", rounds.rounds, name="rounds"),
    path("rounds/new/", rounds.announce, name="announce"),
    path("rounds/<uuid:round_id>/", rounds.one, name="round"),
    path("rounds/<uuid:round_id>/draw/", rounds.draw, name="draw"),
    path("rounds/<uuid:round_id>/close/", rounds.close, name="close"),
    path("rounds/<uuid:round_id>/check/", against_paper.check, name="check"),
    path("rounds/<uuid:round_id>/undo/", against_paper.take_back, name="take_back"),
    path("checks/<uuid:check_id>/", against_paper.verdict, name="verdict"),
    path("compare/", comparing.all_of_ours, name="compare"),
    path("compare/new/", comparing.new, name="compare_new"),
    path("compare/<uuid:comparison_id>/", comparing.one, name="comparison"),
    path("compare/<uuid:comparison_id>/write/", comparing.write, name="compare_write"),
    path("compare/<uuid:comparison_id>/read/", comparing.read, name="compare_read"),
    path("compare/<uuid:comparison_id>/answers/out/", comparing.answers_out, name="answers_out"),
    path("compare/<uuid:comparison_id>/answers/in/", comparing.answers_in, name="answers_in"),
    path("compare/pairs/<uuid:match_id>/", comparing.answer, name="compare_answer"),
    path("rows/<uuid:row_id>/", doubts.one, name="row"),
    path("rows/<uuid:row_id>/settle/", doubts.settle, name="settle"),
]
