"""Partners in other places: exchanges, and files shared for a time."""

from django.urls import path

from tafteesh.interfaces.web.partners import owning, sharing, views

app_name = "partners"
urlpatterns = [
    path("", views.partners_list, name="list"),
    path("new/", views.new_partner, name="new"),
    path("<uuid:partner_id>/", views.partner_page, name="partner"),
    path("<uuid:partner_id>/exchange/", views.new_exchange, name="exchange"),
    path("exchanges/<uuid:exchange_id>/practice/", views.practice, name="practice"),
    path("shares/", sharing.shares_list, name="shares"),
    path("shares/new/<uuid:file_id>/", sharing.share, name="share"),
    path("offers/new/<uuid:file_id>/", owning.offer, name="offer"),
    path("offers/<uuid:change_id>/take/", owning.take, name="take"),
    path("offers/<uuid:change_id>/drop/", owning.drop, name="drop_offer"),
    path("shares/<uuid:share_id>/end/", sharing.end, name="end_share"),
]
