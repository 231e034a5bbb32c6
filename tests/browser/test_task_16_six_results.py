"""Task 16: six hearing results from a register, by the keyboard alone; one impossible date, one FIR with two cases."""

from datetime import date, timedelta

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in

NEXT = f"{date.today() + timedelta(days=23):%d-%m-%Y}"  # noqa: DTZ011 - any day of next month
ROWS = (
    ("S-0003", "Adj", "14"),
    ("S-0005", "Hea", ""),
    ("S-0008", "Not", ""),
    ("S-0009", "Adj", ""),
    ("S-0012", "Hea", "12-13-26"),
    ("S-0071", "Hea", ""),
)


def _type(page: Page, case: str, outcome: str, following: str) -> None:
    """One row, from its first cell to the first cell of the next."""
    page.keyboard.type(case)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type(outcome)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type(NEXT if following == "14" else following)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")


def test_four_are_saved_and_two_explained_and_mended(browser: Browser, demo: Demo) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = signed_in(context, demo.url, "mis")
    page.goto(f"{demo.url}/grid/hearings/")
    page.locator("[name=r0-case]").focus()
    for number, row in enumerate(ROWS):
        page.wait_for_function(
            "name => document.activeElement.name === name", arg=f"r{number}-case"
        )
        _type(page, *row)
    counts = page.locator("#grid-counts")
    expect(counts).to_contain_text("saved 4")
    expect(counts).to_contain_text("problems 2")
    expect(page.locator("#row-4 .error")).to_be_visible()
    expect(page.locator("#row-5")).to_contain_text("choose one")

    page.locator("[name=r4-next_on]").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(NEXT)
    page.keyboard.press("Enter")
    expect(page.locator("#row-4")).to_have_attribute("data-state", "saved")
    page.locator("[name=r5-chosen]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.locator("[name=r6-case]").focus()
    expect(page.locator("#row-5")).to_have_attribute("data-state", "saved")
    expect(counts).to_contain_text("saved 6")
    context.close()


def test_a_block_from_a_spreadsheet_is_laid_into_the_rows(browser: Browser, demo: Demo) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = signed_in(context, demo.url, "mis")
    page.goto(f"{demo.url}/grid/hearings/")
    page.locator("[name=r0-case]").focus()
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData("text/plain", "S-0011\\t\\tHeard\\nS-0014\\t\\tNot reached\\nS-9999\\t\\tHeard\\n");
          document.activeElement.dispatchEvent(
            new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }"""
    )
    counts = page.locator("#grid-counts")
    expect(counts).to_contain_text("saved 2")
    expect(counts).to_contain_text("problems 1")
    expect(page.locator("[name=r2-case]")).to_have_value("S-9999")
    context.close()
