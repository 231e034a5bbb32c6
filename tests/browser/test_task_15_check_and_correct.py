"""Task 15 with the keyboard alone: a record is checked against its papers, and the wrong value is corrected.

And the queue: a proposed value is taken by one key, a false alarm is said with its reason.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in


@pytest.fixture
def desk(browser: Browser, demo: Demo, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The desk of one person: a wide screen, and no mouse."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(15_000)
    page = signed_in(context, demo.url, request.param)
    page.add_init_script(
        "addEventListener('pointerdown', () => { document.title = 'MOUSE'; }, true)"
    )
    yield page
    context.close()


def _press(page: Page, key: str) -> None:
    """One key, and the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press(key)


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


def _says_it_differs(desk: Page, demo: Demo) -> str:
    """Look at fields until a day of birth, say that it differs, type another; answers the file's number."""
    desk.goto(f"{demo.url}/check-data/rounds/")
    _enter_on(desk, "a[href$='/check/']")
    judged = 0
    while desk.locator("h2#judge").inner_text() != "Born":
        _press(desk, "y")
        judged += 1
        assert judged < 12
    file = desk.locator("main p.row.spread strong").first.inner_text()
    was = desk.locator(".check-value").inner_text()
    _press(desk, "n")

    assert desk.locator("h1").inner_text() == "Correct a value"
    assert was in desk.inner_text("main") or "to" in desk.inner_text("main")
    _tab_to(desk, "[name=value]")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("about 2004")
    _tab_to(desk, "[name=why]")
    desk.keyboard.press("Space")
    with desk.expect_navigation():
        desk.keyboard.press("Control+Enter")
    return file


@pytest.mark.parametrize("desk", ["cm"], indirect=True)
def test_the_wrong_value_is_corrected_with_its_reason(desk: Page, demo: Demo) -> None:
    for _turn in range(8):
        file = _says_it_differs(desk, demo)
        if "Corrected." in desk.inner_text("body"):
            break
        # An earlier round has seen the paper of this one: another paper is asked for, nothing is lost.
        assert "Choose the paper that says otherwise" in desk.inner_text("main")
        assert desk.input_value("[name=value]") == "about 2004"
    assert "Corrected." in desk.inner_text("body")
    assert desk.locator("h1").inner_text() == "Check against paper", "and on to the next field"
    assert desk.title() != "MOUSE"

    _the_history_says_it(desk, demo, file)


def _the_history_says_it(desk: Page, demo: Demo, file: str) -> None:
    desk.goto(f"{demo.url}/files/")
    desk.keyboard.press("/")
    desk.keyboard.type(file)
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    _enter_on(desk, "a.num[href^='/files/'], tbody th a[href^='/files/']")
    _enter_on(desk, "a[href*='/mend/values/file/']")
    told = desk.inner_text("main")
    assert "corrected 1 time" in told
    _enter_on(desk, "a[href='?show=changed']")
    assert "Typing mistake" in desk.inner_text("main")


@pytest.mark.parametrize("desk", ["shampa"], indirect=True)
def test_the_queue_is_settled_by_single_keys(desk: Page, demo: Demo) -> None:
    desk.goto(demo.url)
    _enter_on(desk, "a[href$='/check-data/mend/next/']")
    skipped = 0
    while not desk.locator("[data-key=f]").count():
        _press(desk, "s")
        skipped += 1
        assert skipped < 60
    proposed = desk.locator("form[action$='/fix/'] strong").inner_text()
    assert proposed
    _press(desk, "f")
    assert "The proposed value stands now." in desk.inner_text("body")

    before = desk.locator("main p.strong").inner_text()
    _tab_to(desk, "details summary")
    while not desk.evaluate("document.activeElement.textContent.includes('false alarm')"):
        desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    _tab_to(desk, "[name=why][value=paper_says_so]")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert "A false alarm" in desk.inner_text("body")
    assert desk.locator("main p.strong").inner_text() != before or skipped
    assert desk.title() != "MOUSE"
