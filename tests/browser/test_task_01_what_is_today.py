"""Task 1: just opened in the morning, Shampa reads what is today and what is late, and taps nothing."""

import re

from playwright.sync_api import Browser

from tests.browser.conftest import Demo
from tests.browser.tapping import hand


def test_today_says_it_without_a_tap(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:
        page = held.page
        hearings = page.locator("article.hearing").count()
        late = page.locator("main .late").count()
        lead = page.locator(".lead").first.inner_text()

        assert held.taps == 0
        assert hearings >= 2, "her hearings of the day, each with its answers"
        assert late >= 1, "what is overdue is marked in words"
        told = re.findall(r"\d+", lead.translate(str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")))
        parts = page.locator("h2#hearings, h2#missing").count()
        assert sum(map(int, told[:parts])) == hearings, "today's, and those without an outcome"
        assert page.locator("main .who-called").count() == 0, "no name is shown without need"
