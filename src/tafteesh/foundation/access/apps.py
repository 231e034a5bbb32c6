from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "tafteesh.foundation.access"
    label = "access"
