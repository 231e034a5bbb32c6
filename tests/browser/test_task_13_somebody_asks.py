"""Task 13: somebody asks to open a file that is not hers; the case manager finds the request and decides."""

import time

from playwright.sync_api import Browser

from tests.browser.conftest import Demo
from tests.browser.tapping import hand, told


def test_a_request_is_found_and_decided_with_a_reason(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo, "shampa") as held:
        page = held.page
        page.goto(f"{demo.url}/care/emergency/new/")
        held.look()
        held.write("number", "S-0048")
        held.pick("reason", page.locator("main [name=reason]").first.get_attribute("value") or "")
        held.tap(page.locator("main form .btn-main"), leads_on=True)
        assert "S-0048" in told(held)

    with hand(browser, demo, "cm") as held:
        page = held.page
        began = time.monotonic()
        held.tap(page.locator(".menu details.more summary").last)
        held.tap(page.locator(".menu a[href='/my-work/']").last, leads_on=True)
        held.tap(page.locator("main a[href='/care/emergency/']"), leads_on=True)
        card = page.locator("li.card", has_text="S-0048").first
        held.tap(card.locator("a.btn"), leads_on=True)
        held.pick("agreed", "no")
        held.tap(page.locator("main form .btn-main"), leads_on=True)

        waiting = page.locator("li.card", has_text="S-0048").locator("a[href*='/decide/']")
        assert waiting.count() == 0
        assert held.taps <= 7
        assert time.monotonic() - began < 30


def test_a_request_for_a_hidden_name_stands_on_today_and_is_refused_with_a_reason(
    browser: Browser, demo: Demo
) -> None:
    with hand(browser, demo, "ranchi") as held:
        page = held.page
        page.goto(f"{demo.url}/files/")
        held.tap(page.locator("a.hid[href*='/ask-to-look/']").first, leads_on=True)
        number = held.page.locator("main").inner_text().split("S-00")[1][:2]
        held.pick("value", "name_on_papers")
        held.pick("reason", "court")
        held.tap(page.locator("main form .btn-main"), leads_on=True)
        assert f"S-00{number}" in told(held)

    with hand(browser, demo, "cm") as held:
        page = held.page
        began = time.monotonic()
        asked = page.locator("section[aria-labelledby=asked] a[href*='/files/hidden/']")
        held.tap(asked.last, leads_on=True)
        held.look()
        held.pick("agreed", "no")
        page.locator("select[name=refusal]").select_option("ask_her")
        held.taps += 2
        held.tap(page.locator("main form .btn-main"), leads_on=True)
        assert page.url.endswith("/files/hidden/")
        assert held.taps <= 7
        assert time.monotonic() - began < 30
