"""Limits of a session, and the second factor that everyone needs."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tafteesh.foundation.kernel.clock import read_clock

Next = Callable[[HttpRequest], HttpResponse]
OPEN_WITHOUT_SECOND_FACTOR = (
    "/second-factor/",
    "/sign-in/",
    "/sign-out/",
    "/confirm/",
    "/language/",
    "/static/",
)
KEPT_EVERY = 60  # seconds
OPEN_WHILE_LOCKED = ("/lock/", "/sign-out/", "/language/", "/static/")


def session_limits(get_response: Next) -> Next:
    """Eight hours at most, however busy; a locked session shows its lock page alone.

    That she is still here is written down once a minute, not with every page.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = read_clock().timestamp()
            began = request.session.setdefault("began", now)
            if now - began > settings.SESSION_LONGEST:
                logout(request)
                return redirect("account_login")
            if now - request.session.get("kept_at", 0) > KEPT_EVERY:
                request.session["kept_at"] = now
                UserSession.objects.create_from_request(request)
            if request.session.get("locked") and not request.path.startswith(OPEN_WHILE_LOCKED):
                return redirect("lock")
        return get_response(request)

    return middleware


def second_factor_required(get_response: Next) -> Next:
    """Whoever has none yet is led to set one up, and nowhere else."""

    def middleware(request: HttpRequest) -> HttpResponse:
        closed = not request.path.startswith(OPEN_WITHOUT_SECOND_FACTOR)
        if closed and request.user.is_authenticated and not _has_second_factor(request):
            return redirect(reverse("mfa_activate_totp"))
        if (
            closed
            and _first_password(request)
            and request.path != reverse("account_change_password")
        ):
            return redirect("account_change_password")
        return get_response(request)

    return middleware


def _first_password(request: HttpRequest) -> bool:
    """Does she still sign in with a password that somebody else knows?"""
    return request.user.is_authenticated and request.user.must_choose_password


def ends_with_her_role(get_response: Next) -> Next:
    """A session that began with a role ends when the role ends, on the very next request."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            held = sorted(role.value for role in request.actor.roles)  # type: ignore[attr-defined] # set before
            began_with = request.session.get("roles", held)
            if set(began_with) - set(held):
                logout(request)
                return redirect("account_login")
            if began_with != held or "roles" not in request.session:
                request.session["roles"] = held
        return get_response(request)

    return middleware


def _has_second_factor(request: HttpRequest) -> bool:
    if settings.DEMO and request.session.get("demo"):
        return True
    if request.session.get("has_second_factor"):
        return True
    has = bool(is_mfa_enabled(request.user))
    if has:
        request.session["has_second_factor"] = True
    return has
