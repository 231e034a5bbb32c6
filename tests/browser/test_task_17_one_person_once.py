"""Task 17 and one person once, both with the keyboard alone and in Bengali.

How accurate the records are is read off the round; two files of one girl are looked at side by side,
joined with a reason, and that is undone again.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in

PAIR = re.compile(r"/check-data/once/[0-9a-f-]{36}/$")


@pytest.fixture
def desk(browser: Browser, demo: Demo) -> Iterator[Page]:
    """Meera's desk in Bengali: a wide screen, and no mouse."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    page = signed_in(context, demo.url, "mis", "bn")
    page.add_init_script(
        "addEventListener('pointerdown', () => { document.title = 'MOUSE'; }, true)"
    )
    yield page
    context.close()


def _tab_to(page: Page, selector: str, presses: int = 120) -> None:
    for _ in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


def _enter_on(page: Page, selector: str) -> None:
    _tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _press(page: Page, key: str) -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


def test_how_accurate_it_is_and_which_field_is_worst(desk: Page, demo: Demo) -> None:
    desk.goto(demo.url)
    _enter_on(desk, "a[href='/check-data/rounds/']")
    _enter_on(desk, "main li a[href^='/check-data/rounds/']")
    tiles = desk.locator("[aria-labelledby=result] .tiles").inner_text()
    assert "%" in tiles
    assert re.search(r"\d+\D+\d+", tiles), "the share stands with its denominator"
    fields = desk.locator("[aria-labelledby=by-field] tbody tr")
    assert fields.count() > 1
    assert desk.title() != "MOUSE"


def test_two_files_are_joined_and_parted_again(desk: Page, demo: Demo) -> None:
    desk.goto(demo.url)
    _enter_on(desk, "a[href='/check-data/once/']")
    _enter_on(desk, "a[href='/check-data/once/next/']")
    assert PAIR.search(desk.url)
    shown = desk.inner_text("main")
    assert "S-0142" in shown
    assert "S-0151" in shown
    assert "9830000142" not in desk.content(), "what is hidden stays hidden"
    rows = desk.locator("[aria-labelledby=both] tbody tr")
    assert rows.count() > 8
    assert rows.first.locator(".badge").inner_text().strip(), "same or different, in words"
    _a_name_is_asked_for(desk)

    _press(desk, "j")
    desk.wait_for_selector("[name=standing]")
    _tab_to(desk, "[name=standing]")
    desk.keyboard.press("Space")
    _tab_to(desk, "[name=why]")
    desk.keyboard.press("Space")
    _press(desk, "Control+Enter")
    assert PAIR.search(desk.url)
    _enter_on(desk, "a[href$='/undo/']")
    _tab_to(desk, "[name=why]")
    desk.keyboard.press("Space")
    _press(desk, "Control+Enter")
    assert PAIR.search(desk.url)
    _enter_on(desk, "form[action$='/again/'] button")
    assert desk.locator("a[data-key=j]").count() == 1, "it waits as before"
    assert desk.title() != "MOUSE"


def _a_name_is_asked_for(desk: Page) -> None:
    """A hidden name is asked for with its reason, and is a line in the log."""
    _tab_to(desk, "[aria-labelledby=both] a.hid")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("form.ask button")
    desk.wait_for_function("document.activeElement.matches('form.ask button')")
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".who-called")
    assert desk.locator(".who-called").first.inner_text().strip()


def test_two_persons_opens_by_its_key_and_works_on_a_phone(browser: Browser, demo: Demo) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = signed_in(context, demo.url, "cm", "bn")
    page.goto(f"{demo.url}/check-data/once/next/")
    page.keyboard.press("d")
    assert page.locator("details[open] button[name=why]").count() >= 4
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1], "nothing reaches beyond a narrow screen"
    context.close()
