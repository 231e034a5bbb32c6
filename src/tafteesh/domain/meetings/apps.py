from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "tafteesh.domain.meetings"
    label = "meetings"
