"""Every page, in Bengali and English, on a phone and a desktop: whole, light, readable, translated."""

import ast
import gzip
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

import pytest
from playwright.sync_api import Browser

from tafteesh.interfaces.commands.demo.people import PEOPLE
from tests.browser.conftest import Demo, running_demo
from tests.browser.doing import signed_in
from tests.browser.places import LEFT_OUT, Places, find_places, names
from tests.browser.walk import LATIN, faults_of

# Codes, abbreviations of offices and laws, kinds of files, names of keys and products stay in Latin letters.
STAYS = re.compile(
    r"^(Khata|[A-Z]{2,7}-?|[A-Z]-?|xlsx|ods|csv|xls|PDF|Excel|LibreOffice|Aegis|Google|Authenticator"
    r"|eCourts|ILFAT|IWG|MB|English|px|Esc|mhtml|docx|html)$"
)


PACKAGE = Path(__file__).resolve().parents[2] / "src" / "tafteesh"


def _typed_by_people() -> set[str]:
    """Words of the demo's invented records and of the lists of places, which nobody translates."""
    demo = sorted((PACKAGE / "interfaces/commands/demo").glob("*.py"))
    lists = [
        *(PACKAGE / "reference").rglob("*.csv"),
        *(PACKAGE / "reference").rglob("*.toml"),
    ]
    texts = [*_literals(demo), *(path.read_text("utf-8") for path in lists)]
    login_names = {one.login_name for one in PEOPLE}
    found = (word for text in texts for word in re.findall(r"[A-Za-z][A-Za-z'’-]+", text))
    return login_names | {word.rstrip("-") for word in found}


def _literals(modules: list[Path]) -> Iterator[str]:
    """What stands in quotes, besides the sentences that describe the code and single small words."""
    for path in modules:
        tree = ast.parse(path.read_text("utf-8"))
        about = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if _is_told(node)}
        for node in ast.walk(tree):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and value not in about and not CODE.fullmatch(value):
                yield value


def _is_told(node: ast.AST) -> TypeGuard[ast.Module | ast.FunctionDef | ast.ClassDef]:
    return isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)


def _codes(words: list[str]) -> set[str]:
    return {word for word in words if STAYS.match(word)}


CODE = re.compile(r"[a-z_]+")
TYPED = _typed_by_people()
HTMX = ".*Attribute “hx-.*"  # htmx's own attributes are meant


@pytest.fixture(scope="module")
def demo() -> Iterator[Demo]:
    """A demo that no other test has moved."""
    with running_demo() as running:
        yield running


@pytest.fixture(scope="module")
def places(browser: Browser, demo: Demo) -> Places:
    """Where the walk leads, found once."""
    context = browser.new_context()
    found = find_places(context, demo.url)
    context.close()
    return found


def walked(
    browser: Browser, demo: Demo, places: Places, language: str, saved: Path
) -> Iterator[str]:
    """Open each page as somebody who may, and tell what is wrong with it."""
    for login_name in sorted({who for _address, who in places.pages.values()}):
        context = browser.new_context(bypass_csp=True)
        page = signed_in(context, demo.url, login_name, language)
        for number, (address, who) in enumerate(places.pages.values()):
            if who != login_name:
                continue
            answer = page.goto(demo.url + address, wait_until="domcontentloaded")
            assert answer
            html = answer.text()
            (saved / f"{language}-{number}.html").write_text(html, "utf-8")
            found = list(faults_of(page, html, answer.status, language))
            if language == "bn" and "gallery" not in address:
                words = page.evaluate(LATIN)
                latin = sorted(set(words) - TYPED - _codes(words))
                found += [f"not in Bengali: {' '.join(latin)}"] if latin else []
            yield from (f"{who} {address}: {one}" for one in found)
        context.close()


@dataclass
class Told:
    """What the walk found in each language, and where it kept the pages."""

    saved: Path
    faults: dict[str, list[str]]


@pytest.fixture(scope="module")
def told(
    browser: Browser, demo: Demo, places: Places, tmp_path_factory: pytest.TempPathFactory
) -> Told:
    """The walk itself, once for all tests of this file."""
    saved = tmp_path_factory.mktemp("pages")
    faults = {one: list(walked(browser, demo, places, one, saved)) for one in ("en", "bn")}
    return Told(saved, faults)


def test_no_page_of_the_url_map_is_forgotten(places: Places) -> None:
    missing = sorted(places.missing())
    assert missing == [], " ".join(missing)


def test_nothing_is_left_out_that_is_not_there() -> None:
    assert set(LEFT_OUT) <= set(names())


@pytest.mark.parametrize("language", ["en", "bn"])
def test_every_page_is_whole(told: Told, language: str) -> None:
    assert not told.faults[language], "\n".join(told.faults[language])


def test_every_page_is_valid_html(told: Told) -> None:
    """All pages in one call of the checker."""
    checked = sorted(told.saved.glob("*.html"))
    jar = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
    done = subprocess.run(
        ["java", "-jar", jar, "--errors-only", "--filterpattern", HTMX, *checked],
        capture_output=True,
        text=True,
        check=False,
    )
    wrong = {line.split(".html", 1)[-1] for line in done.stderr.splitlines()}
    assert not wrong, "\n".join(sorted(wrong)[:40])


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
