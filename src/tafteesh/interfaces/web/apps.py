from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "tafteesh.interfaces.web"
    label = "web"
