"""Task 18: how much was ordered and not paid, to how many people, for how long, and may it be said in public?"""

import re

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in


@pytest.mark.parametrize("scripts", ["with scripts", "without scripts"])
def test_the_sum_the_people_the_wait_and_how_far_it_was_checked(
    browser: Browser, demo: Demo, scripts: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, java_script_enabled=scripts == "with scripts"
    )
    page = signed_in(context, demo.url, "mgr")
    page.get_by_role("link", name="Compensation").first.click()
    page.locator("main, header").get_by_role("link", name="Ordered, not yet paid").first.click()
    whole = page.locator("section", has=page.locator("#whole"))

    said = " ".join(whole.inner_text().split())

    assert re.search(r"₹[\d,]+ to \d+ people", said)
    assert re.search(r"\d+ days half of the claims have waited longer", said)
    assert "the longest has waited" in said
    assert re.search(r"checked against paper", said, re.IGNORECASE)
    assert "Say it in public with the number of people and how far it was checked" in said

    page.fill("[name=on]", "31-03-2024")
    page.locator("main form button", has_text="Apply").first.click()
    page.get_by_text("As it stood at the end of 31-03-2024.").wait_for()
    past = " ".join(page.locator("section", has=page.locator("#whole")).inner_text().split())
    assert past != said
    context.close()
