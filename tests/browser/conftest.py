"""A real Chromium and a demo of its own, started once; these tests run in one process, the walk in another."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything below this folder drives a browser, in the order of its files; never shuffled.

    They share a demo, in which one moves what another reads; the walk over every page has one of
    its own. Without Chromium the tests say so.
    """
    driven = [item for item in items if item.path.is_relative_to(HERE)]
    for item in driven:
        item.add_marker("browser")
        if CHROMIUM is None and os.environ.get("CI") != "true":
            item.add_marker(
                pytest.mark.skip(reason="Chromium is missing: apt-get install chromium")
            )
    driven.sort(key=lambda item: (item.path.name, item.location[1] or 0))
    items[:] = driven + [item for item in items if not item.path.is_relative_to(HERE)]


@dataclass
class Demo:
    """A demo in a home of its own."""

    home: Path
    port: int
    log: Path
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Serve, and wait until it says so."""
        environment = os.environ | {
            "TAFTEESH_HOME": str(self.home),
            "PYTHONPATH": str(ROOT / "src"),
        }
        for inherited in ("DJANGO_SETTINGS_MODULE", "TAFTEESH_DATABASE", "TAFTEESH_OWNER_DATABASE"):
            environment.pop(inherited, None)
        command = [sys.executable, "-m", "tafteesh.config.cli", "demo", "--port", str(self.port)]
        with self.log.open("ab") as log:
            before = self.log.read_bytes().count(b"Ready:")
            self.process = subprocess.Popen(
                command, env=environment, stdout=log, stderr=log, cwd=ROOT
            )
        for _ in range(1500):
            if self.log.read_bytes().count(b"Ready:") > before:
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.2)
        pytest.fail(f"the demo did not start:\n{self.log.read_text()[-2000:]}")

    def kill(self) -> None:
        """As a power cut would end it."""
        assert self.process
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """As Ctrl+C ends it."""
        assert self.process
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=60)


@contextmanager
def running_demo() -> Iterator[Demo]:
    """A demo that serves until it is done with."""
    home = Path(tempfile.mkdtemp(prefix="taf-browser-", dir="/tmp"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    running = Demo(home, port, home / "server.log")
    try:
        running.start()
        yield running
        running.stop()
    finally:
        if running.process and running.process.poll() is None:
            running.kill()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def demo() -> Iterator[Demo]:
    """One demo for all browser tests of a run, besides the walk over every page."""
    with running_demo() as running:
        yield running


@pytest.fixture(scope="session")
def playwright() -> Iterator["Playwright"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not needed to collect

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop in this thread
    with sync_playwright() as started:
        yield started
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture(scope="session")
def browser(playwright: "Playwright") -> Iterator["Browser"]:
    launched = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    yield launched
    launched.close()


@pytest.fixture
def context(browser: "Browser") -> Iterator["BrowserContext"]:
    """A fresh profile on a phone."""
    opened = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()
