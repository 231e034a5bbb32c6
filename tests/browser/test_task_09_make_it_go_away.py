"""Task 9: somebody came in. One tap, a page of the weather, and Back shows nothing of ours; all under three seconds."""

import time

from playwright.sync_api import Browser, Route

from tests.browser.conftest import Demo
from tests.browser.tapping import hand
from tests.browser.test_task_08_her_page import handed_over


def test_one_tap_and_it_is_gone(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:

        def weather(route: Route) -> None:
            route.fulfill(body="<h1>weather</h1>", content_type="text/html")

        handed_over(held)
        page = held.page
        away = page.locator("body").get_attribute("data-exit") or ""
        page.context.route(f"{away}**", weather)
        before = held.taps
        began = time.monotonic()
        held.tap(page.locator(".her-hide"))
        page.get_by_text("weather").wait_for()
        assert time.monotonic() - began < 3
        assert held.taps - before == 1

        page.evaluate("history.back()")
        page.wait_for_timeout(1500)
        shown = page.content()
        assert "her-box" not in shown
        assert "S-0071" not in shown
        assert "/notes/" not in page.url
