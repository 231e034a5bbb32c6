"""A piece of HTML that was cast once says the same, byte for byte, as its template would."""

import uuid
from typing import Any

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from tafteesh.interfaces.web.moulds import address, filled

AWKWARD = ("<b>\"N24\" & 'co'</b>", "রিনা", "{{ number }}", "\x02number\x03", "")


@pytest.mark.parametrize("language", ["en", "bn", "hi"])
@pytest.mark.parametrize("name", ["phone", "name_used"])
def test_every_value_stands_where_its_template_puts_it(language: str, name: str) -> None:
    with translation.override(language):
        for number in AWKWARD:
            values: dict[str, Any] = {"file_id": uuid.uuid4(), "number": number}
            fixed = {"may_look": True, "name": name}
            plain = render_to_string("survivor_files/name_chip.html", fixed | values)
            assert filled("survivor_files/name_chip.html", fixed, **values) == plain


def test_what_one_asked_for_is_never_shown_to_the_next() -> None:
    for title in ("first", "second"):
        html = filled(
            "components/timeline_entry.html", {"checked": None}, title=title, on="1", by=""
        )
        assert title in html
        assert "by" not in html


def test_addresses_are_those_of_the_product() -> None:
    file_id = uuid.uuid4()
    assert address("files:list") == reverse("files:list")
    for _ in range(2):
        there = address("files:file", file_id=file_id)
        assert there == reverse("files:file", kwargs={"file_id": file_id})
    for wrong in ({"file_id": "x"}, {"other": file_id}):
        with pytest.raises(NoReverseMatch):
            address("files:file", **wrong)


def test_the_tag_is_as_it_was() -> None:
    told = '{% url "files:nowhere" as there %}[{{ there }}]{% url "files:file" file_id=key %}?a=b'
    key = uuid.uuid4()
    assert Template(told).render(Context({"key": key})) == f"[]/files/{key}/?a=b"
    with pytest.raises(NoReverseMatch):
        Template('{% url "files:nowhere" %}').render(Context())
