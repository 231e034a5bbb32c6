"""Task 14: Rupa was offered 4 lakh but wants more. Where does it stand, and how long has she waited?"""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in

ORDERED_AGO = re.compile(r"Not paid for (\d+) days")


def her_claim(page: Page, base: str) -> str:
    """From the list of claims to hers, as a case manager would go."""
    page.goto(f"{base}/")
    page.get_by_role("link", name="Compensation").first.click()
    page.locator("tbody tr", has_text="VC-0071").or_(
        page.locator("tbody tr", has_text="S-0071")
    ).first.get_by_role("link").first.click()
    page.get_by_role("heading", level=1).wait_for()
    return " ".join(page.inner_text("main").split())


@pytest.mark.parametrize("scripts", ["with scripts", "without scripts"])
def test_the_claim_says_challenged_since_when_and_nothing_received(
    browser: Browser, demo: Demo, scripts: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, java_script_enabled=scripts == "with scripts"
    )
    page = signed_in(context, demo.url, "cm")

    said = her_claim(page, demo.url)

    assert "She challenges it" in said
    assert "₹4,00,000" in said
    assert "four lakh rupees" in said
    waited = ORDERED_AGO.search(said)
    assert waited is not None
    assert int(waited[1]) == 419
    assert re.search(r"Appeal: SLSA \d\d-\d\d-\d{4}", said)
    assert "next date" in said
    received = page.locator(".tiles > *", has_text="Received").first.inner_text()
    assert "₹0" in received
    assert "No money has come yet." in said
    context.close()
