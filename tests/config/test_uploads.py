"""What is too large is answered with a page, by the real server, and nothing of it is kept."""

import socket
import threading
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
import waitress

from tafteesh.config import uploads
from tafteesh.config.uploads import DroppingChannel

LARGEST = 100_000


def _page(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
    kept = environ["wsgi.input"].read()
    start("413 Too large" if int(environ.get("CONTENT_LENGTH") or 0) >= LARGEST else "200 OK", [])
    return [f"kept {len(kept)}".encode()]


@pytest.fixture
def port() -> Iterator[int]:
    server = waitress.create_server(
        _page, host="127.0.0.1", port=0, threads=2, max_request_body_size=LARGEST
    )
    server.channel_class = DroppingChannel
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield int(server.effective_port)
    # By its own thread: it may be listening at this moment.
    server.trigger.pull_trigger(server.close)
    thread.join(5)


def _send(port: int, length: int, *, body: bytes, more: str = "") -> str:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        head = f"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n{more}\r\n"
        line.sendall(head.encode() + body)
        told = b""
        while not told.endswith(b"kept 0") and (piece := line.recv(65536)):
            told += piece
            if b"kept" in told:
                break
    return told.decode()


def test_a_body_larger_than_we_take_is_dropped_and_the_page_answers(port: int) -> None:
    told = _send(port, LARGEST * 3, body=b"x" * LARGEST * 3)

    assert told.startswith("HTTP/1.1 413"), told
    assert told.endswith("kept 0")


def test_what_is_far_too_large_is_answered_before_it_is_sent(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_DROPPED", LARGEST * 2)

    assert _send(port, LARGEST * 3, body=b"x").startswith("HTTP/1.1 413")
    assert "100 Continue" not in _send(port, LARGEST * 2, body=b"", more="Expect: 100-continue\r\n")


def test_what_is_small_enough_comes_whole(port: int) -> None:
    assert _send(port, 50_000, body=b"x" * 50_000).endswith("kept 50000")
