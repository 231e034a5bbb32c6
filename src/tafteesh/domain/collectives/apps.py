from django.apps import AppConfig


class CollectivesConfig(AppConfig):
    name = "tafteesh.domain.collectives"
    label = "collectives"
