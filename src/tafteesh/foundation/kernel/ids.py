"""Identifiers of rows: UUIDs that sort by the moment they were made."""

import os
import threading
import time
import uuid

_RANDOM_BITS = 74
_DRAWN = (
    1024  # numbers drawn from the system at once: asking it for each one costs more than the rest
)
_lock = threading.Lock()
_drawn: list[int] = []
_last: list[int] = [0, 0]  # milliseconds, the random part given out last


def _random(bits: int) -> int:
    """A number of so many bits (at most 80) from the system's own source; under the lock."""
    if not _drawn:
        raw = os.urandom(10 * _DRAWN)
        _drawn.extend(int.from_bytes(raw[i : i + 10]) for i in range(0, len(raw), 10))
    return _drawn.pop() >> (80 - bits)


os.register_at_fork(after_in_child=_drawn.clear)  # two processes never give the same numbers


def new_id() -> uuid.UUID:
    """A new UUIDv7 (RFC 9562); each one is greater than those this process gave before. Never fails."""
    with _lock:
        now = max(time.time_ns() // 1_000_000, _last[0])
        tail = _last[1] + 1 + _random(32) if now == _last[0] else _random(_RANDOM_BITS - 1)
        if tail >> _RANDOM_BITS:
            now, tail = now + 1, _random(_RANDOM_BITS - 1)
        _last[:] = [now, tail]
    rand_a, rand_b = tail >> 62, tail & ((1 << 62) - 1)
    return uuid.UUID(int=now << 80 | 0x7 << 76 | rand_a << 64 | 0b10 << 62 | rand_b)
