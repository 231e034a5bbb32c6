"""No address without a page's permission, but for a short list of open ones."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

# Everything here is about signing in: allauth asks who it is, and LoginRequiredMiddleware stands before it.
OPEN = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_change_password",
    "account_inactive",
    "account_set_password",
    "usersessions_list",
    "lock",
    "set_language",
    "sign_in_demo",
    "gallery:all",  # components with invented people, for developers
    "gallery:in_language",
}
OPEN_PREFIXES = ("mfa_",)


def addresses(patterns: list[Any], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """(name, pattern) of every address."""
    for entry in patterns:
        if isinstance(entry, URLResolver):
            space = f"{before}{entry.namespace}:" if entry.namespace else before
            yield from addresses(entry.url_patterns, space)
        else:
            yield f"{before}{entry.name}", entry


def unguarded(patterns: list[Any]) -> list[str]:
    """Names of addresses whose view does not say which permission it asks for."""
    return [
        name
        for name, pattern in addresses(patterns)
        if not hasattr(pattern.callback, "permission")
        and name not in OPEN
        and not name.startswith(OPEN_PREFIXES)
    ]


def test_every_address_asks_for_a_permission() -> None:
    assert unguarded(get_resolver().url_patterns) == []


def test_an_address_without_one_is_caught() -> None:
    def bare(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert unguarded([path("bare/", bare, name="bare")]) == ["bare"]


def test_the_open_ones_are_really_there() -> None:
    names = {name for name, _ in addresses(get_resolver().url_patterns)}
    assert OPEN - names == {"sign_in_demo"}  # in the demo alone


def test_no_address_holds_anything_but_numbers_of_no_meaning() -> None:
    """What stands in an address ends in histories and logs: random ids, and words of our own."""
    kinds = {
        kind.__class__.__name__
        for _, pattern in addresses(get_resolver().url_patterns)
        for kind in pattern.pattern.converters.values()
    }
    assert kinds <= {"UUIDConverter", "IntConverter", "StringConverter", "SlugConverter"}
