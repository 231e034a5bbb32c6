"""Stands in for the sign-ins."""

import json

from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, **_options: object) -> None:
        asha = {"name": "Asha", "sign_in": "asha@demo.example", "password": "river-boat"}
        self.stdout.write(json.dumps([asha]))
