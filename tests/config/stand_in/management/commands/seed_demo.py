"""Stands in for the invented organisation: one row each time it is asked."""

from django.core.management.base import BaseCommand, CommandParser
from django.db import connections


class Command(BaseCommand):
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--people-only", action="store_true")

    def handle(self, **options: object) -> None:
        word = "people" if options["people_only"] else "records"
        with connections["owner"].cursor() as cursor:
            cursor.execute("INSERT INTO seeded VALUES (%s)", [word])
