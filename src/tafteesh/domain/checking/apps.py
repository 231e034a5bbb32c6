from django.apps import AppConfig


class CheckingConfig(AppConfig):
    name = "tafteesh.domain.checking"
    label = "checking"
