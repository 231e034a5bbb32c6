"""What is done each night."""

import json
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from tafteesh.domain.facts.kept import recount_noted, turn_day
from tafteesh.domain.once.actions import look_in_the_night
from tafteesh.domain.papers.keeping import Kept, check_folder
from tafteesh.domain.proceedings.queries import letters_held
from tafteesh.domain.quality.keeping import keep_all
from tafteesh.foundation.access.context import acting_as
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.audit.queries import faults
from tafteesh.interfaces.commands.actors import machine
from tafteesh.interfaces.commands.finding import make_findable

DAY = 24 * 3600
COMPARED_AT_ONCE, COMPARED_A_NIGHT = 1_000, 200_000


class Command(BaseCommand):
    help = "The nightly work: turn the day of what the law asks, check the log, ask the rules of quality, look for files of one person, look at every scan, forget sessions that ended and uploads that were left behind."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print for a machine")

    def handle(self, **options: Any) -> None:
        """Exit code 1 when the log was damaged; the rest is done all the same."""
        before = Session.objects.count()
        call_command("clearsessions", verbosity=0)
        done = {
            "sessions_forgotten": before - Session.objects.count(),
            "uploads_forgotten": self._forget_uploads(),
            "findings": self._ask_the_rules(),
            "names_keyed": make_findable(),
            "files_compared": self._look_for_doubles(),
            "duties_turned": self._turn_duties(),
            "log_faults": len(faults()),
        }
        papers = self._look_at_papers()
        done |= {
            "scans_whole": papers.whole,
            "scans_lost": len(papers.lost),
            "scans_damaged": len(papers.damaged),
            "scans_laid_aside": papers.strayed,
        }
        if options["json"]:
            self.stdout.write(json.dumps(done))
        else:
            words = (f"{name.replace('_', ' ')}: {n}" for name, n in done.items())
            self.stdout.write(", ".join(words))
        if done["log_faults"]:
            raise CommandError("The log was damaged: run verify-log, and tell the custodians.")
        if papers.lost or papers.damaged:
            raise CommandError("Scans are lost or damaged: take them from the last backup.")

    def _look_at_papers(self) -> Kept:
        """Lost and damaged scans are named by the id of their paper, which tells nothing by itself."""
        actor = machine(Role.SYSTEM_ADMINISTRATOR)
        with acting_as(actor):
            found = check_folder(others=letters_held(actor), by=actor)
        for words, papers in (("lost", found.lost), ("damaged", found.damaged)):
            for paper in papers:
                self.stderr.write(f"scan {words}: paper {paper}")
        return found

    def _ask_the_rules(self) -> int:
        """Every rule of quality is asked anew about every file; answers how many findings came."""
        by = machine(Role.MIS_OFFICER)
        if not by.organisations:
            return 0
        with acting_as(by):
            return sum(came for came, _went in keep_all(by).values())

    def _look_for_doubles(self) -> int:
        """Files that changed are compared with all that they meet, some at a time; answers how many."""
        done = 0
        while done < COMPARED_A_NIGHT:
            with acting_as(machine(Role.MIS_OFFICER)) as by:
                looked = look_in_the_night(most=COMPARED_AT_ONCE, by=by) if by.organisations else 0
            if not looked:
                break
            done += looked
        return done

    def _turn_duties(self) -> int:
        """What the passing of a day changed of what the law asks, and what nobody recounted."""
        with acting_as(machine()) as actor:
            return turn_day(actor) + recount_noted(actor)

    def _forget_uploads(self) -> int:
        """A workbook that was being received when the server was killed."""
        old = time.time() - DAY
        left = [
            path
            for path in (Path(settings.HOME) / "run").glob("upload-*")
            if path.stat().st_mtime < old
        ]
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)
