"""The command line: makes sure that the database runs, then does what was asked."""

import argparse
import contextlib
import os
import shutil
import sys
import tomllib
from collections.abc import Iterator

import django
from django.core.management import (
    ManagementUtility,
    find_commands,
    get_commands,
    load_command_class,
)
from django.core.management.base import CommandError

from tafteesh.config import serving
from tafteesh.config.binaries import NoPostgres
from tafteesh.config.cluster import Cluster, ClusterProblem, external
from tafteesh.config.home import CHECKOUT, Home, HomeProblem
from tafteesh.config.serving import CannotServe, Stamps, say, step

COMMANDS = "tafteesh.interfaces.commands"
LIVE, DEMO = "tafteesh.config.settings.live", "tafteesh.config.settings.demo"
OWN = {
    "demo": "Show the product with invented people: prepare everything and serve it here.",
    "up": "Prepare this office's database and serve the product on this machine.",
    "stop": "Stop the private database that another command left running.",
}
NO_DATABASE = {"check", "collectstatic", "compilemessages", "diffsettings", "makemessages"}
PORT = 8000


class WrongHome(Exception):
    """Invented people and real ones never share a home."""


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 refused, 2 not understood, 130 Ctrl+C."""
    words = sys.argv[1:] if argv is None else argv
    try:
        return _dispatch(words)
    except (HomeProblem, ClusterProblem, NoPostgres, CannotServe, WrongHome, CommandError) as why:
        sys.stderr.write(f"{why}\n")
        return getattr(why, "returncode", 1)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except KeyboardInterrupt:
        return 130


def _dispatch(words: list[str]) -> int:
    if not words or words[0] in {"-h", "--help", "help"}:
        return show_help()
    name, rest = words[0], words[1:]
    if name in {"-V", "--version"}:
        say(f"tafteesh {version()}")
        return 0
    if name in {"demo", "up"}:
        return run_server(name, rest)
    home = Home.from_environment()
    if name == "stop":
        Cluster(home).stop()
        return 0
    _set_environment(home, _kind(home) or "live")
    own = not external()
    if not is_command(home, name):
        sys.stderr.write(f"There is no command {name!r}. `tafteesh --help` lists them all.\n")
        return 2
    with contextlib.nullcontext() if needs_no_database(name, rest) else database(home, own=own):
        return run_command(name, rest)


def run_command(name: str, rest: list[str]) -> int:
    """Django's own way of running it: its options, its help, its exit codes."""
    ManagementUtility(["tafteesh", name, *rest]).execute()
    return 0


def product_commands() -> list[str]:
    return find_commands(f"{serving.PACKAGE}/interfaces/commands/management")


def is_command(home: Home, name: str) -> bool:
    """Whether the product, Django or another installed app has it. Starts no database."""
    if name in {*product_commands(), *find_commands(f"{django.__path__[0]}/core/management")}:
        return True
    if not external():  # settings read the address once, so it must be the final one
        cluster = Cluster(home)
        cluster.make_place()
        _set_addresses(cluster)
    django.setup()
    return name in get_commands()


def needs_no_database(name: str, rest: list[str]) -> bool:
    return name in NO_DATABASE or "-h" in rest or "--help" in rest


def version() -> str:
    with (CHECKOUT / "pyproject.toml").open("rb") as handle:
        return str(tomllib.load(handle)["project"]["version"])


def show_help() -> int:
    """Every command of the product with its one line. Needs no database."""
    _set_environment(Home.from_environment(), "live")
    django.setup()
    lines = OWN | {
        name: load_command_class(COMMANDS, name).help.strip().partition("\n")[0]
        for name in product_commands()
    }
    say("tafteesh COMMAND [options]\n\nEach command starts the database when it sleeps.\n")
    for name, line in sorted(lines.items()):
        say(f"  {name:<18} {line}")
    say("\n`tafteesh COMMAND --help` tells a command's options.")
    return 0


# The database and the home


@contextlib.contextmanager
def database(home: Home, *, own: bool = True, stop_after: bool | None = None) -> Iterator[None]:
    """The private cluster, running, or (`own` False) the PostgreSQL that the office named."""
    if not own:
        yield
        return
    cluster = Cluster(home)
    keep = os.environ.get("TAFTEESH_KEEP") == "1"
    with cluster.in_use(stop_after=False if keep else stop_after):
        _set_addresses(cluster)
        # Commands that call pg_dump find the one that fits the server.
        os.environ["PATH"] = f"{cluster.binaries.folder}{os.pathsep}{os.environ.get('PATH', '')}"
        yield


def _set_addresses(cluster: Cluster) -> None:
    os.environ["TAFTEESH_DATABASE"] = cluster.url("app")
    os.environ["TAFTEESH_OWNER_DATABASE"] = cluster.url("owner")
    os.environ["TAFTEESH_BACKUP_DATABASE"] = cluster.url("backup")


def _kind(home: Home) -> str | None:
    """What this home holds: demo, live, or nothing yet."""
    try:
        return (home.folder / "kind").read_text().strip()
    except OSError:
        return None


def _claim(home: Home, kind: str) -> None:
    """Say for good what the home holds. Raises WrongHome when it holds the other thing."""
    found = _kind(home)
    if found not in {None, kind}:
        what = "invented people (a demo)" if found == "demo" else "real records"
        raise WrongHome(f"{home.folder} holds {what}. Give TAFTEESH_HOME another folder for this.")
    (home.made() / "kind").write_text(f"{kind}\n")


def _set_environment(home: Home, kind: str) -> None:
    os.environ["TAFTEESH_HOME"] = str(home.folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DEMO if kind == "demo" else LIVE)


# demo and up


def run_server(name: str, rest: list[str]) -> int:
    """`demo` and `up`: everything ready, then serve until told to stop."""
    asked = _server_options(name).parse_args(rest)
    home = Home.from_environment()
    kind = "demo" if name == "demo" else "live"
    _claim(home, kind)
    _set_environment(home, kind)
    serving.stop_on_sigterm()
    listener = None if asked.no_serve else serving.take_port(asked.port)
    if name == "demo" and asked.fresh:
        _forget(home)
    own = not external()
    with contextlib.ExitStack() as stack:
        with step("Starting the database") if own else contextlib.nullcontext():
            stop_after = None if asked.no_serve else True
            stack.enter_context(database(home, own=own, stop_after=stop_after))
        with step("Waking the product"):
            django.setup()
        stamps = Stamps((Cluster(home).folder if own else home.run) / "stamps.json")
        _make_ready(stamps, asked)
        if name == "demo":
            serving.show_people()
        if listener is not None:
            serving.serve(listener)
    return 0


def _make_ready(stamps: Stamps, asked: argparse.Namespace) -> None:
    if os.environ.get("TAFTEESH_OWNER_DATABASE"):  # a web process alone may not have the owner's
        serving.prepare(stamps)
    if asked.command == "demo":
        serving.seed(stamps, records=not asked.no_records)
    serving.build_pages(stamps)


def _server_options(name: str) -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog=f"tafteesh {name}", description=OWN[name])
    options.set_defaults(command=name)
    options.add_argument("--port", type=int, default=PORT, help=f"default {PORT}; 0: any free one")
    options.add_argument("--no-serve", action="store_true", help="prepare everything, then leave")
    if name == "demo":
        options.add_argument("--fresh", action="store_true", help="forget the demo and begin anew")
        options.add_argument("--no-records", action="store_true", help="people, but no records")
    return options


def _forget(home: Home) -> None:
    """Delete the demo's database, papers and keys. The home was claimed as a demo before."""
    cluster = Cluster(home)
    if external():
        raise WrongHome("--fresh deletes a private database only; TAFTEESH_DATABASE names another.")
    if cluster.is_in_use():
        raise WrongHome(f"The demo in {home.folder} is running elsewhere. Stop it first.")
    with step("Forgetting the old demo"):
        cluster.destroy()
        for folder in (home.papers, home.keys):
            shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
