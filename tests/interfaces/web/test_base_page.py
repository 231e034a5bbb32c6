"""The frame of every page: one heading, a neutral title, nothing the policy would refuse, light enough."""

import gzip
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

import tafteesh.interfaces.web
from tafteesh.interfaces.web.gallery.views import gallery

WEB = Path(tafteesh.interfaces.web.__file__).parent
CSS = WEB / "static" / "css"
CRIME_WORDS = re.compile(r"traffick|rape|victim|survivor|violence|barasat|tafteesh", re.IGNORECASE)
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:", re.IGNORECASE
)
pytestmark = pytest.mark.urls("tests.interfaces.web.gallery_urls")


@pytest.fixture(params=["en", "bn", "hi"])
def page(request: pytest.FixtureRequest) -> str:
    """The gallery in one language: every component on one page."""
    return gallery(RequestFactory().get("/office/gallery/"), request.param).content.decode()


def test_a_page_has_one_heading_a_language_and_a_way_past_the_menu(page: str) -> None:
    assert page.count("<h1") == 1
    assert re.search(r'<html lang="(en|bn|hi)">', page)
    assert 'href="#main"' in page


def test_the_title_tells_nothing(page: str) -> None:
    title = re.search(r"<title>(.*?)</title>", page)

    assert title
    assert not CRIME_WORDS.search(title[1])


def test_nothing_on_a_page_would_be_refused_by_the_content_security_policy(page: str) -> None:
    assert not INLINE.search(page)


def test_every_id_stands_once_and_every_reference_leads_somewhere(page: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page)
    pointed = re.findall(r'(?:for|aria-labelledby|aria-describedby)="([^"]+)"', page)

    assert sorted(ids) == sorted(set(ids))
    assert {one for many in pointed for one in many.split()} <= set(ids)


def test_the_phone_bar_holds_four_places_and_more() -> None:
    menu = [
        SimpleNamespace(url=f"/{n}/", label=f"Place {n}", icon="files", current=n == 0)
        for n in range(6)
    ]
    shown = render_to_string("base.html", {"app_short_name": "Khata", "menu": menu})

    assert shown.count('aria-current="page"') == 1
    assert shown.count("Place 5") == 2, "once in the rail, once behind More"


@pytest.mark.parametrize("name", ["404.html", "403.html", "403_csrf.html", "429.html", "500.html", "parts/offline.html"])  # fmt: skip
def test_an_error_page_is_calm_and_tells_nothing_of_the_machine(name: str) -> None:
    shown = render_to_string(name, {"app_short_name": "Khata"})

    assert shown.count("<h1") == 1
    assert not re.search(
        r"traceback|exception|oops|debug|server error|invalid", shown, re.IGNORECASE
    )


def test_templates_stay_short() -> None:
    ours = [
        *WEB.glob("templates/parts/*"),
        *WEB.glob("templates/components/*"),
        *WEB.glob("templates/*.html"),
    ]

    assert not [p for p in ours if len(p.read_text(encoding="utf-8").splitlines()) > 120]


def test_styles_and_scripts_stay_light() -> None:
    def weight(pattern: str) -> int:
        return sum(len(gzip.compress(p.read_bytes())) for p in WEB.glob(pattern))

    assert weight("static/css/*.css") < 15 * 1024
    frame = (WEB / "templates/parts/scripts.html").read_text()
    everywhere = [p for p in WEB.glob("static/js/*.js") if f"js/{p.name}" in frame]
    assert len(everywhere) >= 4
    assert sum(p.stat().st_size for p in everywhere) < 15 * 1024


def _light(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TOKENS = dict(re.findall(r"--([a-z0-9-]+):(#[0-9A-F]{6})", (CSS / "tokens.css").read_text()))


@pytest.mark.parametrize("back", ["paper", "white", "surface"])
@pytest.mark.parametrize("ink", ["ink", "ink-2", "ink-3", "brand"])
def test_text_can_be_read_on_every_ground(ink: str, back: str) -> None:
    assert contrast(TOKENS[ink], TOKENS[back]) >= 4.5


@pytest.mark.parametrize("tone", ["ok", "warn", "bad", "info", "sealed", "brand"])
def test_a_tone_can_be_read_on_its_tint(tone: str) -> None:
    assert contrast(TOKENS[tone], TOKENS[f"{tone}-tint"]) >= 4.5


@pytest.mark.parametrize("mark", ["control", "c1", "c2", "c3", "c4", "c0"])
def test_borders_and_marks_of_charts_can_be_seen(mark: str) -> None:
    assert contrast(TOKENS[mark], TOKENS["white"]) >= 3


def test_colours_are_named_in_the_tokens_alone() -> None:
    others = [CSS / "base.css", CSS / "components.css"]

    assert not [p.name for p in others if re.search(r"#[0-9a-fA-F]{3,8}\b(?!-)", p.read_text())]
