from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "tafteesh.interfaces.imports"
    label = "imports"
