"""What every page may say: the neutral name, the menu, who is signed in."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix
from django.utils.functional import Promise as LazyText
from django.utils.translation import pgettext_lazy

from tafteesh.foundation.access.actor import Actor, holds
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.interfaces.web.moulds import Lasting, address


@dataclass(frozen=True)
class Place:
    """One place of the menu, and the permission without which it is absent."""

    url_name: str
    label: LazyText
    icon: str
    permission: Permission
    key: str = ""
    apart: bool = False


@dataclass(frozen=True)
class Item:
    """A place as the menu shows it."""

    url: str
    label: LazyText
    icon: str
    current: bool
    key: str = ""
    apart: bool = False


PLACES = Lasting(
    (
        Place("today:home", pgettext_lazy("menu", "Today"), "today", Permission.OWN_DESK, "t"),
        Place("files:list", pgettext_lazy("menu", "Files"), "files", Permission.FILE_READ, "f"),
        Place(
            "hearings:board",
            pgettext_lazy("menu", "Hearings"),
            "hearing",
            Permission.PROCEEDING_READ,
            "h",
        ),
        Place("my_work:home", pgettext_lazy("menu", "My work"), "list", Permission.OWN_DESK),
        Place(
            "compensation:list",
            pgettext_lazy("menu", "Compensation"),
            "money",
            Permission.CLAIM_READ,
            "c",
        ),
        Place(
            "facts:home",
            pgettext_lazy("menu", "Facts"),
            "facts",
            Permission.FIGURES_READ,
            "a",
            apart=True,
        ),
        Place(
            "meetings:list", pgettext_lazy("menu", "Meetings"), "meetings", Permission.MEETING_READ
        ),
        Place(
            "legalaid:cover", pgettext_lazy("menu", "Lawyers"), "court", Permission.PROCEEDING_READ
        ),
        Place(
            "duties:board", pgettext_lazy("menu", "Lapses"), "warning", Permission.PROCEEDING_READ
        ),
        Place("registers:home", pgettext_lazy("menu", "Registers"), "list", Permission.FILE_READ),
        Place(
            "check_data:imports",
            pgettext_lazy("menu", "Check data"),
            "compare",
            Permission.IMPORT,
            apart=True,
        ),
        Place(
            "check_data:rounds",
            pgettext_lazy("menu", "Against paper"),
            "check",
            Permission.RECORD_CHECK,
        ),
        Place("mend:queue", pgettext_lazy("menu", "Mend"), "edit", Permission.DATA_MEND),
        Place(
            "once:queue",
            pgettext_lazy("menu", "One person once"),
            "person",
            Permission.PERSON_JOIN,
        ),
        Place(
            "partners:list", pgettext_lazy("menu", "Partners"), "partners", Permission.PARTNER_WRITE
        ),
        Place(
            "reference:home",
            pgettext_lazy("menu", "Law and places"),
            "place",
            Permission.PROCEEDING_READ,
        ),
        Place(
            "office:people", pgettext_lazy("menu", "Admin"), "settings", Permission.PEOPLE_MANAGE
        ),
    )
)


ADDS = Lasting(
    (
        Place("files:new", pgettext_lazy("add", "Survivor file"), "files", Permission.FILE_WRITE),
        Place(
            "hearings:board", pgettext_lazy("add", "Hearing"), "hearing", Permission.HEARING_RECORD
        ),
        Place(
            "meetings:new", pgettext_lazy("add", "Meeting"), "meetings", Permission.MEETING_WRITE
        ),
        Place("check_data:imports", pgettext_lazy("add", "Workbook"), "compare", Permission.IMPORT),
    )
)


Menu = Lasting[Item]  # the places of one role on one page: there is one of each


def menu_for(actor: Actor, path: str, places: Lasting[Place] = PLACES) -> Menu:
    """The places that she may enter; what a role cannot use is absent, not grey."""
    current = tuple(
        there == path if there == "/" else bool(there) and path.startswith(there)
        for there in _addresses(places, get_script_prefix())
    )
    return _menu(actor.roles, current, places, get_script_prefix())


@lru_cache(maxsize=8)
def _addresses(places: Lasting[Place], _prefix: str) -> tuple[str, ...]:
    return tuple(address_of(place.url_name) for place in places)


@lru_cache(maxsize=512)
def _menu(
    roles: frozenset[Role], current: tuple[bool, ...], places: Lasting[Place], prefix: str
) -> Menu:
    return Menu(
        Item(there, place.label, place.icon, here, place.key, place.apart)
        for place, there, here in zip(places, _addresses(places, prefix), current, strict=True)
        if there and holds(roles, place.permission)
    )


def address_of(name: str) -> str:
    """The address of a named page, empty where there is none."""
    try:
        return address(name)
    except NoReverseMatch:
        return ""


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Context for base.html."""
    actor: Actor | None = getattr(request, "actor", None)
    shared: dict[str, Any] = {
        "app_short_name": settings.APP_SHORT_NAME,
        "is_demo": settings.DEMO,
        "exit_url": settings.EXIT_URL,
    }
    if actor is None or request.session.get("locked"):
        return shared
    return shared | {
        "actor": actor,
        "actor_name": request.person.name,  # type: ignore[attr-defined] # set with actor
        "menu": menu_for(actor, request.path),
        "adds": menu_for(actor, "", ADDS),
        "search_url": address_of("files:search") if actor.holds(Permission.FILE_READ) else "",
        "lock_url": address_of("lock"),
        "settings_url": address_of("office:settings"),
        "keys_off": request.person.keys_off,  # type: ignore[attr-defined] # set with actor
        "sign_out_url": address_of("account_logout"),
    }
