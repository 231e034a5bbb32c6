"""What every page may say: the neutral name, the menu, who is signed in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Context for base.html."""
    actor = getattr(request, "actor", None)
    return {
        "app_short_name": settings.APP_SHORT_NAME,
        "is_demo": settings.DEMO,
        "exit_url": settings.EXIT_URL,
        "actor": actor,
        "actor_name": request.person.name if actor else "",  # type: ignore[attr-defined] # set with actor
        "menu": [],
    }
