"""The server of a test run: a copy of one that was prepared before for the same tables and walls.

Preparing takes many times longer than all else that a small run does, so a prepared cluster is kept under /tmp by
the hash of what prepares it, and every run works on a copy of its own.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

from tafteesh.config.cluster import Cluster
from tafteesh.config.home import Home
from tafteesh.config.roles import DATABASE

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src/tafteesh"
MAKES = (
    "**/migrations/*.py",
    "**/models.py",
    "**/models/*.py",
    "**/*.sql",
    "**/walls.py",
    "**/touched.py",
    "config/*.py",
)
KEPT = 12
EMPTY = "template_tafteesh"  # what a database is before it is prepared


def started() -> Cluster:
    """A running throw-away server whose own database is prepared and holds nothing."""
    folder = Path(tempfile.mkdtemp(prefix="taf-", dir="/tmp"))
    folder.rmdir()
    shutil.copytree(_prepared(), folder, symlinks=True, copy_function=_with_owner)
    _own_folders(_prepared(), folder)
    cluster = Cluster(Home(folder), durable=False)
    cluster.start()
    return cluster


def _prepared() -> Path:
    """The folder of the prepared cluster for this code; made when it is not there yet."""
    place = Path(f"/tmp/taf-prepared-{os.getuid()}-{_fingerprint()}")  # noqa: S108 - by user and content
    if place.exists():
        os.utime(place)
        return place
    making = Path(tempfile.mkdtemp(prefix="taf-", dir="/tmp"))
    making.chmod(0o755)
    cluster = Cluster(Home(making), durable=False)
    cluster.start()
    try:
        _prepare(cluster)
    finally:
        cluster.stop()
    try:
        making.rename(place)
    except OSError:  # another run was quicker
        shutil.rmtree(making)
    _forget_older(place)
    return place


def _prepare(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("admin"), dbname="postgres", autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{EMPTY}" OWNER tafteesh_owner TEMPLATE "{DATABASE}"')
    with tempfile.TemporaryDirectory() as home:
        where = {
            "DJANGO_SETTINGS_MODULE": "tafteesh.config.settings.test",
            "TAFTEESH_DATABASE": cluster.url("app"),
            "TAFTEESH_OWNER_DATABASE": cluster.url("owner"),
            "TAFTEESH_TEST_HOME": home,
            "PYTHONPATH": str(ROOT / "src"),
        }
        words = [sys.executable, str(ROOT / "manage.py"), "prepare"]
        subprocess.run(words, env=os.environ | where, check=True, stdout=subprocess.DEVNULL)


def _fingerprint() -> str:
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted({path for kind in MAKES for path in SOURCE.glob(kind)}):
        digest.update(str(path.relative_to(SOURCE)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _with_owner(source: str, target: str) -> str:
    shutil.copy2(source, target)
    if os.getuid() == 0:
        told = Path(source).stat()
        os.chown(target, told.st_uid, told.st_gid)
    return target


def _own_folders(source: Path, target: Path) -> None:
    for folder in (source, *(path for path in source.rglob("*") if path.is_dir())):
        told, made = folder.stat(), target / folder.relative_to(source)
        if os.getuid() == 0:
            os.chown(made, told.st_uid, told.st_gid)
        made.chmod(told.st_mode)


def _forget_older(place: Path) -> None:
    others = sorted(
        place.parent.glob(f"taf-prepared-{os.getuid()}-*"), key=lambda p: p.stat().st_mtime
    )
    for old in others[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
