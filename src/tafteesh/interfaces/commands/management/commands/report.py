"""The year's report as a PDF."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.domain.facts.actions import release_report
from tafteesh.domain.facts.models import Release
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.commands.actors import actor_named, actor_who_may
from tafteesh.interfaces.letters.report import report_pdf


class Command(BaseCommand):
    help = "Write the report of a financial year as PDF; --release freezes its figures first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--period", required=True, help="2023-24")
        parser.add_argument("--language", choices=["bn", "en", "hi"], default="en")
        parser.add_argument("--out", type=Path, required=True, help="the PDF to write")
        parser.add_argument(
            "--release", action="store_true", help="freeze the figures as known now"
        )
        parser.add_argument("--as", dest="person", help="login name of who asks")

    def handle(self, **options: Any) -> None:
        """Exit code 1 with a sentence where nothing was released and --release was not said."""
        try:
            period = Period.named(options["period"])
        except NoSuchPeriod:
            raise CommandError("That is no period. Write it like 2023-24.") from None
        actor = (
            actor_named(options["person"] or "mgr")
            if options["release"]
            else actor_who_may(Permission.FIGURES_READ, options["person"])
        )
        with acting_as(actor):
            if options["release"]:
                release = release_report(period=period, by=actor)
            else:
                door = Release.objects.visible_to(actor).filter(
                    period_start=period.starts_on, period_end=period.ends_on
                )
                found = door.order_by("-as_known_at").first()
                if found is None:
                    raise CommandError("Nothing was released for that period yet: add --release.")
                release = found
            options["out"].write_bytes(report_pdf(release, options["language"]))
        self.stdout.write(f"Written to {options['out']}.")
