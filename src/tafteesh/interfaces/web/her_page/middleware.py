"""Hand-over mode: while her page is open, this session shows her page and nothing else."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

Next = Callable[[HttpRequest], HttpResponse]
AWAY = "w"  # set by Hide for five minutes
OPEN = ("/notes/", "/static/", "/sign-out/")


def only_her_page(get_response: Next) -> Next:
    """Whatever else is asked for, Back included, leads to her page again; after Hide, to the weather."""

    def middleware(request: HttpRequest) -> HttpResponse:
        static = request.path.startswith("/static/")
        if not static and AWAY in request.COOKIES and not request.user.is_authenticated:
            return redirect(settings.EXIT_URL)
        held = request.user.is_authenticated and "her_page" in request.session
        if held and not request.path.startswith(OPEN):
            return redirect("her_page:notes")
        return get_response(request)

    return middleware
