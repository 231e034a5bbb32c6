from django.apps import AppConfig


class LegalaidConfig(AppConfig):
    name = "tafteesh.domain.legalaid"
    label = "legalaid"
