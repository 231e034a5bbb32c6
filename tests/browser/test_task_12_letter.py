"""Task 12: "Write to the Superintendent of Police about it." The draft has the right facts; a lawyer approves it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in
from tests.interfaces.ecourts import pages

MINA = "Basirhat 212/2025"


@pytest.fixture
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()


def at_her_fir(page: Page, demo: Demo) -> None:
    """The FIR of Mina, from the register of letters."""
    page.goto(f"{demo.url}/proceedings/letters/")
    page.get_by_role("link", name=MINA).first.click()
    page.locator("a.back", has_text=MINA).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(MINA)


def test_the_letter_is_drafted_from_the_file_and_approved_by_its_lawyer(
    browser: Browser, desktop: BrowserContext, demo: Demo
) -> None:
    page = signed_in(desktop, demo.url, "cm")
    at_her_fir(page, demo)
    page.get_by_role("link", name="Draft a letter").click()
    page.get_by_label("Which letter").select_option("to_sp")
    page.get_by_label("To whom").fill("SP, Basirhat Police District")
    page.get_by_role("button", name="Draft it").click()

    card = page.locator("section.paper .card")
    expect(card).to_contain_text(f"{MINA} of 15-09-2025 under 143 BNS, 144 BNS, 5 ITPA")
    expect(page.get_by_role("button", name="Approve this letter")).to_have_count(0)
    address = page.url

    other = browser.new_context(viewport={"width": 1280, "height": 800})
    lawyer = signed_in(other, demo.url, "das")
    lawyer.goto(address)
    lawyer.get_by_role("button", name="Approve this letter").click()
    expect(lawyer.get_by_text(re.compile(r"Approved as \w+/\d{4}/\d{4}\."))).to_be_visible()
    with lawyer.expect_download() as kept:
        lawyer.get_by_role("link", name="PDF").click()
    assert kept.value.suggested_filename == "letter.pdf"
    other.close()


def test_a_page_saved_from_ecourts_is_taken_over_by_touch(
    context: BrowserContext, demo: Demo
) -> None:
    page = signed_in(context, demo.url, "shampa", "bn")
    page.goto(f"{demo.url}/proceedings/letters/")
    page.get_by_role("link", name=MINA).first.tap()
    page.locator("a.back", has_text=MINA).tap()
    page.locator('a[href$="/ecourts/"]').tap()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy = page.locator("[data-copy]")
    copy.tap()
    expect(copy).to_have_text(copy.get_attribute("data-copied") or "")
    assert page.evaluate("navigator.clipboard.readText()") == pages.CNR

    saved = {"name": "p.html", "mimeType": "text/html", "buffer": pages.TABLES.encode()}
    page.locator('input[type="file"]').set_input_files(saved)  # type: ignore[arg-type] # a file in memory
    page.locator("form[enctype] button.btn-main").tap()
    cards = page.locator("li.card", has=page.locator('input[name="key"]'))
    cards.first.wait_for()
    before = cards.count()
    assert before
    cards.first.get_by_role("button").tap()
    expect(cards).to_have_count(before - 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index] # it has one
    assert not [name for name in pages.NAMES if name in page.content()]
