"""The private database: it starts everywhere, survives what happens, and keeps its roles apart."""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from tafteesh.config import cluster as cluster_module
from tafteesh.config.binaries import ServerUser
from tafteesh.config.cluster import Cluster, ClusterProblem
from tafteesh.config.home import Home
from tests.config.conftest import MakeCluster

pytestmark = pytest.mark.cluster
as_root_only = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


def ask(
    cluster: Cluster, sql: str, role: cluster_module.Role = "owner"
) -> list[tuple[object, ...]]:
    with psycopg.connect(cluster.url(role)) as connection:
        return connection.execute(sql.encode()).fetchall()


def write_a_row(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("owner")) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('রীনা')")


def server_pid(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().split()[0])


def test_starts_once_and_sleeps_again(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()

    assert cluster.start()
    assert not cluster.start()
    assert cluster.is_running()

    cluster.stop()
    cluster.stop()
    assert not cluster.is_running()


def test_the_products_role_owns_nothing_and_passes_no_wall(make_cluster: MakeCluster) -> None:
    cluster = make_cluster(durable=True)
    cluster.start()

    rights = ask(
        cluster,
        "SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles "
        "WHERE rolname LIKE 'tafteesh%' ORDER BY rolname",
    )
    assert rights == [
        ("tafteesh_app", False, False, False, False),
        ("tafteesh_backup", False, True, False, False),
        ("tafteesh_owner", False, False, False, False),
    ]
    owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'tafteesh'"
    assert ask(cluster, owner, "app") == [("tafteesh_owner",)]


def test_neither_product_nor_backup_may_make_tables(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    cluster.start()

    with (
        psycopg.connect(cluster.url("app")) as app,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        app.execute("CREATE TABLE mine (word text)")
    with psycopg.connect(cluster.url("backup")) as backup, pytest.raises(psycopg.Error):
        backup.execute("CREATE TABLE mine (word text)")


def test_the_backup_reads_all_and_writes_nothing(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    cluster.start()
    write_a_row(cluster)

    assert ask(cluster, "SELECT word FROM kept", "backup") == [("রীনা",)]
    with psycopg.connect(cluster.url("backup")) as backup, pytest.raises(psycopg.Error):
        backup.execute("INSERT INTO kept VALUES ('x')")


def test_a_real_one_is_durable_and_its_log_is_silent(make_cluster: MakeCluster) -> None:
    cluster = make_cluster(durable=True)
    cluster.start()

    wanted = {
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "data_checksums": "on",
        "listen_addresses": "",
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
        "log_statement": "none",
        "log_parameter_max_length": "0",
        "log_parameter_max_length_on_error": "0",
        "jit": "off",
        "server_encoding": "UTF8",
    }
    rows = ask(cluster, "SELECT name, setting FROM pg_settings", "admin")
    settings = {str(name): setting for name, setting in rows}
    assert {name: settings[name] for name in wanted} == wanted
    extensions = ask(cluster, "SELECT extname FROM pg_extension")
    assert {("btree_gist",), ("pg_trgm",)} <= set(extensions)


def test_no_name_reaches_the_log_when_a_row_is_refused(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    cluster.start()
    with psycopg.connect(cluster.url("owner"), autocommit=True) as connection:
        connection.execute("CREATE TABLE person (name text PRIMARY KEY)")
        connection.execute("INSERT INTO person VALUES ('Canary Mondal')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO person VALUES ('Canary Mondal')")

        with pytest.raises(psycopg.errors.InvalidTextRepresentation):
            connection.execute("SELECT 'Canary Mondal'::int")

    log = cluster.log.read_text()
    assert "ready to accept connections" in log
    assert "Canary" not in log


def test_socket_and_data_are_closed_to_others(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    cluster.start()

    for folder in (cluster.folder, cluster.data, cluster.socket):
        assert folder.stat().st_mode & 0o077 == 0
    for name in ("keys", "papers", "logs", "run"):
        assert cluster.home.made(name).stat().st_mode & 0o077 == 0


def test_a_killed_server_starts_again_with_what_was_written(make_cluster: MakeCluster) -> None:
    cluster = make_cluster(durable=True)
    cluster.start()
    write_a_row(cluster)

    os.kill(server_pid(cluster), signal.SIGKILL)
    wait_until(lambda: not cluster.is_running())

    assert cluster.start()
    assert ask(cluster, "SELECT word FROM kept") == [("রীনা",)]


def wait_until(true: Callable[[], bool], seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_a_pid_file_that_names_somebody_else_does_not_stop_it(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    cluster.start()
    cluster.stop()
    stranger = sleeper_as(cluster.user)
    try:
        pid_file = cluster.data / "postmaster.pid"
        pid_file.write_text(f"{stranger.pid}\n{cluster.data}\n1\n5432\n{cluster.socket}\n\n0 0\n")
        pid_file.chmod(0o600)
        if cluster.user:
            os.chown(pid_file, cluster.user.uid, cluster.user.gid)

        assert not cluster.is_running()
        assert cluster.start()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def sleeper_as(user: ServerUser | None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(["/usr/bin/sleep", "60"], user=user.uid if user else None, cwd="/")


def test_an_interrupted_making_is_made_again(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    for half in ("data", "data.half"):
        (cluster.home.cluster / half / "base").mkdir(parents=True)

    cluster.start()

    assert ask(cluster, "SELECT 1") == [(1,)]
    assert not (cluster.folder / "data.half").exists()


def test_a_crash_between_making_and_roles_is_repaired(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    cluster.start()
    cluster.stop()
    (cluster.folder / "provisioned").unlink()

    cluster.start()

    assert ask(cluster, "SELECT current_user::text", "app") == [("tafteesh_app",)]


def test_two_homes_side_by_side_share_nothing(make_cluster: MakeCluster) -> None:
    first, second = make_cluster("first"), make_cluster("second")
    first.start()
    second.start()
    write_a_row(first)

    assert ask(second, "SELECT to_regclass('kept')::text") == [(None,)]
    first.stop()
    assert second.is_running()


def test_commands_starting_at_once_do_not_fight(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    started: list[bool] = []

    def start() -> None:
        started.append(cluster.start())

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(started) == [False, False, False, True]


def test_the_last_one_out_stops_it(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()

    with cluster.in_use() as first_started:
        with Cluster(cluster.home).in_use() as second_started:
            pass
        assert (first_started, second_started) == (True, False)
        assert cluster.is_running()

    assert not cluster.is_running()


def test_whoever_finds_it_running_leaves_it_running(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    cluster.start()

    with cluster.in_use():
        pass

    assert cluster.is_running()


def test_a_long_path_gets_a_short_socket_of_its_own(make_cluster: MakeCluster) -> None:
    cluster = make_cluster("a" * 120)
    cluster.start()

    assert len(str(cluster.socket)) < 60
    assert cluster.socket.stat().st_mode & 0o077 == 0
    assert ask(cluster, "SELECT 1") == [(1,)]


def test_a_strangers_folder_in_the_sockets_place_is_refused(make_cluster: MakeCluster) -> None:
    cluster = make_cluster("a" * 120)
    cluster.start()
    cluster.stop()
    place = cluster.socket
    place.chmod(0o777)

    with pytest.raises(ClusterProblem, match="remove it"):
        cluster.start()
    assert not cluster.is_running()


def test_a_failed_start_says_what_the_server_said(make_cluster: MakeCluster) -> None:
    cluster = make_cluster()
    cluster.start()
    cluster.stop()
    with (cluster.data / "postgresql.conf").open("a") as conf:
        conf.write("no_such_setting = 1\n")

    with pytest.raises(ClusterProblem, match="no_such_setting"):
        cluster.start()


@as_root_only
def test_root_under_a_closed_folder_lets_the_cluster_lie_elsewhere(open_folder: Path) -> None:
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    cluster = Cluster(Home(closed / "home"), durable=False)
    try:
        cluster.start()

        assert cluster.home.cluster.is_symlink()
        assert cluster.folder.parent == cluster_module.ELSEWHERE
        assert closed.stat().st_mode & 0o077 == 0
        assert ask(cluster, "SELECT 1") == [(1,)]
    finally:
        cluster.destroy()
    assert not cluster.home.cluster.is_symlink()
    shutil.rmtree(closed)
