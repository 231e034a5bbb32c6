"""Where one instance keeps what is its own: database, keys, papers, logs. TAFTEESH_HOME decides."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

CHECKOUT = Path(__file__).resolve().parents[3]
LONGEST_SOCKET_FOLDER = 80  # bytes; the kernel takes 107 with "/.s.PGSQL.5432" and a margin


class HomeProblem(Exception):
    """The home cannot be used as it is; the text says what to do, in a sentence for people."""


@dataclass(frozen=True)
class Home:
    """One instance's folder. Two homes are two instances, side by side, that share nothing."""

    folder: Path

    @classmethod
    def from_environment(cls) -> Self:
        """The home that TAFTEESH_HOME names, or `.home` in the checkout."""
        named = os.environ.get("TAFTEESH_HOME")
        return cls(Path(named).expanduser().absolute() if named else CHECKOUT / ".home")

    @property
    def cluster(self) -> Path:
        """The private database's place; not made here, for its owner may be another user."""
        return self.folder / "cluster"

    @property
    def keys(self) -> Path:
        return self.made("keys")

    @property
    def papers(self) -> Path:
        return self.made("papers")

    @property
    def logs(self) -> Path:
        return self.made("logs")

    @property
    def run(self) -> Path:
        """Locks and stamps: what may be lost without harm while nothing runs."""
        return self.made("run")

    def made(self, name: str = "") -> Path:
        """The folder of that name, made with mode 0700 when missing. Raises HomeProblem."""
        folder = self.folder / name
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as problem:
            raise HomeProblem(
                f"The folder {folder} cannot be made ({problem.strerror}). Give TAFTEESH_HOME "
                "a folder that you may write to."
            ) from problem
        if not os.access(folder, os.W_OK | os.X_OK):
            raise HomeProblem(
                f"The folder {folder} belongs to somebody else. Run this as its owner, or give "
                "TAFTEESH_HOME a folder of your own."
            )
        return folder

    def socket_folder(self, cluster: Path, owner: int) -> Path:
        """Where the database listens: beside its data, or a short path under /tmp when too long.

        `owner` is the number of the user that the server runs as: a short path is his alone.
        """
        if len(os.fsencode(cluster / "socket")) <= LONGEST_SOCKET_FOLDER:
            return cluster / "socket"
        name = hashlib.sha256(os.fsencode(cluster)).hexdigest()[:12]
        return Path(f"/tmp/tafteesh-{owner}-{name}")  # noqa: S108 - owner and mode are checked
