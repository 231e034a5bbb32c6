from django.apps import AppConfig


class StationeryConfig(AppConfig):
    name = "tafteesh.domain.stationery"
    label = "stationery"
