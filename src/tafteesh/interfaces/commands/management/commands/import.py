"""Bring a workbook in from the command line."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.domain.facts.queries import achievements, years_with_events
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.people import actor_for
from tafteesh.foundation.kernel.clock import read_clock
from tafteesh.interfaces.imports.guard import Unreadable
from tafteesh.interfaces.imports.job import Job
from tafteesh.interfaces.imports.report import Report


class Command(BaseCommand):
    help = "Read a workbook (.xlsx, .ods, .csv) into the staging area; --accept takes every row in no doubt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--as", dest="person", required=True, help="login name of who brings it in"
        )
        parser.add_argument(
            "--accept", action="store_true", help="take every row that is in no doubt"
        )
        parser.add_argument("--json", action="store_true", help="print the result for a machine")

    def handle(self, *, file: Path, person: str, accept: bool, **options: Any) -> None:
        """Exit code 1 with a sentence when the file cannot be read."""
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        job, report = Job(self._actor(person), self._teller()), Report()
        try:
            batch_id = job.start(file, file.name)
            reading = job.read(batch_id, report=report)
        except Unreadable as why:
            raise CommandError(str(why)) from None
        result = report.as_json(reading) | {"batch": str(batch_id)}
        if accept:
            result["sheets"] = job.accept(batch_id)
            result["figures"] = self._figures(job.later())
            job.compare(batch_id)
        if options["json"]:
            self.stdout.write(json.dumps(result, ensure_ascii=False))
        else:
            self._print(result)

    def _actor(self, login_name: str) -> Actor:
        person = Person.objects.filter(login_name=login_name, is_active=True).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {login_name}.")
        return actor_for(person, now=read_clock())

    def _teller(self) -> Any:
        """Progress goes to the error stream: what is printed for a machine stays clean."""
        if sys.stderr.isatty():
            return lambda step, done, of: self.stderr.write(
                f"\r{step}: {done} of {of}   ", ending=""
            )
        return lambda step, done, of: self.stderr.write(f"{step}: {done} of {of}")

    def _figures(self, actor: Actor) -> dict[str, Any]:
        with acting_as(actor):
            return {
                year.name: {
                    name: figure.as_json() for name, figure in achievements(actor, year).items()
                }
                for year in years_with_events(actor)
            }

    def _print(self, result: dict[str, Any]) -> None:
        for sheet, counts in result["sheets"].items():
            line = ", ".join(f"{counts[name]} {name.replace('_', ' ')}" for name in counts)
            self.stdout.write(f"{sheet}: {line}")
        for doubt in result["doubts"]:
            self.stdout.write(f"  {doubt['sheet']} row {doubt['row']}: {doubt['message']}")
        for first, second in result["duplicates"]:
            self.stdout.write(f"  {first} and {second} may be one woman")
