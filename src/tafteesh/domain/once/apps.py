from django.apps import AppConfig


class OnceConfig(AppConfig):
    name = "tafteesh.domain.once"
    label = "once"
