"""No component is left out of the gallery."""

from pathlib import Path
from typing import Any

import pytest
from django.template import Template
from django.test import RequestFactory
from django.test.signals import template_rendered

import tafteesh.interfaces.web
from tafteesh.interfaces.web.gallery.views import gallery

COMPONENTS = Path(tafteesh.interfaces.web.__file__).parent / "templates" / "components"
pytestmark = pytest.mark.urls("tests.interfaces.web.gallery_urls")


def test_the_gallery_shows_every_component() -> None:
    drawn: set[str] = set()

    def note(template: Template, **_more: Any) -> None:
        drawn.add(template.name or "")

    template_rendered.connect(note)
    try:
        gallery(RequestFactory().get("/office/gallery/"), "en")
    finally:
        template_rendered.disconnect(note)
    every = {f"components/{path.name}" for path in COMPONENTS.glob("*.html")}
    assert every
    assert every - drawn == set()
