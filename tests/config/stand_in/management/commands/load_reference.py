"""Stands in for laws and places."""

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    def handle(self, **_options: object) -> None:
        return None
