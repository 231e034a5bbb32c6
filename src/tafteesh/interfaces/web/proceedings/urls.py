"""FIRs and what hangs on them."""

from django.urls import path

from tafteesh.interfaces.web.proceedings import (
    course,
    ecourts,
    letter_life,
    letters,
    paper,
    stationery,
    steps,
    views,
)

app_name = "proceedings"
urlpatterns = [
    path("new/<uuid:file_id>/", views.new_fir, name="new_fir"),
    path("<uuid:fir_id>/", views.fir_page, name="fir"),
    path("<uuid:fir_id>/details/", paper.change, name="change"),
    path("<uuid:fir_id>/sections/new/", paper.add_sections, name="add_sections"),
    path("<uuid:fir_id>/accused/new/", paper.add_accused, name="add_accused"),
    path("<uuid:fir_id>/beside/new/", paper.link_fir, name="link_fir"),
    path("<uuid:fir_id>/survivors/new/", paper.link_survivor, name="link_survivor"),
    path(
        "<uuid:fir_id>/survivors/<uuid:file_id>/unlink/",
        views.unlink_survivor,
        name="unlink_survivor",
    ),
    path("<uuid:fir_id>/transfer/new/", course.new_spell, name="new_spell"),
    path("<uuid:fir_id>/charge-sheets/new/", course.new_sheet, name="new_sheet"),
    path("<uuid:fir_id>/corrections/new/", course.new_correction, name="new_correction"),
    path("<uuid:fir_id>/steps/new/", steps.new_step, name="new_step"),
    path("<uuid:fir_id>/duties/<str:duty>/aside/", steps.put_aside, name="put_aside"),
    path("<uuid:fir_id>/ecourts/", ecourts.check, name="ecourts"),
    path("<uuid:fir_id>/ecourts/accept/", ecourts.accept, name="ecourts_accept"),
    path("letters/", letters.letters, name="letters"),
    path("<uuid:fir_id>/letters/new/", letters.new_letter, name="new_letter"),
    path("letters/<uuid:letter_id>/", letters.letter, name="letter"),
    path("letters/<uuid:letter_id>/pdf/", letter_life.pdf, name="letter_pdf"),
    path("letters/<uuid:letter_id>/word/", letter_life.word, name="letter_word"),
    path("letters/<uuid:letter_id>/approve/", letter_life.approve, name="letter_approve"),
    path("letters/<uuid:letter_id>/sent/", letter_life.send, name="letter_send"),
    path("letters/<uuid:letter_id>/proof/", letter_life.prove, name="letter_proof"),
    path("letters/<uuid:letter_id>/answered/", letter_life.answered, name="letter_answered"),
    path("letters/<uuid:letter_id>/back/", letter_life.take_back, name="letter_back"),
    path("letters/templates/", stationery.templates, name="templates"),
    path("letters/templates/<str:kind>/<str:language>/", stationery.template, name="template"),
    path("letters/templates/<str:kind>/<str:language>/use/", stationery.use, name="template_use"),
    path(
        "letters/templates/<str:kind>/<str:language>/<str:what>.<str:ending>",
        stationery.download,
        name="template_file",
    ),
    path("charge-sheets/<uuid:sheet_id>/contest/", letters.contest, name="contest"),
    path("accused/<uuid:accused_id>/status/", paper.accused_status, name="accused_status"),
    path("transfer/<uuid:spell_id>/order/", course.order, name="order"),
    path("transfer/<uuid:spell_id>/receipt/", course.receipt, name="receipt"),
    path("corrections/<uuid:correction_id>/decision/", course.decide, name="decide"),
    path("corrections/<uuid:correction_id>/higher/", course.escalate, name="escalate"),
    path("entries/<str:kind>/<uuid:entry_id>/take-back/", course.withdraw, name="withdraw"),
]
