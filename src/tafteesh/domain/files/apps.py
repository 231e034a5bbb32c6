from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "tafteesh.domain.files"
    label = "files"
