"""Task 17 with the keyboard alone: how accurate are the records, and which field is worst?"""

import re

from playwright.sync_api import Browser, Page

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in


def _tab_to(page: Page, selector: str, presses: int = 120) -> None:
    for _ in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_the_share_its_denominator_its_range_and_the_worst_field(
    browser: Browser, demo: Demo
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = signed_in(context, demo.url, "mis")
    page.add_init_script(
        "addEventListener('pointerdown', () => { document.title = 'MOUSE'; }, true)"
    )
    _tab_to(page, "nav a[href$='/check-data/rounds/']")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    said = " ".join(page.locator("section", has=page.locator("#now")).inner_text().split())

    assert re.search(r"Field accuracy [\d.]+ % \d+ of \d+ fields.*? 95 in 100 sure", said)
    assert re.search(r"Proved right [\d.]+ % \d+ of \d+ fields", said)
    assert re.search(r"Most often wrong: [^(]+ \([\d.]+ %\)", said)

    _tab_to(page, "main a[href*='/check-data/rounds/0']")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    told = " ".join(page.inner_text("main").split())
    assert "Whole records right" in told
    assert "By field" in told
    assert page.title() != "MOUSE"
    context.close()
