"""The least that a signed-in page costs: session, person, roles, walls, the frame, and nothing in it."""

from django.http import HttpResponse
from django.urls import clear_url_caches, path

from tafteesh.config import urls
from tafteesh.foundation.access.permissions import Permission
from tafteesh.interfaces.web.page import StaffRequest, page, show

ADDRESS = "bench/frame/"


@page(Permission.OWN_DESK)
def frame(request: StaffRequest) -> HttpResponse:
    """An empty page."""
    return show(request, "base.html")


def stand() -> str:
    """Let the page stand in this process; answers its address."""
    urls.urlpatterns.append(path(ADDRESS, frame))
    clear_url_caches()
    return f"/{ADDRESS}"
