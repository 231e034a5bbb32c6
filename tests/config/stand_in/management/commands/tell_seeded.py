"""Tells what the product's role reads; leaves with the code that it is given."""

import sys

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection


class Command(BaseCommand):
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--code", type=int, default=0)

    def handle(self, **options: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user || ' ' || string_agg(word, ',') FROM seeded")
            self.stdout.write(str(cursor.fetchone()[0]))
        sys.exit(int(str(options["code"])))
