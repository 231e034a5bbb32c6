"""Sessions in the database, as Django keeps them; the one question of every page is kept."""

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from tafteesh.foundation.access.kept import Kept, Word
from tafteesh.foundation.kernel.clock import read_clock


def _standing(*, key: str, now: Any) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)


STANDING = Kept(_standing)


class SessionStore(db.SessionStore):
    """Django's own store."""

    def _get_session_from_db(self) -> Session | None:
        found = STANDING(key=Word(self.session_key), now=read_clock())
        if not found:
            self._session_key = None
        return found[0] if found else None
