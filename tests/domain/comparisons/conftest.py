"""The two offices that compare."""

from tests.two_offices import chief, here, pia, there

__all__ = ["chief", "here", "pia", "there"]
