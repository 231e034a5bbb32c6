"""The strategy with its progress, and what was published from the records."""

from django.urls import path

from tafteesh.interfaces.web.strategy import products, views

app_name = "strategy"
urlpatterns = [
    path("", views.versions, name="list"),
    path("new/", views.new_version, name="new"),
    path("<uuid:version_id>/", views.version_page, name="version"),
    path("<uuid:version_id>/objective/", views.new_objective, name="objective"),
    path("<uuid:version_id>/approve/", views.approve, name="approve"),
    path("objectives/<uuid:objective_id>/target/", views.new_target, name="target"),
    path("products/", products.products_list, name="products"),
    path("products/new/", products.new_product, name="new_product"),
    path("products/<uuid:product_id>/release/", products.tie, name="tie"),
]
