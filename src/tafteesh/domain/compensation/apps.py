from django.apps import AppConfig


class CompensationConfig(AppConfig):
    name = "tafteesh.domain.compensation"
    label = "compensation"
