"""Whoever reads no files finds none: no page of a file, no part of it, no list, in any wrong role."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Permission, Role
from tests.interfaces.web.at_the_desk import desk_of
from tests.people import make_worker

WITHOUT = [role for role in Role if Permission.FILE_READ not in role.permissions]


def of_a_file(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    """The names of all pages whose one parameter is a file."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from of_a_file(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern) and set(entry.pattern.converters) == {"file_id"}:
            yield f"{space}{entry.name}"


def test_leaders_are_among_them() -> None:
    assert Role.SURVIVOR_LEADER in WITHOUT
    assert len(list(of_a_file())) > 30


@pytest.mark.parametrize("role", WITHOUT)
def test_no_page_of_a_file_opens(role: Role, rina: SurvivorFile, office: Organisation) -> None:
    desk = desk_of(make_worker("moyna", role, office))
    pages = [reverse(name, kwargs={"file_id": rina.pk}) for name in of_a_file()]
    parts = [f"/files/{rina.pk}/?part={part}" for part in ("court", "legal_aid", "papers", "story")]
    for address in (*pages, *parts, "/files/", "/care/said/", "/lapses/"):
        answer = desk.get(address)
        assert answer.status_code in (403, 404), address
        assert rina.number not in answer.content.decode()
    assert desk.post("/files/search/", {"words": rina.number}).status_code == 403
