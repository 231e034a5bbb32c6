from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "tafteesh.reference.law"
    label = "law"
