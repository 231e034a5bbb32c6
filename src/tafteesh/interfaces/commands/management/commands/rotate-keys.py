"""A new master key."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.domain.office.actions import record_rotation
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.vault import keyholder, keys
from tafteesh.foundation.vault.models import SubjectKey
from tafteesh.interfaces.commands.actors import machine
from tafteesh.interfaces.commands.safekeeping.factors import reseal_factors


class Command(BaseCommand):
    help = "Make a new master key and wrap every key with it; killed half-way, --resume goes on."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--resume", action="store_true", help="make no new master key: go on")
        parser.add_argument("--batch", type=int, default=500, help="keys in one transaction")
        parser.add_argument("--json", action="store_true", help="print for a machine")

    def handle(self, *, resume: bool, batch: int, **options: Any) -> None:
        """Exit code 1 when keys are missing or the count differs; nothing is lost in either case."""
        actor = machine(Role.SYSTEM_ADMINISTRATOR)
        with acting_as(actor):
            before = SubjectKey.unscoped.count()
            unfinished = SubjectKey.unscoped.filter(
                version__lt=keyholder.current_version(), wrapped__isnull=False
            ).exists()
        if unfinished and not resume:
            raise CommandError("An earlier rotation is not finished. Finish it first: --resume.")
        version = keyholder.current_version() if resume else keyholder.make_master_key()
        done = self._wrap(actor, batch)
        with acting_as(actor):
            factors = reseal_factors(version)
            after = SubjectKey.unscoped.count()
            left = SubjectKey.unscoped.filter(version__lt=version, wrapped__isnull=False).count()
            if after < before or left:
                raise CommandError(f"{before} keys before, {after} after, {left} not wrapped anew.")
            record_rotation(version=version, by=actor)
        plain = {"version": version, "keys": after, "wrapped": done, "second_factors": factors}
        if options["json"]:
            self.stdout.write(json.dumps(plain))
        else:
            self.stdout.write(f"Master key {version}: {done} keys wrapped anew, {after} in all.")
            self.stdout.write("Keep the older key files until every backup made with them is gone.")

    def _wrap(self, actor: Any, batch: int) -> int:
        done = 0
        while True:
            with acting_as(actor):
                step = next(keys.rotate(batch=batch), None)
            if step is None:
                return done
            done += step[0]
