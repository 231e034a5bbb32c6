from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "tafteesh.foundation.vault"
    label = "vault"
