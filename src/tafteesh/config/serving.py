"""Gets an instance ready, step by step and only where something changed, and serves it."""

import contextlib
import hashlib
import io
import json
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import waitress
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.db import Error, connections

from tafteesh.config import catalogues
from tafteesh.config.uploads import DroppingChannel

PACKAGE = Path(__file__).resolve().parents[1]
NOT_SOURCE = {".pyc", ".mo"}
NOT_DATA = {"static", "templates", "locale", "__pycache__"}


class CannotServe(Exception):
    """The page cannot be served; the text says why."""


def say(line: str = "", *, end: str = "\n") -> None:
    """One line of progress, at once."""
    sys.stdout.write(line + end)
    sys.stdout.flush()


@contextlib.contextmanager
def step(name: str) -> Iterator[None]:
    """Show what is being done and, when it is done, how many seconds it took."""
    say(f"{name} ... ", end="")
    began = time.monotonic()
    try:
        yield
    except BaseException:
        say("stopped")
        raise
    say(f"{time.monotonic() - began:.1f} s")


@dataclass(frozen=True)
class Stamps:
    """What was done to this database already, kept beside it so that both go together."""

    path: Path

    def _read(self) -> dict[str, str]:
        try:
            return dict(json.loads(self.path.read_text()))
        except (OSError, ValueError):
            return {}

    def once(self, name: str, state: str, label: str, work: Callable[[], object]) -> bool:
        """Do the work under that label unless it was done in the same state. True if done now."""
        if self._read().get(name) == state:
            return False
        with step(label):
            work()
        self.set(name, state)
        return True

    def set(self, name: str, state: str) -> None:
        half = self.path.with_suffix(".half")
        half.write_text(json.dumps(self._read() | {name: state}))
        half.replace(self.path)


def state_of(*folders: Path, leave_out: set[str] | None = None) -> str:
    """A fingerprint of names, sizes and times of all files below; any change gives another."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            parts = set(path.relative_to(folder).parts)
            if path.suffix in NOT_SOURCE or parts & (leave_out or set()) or not path.is_file():
                continue
            found = path.stat()
            digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def applied_migrations() -> str:
    """A fingerprint of what the database says was migrated; an old backup restored shows here."""
    try:
        with connections["owner"].cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations ORDER BY 1, 2")
            rows = cursor.fetchall()
    except Error:
        return "none"
    finally:
        connections["owner"].close()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def prepare(stamps: Stamps) -> None:
    """Tables, grants, walls and reference data, when code or database changed since last time."""
    code = state_of(PACKAGE, leave_out=NOT_DATA)
    done = stamps.once(
        "prepared",
        f"{code} {applied_migrations()}",
        "Preparing the tables",
        lambda: call_command("prepare", verbosity=0),
    )
    if done:
        stamps.set("prepared", f"{code} {applied_migrations()}")
    stamps.once(
        "reference",
        f"{code} {applied_migrations()}",
        "Loading laws and places",
        lambda: call_command("load_reference", verbosity=0),
    )


def seed(stamps: Stamps, *, records: bool) -> None:
    """The invented organisation and people, and their records if asked: once for a database."""
    stamps.once(
        "people",
        "1",
        "Inviting the demo's people",
        lambda: call_command("seed_demo", people_only=True, verbosity=0),
    )
    if records:
        stamps.once(
            "records",
            "1",
            "Writing the demo's records",
            lambda: call_command("seed_demo", verbosity=0),
        )


def build_pages(stamps: Stamps) -> None:
    """Compiled catalogues and collected static files, when their sources changed."""
    if catalogues.stale():
        with step("Compiling the languages"):
            catalogues.compile_stale()
    root = getattr(settings, "STATIC_ROOT", None)
    if root is None:
        return
    here = state_of(*PACKAGE.glob("**/static")) if Path(root).exists() else "missing"
    if stamps.once(
        "static",
        f"{here} {settings.SETTINGS_MODULE}",
        "Collecting styles and scripts",
        lambda: call_command("collectstatic", interactive=False, clear=False, verbosity=0),
    ):
        stamps.set("static", f"{state_of(*PACKAGE.glob('**/static'))} {settings.SETTINGS_MODULE}")


def people() -> list[dict[str, str]]:
    """The demo's sign-ins, as `demo_people --json` tells them."""
    out = io.StringIO()
    call_command("demo_people", json=True, stdout=out)
    return list(json.loads(out.getvalue()))


def show_people() -> None:
    """One line a person, in columns."""
    rows = [{key: str(value) for key, value in one.items()} for one in people()]
    if not rows:
        return
    widths = {key: max(len(row.get(key, "")) for row in rows) for key in rows[0]}
    say("\nSign in as one of these invented people:")
    for row in rows:
        say("  " + "  ".join(row.get(key, "").ljust(width) for key, width in widths.items()))


def take_port(port: int) -> socket.socket:
    """The listening socket on 127.0.0.1. Raises CannotServe when somebody else has the port."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen(128)
    except OSError as problem:
        listener.close()
        raise CannotServe(
            f"Port {port} is taken by another program ({problem.strerror}). "
            f"Choose another one: --port {port + 1 if port else 8001}"
        ) from problem
    return listener


def serve(listener: socket.socket) -> None:
    """Answer requests until Ctrl+C or SIGTERM."""
    server = waitress.create_server(
        get_wsgi_application(),
        sockets=[listener],
        threads=8,
        ident=None,
        clear_untrusted_proxy_headers=True,
        max_request_body_size=settings.FILE_UPLOAD_MAX_MEMORY_SIZE,
        inbuf_overflow=settings.FILE_UPLOAD_MAX_MEMORY_SIZE,  # what is uploaded is sealed before it touches a disk
    )
    server.channel_class = DroppingChannel
    port = listener.getsockname()[1]
    say(f"\nReady: http://localhost:{port}/   (stop with Ctrl+C)")
    try:
        server.run()
    finally:
        server.close()
        connections.close_all()
        say("Stopping.")


def stop_on_sigterm() -> None:
    """A polite kill leaves by the same door as Ctrl+C: `finally` blocks run, the database stops."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, leave)
