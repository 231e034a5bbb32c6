"""A workbook, what its papers say, and a checker who judges by them: does the round find the true accuracy?

Brings the workbook in through the import, announces and draws rounds, judges each field through the action behind the
screen's keys, and puts the accuracy found, with its interval, beside the accuracy over all files.
"""

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIELDS = ("born", "taken", "rescued")


def main(arguments: list[str]) -> int:
    """Exit code 1 when fewer than 93 in 100 rounds hold the truth."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("workbook", type=Path)
    options.add_argument(
        "truth", type=Path, help="JSON with a `paper` of each code: " + ", ".join(FIELDS)
    )
    options.add_argument("--files", type=int, default=40, help="files in a round")
    options.add_argument("--rounds", type=int, default=20)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args(arguments)
    paper = json.loads(asked.truth.read_text("utf-8"))["paper"]
    home = Path(tempfile.mkdtemp(prefix="taf-paper-"))
    try:
        told = _simulate(home, asked, paper)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if asked.json:
        print(json.dumps(told))
    else:
        for one in told["found"]:
            print(f"found {one['share']:.1%} ({one['low']:.1%} to {one['high']:.1%})")
        print(f"true {told['true']:.1%}, held by {told['held']} of {asked.rounds} rounds")
    return 0 if told["held"] >= 0.93 * asked.rounds else 1


def _simulate(home: Path, asked: argparse.Namespace, paper: dict[str, Any]) -> dict[str, Any]:
    import os

    os.environ["TAFTEESH_BENCH_HOME"] = str(home)
    from bench.place import running

    with running():
        from django.core.management import call_command
        from django.db import transaction

        call_command("prepare", stdout=sys.stderr)
        from tafteesh.foundation.access.context import acting_as
        from tafteesh.interfaces.commands.actors import actor_named
        from tafteesh.interfaces.commands.demo.people import seed_people
        from tafteesh.interfaces.imports.job import Job

        with transaction.atomic():
            seed_people()
        clerk, checker = actor_named("mis"), actor_named("cm")
        job = Job(clerk)
        batch = job.start(asked.workbook, asked.workbook.name)
        job.read(batch)
        job.accept(batch)
        before = replace(clerk, now=clerk.now - timedelta(hours=1))
        found = []
        for number in range(asked.rounds):
            with acting_as(clerk), transaction.atomic():
                drawn = _drawn(number, asked.files, before, clerk)
            with acting_as(checker), transaction.atomic():
                found.append(_judged(drawn, paper, checker))
        with acting_as(clerk):
            true = _true(paper, clerk)
    held = sum(one["low"] <= true <= one["high"] for one in found)
    return {"true": true, "held": held, "found": found}


def _drawn(number: int, files: int, before: Any, by: Any) -> Any:
    from tafteesh.domain.checking.actions import NewRound, announce_round, draw_round

    new = NewRound(f"Round {number}", f"ferry {number}", files, FIELDS, second_percent=0)
    return draw_round(round=announce_round(new=new, by=before), by=by)


def _judged(drawn: Any, paper: dict[str, Any], by: Any) -> dict[str, float]:
    from tafteesh.domain.checking.actions import judge
    from tafteesh.domain.checking.models import FieldCheck
    from tafteesh.domain.checking.queries import accuracy_of

    door = FieldCheck.objects.visible_to(by).filter(drawn__round=drawn)
    for check in door.select_related("survivor_file"):
        said = paper.get(check.survivor_file.number, {}).get(check.field)
        verdict = _verdict(said, _value(check.field, check.survivor_file, by))
        judge(check=check, verdict=verdict, by=by)
    share = accuracy_of(by, drawn).judged
    if share is None:
        raise SystemExit("The papers say nothing of the fields that were drawn.")
    return {"share": share.value, "low": share.interval.low, "high": share.interval.high}


def _value(field: str, file: Any, by: Any) -> tuple[date | None, date | None] | None:
    """The two ends of the day as it is recorded."""
    from tafteesh.domain.checking.fields import BY_CODE, rows_of

    row = rows_of(BY_CODE[field], [file.pk], lambda model: model.objects.visible_to(by)).get(
        file.pk
    )
    if row is None:
        return None
    return getattr(row, f"{field}_earliest"), getattr(row, f"{field}_latest")


def _verdict(said: str | None, value: tuple[date | None, date | None] | None) -> str:
    if not said:
        return "no_paper"
    day = date.fromisoformat(said)
    return "matches" if value == (day, day) else "differs"


def _true(paper: dict[str, Any], by: Any) -> float:
    """The share of right fields over every file, as an all-knowing checker would find it."""
    from tafteesh.domain.files.models import SurvivorFile

    verdicts = [
        _verdict(paper.get(file.number, {}).get(field), _value(field, file, by))
        for file in SurvivorFile.objects.visible_to(by).filter(withdrawn_at=None)
        for field in FIELDS
    ]
    judged = [one for one in verdicts if one != "no_paper"]
    return judged.count("matches") / len(judged)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
