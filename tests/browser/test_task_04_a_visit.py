"""Tasks 4 and 5, online: Asha was visited and is well; the note is safe, and one sees that it is."""

import time

from playwright.sync_api import Browser

from tests.browser.conftest import Demo
from tests.browser.tapping import find, hand, told


def test_a_visit_is_written_from_her_file_and_has_gone(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:
        page = held.page
        began = time.monotonic()
        find(held, "S-0120")
        held.tap(page.locator("details.adding summary"))
        held.tap(page.locator("details.adding a").first, leads_on=True)
        held.pick("mode", "visit")
        held.write("note", "আশাকে দেখলাম, ভাল আছে।")
        page.locator("#saved-state:not(.not)").wait_for()
        held.tap(page.locator("main form .btn-main"), leads_on=True)

        assert page.locator("[role=status], .alert").first.is_visible(), (
            "it says that it is recorded"
        )
        assert "ভাল আছে" in told(held), "and it stands on her file"
        assert "আশাকে" not in told(held), "without her name"
        assert held.taps <= 9
        assert time.monotonic() - began < 75


def test_from_today_it_is_four_taps(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:
        page = held.page
        card = page.locator("article", has=page.locator("a[href*='mode=visit']")).first
        held.tap(card.locator("a[href*='mode=visit']"), leads_on=True)
        held.write("note", "ভাল আছে")
        held.tap(page.locator("main form .btn-main"), leads_on=True)

        assert page.url.rstrip("/") == demo.url, "back on Today"
        assert held.taps <= 4
