"""Bring the database to this version: tables, functions, grants, walls, keys."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from tafteesh.domain.facts.kept import recount_noted
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.walls import build_walls
from tafteesh.foundation.vault import keyholder
from tafteesh.interfaces.commands.actors import machine


class Command(BaseCommand):
    help = "Bring the database to this version: tables, grants, row-level walls, master key."

    def handle(self, **_options: Any) -> None:
        """Everything runs as the owner role; the application's role owns nothing."""
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        call_command("createcachetable", database="owner", verbosity=0)
        with connections["owner"].cursor() as cursor:
            walls = build_walls(cursor)
            cursor.execute("SELECT EXISTS (SELECT FROM access_person)")
            peopled = cursor.fetchone()[0]
        connections["owner"].close()
        if not keyholder.versions():
            if peopled:
                raise CommandError("The keys of these records are missing. Put them back first.")
            keyholder.make_master_key()
        with acting_as(machine()) as actor:
            recount_noted(actor)
        self.stdout.write(f"Database ready, {walls} walls stand.")
