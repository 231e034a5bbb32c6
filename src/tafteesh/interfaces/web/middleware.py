"""What happens to every request before a page sees it."""

import uuid
from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from tafteesh.foundation.access.people import actor_for
from tafteesh.foundation.kernel.clock import read_clock
from tafteesh.interfaces.web.page import StaffRequest, show

Next = Callable[[HttpRequest], HttpResponse]

HEADERS = {
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    "X-Robots-Tag": "noindex, noarchive",
    "X-Content-Type-Options": "nosniff",
}


def private_headers(get_response: Next) -> Next:
    """Nothing is cached, indexed, framed or told to another site."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith("/static/"):
            response.headers["Cache-Control"] = "no-store, private"
        if getattr(request, "signed_out", False):
            response.headers["Clear-Site-Data"] = '"cache", "cookies"'
        return response

    return middleware


def actor_of_request(get_response: Next) -> Next:
    """Who is asking, with the clock read once, and the language she chose."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            staff = cast(StaffRequest, request)
            staff.person = request.user
            staff.actor = actor_for(staff.person, now=read_clock(), request_id=uuid.uuid4())
            translation.activate(staff.person.language)
            request.LANGUAGE_CODE = staff.person.language
        return get_response(request)

    return middleware


def refuse_too_large(get_response: Next) -> Next:
    """More bytes than we take are answered before one of them is read, with a page that says what to do."""

    def middleware(request: HttpRequest) -> HttpResponse:
        sent = request.META.get("CONTENT_LENGTH") or "0"
        if not sent.isdigit() or int(sent) < settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            return get_response(request)
        return show(request, "413.html", status=413, again=request.path)

    return middleware
