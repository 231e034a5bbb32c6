"""The lock page, the language switch, and in the demo one button for each of its people."""

from allauth.account import views as allauth_views
from django.conf import settings
from django.contrib import auth
from django.contrib.auth.decorators import login_not_required  # noqa: TID251 - the door itself
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tafteesh.domain.office.actions import set_language
from tafteesh.foundation.access.models import Membership, Person
from tafteesh.foundation.access.people import actor_for
from tafteesh.foundation.access.permissions import Role
from tafteesh.foundation.kernel.clock import read_clock
from tafteesh.interfaces.web.sign_in.adapters import write_sign_in

BACKEND = "tafteesh.interfaces.web.sign_in.backend.StaffBackend"


@login_not_required
def sign_in(request: HttpRequest) -> HttpResponse:
    """The ordinary sign-in; in the demo its people stand above it."""
    if settings.DEMO and request.method == "GET" and "name" not in request.GET:
        return render(request, "sign_in/demo.html", {"people": _demo_people()})
    response: HttpResponse = allauth_views.login(request)
    return response


def _demo_people() -> list[dict[str, str]]:
    rows = Membership.objects.filter(person__is_demo=True, ends_on=None)
    rows = rows.select_related("person", "organisation")
    return [
        {
            "login_name": row.person.login_name,
            "name": row.person.name,
            "office": row.organisation.name,
            "role": str(Role(row.role).label),
            "does": Role(row.role).description,
        }
        for row in rows.order_by("starts_on", "person__id")
    ]


@login_not_required
@require_POST
def sign_in_demo(request: HttpRequest, login_name: str) -> HttpResponse:
    """Sign in as one of the demo's invented people. The route stands in the demo alone."""
    person = get_object_or_404(Person, login_name=login_name, is_demo=True, is_active=True)
    auth.login(request, person, backend=BACKEND)
    request.session["demo"] = True
    write_sign_in(request, person)
    return redirect("/")


def lock(request: HttpRequest) -> HttpResponse:
    """Hide screen: the session waits behind this page until she proves again who she is."""
    if request.method == "POST" and "unlock" not in request.POST:
        request.session["locked"] = True
        request.session["locked_at"] = _own_address(request, request.POST.get("next", "/"))
        return redirect("lock")
    error = ""
    if request.method == "POST":
        if _proves_herself(request):
            request.session.pop("locked", None)
            return redirect(request.session.pop("locked_at", "/"))
        error = _("That is not the password. Try again, or sign out.")
    demo = settings.DEMO and request.session.get("demo")
    return render(request, "sign_in/lock.html", {"error": error, "demo": demo})


def _proves_herself(request: HttpRequest) -> bool:
    if settings.DEMO and request.session.get("demo"):
        return True
    return bool(request.user.check_password(request.POST.get("password", "")))


def _own_address(request: HttpRequest, address: str) -> str:
    own = url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
    return address if own else "/"


@login_not_required
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Change the language of the screens, and stay where she was."""
    language = request.POST.get("language", "")
    response = redirect(_own_address(request, request.POST.get("next", "/")))
    if language not in dict(settings.LANGUAGES):
        return response
    if request.user.is_authenticated:
        actor = actor_for(request.user, now=read_clock())
        set_language(person=request.user, language=language, by=actor)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 3600,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
