"""The demo's invented people and records."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from tafteesh.domain.facts.kept import recount_noted
from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.models import Organisation
from tafteesh.interfaces.commands.actors import actor_named
from tafteesh.interfaces.commands.demo.after import seed_after
from tafteesh.interfaces.commands.demo.compared import seed_compared
from tafteesh.interfaces.commands.demo.law import seed_law
from tafteesh.interfaces.commands.demo.listened import seed_listened
from tafteesh.interfaces.commands.demo.lived import seed_lived
from tafteesh.interfaces.commands.demo.mending import seed_mending
from tafteesh.interfaces.commands.demo.named import seed_named
from tafteesh.interfaces.commands.demo.people import seed_people
from tafteesh.interfaces.commands.demo.records import seed_records
from tafteesh.interfaces.commands.demo.rounds import seed_rounds
from tafteesh.interfaces.commands.demo.this_year import seed_this_year
from tafteesh.interfaces.commands.demo.twice import seed_twice
from tafteesh.interfaces.commands.demo.waiting import seed_waiting
from tafteesh.interfaces.commands.demo.written import seed_written


class Command(BaseCommand):
    help = "Fill the demo with invented people and records (never a database that holds real ones)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--people-only", action="store_true", help="organisation and people, no records"
        )

    def handle(self, **options: Any) -> None:
        """One transaction: a killed seed leaves nothing; run again, it adds nothing."""
        if not settings.DEMO or Organisation.objects.filter(is_demo=False).exists():
            raise CommandError("This database is not a demo: nothing was written.")
        with transaction.atomic():
            people = seed_people()
            self.stdout.write(f"{people} people")
            if options["people_only"]:
                return
            clerk = actor_named("mis")
            enter(clerk)
            if SurvivorFile.unscoped.filter(organisation_id=clerk.organisation_id).exists():
                return
            self.stdout.write(f"{seed_records(clerk)} rows of registers")
            seed_after()
            seed_named()
            seed_law()
            seed_rounds()
            seed_lived()
            seed_written()
            seed_this_year()
            seed_waiting()
            seed_listened()
            seed_compared()
            seed_twice()
            seed_mending()
            enter(clerk)
            recount_noted(clerk)
