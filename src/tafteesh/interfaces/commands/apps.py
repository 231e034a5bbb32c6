from django.apps import AppConfig


class CommandsConfig(AppConfig):
    name = "tafteesh.interfaces.commands"
    label = "commands"
