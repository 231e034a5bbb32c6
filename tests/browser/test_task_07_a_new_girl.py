"""Task 7: Puja, about 16, no surname, her father's name not said; the tab is closed half-way and all is there."""

import time

from playwright.sync_api import Browser

from tests.browser.conftest import Demo
from tests.browser.tapping import hand


def test_the_first_part_is_left_half_way_and_taken_up_again(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:
        page = held.page
        began = time.monotonic()
        page.goto(f"{demo.url}/files/new/")
        held.look()
        held.pick("scope", "trafficking")
        held.write("number", f"S-P{int(began) % 100_000}")
        held.tap(page.locator("main form .btn-main"), leads_on=True)
        assert page.locator(".task").count() == 7
        held.tap(page.locator(".task a").first, leads_on=True)
        part = page.url
        held.write("name_used", "পূজা")
        held.write("born", "প্রায় ১৬")
        page.locator("#saved-state:not(.not)").wait_for()
        page.wait_for_timeout(1500)

        page = held.again()
        page.goto(part)
        held.tap(page.locator(".banner a").first, leads_on=True)
        assert page.input_value("[name=name_used]") == "পূজা"
        assert page.input_value("[name=born]") == "প্রায় ১৬"
        held.write("block", "Baduria")
        details = page.locator("details", has=page.locator("[name=relation_answer]"))
        held.tap(details.locator("summary"))
        held.pick("relation_answer", "declined")
        held.tap(page.locator("main form .btn-main"), leads_on=True)

        assert page.locator(".task-done").count() == 1, "the first part is done, the others wait"
        held.tap(page.locator(".back").first, leads_on=True)
        assert "~" in page.locator(".identity").inner_text(), "her age is about"
        assert held.taps <= 20
        assert time.monotonic() - began < 240
