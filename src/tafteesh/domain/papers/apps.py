from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "tafteesh.domain.papers"
    label = "papers"
