"""She is found in any of three scripts, with the keyboard alone."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in


@pytest.mark.parametrize("words", ["Toompa", "টুম্পা", "टुम्पा"])
def test_a_name_in_any_script_leads_to_her_file(browser: Browser, demo: Demo, words: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = signed_in(context, demo.url, "cm")
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.locator("#by-name").wait_for()
    assert words not in page.url
    assert page.evaluate("document.activeElement.getAttribute('aria-labelledby')") == "by-name"
    for _ in ("the table, which scrolls", "the first file"):
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/files/" in page.url
    context.close()
