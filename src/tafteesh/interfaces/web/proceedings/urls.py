"""FIRs and what hangs on them."""

from django.urls import path

from tafteesh.interfaces.web.proceedings import views

app_name = "proceedings"
urlpatterns = [
    path("<uuid:fir_id>/", views.fir_page, name="fir"),
    path("<uuid:fir_id>/transfer/new/", views.new_spell, name="new_spell"),
    path("<uuid:fir_id>/corrections/new/", views.new_correction, name="new_correction"),
    path("new/<uuid:file_id>/", views.new_fir, name="new_fir"),
]
