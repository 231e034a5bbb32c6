"""Stands in for tables, grants and walls."""

from django.core.management.base import BaseCommand
from django.db import connections


class Command(BaseCommand):
    help = "Make the table of the stand-in."

    def handle(self, **_options: object) -> None:
        with connections["owner"].cursor() as cursor:
            cursor.execute("CREATE TABLE IF NOT EXISTS django_migrations (app text, name text)")
            cursor.execute("CREATE TABLE IF NOT EXISTS seeded (word text)")
            cursor.execute("GRANT SELECT ON seeded TO tafteesh_app")
