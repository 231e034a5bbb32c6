"""Where a bench works: a home of its own, and a database that is never an office's."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tafteesh.config.cluster import Cluster
from tafteesh.config.home import Home

ROOT = Path(__file__).resolve().parent.parent


def home() -> Home:
    """`.home-bench` in the checkout, or where TAFTEESH_BENCH_HOME says."""
    folder = Path(os.environ.get("TAFTEESH_BENCH_HOME") or ROOT / ".home-bench")
    folder.mkdir(mode=0o755, exist_ok=True)
    return Home(folder)


@contextmanager
def running() -> Iterator[Cluster]:
    """The bench's cluster, with Django pointed at it as the application's role."""
    cluster = Cluster(home())
    started = cluster.start()
    os.environ["TAFTEESH_HOME"] = str(home().folder)
    os.environ["TAFTEESH_DATABASE"] = cluster.url("app")
    os.environ["TAFTEESH_OWNER_DATABASE"] = cluster.url("owner")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tafteesh.config.settings.bench"
    import django

    django.setup()
    try:
        yield cluster
    finally:
        if started:
            cluster.stop()
