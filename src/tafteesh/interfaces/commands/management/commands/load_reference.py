"""Law and places of this version, or an office's own lists, into the database."""

import json
import uuid
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.domain.facts.kept import recount_noted
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.kernel.clock import day_in_india, read_clock
from tafteesh.interfaces.commands.actors import actor_named
from tafteesh.reference.editions.actions import load_edition
from tafteesh.reference.editions.changes import Plan, as_json, plan_edition
from tafteesh.reference.editions.faults import BadEdition
from tafteesh.reference.editions.folder import EditionFolder, read_folder, read_shipped

JOB = "load_reference"
JOB_ID = uuid.uuid5(uuid.NAMESPACE_DNS, JOB)


def job_actor() -> Actor:
    """The named job that brings lists in; it reaches every office's rows, to count those that use a row."""
    now = read_clock()
    offices = frozenset(Organisation.objects.values_list("pk", flat=True))
    return Actor(
        person_id=JOB_ID,
        organisation_id=JOB_ID,
        roles=frozenset({Role.SYSTEM_ADMINISTRATOR}),
        now=now,
        today=day_in_india(now),
        offices=offices,
        organisations=offices,
    )


class Command(BaseCommand):
    help = "Load law and places of this version, or an office's own lists from DIR; a second run changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("dir", nargs="?", help="a folder with the office's own lists (.csv)")
        parser.add_argument("--dry-run", action="store_true", help="show changes, save nothing")
        parser.add_argument("--json", action="store_true", help="print for a machine")
        parser.add_argument("--as", dest="login_name", help="who loads it (a login name)")

    def handle(self, **options: Any) -> None:
        """What was added, changed and retired, by file. Exit code 1 where the lists are refused."""
        name = options["login_name"]
        by, job = (actor_named(name), "") if name else (job_actor(), JOB)
        try:
            folder = self._folder(options["dir"])
            with acting_as(by):
                if options["dry_run"]:
                    plan = plan_edition(folder)
                else:
                    plan = load_edition(folder=folder, by=by, job=job)
                    recount_noted(by)
        except BadEdition as bad:
            raise CommandError(self._refusal(bad, as_json=options["json"])) from None
        if options["json"]:
            self.stdout.write(json.dumps(as_json(plan), ensure_ascii=False))
        elif options["verbosity"]:
            self._tell(plan, dry_run=options["dry_run"])

    def _folder(self, path: str | None) -> EditionFolder:
        if path is None:
            return read_shipped()
        if not Path(path).is_dir():
            raise CommandError(f"{path} is not a folder.")
        return read_folder(Path(path))

    def _refusal(self, bad: BadEdition, *, as_json: bool) -> str:
        if as_json:
            faults = [{"file": f.file, "line": f.line, "words": f.words} for f in bad.faults]
            self.stdout.write(json.dumps({"refused": faults}, ensure_ascii=False))
        return f"Nothing was stored.\n{bad}"

    def _tell(self, plan: Plan, *, dry_run: bool) -> None:
        for file in plan.files:
            if file.is_empty:
                continue
            self.stdout.write(
                f"{file.file.file_name}: {len(file.added)} new, {len(file.changed)} changed,"
                f" {len(file.retired)} retired, {file.unchanged} as before"
            )
            for row in file.changed:
                for change in row.changes:
                    used = f" (used by {row.uses} records)" if row.uses else ""
                    self.stdout.write(
                        f"  {row.key}: {change.field}: {change.old!r} -> {change.new!r}{used}"
                    )
            for row in file.retired:
                self.stdout.write(f"  {row.key}: retired (used by {row.uses} records)")
        if plan.is_empty:
            self.stdout.write("Law and places are up to date.")
        elif dry_run:
            self.stdout.write("Nothing was saved: this was a dry run.")
