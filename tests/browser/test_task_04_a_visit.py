"""Tasks 4 and 5, online: Asha was visited and is well; the note is safe, one sees that it is, and can take it back."""

import time

from playwright.sync_api import Browser

from tests.browser.conftest import Demo
from tests.browser.tapping import Hand, find, hand, told


def _recorded(held: Hand) -> None:
    """It says that it is recorded, and nothing waits to be saved."""
    assert held.page.locator(".alert").first.is_visible()
    assert held.page.locator("#saved-state.not").count() == 0


def test_from_today_a_visit_is_four_taps_and_one_more_takes_it_back(
    browser: Browser, demo: Demo
) -> None:
    with hand(browser, demo) as held:
        page = held.page
        began = time.monotonic()
        card = page.locator("article", has_text="S-0120").filter(
            has=page.locator("a[href*='mode=visit']")
        )
        held.tap(card.locator("a[href*='mode=visit']"), leads_on=True)
        held.write("note", "আশাকে দেখলাম, ভাল আছে।")
        held.tap(page.locator("main form .btn-main"), leads_on=True)
        assert page.url.rstrip("/") == demo.url, "back on Today"
        _recorded(held)
        assert held.taps <= 4
        assert time.monotonic() - began < 75

        address = page.locator("a", has_text="S-0120").first.get_attribute("href") or ""
        other = page.context.new_page()
        other.goto(demo.url + address)
        story = other.locator(".timeline").first.inner_text()
        assert "ভাল আছে" in story, "it stands on her file"
        assert "আশাকে" not in story, "without her name"
        other.close()
        held.tap(page.locator(".alert form button, .alert a").first, leads_on=True)
        page.goto(demo.url)
        assert card.count() == 1, "taken back: she is silent again"


def test_from_her_file_a_visit_is_nine_taps(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:
        page = held.page
        find(held, "S-0004")
        held.tap(page.locator("details.adding summary"))
        held.tap(page.locator("details.adding a").first, leads_on=True)
        held.pick("mode", "visit")
        held.write("note", "আজ ভাল আছে, কাজে যাচ্ছে")
        held.tap(page.locator("main form .btn-main"), leads_on=True)

        _recorded(held)
        assert "কাজে যাচ্ছে" in told(held)
        assert held.taps <= 9
