"""What is too large to be taken is let past without being kept, so that a page can answer it in words.

Waitress answers such a request itself, in one plain line, and closes the door on a browser that is still sending,
which then shows an error of its own. Here the body is dropped as it comes and the request goes on without it;
`interfaces.web.middleware.refuse_too_large` answers. What is far too large is answered at once.
"""

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.utilities import RequestEntityTooLarge

MOST_DROPPED = 512 * 1024 * 1024  # bytes; more is answered without waiting for its end


class DroppingParser(HTTPRequestParser):  # type: ignore[misc] # waitress has no types
    """A request whose body is larger than we take goes on without its body."""

    left = 0  # bytes of the body that are still to be dropped
    expect_continue: bool = False

    def received(self, data: bytes) -> int:
        """How many of these bytes were taken."""
        if self.left:
            dropped = min(self.left, len(data))
            self.left -= dropped
            self.completed = not self.left
            return dropped
        taken: int = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge) and not self.chunked:
            self._let_past()
        return taken

    def _let_past(self) -> None:
        self.error, self.connection_close = None, True
        if not self.expect_continue and self.content_length <= MOST_DROPPED:
            self.left, self.completed = self.content_length, False
        self.expect_continue = False


class DroppingChannel(HTTPChannel):  # type: ignore[misc] # waitress has no types
    """A connection that reads requests so."""

    parser_class = DroppingParser
