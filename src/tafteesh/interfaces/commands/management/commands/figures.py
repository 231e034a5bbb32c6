"""The year's figures on the command line."""

import json
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.facts.queries import achievements, find_indicator, years_with_events
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.commands.actors import actor_who_may


class Command(BaseCommand):
    help = "Print the achievements and indicators of financial years, each from its one query."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--period", action="append", default=[], help="2023-24, or 2023-07-01/2024-06-30"
        )
        parser.add_argument(
            "--all", action="store_true", help="every year in which something took place"
        )
        parser.add_argument("--as", dest="person", help="login name of who asks")
        parser.add_argument(
            "--known-at", type=datetime.fromisoformat, help="as known at that moment (ISO)"
        )
        parser.add_argument("--json", action="store_true", help="print for a machine")

    def handle(self, **options: Any) -> None:
        """Exit code 1 with a sentence where the period or the person is not understood."""
        actor = actor_who_may(Permission.FIGURES_READ, options["person"])
        known_at = options["known_at"]
        if known_at is not None and known_at.tzinfo is None:
            raise CommandError("Give --known-at with its offset, like 2024-04-01T00:00:00+05:30.")
        with acting_as(actor):
            periods = (
                years_with_events(actor) if options["all"] else self._periods(options["period"])
            )
            found = {p.name: achievements(actor, p, known_at) for p in periods}
        if options["json"]:
            plain = {
                y: {n: f.as_json() for n, f in figures.items()} for y, figures in found.items()
            }
            self.stdout.write(json.dumps(plain, ensure_ascii=False))
            return
        for year, figures in found.items():
            self.stdout.write(f"{year}")
            for name, figure in figures.items():
                indicator = find_indicator(name)
                values = ", ".join(f"{key} {value}" for key, value in figure.values.items())
                self.stdout.write(f"  {name:<4} {indicator.name if indicator else ''}: {values}")

    def _periods(self, texts: list[str]) -> list[Period]:
        if not texts:
            raise CommandError("Say which year, like --period 2023-24, or --all.")
        try:
            return [Period.named(text) for text in texts]
        except NoSuchPeriod as why:
            raise CommandError(f"{why} is no period. Write it like 2023-24.") from None
