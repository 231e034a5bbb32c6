from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    name = "tafteesh.domain.proceedings"
    label = "proceedings"
