"""The usability tasks as hands do them: on a phone of 360 px, in Bengali, each tap counted, axe on each screen."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in
from tests.browser.walk import AXE, FINDINGS, STICKS_OUT

PATIENCE = 30_000
BENGALI = re.compile("[\u0980-\u09ff]")


class Hand:
    """One thumb on one phone: it taps, types, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.screens: list[str] = []

    def again(self) -> Page:
        """The tab was closed: a new one of the same browser."""
        context = self.page.context
        self.page.close()
        self.page = context.new_page()
        return self.page

    def tap(self, what: Locator, *, leads_on: bool = False) -> None:
        """Tap once; `leads_on` waits for the next page and looks at it."""
        self.taps += 1
        if not leads_on:
            what.tap()
            return
        with self.page.expect_navigation():
            what.tap()
        self.look()

    def write(self, name: str, words: str) -> None:
        """Tap into a box and type."""
        self.taps += 1
        box = self.page.locator(f"[id=main] [name={name}], main [name={name}], .lead [name={name}]")
        box.first.fill(words)

    def choose(self, name: str, value: str) -> None:
        """Open a list and choose in it: two taps."""
        self.taps += 2
        self.page.locator(f"main select[name={name}]").select_option(value)

    def pick(self, name: str, value: str) -> None:
        """Tap the words of one of several answers."""
        button = self.page.locator(f"main input[name={name}][value={value}]")
        label = self.page.locator(f"main label[for={button.get_attribute('id')}]")
        self.tap(label)

    def look(self) -> None:
        """The screen says no more than it may, in Bengali, whole, and axe finds nothing serious."""
        page = self.page
        page.wait_for_load_state()
        assert page.locator("html").get_attribute("lang") == "bn"
        assert BENGALI.search(page.locator("body").inner_text())
        page.add_script_tag(path=AXE)
        assert page.evaluate(FINDINGS) == [], page.url
        assert page.evaluate(STICKS_OUT) == "", page.url
        self.screens.append(page.url)


@contextmanager
def hand(browser: Browser, demo: Demo, who: str = "shampa") -> Iterator[Hand]:
    """A phone in Bengali on which somebody of the demo has just opened Today."""
    context: BrowserContext = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, bypass_csp=True
    )
    context.set_default_timeout(PATIENCE)
    page = signed_in(context, demo.url, who, "bn")
    held = Hand(page)
    held.look()
    yield held
    context.close()


def find(held: Hand, number: str) -> None:
    """Look a file up by its number: the glass, the number, the key, the file."""
    held.tap(held.page.locator(".strip-search-link"), leads_on=True)
    held.write("words", number)
    held.taps += 1
    with held.page.expect_navigation():
        held.page.keyboard.press("Enter")
    held.tap(held.page.locator("main a", has_text=number).first, leads_on=True)


def told(held: Hand) -> str:
    """What the screen says."""
    return held.page.locator("main").inner_text()
