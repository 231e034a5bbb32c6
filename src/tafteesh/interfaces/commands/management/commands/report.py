"""The year's report as a PDF."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.domain.facts.actions import release_report
from tafteesh.domain.facts.models import Release
from tafteesh.domain.facts.period import NoSuchPeriod, Period
from tafteesh.domain.facts.queries import newest_release, says_the_same
from tafteesh.domain.facts.stamp import stamp
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.commands.actors import actor_named, actor_who_may
from tafteesh.interfaces.letters.report import report_pdf


class Command(BaseCommand):
    help = "Write the report of a financial year as PDF; --release freezes its figures first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--period", required=True, help="2023-24, or 2023-07-01/2024-06-30")
        parser.add_argument("--language", choices=["bn", "en", "hi"], default="en")
        parser.add_argument("--out", type=Path, required=True, help="the PDF to write")
        parser.add_argument(
            "--release", action="store_true", help="freeze the figures as known now"
        )
        parser.add_argument(
            "--reason", default="", help="why a period released before is told anew"
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
            release = _edition(actor, period, options)
            words = stamp(actor, release.as_known_at)
            options["out"].write_bytes(report_pdf(release, options["language"], words))
        self.stdout.write(f"Written to {options['out']}.")


def _edition(actor: Actor, period: Period, options: dict[str, Any]) -> Release:
    """The edition to print: the newest, or a new one where --release asks for it and figures changed."""
    newest = newest_release(actor, period)
    if not options["release"]:
        if newest is None:
            raise CommandError("Nothing was released for that period yet: add --release.")
        return newest
    if newest is not None and not options["reason"]:
        if says_the_same(actor, newest):
            return newest
        raise CommandError(
            "That period was released before, and its numbers have changed since."
            " Say why with --reason; both editions remain."
        )
    return release_report(period=period, restates=newest, reason=options["reason"], by=actor)
