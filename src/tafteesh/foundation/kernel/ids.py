"""Identifiers of rows: UUIDs that sort by the moment they were made."""

import secrets
import threading
import time
import uuid

_RANDOM_BITS = 74
_lock = threading.Lock()
_last: list[int] = [0, 0]  # milliseconds, the random part given out last


def new_id() -> uuid.UUID:
    """A new UUIDv7 (RFC 9562); each one is greater than those this process gave before. Never fails."""
    with _lock:
        now = max(time.time_ns() // 1_000_000, _last[0])
        if now == _last[0]:
            tail = _last[1] + 1 + secrets.randbits(32)
        else:
            tail = secrets.randbits(_RANDOM_BITS - 1)
        if tail >> _RANDOM_BITS:
            now, tail = now + 1, secrets.randbits(_RANDOM_BITS - 1)
        _last[:] = [now, tail]
    rand_a, rand_b = tail >> 62, tail & ((1 << 62) - 1)
    return uuid.UUID(int=now << 80 | 0x7 << 76 | rand_a << 64 | 0b10 << 62 | rand_b)
