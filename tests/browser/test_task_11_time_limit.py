"""The lawyer, on his phone: has any time limit been broken in Mina's case, and how do you know?"""

from playwright.sync_api import BrowserContext

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in


def test_an_overdue_charge_sheet_shows_its_rule_and_its_arithmetic(
    context: BrowserContext, demo: Demo
) -> None:
    page = signed_in(context, demo.url, "das")
    page.goto(f"{demo.url}/hearings/")
    page.goto(f"{demo.url}/lapses/?kind=charge-sheet-90")
    with page.expect_navigation():
        page.get_by_role("link", name="Basirhat 212/2025").first.tap()

    row = page.locator("tr.legal-overdue", has_text="Charge sheet before default bail").first
    assert "Overdue" in row.inner_text()
    row.locator("summary").tap()
    why = row.locator("details").inner_text()
    assert "BNSS 187(3)" in why
    assert "+ 90 days =" in why
    assert "the first day is counted" in why
