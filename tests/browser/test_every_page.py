"""Every page, in Bengali and English, on a phone and a desktop: whole, light, readable, translated."""

import gzip
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import get_resolver
from playwright.sync_api import Browser

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in
from tests.browser.left_out import NOT_WALKED
from tests.browser.walk import LATIN, faults_of, pages, route
from tests.shape.test_pages import addresses

# Codes, abbreviations of offices and laws, file kinds and product names that stay in Latin letters.
STAYS = re.compile(
    r"^(Khata|[A-Z]{1,7}-?|xlsx|ods|csv|xls|PDF|Excel|LibreOffice|Aegis|Google|Authenticator"
    r"|ILFAT|IWG|No|Dec|MB|English|px|of|and|the|Passkey|Alt|Enter)$"
)


PACKAGE = Path(__file__).resolve().parents[2] / "src" / "tafteesh"


def _typed_by_people() -> set[str]:
    """Words of the demo's invented records and of the lists of places, which nobody translates."""
    sources = [
        *(PACKAGE / "interfaces/commands/demo").glob("*.py"),
        *(PACKAGE / "reference").rglob("*.csv"),
    ]
    texts = (path.read_text("utf-8") for path in sources)
    return {word for text in texts for word in re.findall(r"[A-Za-z][A-Za-z'’-]+", text)}


def _codes(words: list[str]) -> set[str]:
    return {word for word in words if STAYS.match(word)}


TYPED = _typed_by_people()
HTMX = ".*Attribute “hx-.*"  # htmx's own attributes are meant


@pytest.fixture(scope="module")
def places(browser: Browser, demo: Demo) -> list[tuple[str, str]]:
    """Where the walk leads, found once."""
    return pages(browser, demo.url)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the pages are kept for the checker of HTML."""
    return tmp_path_factory.mktemp("pages")


def walked(
    browser: Browser, demo: Demo, places: list[tuple[str, str]], language: str, saved: Path
) -> Iterator[str]:
    """Open each page as somebody who may, and tell what is wrong with it."""
    for who in sorted({person for person, _ in places}):
        context = browser.new_context(bypass_csp=True)
        page = signed_in(context, demo.url, who, language)
        for number, (of, address) in enumerate(places):
            if of != who:
                continue
            answer = page.goto(demo.url + address, wait_until="domcontentloaded")
            assert answer
            html = answer.text()
            (saved / f"{language}-{number}.html").write_text(html, "utf-8")
            found = list(faults_of(page, html, answer.status, language))
            if language == "bn" and "gallery" not in address:
                latin = sorted(set(page.evaluate(LATIN)) - TYPED - _codes(page.evaluate(LATIN)))
                found += [f"not in Bengali: {' '.join(latin)}"] if latin else []
            yield from (f"{who} {address}: {one}" for one in found)
        context.close()


def test_the_walk_reaches_every_page_of_the_url_map(places: list[tuple[str, str]]) -> None:
    reached = {route(address) for _, address in places}
    every = {name for name, _ in addresses(get_resolver().url_patterns)}
    assert every - reached - set(NOT_WALKED) == set()
    assert set(NOT_WALKED) <= every


@pytest.mark.parametrize("language", ["en", "bn"])
def test_every_page_is_whole(
    browser: Browser, demo: Demo, places: list[tuple[str, str]], language: str, saved: Path
) -> None:
    faults = list(walked(browser, demo, places, language, saved))
    assert not faults, "\n".join(faults)


def test_every_page_is_valid_html(saved: Path) -> None:
    """Runs after the walk; alone it has nothing to look at."""
    checked = sorted(saved.glob("*.html"))
    if not checked:
        pytest.skip("no page was saved: run the whole file")
    jar = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
    done = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--filterpattern", HTMX, *checked],
        capture_output=True,
        text=True,
        check=False,
    )
    told = {line.split(".html", 1)[-1] for line in done.stderr.splitlines()}
    assert not told, "\n".join(sorted(told)[:40])


def test_styles_and_scripts_are_light(browser: Browser, demo: Demo) -> None:
    context = browser.new_context()
    page = signed_in(context, demo.url, "shampa")
    sizes = {"css": 0, "js": 0}
    for kind, pattern in (("css", r'href="([^"]+\.css)"'), ("js", r'src="([^"]+\.js)"')):
        for address in re.findall(pattern, page.content()):
            sizes[kind] += len(gzip.compress(page.request.get(demo.url + address).body()))
    context.close()
    assert sizes["css"] < 15 * 1024
    assert sizes["js"] < 40 * 1024


def test_sign_in_pages_are_whole(browser: Browser, demo: Demo) -> None:
    faults = []
    for language in ("en", "bn"):
        context = browser.new_context(bypass_csp=True, locale=language)
        page = context.new_page()
        for address in ("/sign-in/", "/sign-in/?name=", "/nowhere/"):
            answer = page.goto(demo.url + address)
            assert answer
            status = 200 if address == "/nowhere/" else answer.status
            faults += [
                f"{address}: {one}" for one in faults_of(page, answer.text(), status, language)
            ]
        context.close()
    assert not faults, "\n".join(faults)
