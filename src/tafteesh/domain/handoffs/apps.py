from django.apps import AppConfig


class HandoffsConfig(AppConfig):
    name = "tafteesh.domain.handoffs"
    label = "handoffs"
