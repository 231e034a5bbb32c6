"""The ledger of compensation on the command line."""

import csv
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.domain.facts.ledger import ledger_of
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.permissions import Permission
from tafteesh.foundation.kernel.money import rupees
from tafteesh.interfaces.commands.actors import actor_who_may
from tafteesh.interfaces.letters.ledger import cells_of, foot_of, heads

MOST = 10_000_000


class Command(BaseCommand):
    help = (
        "Print every order, increase, credit and reversal of a financial year, and how they add up."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--year", required=True, help="2023-24, or 2023-07-01/2024-06-30")
        parser.add_argument("--as", dest="person", help="login name of who asks")
        parser.add_argument("--csv", action="store_true", help="print for a spreadsheet")

    def handle(self, **options: Any) -> None:
        """Exit code 1 with a sentence where the period or the person is not understood."""
        actor = actor_who_may(Permission.CLAIM_READ, options["person"])
        try:
            period = Period.named(options["year"])
        except NoSuchPeriod:
            raise CommandError(f"{options['year']} is no period. Write it like 2023-24.") from None
        with acting_as(actor):
            told = ledger_of(actor, period, limit=MOST)
        rows = [*map(cells_of, told.lines), *foot_of(told)]
        if options["csv"]:
            csv.writer(self.stdout).writerows([heads(), *rows])
            return
        for row in rows:
            self.stdout.write("  ".join(cell for cell in row if cell))
        self.stdout.write(
            f"{told.count} entries, ordered {rupees(told.ordered)}, "
            f"in her account {rupees(told.credited)}"
        )
        if not told.adds_up:
            raise CommandError("It does not add up: a credit stands without an order of its claim.")
