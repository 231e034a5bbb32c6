"""The lawyer, on his phone: which courts tomorrow, and what happened last time in each?"""

from playwright.sync_api import BrowserContext

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in


def test_the_board_of_tomorrow_tells_the_last_outcome(context: BrowserContext, demo: Demo) -> None:
    page = signed_in(context, demo.url, "das")
    page.goto(f"{demo.url}/hearings/?span=day")
    with page.expect_navigation():
        page.get_by_role("link", name="Later").tap()

    courts = page.locator("h3.court").all_inner_texts()
    assert any("ADJ Court Basirhat" in one for one in courts)
    tomorrow = page.locator("main section").first
    cards = tomorrow.locator("article.hearing", has_text="ADJ Court Basirhat")
    assert cards.count() >= 1
    for said in cards.all_inner_texts():
        assert "Last time" in said
        assert "Adjourned" in said

    with page.expect_navigation():
        page.get_by_role("link", name="To print").tap()
    sheet = page.locator("main").inner_text()
    assert "Last time" in sheet
    assert "Adjourned" in sheet
