from django.apps import AppConfig


class ComparisonsConfig(AppConfig):
    name = "tafteesh.domain.comparisons"
    label = "comparisons"
