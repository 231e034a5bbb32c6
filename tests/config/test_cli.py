"""The command line: the database wakes when needed, exit codes pass, nothing is done twice."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tafteesh.config.cluster import Cluster
from tafteesh.config.home import CHECKOUT, Home

pytestmark = pytest.mark.cluster


class CommandLine:
    """`tafteesh ...` with a home of its own and a stand-in for the product."""

    def __init__(self, folder: Path) -> None:
        self.home = Home(folder / "home")
        self.cluster = Cluster(self.home)
        left_out = ("TAFTEESH_", "DJANGO_")
        clean = {key: text for key, text in os.environ.items() if not key.startswith(left_out)}
        self.environment = clean | {
            "PYTHONPATH": f"{CHECKOUT / 'src'}{os.pathsep}{CHECKOUT}",
            "TAFTEESH_HOME": str(self.home.folder),
            "DJANGO_SETTINGS_MODULE": "tests.config.stand_in.settings",
        }

    def start(self, *words: str, **environment: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tafteesh.config.cli", *words],
            env=self.environment | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd="/",
        )

    @contextlib.contextmanager
    def running(self, *words: str) -> Iterator[subprocess.Popen[str]]:
        """A process that does not outlive the test, whatever the test finds."""
        with self.start(*words) as process:
            try:
                yield process
            finally:
                process.kill()

    def __call__(self, *words: str, **environment: str) -> tuple[int, str]:
        process = self.start(*words, **environment)
        said, _ = process.communicate(timeout=60)
        return process.returncode, said


@pytest.fixture
def tafteesh(open_folder: Path) -> Iterator[CommandLine]:
    line = CommandLine(open_folder)
    yield line
    line.cluster.destroy()


def served_at(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"http://localhost:\d+/", line):
            return found[0]
    raise AssertionError("it was never served")


def test_version_and_unknown_commands_wake_nothing(tafteesh: CommandLine) -> None:
    code, said = tafteesh("--version")
    assert (code, said) == (0, "tafteesh 0.1.0\n")

    code, said = tafteesh("no-such-thing")
    assert code == 2
    assert "There is no command 'no-such-thing'" in said
    assert not tafteesh.cluster.data.exists()


def test_help_lists_the_products_commands(tafteesh: CommandLine) -> None:
    settings = "tafteesh.config.settings.test"
    code, said = tafteesh("--help", DJANGO_SETTINGS_MODULE=settings)

    assert code == 0
    assert re.search(r"^  demo +Show the product", said, re.MULTILINE)
    assert re.search(r"^  prepare +\w", said, re.MULTILINE)
    assert not tafteesh.home.cluster.exists()


def test_the_demo_is_prepared_once_and_then_only_found(tafteesh: CommandLine) -> None:
    code, said = tafteesh("demo", "--no-serve")
    assert code == 0, said
    assert "Preparing the tables" in said
    assert "Asha  asha@demo.example  river-boat" in said
    assert not tafteesh.cluster.is_running()

    code, said = tafteesh("demo", "--no-serve")
    assert code == 0, said
    assert "Preparing" not in said
    assert "Writing" not in said
    assert tafteesh("tell_seeded") == (0, "tafteesh_app people,records\n")


def test_people_may_come_without_records_and_records_later(tafteesh: CommandLine) -> None:
    tafteesh("demo", "--no-serve", "--no-records")
    assert tafteesh("tell_seeded")[1] == "tafteesh_app people\n"

    tafteesh("demo", "--no-serve")
    assert tafteesh("tell_seeded")[1] == "tafteesh_app people,records\n"


def test_fresh_forgets_the_old_demo(tafteesh: CommandLine) -> None:
    tafteesh("demo", "--no-serve")
    (tafteesh.home.papers / "old").write_text("")

    code, said = tafteesh("demo", "--no-serve", "--fresh", "--no-records")

    assert code == 0, said
    assert not (tafteesh.home.papers / "old").exists()
    assert tafteesh("tell_seeded")[1] == "tafteesh_app people\n"


def test_a_commands_exit_code_and_a_kept_database(tafteesh: CommandLine) -> None:
    tafteesh("demo", "--no-serve")

    assert tafteesh("tell_seeded", "--code", "7", TAFTEESH_KEEP="1")[0] == 7
    assert tafteesh.cluster.is_running()
    assert tafteesh("tell_seeded")[0] == 0
    assert tafteesh.cluster.is_running()
    assert tafteesh("stop")[0] == 0
    assert not tafteesh.cluster.is_running()


def test_invented_people_and_real_ones_never_share_a_home(tafteesh: CommandLine) -> None:
    tafteesh("demo", "--no-serve")

    code, said = tafteesh("up", "--no-serve")

    assert code == 1
    assert "invented people" in said


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_told_to_stop_and_leaves_nothing_running(
    tafteesh: CommandLine, sign: signal.Signals
) -> None:
    with tafteesh.running("demo", "--port", "0") as process:
        address = served_at(process)
        assert answers(address) == 404
        assert tafteesh("tell_seeded")[0] == 0
        assert tafteesh.cluster.is_running()

        process.send_signal(sign)
        assert process.wait(timeout=30) in {0, 130}

    assert not tafteesh.cluster.is_running()


def answers(address: str) -> int:
    """The page's code, asked from another process: the tests themselves may not open sockets."""
    script = (
        "import sys, urllib.request, urllib.error\n"
        "try: print(urllib.request.urlopen(sys.argv[1], timeout=20).status)\n"
        "except urllib.error.HTTPError as error: print(error.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, address], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def test_a_killed_demo_starts_again(tafteesh: CommandLine) -> None:
    with tafteesh.running("demo", "--port", "0") as process:
        served_at(process)
        process.kill()
    assert tafteesh.cluster.is_running()

    code, said = tafteesh("demo", "--no-serve")

    assert code == 0, said
    assert not tafteesh.cluster.is_running()


def test_a_taken_port_is_a_sentence_and_nothing_is_started(tafteesh: CommandLine) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        began = time.monotonic()

        code, said = tafteesh("demo", "--port", str(port))

    assert code == 1
    assert f"Port {port} is taken" in said
    assert "--port" in said
    assert time.monotonic() - began < 10
    assert not tafteesh.home.cluster.exists()


def test_an_offices_own_database_starts_no_cluster(
    tafteesh: CommandLine, open_folder: Path
) -> None:
    office = Cluster(Home(open_folder / "office"), durable=False)
    office.start()
    try:
        urls = {
            "TAFTEESH_DATABASE": office.url("app"),
            "TAFTEESH_OWNER_DATABASE": office.url("owner"),
        }
        code, said = tafteesh("up", "--no-serve", **urls)
        assert code == 0, said
        assert office.is_running()
        assert not tafteesh.home.cluster.exists()
    finally:
        office.destroy()
