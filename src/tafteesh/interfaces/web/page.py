"""The one decorator that every page wears: who may come in, and whether it writes.

It opens the page's transaction and tells PostgreSQL who is asking. A page that only reads cannot write:
the log is the only thing it may write, through its own function.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, connection, transaction  # noqa: TID251 - the one place
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.middleware import HtmxDetails
from psycopg.errors import InsufficientPrivilege

from tafteesh.domain.facts.kept import recount_noted
from tafteesh.domain.office.actions import record_refusal
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.access.context import enter
from tafteesh.foundation.access.decisions import NotAllowed, may
from tafteesh.foundation.access.models import Person
from tafteesh.foundation.access.permissions import Permission

P = ParamSpec("P")
READS = ("SELECT", "WITH", "SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")


class StaffRequest(HttpRequest):
    """A request of somebody who signed in."""

    actor: Actor
    person: Person
    htmx: HtmxDetails


StaffView = Callable[Concatenate[StaffRequest, P], HttpResponse]
DjangoView = Callable[Concatenate[HttpRequest, P], HttpResponse]


class ReadingPageWrote(RuntimeError):
    """A page that only reads tried to change something."""


def refuse_writes(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    """Let only reading statements through (the log is written by a function that is selected)."""
    if not str(sql)[:40].lstrip(" (").upper().startswith(READS):
        raise ReadingPageWrote("a page that only reads tried to write")
    return execute(sql, *rest)


def page(
    permission: Permission, *, writes: tuple[str, ...] = ()
) -> Callable[[StaffView[P]], DjangoView[P]]:
    """Ask for the permission; answer GET in a reading transaction and `writes` in a writing one."""

    def wear(view: StaffView[P]) -> DjangoView[P]:
        @require_http_methods(["GET", "HEAD", *writes])
        @wraps(view)
        def worn(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            staff = cast(StaffRequest, request)
            decision = may(staff.actor, permission)
            if not decision:
                _note_refusal(staff)
                raise PermissionDenied(decision.reason)
            try:
                with _reading_only(), transaction.atomic():
                    enter(staff.actor)
                    if request.method in writes:
                        answer = view(staff, *args, **kwargs)
                        recount_noted(staff.actor, everything=False)
                        return answer
                    with connection.execute_wrapper(refuse_writes):
                        return view(staff, *args, **kwargs)
            except NotAllowed as refusal:
                _note_refusal(staff)
                raise PermissionDenied(str(refusal)) from None
            except Http404:
                if kwargs:
                    _note_refusal(staff)
                raise

        worn.permission = permission  # type: ignore[attr-defined] # read by the URL walk
        return cast(DjangoView[P], worn)

    return wear


@contextmanager
def _reading_only() -> Iterator[None]:
    """What the wall lets nobody write was opened for reading only: said, not broken."""
    try:
        yield
    except ProgrammingError as refusal:
        if not isinstance(refusal.__cause__, InsufficientPrivilege):
            raise
        raise NotAllowed(_("This is open for reading only.")) from None


def _note_refusal(request: StaffRequest) -> None:
    """Asking for what is not hers, or not there, is a line in the log: the page's name, never what it was about."""
    match = request.resolver_match
    with transaction.atomic():
        record_refusal(place=match.view_name if match else "", by=request.actor)


def show(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """The whole page, or only its part named "part" when htmx asks for it."""
    htmx = getattr(request, "htmx", None)
    name = f"{template}#part" if htmx and not htmx.boosted else template
    return render(request, name, context, status=status)


def not_there() -> Http404:
    """Not yours looks like not there: one exception, one page, the same bytes."""
    return Http404()
