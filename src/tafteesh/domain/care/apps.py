from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "tafteesh.domain.care"
    label = "care"
