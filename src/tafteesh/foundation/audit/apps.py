from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "tafteesh.foundation.audit"
    label = "audit"
