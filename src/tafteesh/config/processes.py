"""Which processes live, and which of them belong to a cluster."""

import os
from pathlib import Path


def pid_in(lock: Path) -> int | None:
    """The number on a lock file's first line; None when there is none."""
    try:
        return int(lock.read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return None


def workers_in(data: Path) -> bool:
    """Whether any process of that cluster lives, server or child."""
    return any(works_in(int(one.name), data) for one in Path("/proc").glob("[0-9]*"))


def works_in(pid: int, data: Path) -> bool:
    """Whether that process is a PostgreSQL of this cluster: a server's folder is its data."""
    if not Path("/proc/self").exists():
        return _lives(pid)
    try:
        return Path(f"/proc/{pid}/cwd").samefile(data)
    except OSError:
        return False


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True
