from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "tafteesh.reference.places"
    label = "places"
