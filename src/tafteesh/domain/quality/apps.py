from django.apps import AppConfig


class QualityConfig(AppConfig):
    name = "tafteesh.domain.quality"
    label = "quality"
