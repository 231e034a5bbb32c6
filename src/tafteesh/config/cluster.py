"""A PostgreSQL of our own: made, started and stopped by us, on a socket in a closed folder."""

import contextlib
import fcntl
import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TextIO
from urllib.parse import quote

import psycopg

from tafteesh.config.binaries import (
    Binaries,
    NoPostgres,
    ServerUser,
    find,
    run_as,
    runnable_by,
    server_user,
)
from tafteesh.config.home import Home
from tafteesh.config.processes import pid_in, workers_in, works_in
from tafteesh.config.roles import DATABASE, PROVISION, furnish, make_roles

Role = Literal["admin", "owner", "app", "backup"]
START_SECONDS = 120
ELSEWHERE = Path("/var/lib/tafteesh")
LOG_BYTES = 10_000_000

# No errors of statements and no statements: what failed may carry her name even in its first line.
_SETTINGS = """\
# Written at every start by tafteesh; change nothing here.
listen_addresses = ''
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = {buffers}MB
effective_cache_size = {cache}MB
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
lc_messages = 'C'
log_error_verbosity = terse
log_min_error_statement = panic
log_min_messages = log
log_statement = none
log_min_duration_statement = -1
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
fsync = {durable}
full_page_writes = {durable}
synchronous_commit = {durable}
"""


class ClusterProblem(Exception):
    """The private database cannot run; the text says why and what to do."""


class Cluster:
    """The private PostgreSQL of one home. `durable=False` gives up safety for speed: tests only."""

    def __init__(self, home: Home, *, durable: bool = True) -> None:
        self.home = home
        self.durable = durable

    # Places

    @property
    def folder(self) -> Path:
        """Where the cluster lies: in the home, or where a link in the home says."""
        return self.home.cluster.resolve()

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @property
    def user(self) -> ServerUser | None:
        """Whom the server runs as; None when that is simply us."""
        return server_user(self._owner() or None)

    @property
    def socket(self) -> Path:
        owner = self.user
        return self.home.socket_folder(self.folder, owner.uid if owner else os.geteuid())

    @property
    def binaries(self) -> Binaries:
        """The programs that fit this cluster. Raises NoPostgres."""
        version = self.data / "PG_VERSION"
        major = int(version.read_text()) if version.exists() else None
        return runnable_by(self.user, find(major=major), self.folder)

    def url(self, role: Role = "app") -> str:
        """The address for Django and psycopg, as that role. The role admin is the superuser."""
        user = "admin" if role == "admin" else f"{DATABASE}_{role}"
        return f"postgresql://{user}@/{DATABASE}?host={quote(str(self.socket), safe='')}"

    # Life

    def start(self) -> bool:
        """Make the cluster if there is none, and start it if it sleeps. True if it slept.

        Takes about a second the first time. Raises ClusterProblem, NoPostgres or HomeProblem.
        """
        with self.locked(), _plainly(self.home.folder):
            if self.is_running() and self._answers(START_SECONDS):
                return False
            self._make_folder()
            binaries = self.binaries
            if not (self.data / "PG_VERSION").exists():
                self._initdb(binaries)
            self._write_settings()
            self._make_socket_folder()
            self._drop_stale_pids()
            self._pg_start(binaries)
            self._provision()
            return True

    def make_place(self) -> None:
        """Only the folder, so that `url` is final; starts nothing."""
        with self.locked(), _plainly(self.home.folder):
            self._make_folder()

    def stop(self) -> None:
        """Stop at once but cleanly: sessions are cut off, nothing committed is lost."""
        with self.locked(), _plainly(self.home.folder):
            self._stop()

    def _stop(self) -> None:
        if not self.is_running():
            return
        words = ["stop", "-D", str(self.data), "-m", "fast", "-w", "-t60"]
        if said := self._run(self.binaries, "pg_ctl", *words):
            raise ClusterProblem(f"The database did not stop: {said}")

    @contextlib.contextmanager
    def in_use(self, *, stop_after: bool | None = None) -> Iterator[bool]:
        """It runs while we are inside; gives whether we had to start it.

        The last one out stops it if it was started this way. `stop_after` True stops it also
        when it was found running; False leaves it running for whoever comes later.
        """
        marker = self.home.run / "stop-when-unused"
        with (self.home.run / "cluster.users").open("w") as users:
            fcntl.flock(users, fcntl.LOCK_SH)
            started = self.start()
            if stop_after or (started and stop_after is None):
                marker.touch()
            elif stop_after is False:
                marker.unlink(missing_ok=True)
            try:
                yield started
            finally:
                self._leave(users, marker)

    def _leave(self, users: TextIO, marker: Path) -> None:
        with self.locked(), _plainly(self.home.folder):
            fcntl.flock(users, fcntl.LOCK_UN)
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:  # somebody else is inside: the last one out will do it
                return
            if marker.exists():
                self._stop()
                marker.unlink()

    def is_in_use(self) -> bool:
        """Whether another process is inside `in_use` just now."""
        with (self.home.run / "cluster.users").open("w") as users:
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
            return False

    def is_running(self) -> bool:
        """Whether a server lives on this cluster's data, whatever its pid file says."""
        pid = pid_in(self.data / "postmaster.pid")
        return pid is not None and works_in(pid, self.data)

    def destroy(self) -> None:
        """Stop it and delete its folder with everything in it. Only tests and `--fresh` ask this."""
        self.stop()
        with self.locked():
            for place in (self.socket, self.folder):
                shutil.rmtree(place, ignore_errors=True)
            if self.home.cluster.is_symlink():
                self.home.cluster.unlink()

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """One at a time, over processes: whoever comes second waits until the first is done."""
        with (self.home.run / "cluster.lock").open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    # Making

    def _make_folder(self) -> None:
        """The cluster's folder, owned by whom the server runs as, mode 0700.

        As root the server user must be able to walk to it: the home is opened for passing through
        (0711, its folders stay 0700). Where a folder above it is closed, the cluster goes to
        /var/lib/tafteesh and the home keeps a link.
        """
        self.home.made()
        if self.folder.is_dir():
            self._check_owner()
        user = self.user
        place = self.folder
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        if user is None:
            return
        os.chown(place, user.uid, user.gid)
        if self.home.cluster.is_symlink() or self._reachable(user):
            return
        place.rmdir()
        place = ELSEWHERE / secrets.token_hex(6)
        ELSEWHERE.mkdir(mode=0o755, parents=True, exist_ok=True)
        place.mkdir(mode=0o700)
        os.chown(place, user.uid, user.gid)
        self.home.cluster.symlink_to(place)

    def _reachable(self, user: ServerUser) -> bool:
        mode = stat.S_IMODE(self.home.folder.stat().st_mode)
        self.home.folder.chmod(mode | 0o011)
        if run_as(user, "/usr/bin/test", "-w", str(self.folder)).returncode == 0:
            return True
        self.home.folder.chmod(mode)
        return False

    def _owner(self) -> int:
        try:
            return self.folder.stat().st_uid
        except OSError:
            return 0

    def _check_owner(self) -> None:
        if os.geteuid() not in {0, self._owner()}:
            raise ClusterProblem(
                f"The database in {self.folder} belongs to another user. Run this as that user, "
                "or give TAFTEESH_HOME a folder of your own."
            )

    def _initdb(self, binaries: Binaries) -> None:
        """Under another name first: an interrupted initdb leaves nothing that looks finished."""
        half = self.folder / "data.half"
        shutil.rmtree(half, ignore_errors=True)
        shutil.rmtree(self.data, ignore_errors=True)
        said = ""
        for locale in ("C.UTF-8", "C"):
            sync = ["--data-checksums"] if self.durable else ["--data-checksums", "--no-sync"]
            words = ["-U", "admin", "-A", "trust", "-E", "UTF8", f"--locale={locale}", *sync]
            said = self._run(binaries, "initdb", "-D", str(half), *words)
            if not said:
                break
            shutil.rmtree(half, ignore_errors=True)
        if said:
            raise ClusterProblem(f"The database could not be made: {said}")
        with (half / "postgresql.conf").open("a") as conf:
            conf.write("include_if_exists = 'tafteesh.conf'\n")
        (half / "pg_hba.conf").write_text(
            "# The socket's folder is closed: see unix_socket_directories.\nlocal all all trust\n"
        )
        half.rename(self.data)

    def _write_settings(self) -> None:
        megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
        path = self.data / "tafteesh.conf"
        path.write_text(
            _SETTINGS.format(
                socket=str(self.socket).replace("'", "''"),
                buffers=min(max(megabytes // 16, 64), 512),
                cache=max(megabytes // 2, 128),
                durable="on" if self.durable else "off",
            )
        )
        self._give(path)

    def _make_socket_folder(self) -> None:
        """0700 and the server's own; anything else under that name is refused, not repaired."""
        self.socket.mkdir(mode=0o700, exist_ok=True)
        user = self.user
        if user is not None and self.socket.lstat().st_uid == 0:
            self._give(self.socket)
        found = self.socket.lstat()
        owner = user.uid if user else os.geteuid()
        if not stat.S_ISDIR(found.st_mode) or found.st_mode & 0o077 or found.st_uid != owner:
            raise ClusterProblem(f"{self.socket} is not a closed folder of ours. Please remove it.")

    def _give(self, path: Path) -> None:
        if (user := self.user) is not None:
            os.chown(path, user.uid, user.gid, follow_symlinks=False)

    # Running

    def _run(self, binaries: Binaries, program: str, *words: str) -> str:
        """Empty when it went well, else the last lines of what the program said."""
        done = run_as(self.user, binaries.program(program), *words)
        if done.returncode == 0:
            return ""
        return " / ".join(done.stdout.strip().splitlines()[-3:]) or f"exit code {done.returncode}"

    def _pg_start(self, binaries: Binaries) -> None:
        """Try for ten seconds: after kill -9 the dead server's children need a moment to notice."""
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        words = ["start", "-D", str(self.data), "-w", f"-t{START_SECONDS}", "-l", str(self.log)]
        until = time.monotonic() + 10
        while said := self._run(binaries, "pg_ctl", *words):
            if "shared memory" not in self._end_of_log() or time.monotonic() > until:
                raise ClusterProblem(f"The database did not start: {said} / {self._end_of_log()}")
            time.sleep(0.3)

    def _end_of_log(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return " / ".join(lines[-4:])

    def _drop_stale_pids(self) -> None:
        """Remove lock files whose number is now another program's: PostgreSQL would believe them.

        A dead number is left to PostgreSQL, which also looks for children that still live.
        """
        if workers_in(self.data):
            return
        for lock in (self.data / "postmaster.pid", self.socket / ".s.PGSQL.5432.lock"):
            pid = pid_in(lock)
            if pid is not None and Path(f"/proc/{pid}").exists():
                lock.unlink(missing_ok=True)

    def _answers(self, seconds: float) -> bool:
        """Wait until it takes connections: it may be repairing itself after a crash."""
        until = time.monotonic() + seconds
        while True:
            try:
                self._connect("postgres").close()
            except psycopg.OperationalError as problem:
                if not self.is_running():
                    return False
                if time.monotonic() > until:
                    raise ClusterProblem(f"The database does not answer: {problem}") from problem
                time.sleep(0.1)
            else:
                return True

    def _connect(self, database: str) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.socket), user="admin", dbname=database, autocommit=True, connect_timeout=5
        )

    def _provision(self) -> None:
        """Roles, database, extensions: may be run again, so a crash in the middle does no harm."""
        stamp = self.folder / "provisioned"
        want = f"{PROVISION} {'durable' if self.durable else 'fast'}"
        if stamp.exists() and stamp.read_text() == want:
            return
        with self._connect("postgres") as admin:
            make_roles(admin, may_make_databases=not self.durable)
        with self._connect(DATABASE) as admin:
            furnish(admin)
        stamp.write_text(want)


def external() -> bool:
    """Whether the office has a PostgreSQL of its own: then no private cluster is touched."""
    return bool(os.environ.get("TAFTEESH_DATABASE"))


@contextlib.contextmanager
def _plainly(folder: Path) -> Iterator[None]:
    """Turn the operating system's refusals into a sentence."""
    try:
        yield
    except (NoPostgres, ClusterProblem):
        raise
    except OSError as problem:
        raise ClusterProblem(
            f"The database in {folder} cannot be used: {problem.strerror or problem} "
            f"({problem.filename or folder})."
        ) from problem
