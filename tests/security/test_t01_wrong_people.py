"""T01, T02: an address that is not hers answers as one that is not there, to the byte, and is a line in the log."""

import re
import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.urls import URLPattern

from tafteesh.domain.files.models import SurvivorFile
from tafteesh.foundation.access.models import Organisation
from tafteesh.foundation.access.permissions import Permission, Role
from tafteesh.foundation.audit.models import Entry
from tests.people import Worker, make_worker
from tests.security.conftest import addresses_of_things

CHANGING = re.compile(rb"[A-Za-z0-9]{64}|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}")
THINGS = addresses_of_things(uuid.UUID(int=7))
Browser = Callable[[Worker], Client]


def said(client: Client, address: str, method: str = "get") -> tuple[int, bytes]:
    """The answer without what is new on every page."""
    answer = getattr(client, method)(address)
    return answer.status_code, CHANGING.sub(b"", answer.content)


def test_there_are_such_addresses() -> None:
    assert len(THINGS) > 15


@pytest.mark.parametrize("role", list(Role))
def test_nothing_of_another_office_is_there_for_any_role(
    role: Role, other_office: Organisation, rina: SurvivorFile, browser: Browser
) -> None:
    """Her file's id, and an id that nobody has, in every address: one same answer."""
    stranger = make_worker("stranger", role, other_office)
    client = browser(stranger)
    nobody = said(client, f"/files/{uuid.uuid4()}/")
    for foreign, unknown in zip(
        addresses_of_things(rina.pk), addresses_of_things(uuid.uuid4()), strict=True
    ):
        name, address, pattern = foreign
        holds = stranger.actor.holds(pattern.callback.permission)  # type: ignore[union-attr] # addresses_of_things checked
        for method in ("get", "post"):
            answer = said(client, address, method)
            assert answer == said(client, unknown[1], method), (name, method)
            if not holds:
                assert answer[0] in {403, 405}, (name, method)
            elif method == "get":
                assert answer[0] in {404, 405}, name
    if stranger.actor.holds(Permission.FILE_READ):
        assert nobody == said(client, f"/files/{rina.pk}/")


@pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.LAWYER, Role.COUNSELLOR])
def test_a_colleague_without_the_file_is_told_the_same(
    role: Role, office: Organisation, rina: SurvivorFile, browser: Browser
) -> None:
    colleague = make_worker("colleague", role, office)
    client = browser(colleague)

    hers = said(client, f"/files/{rina.pk}/")

    assert hers == said(client, f"/files/{uuid.uuid4()}/")
    assert hers[0] == 404
    assert rina.number.encode() not in hers[1]


def test_each_refusal_is_a_line_that_names_the_page_and_nothing_else(
    rina: SurvivorFile, bimal: Worker, dev: Worker, browser: Browser
) -> None:
    client = browser(bimal)
    client.get(f"/files/{rina.pk}/")
    browser(dev).get(f"/files/{rina.pk}/")

    lines = list(Entry.objects.filter(event="refused").order_by("id"))

    assert [line.person_id for line in lines] == [bimal.person.pk, dev.person.pk]
    assert {(line.reason, line.about_id, line.subject) for line in lines} == {
        ("files:file", None, None)
    }


def test_no_row_of_hers_is_read_on_the_way_to_a_refusal(
    rina: SurvivorFile, bimal: Worker, browser: Browser
) -> None:
    client, seen = browser(bimal), []

    def watch(execute, sql, params, many, context):  # type: ignore[no-untyped-def] # Django's own shape
        result = execute(sql, params, many, context)
        if "files_identity" in str(sql):
            seen.append(sql)
        return result

    with connection.execute_wrapper(watch):
        client.get(f"/files/{rina.pk}/")
    assert seen == []


def test_an_address_for_nobody_at_all_asks_who_it_is(rina: SurvivorFile) -> None:
    for name, address, pattern in addresses_of_things(rina.pk):
        answer = Client().get(address)
        assert answer.headers["Location"].startswith("/sign-in/"), name
        assert isinstance(pattern, URLPattern)
