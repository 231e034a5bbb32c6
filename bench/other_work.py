"""What is measured beside pages: a year by block, an import, a start, the weight of a first page."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import psycopg

from bench.place import ROOT
from bench.sql import Asking
from bench.workbook import A_WOMAN, Row, save, survivors, whole

IMPORTED = 3_000
BY_BLOCK = """
SELECT a.name, said.* FROM (
  SELECT block_id, sum(active), sum(trafficking), sum(violence), sum(moved), sum(orders),
         sum(ordered), sum(credits), sum(credited) FROM (
    SELECT f.block_id, count(*) AS active,
           count(*) FILTER (WHERE f.scope IN ('trafficking', 'both')) AS trafficking,
           count(*) FILTER (WHERE f.scope IN ('violence', 'both')) AS violence,
           0 AS moved, 0 AS orders, 0 AS ordered, 0 AS credits, 0 AS credited
    FROM files_filestatusspell s JOIN files_survivorfile f ON f.id = s.survivor_file_id
    WHERE s.organisation_id = %(office)s AND s.withdrawn_at IS NULL AND s.status = 'active'
      AND s.starts_on <= %(ends)s AND (s.ends_on IS NULL OR s.ends_on > %(ends)s) GROUP BY 1
    UNION ALL
    SELECT f.block_id, 0, 0, 0, count(DISTINCT s.fir_id), 0, 0, 0, 0
    FROM proceedings_investigationspell s
    JOIN proceedings_firsurvivor l ON l.fir_id = s.fir_id AND l.withdrawn_at IS NULL
    JOIN files_survivorfile f ON f.id = l.survivor_file_id
    WHERE s.organisation_id = %(office)s AND s.withdrawn_at IS NULL
      AND s.agency_kind IN ('ahtu', 'cid') AND s.received_on BETWEEN %(starts)s AND %(ends)s GROUP BY 1
    UNION ALL
    SELECT f.block_id, 0, 0, 0, 0, count(*), sum(o.increase_paise), 0, 0
    FROM compensation_order o JOIN files_survivorfile f ON f.id = o.survivor_file_id
    WHERE o.organisation_id = %(office)s AND o.withdrawn_at IS NULL AND o.amount_paise > 0
      AND o.ordered_on BETWEEN %(starts)s AND %(ends)s GROUP BY 1
    UNION ALL
    SELECT f.block_id, 0, 0, 0, 0, 0, 0, count(*), sum(p.amount_paise)
    FROM compensation_payment p JOIN files_survivorfile f ON f.id = p.survivor_file_id
    WHERE p.organisation_id = %(office)s AND p.withdrawn_at IS NULL
      AND p.credited_on BETWEEN %(starts)s AND %(ends)s GROUP BY 1
  ) every GROUP BY 1
) said LEFT JOIN places_area a ON a.id = said.block_id ORDER BY a.name
"""


def by_block(asking: Asking, year: int) -> int:
    """One year of one office by block, on the base tables."""
    said = {"office": asking.office, "starts": date(year, 4, 1), "ends": date(year + 1, 3, 31)}
    with asking.transaction() as on:
        return len(on.execute(BY_BLOCK, said).fetchall())


def measure_import(on: psycopg.Connection[Any]) -> dict[str, Any]:
    """Recognised, read, checked, sealed, taken in and logged, beside plain COPY of the same rows.

    A list of survivors is the heaviest: a file, a key, sealed names, tokens each. A whole programme has them among
    the rows that hang on them.
    """
    tag = f"I{int(time.time()) % 100_000}"
    rows = list(survivors(tag, IMPORTED))
    programme = whole(f"W{tag}", round(IMPORTED / A_WOMAN))
    with tempfile.TemporaryDirectory() as folder:
        listed = _brought_in({"Survivors": rows}, Path(folder))
        together = _brought_in(programme, Path(folder))
    return {
        **listed,
        "whole_programme": together,
        "copy_rows_per_second": round(len(rows) / _copied(on, rows)),
    }


def _brought_in(sheets: dict[str, Any], folder: Path) -> dict[str, Any]:
    from tafteesh.foundation.access.models import Person
    from tafteesh.foundation.access.people import actor_for
    from tafteesh.foundation.kernel.clock import read_clock
    from tafteesh.interfaces.imports.job import Job

    path = folder / "list.xlsx"
    save(sheets, path)
    job = Job(actor_for(Person.objects.get(login_name="mis29"), now=read_clock()))
    cpu, start = time.process_time(), time.perf_counter()
    batch = job.start(path, path.name)
    job.read(batch)
    read = time.perf_counter()
    counts = job.accept(batch).values()
    end, used = time.perf_counter(), time.process_time() - cpu
    rows = sum(count["read"] for count in counts)
    return {
        "rows": rows,
        "accepted": sum(count["accepted"] for count in counts),
        "rows_per_second": round(rows / (end - start)),
        "rows_per_cpu_second": round(rows / used),
        "read_seconds": round(read - start, 2),
        "take_seconds": round(end - read, 2),
    }


def _copied(on: psycopg.Connection[Any], rows: Sequence[Row]) -> float:
    start = time.perf_counter()
    with on.transaction(), on.cursor() as cursor:
        columns = ", ".join(f"c{n} text" for n in range(len(rows[0])))
        cursor.execute(f"CREATE TEMP TABLE plain ({columns}) ON COMMIT DROP")
        with cursor.copy("COPY plain FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    return time.perf_counter() - start


def cold_start() -> float:
    """From nothing to the first answer of a new process, in seconds."""
    text = (
        "import time; a = time.perf_counter(); import django; django.setup();"
        " from django.test import Client; Client().get('/sign-in/');"
        " print(time.perf_counter() - a)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", text],
        check=True, capture_output=True, text=True, cwd=ROOT, env=os.environ,
    )  # fmt: skip
    return round(float(done.stdout.split()[-1]), 2)


def first_page(html: bytes) -> dict[str, int]:
    """What the first page weighs, compressed as it is sent, without fonts."""
    import gzip

    from django.contrib.staticfiles import finders

    found = {"html": len(gzip.compress(html))}
    for kind, name in re.findall(
        r'<(link|script)[^>]+(?:href|src)="/static/([^"]+)"', html.decode()
    ):
        path = finders.find(name.split("?")[0])
        if path and not name.endswith((".woff2", ".svg")):
            key = "styles" if kind == "link" else "scripts"
            found[key] = found.get(key, 0) + len(gzip.compress(Path(path).read_bytes()))
    return found | {"together": sum(found.values())}
