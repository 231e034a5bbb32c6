"""The tools that guard the house catch what they are there for: each is run on a file that breaks its rule."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.shape.sources import CHECKOUT, PACKAGE

RUFF = [sys.executable, "-m", "ruff", "check", "--select", "TID", "--no-cache", "-"]
BANNED = [
    ("domain/files", "from django.http import HttpResponse\n"),
    ("domain/files", "from django.shortcuts import render\n"),
    ("domain/files", "from django.dispatch import receiver\n"),
    ("domain/files", "from django.contrib import messages\n"),
    ("domain/files", "from django.contrib.auth.decorators import login_required\n"),
    ("domain/files", "from tafteesh.config.settings import base\n"),
    ("domain/files", "import datetime\n\nday = datetime.date.today()\n"),
    ("domain/files", "from django.utils import timezone\n\nnow = timezone.now()\n"),
    ("domain/files", "from . import models\n"),
    ("interfaces/web/today", "from django.forms import ModelForm\n"),
    ("interfaces/web/today", "from django.dispatch import receiver\n"),
    ("interfaces/web/today", "from django.contrib.auth.decorators import login_required\n"),
    ("interfaces/web/today", "from django.db import transaction\n"),
]


@pytest.mark.parametrize(("place", "code"), BANNED)
def test_ruff_refuses_what_does_not_belong_there(place: str, code: str) -> None:
    done = subprocess.run(
        [*RUFF, "--stdin-filename", str(PACKAGE / place / "example.py")],
        input=f'"""An example."""\n\n{code}',
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        check=False,
    )
    assert "TID25" in done.stdout, done.stdout + done.stderr


WRONG_WAYS = [
    ("foundation/kernel/example.py", "import tafteesh.domain.files.models\n", "Arrows point down"),
    ("domain/files/example.py", "import tafteesh.domain.facts.models\n", "ground floor"),
    ("foundation/vault/example.py", "import tafteesh.foundation.access.actor\n", "inside out"),
    (
        "interfaces/imports/example.py",
        "import tafteesh.interfaces.web.page\n",
        "lean on each other",
    ),
    ("domain/files/example.py", "import django_htmx\n", "does not know the web"),
    (
        "domain/files/example.py",
        "def late() -> None:\n    import tafteesh.interfaces.web.page\n",
        "Arrows point down",
    ),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package's sources and the contracts, to be broken freely."""
    place = tmp_path_factory.mktemp("arrows")
    for path in PACKAGE.rglob("*.py"):
        if "templates" in path.parts:  # gathering words writes x.html.py there for a moment
            continue
        target = place / "src" / path.relative_to(PACKAGE.parent)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text())
    (place / "pyproject.toml").write_text((CHECKOUT / "pyproject.toml").read_text())
    return place


@pytest.mark.parametrize(("path", "code", "contract"), WRONG_WAYS)
def test_an_arrow_that_points_up_is_refused(
    copy: Path, path: str, code: str, contract: str
) -> None:
    example = copy / "src" / "tafteesh" / path
    example.write_text(f'"""An example."""\n\n{code}')
    try:
        done = subprocess.run(
            [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
            capture_output=True,
            text=True,
            cwd=copy,
            env={"PYTHONPATH": str(copy / "src"), "PATH": "/usr/bin:/bin", "COLUMNS": "200"},
            check=False,
        )
    finally:
        example.unlink()
    broken = [line for line in done.stdout.splitlines() if line.endswith("BROKEN")]
    assert done.returncode == 1, done.stdout + done.stderr
    assert any(contract in line for line in broken), done.stdout
