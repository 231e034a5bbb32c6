"""Row ids: UUID version 7, so that rows written together lie together on disk."""

import secrets
import time
import uuid


def new_id() -> uuid.UUID:
    """A time-ordered random id (RFC 9562, version 7)."""
    stamp = (time.time_ns() // 1_000_000) & 0xFFFF_FFFF_FFFF
    rand = secrets.randbits(74)
    value = (stamp << 80) | (0x7 << 76) | ((rand >> 62) << 64) | (0b10 << 62)
    return uuid.UUID(int=value | (rand & 0x3FFF_FFFF_FFFF_FFFF))
