from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "tafteesh.interfaces.web.drafts"
    label = "drafts"
