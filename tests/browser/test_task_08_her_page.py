"""Task 8: Rupa sits beside her; she is shown her date and her money, hears them, and nothing else is shown."""

from playwright.sync_api import Browser

from tests.browser.conftest import Demo
from tests.browser.tapping import Hand, find, hand
from tests.browser.walk import CRIME

# What the device would say aloud; the tests' Chromium has no voice.
HEAR = """() => { window.said = [];
  speechSynthesis.speak = u => window.said.push([u.lang, u.text]); }"""


def handed_over(held: Hand) -> None:
    """Rupa's page, from Today."""
    page = held.page
    find(held, "S-0071")
    held.tap(page.locator("a[href*='/her-page/']").first, leads_on=True)
    held.tap(page.locator("main button[name=language][value=bn]"), leads_on=True)


def test_she_sees_and_hears_her_date_and_her_money(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:
        handed_over(held)
        page = held.page
        page.evaluate(HEAR)
        held.tap(page.locator("[data-listen]"))
        said = page.evaluate("window.said")

        assert held.taps <= 8
        words = page.locator("body").inner_text()
        assert "4,00,000" in words
        assert page.locator(".her-far li").count() == 5
        assert not CRIME.search(words)
        assert "S-0071" not in page.content()
        assert "Rupa" not in page.content()
        assert len(said) >= 6
        assert {language for language, _text in said} == {"bn-IN"}
        assert any("4,00,000" in text for _language, text in said)


def test_one_box_is_heard_alone(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:
        handed_over(held)
        held.page.evaluate(HEAR)
        held.tap(held.page.locator("[data-listen-one]").first)
        assert len(held.page.evaluate("window.said")) == 1
