from django.apps import AppConfig


class FactsConfig(AppConfig):
    name = "tafteesh.domain.facts"
    label = "facts"
