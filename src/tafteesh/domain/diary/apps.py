from django.apps import AppConfig


class DiaryConfig(AppConfig):
    name = "tafteesh.domain.diary"
    label = "diary"
