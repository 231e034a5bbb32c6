"""A worker records a sentence on her phone; the woman hears it on her page, without a signal too."""

from playwright.sync_api import Page, Playwright

from tests.browser.conftest import CHROMIUM, QUIET, Demo
from tests.browser.doing import signed_in

MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
HEAR = """() => { window.heard = []; const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () { window.heard.push(this.src); return play.call(this); } }"""


def _record(page: Page, demo: Demo) -> None:
    page.goto(f"{demo.url}/voice/bn/say-no/")
    page.locator("[data-record]").tap()
    page.wait_for_timeout(1200)
    page.locator("[data-record]").tap()
    page.locator("[data-preview]:not([hidden])").wait_for()
    with page.expect_navigation():
        page.locator("form[data-voice] .btn-main").tap()
    assert "/voice/bn/" in page.url


def _her_page(page: Page, demo: Demo) -> None:
    page.goto(f"{demo.url}/files/?q=S-0071")
    file = page.locator("main a[href^='/files/0']").first.get_attribute("href") or ""
    page.goto(f"{demo.url}/her-page/{file.split('/')[2]}/")
    with page.expect_navigation():
        page.locator("main button[name=language][value=bn]").tap()


def _silent_again(page: Page, demo: Demo) -> None:
    page.locator("details", has=page.locator("#password")).locator("summary").tap()
    with page.expect_navigation():
        page.locator("form[action$='/notes/leave/'] .btn-main").tap()
    page.goto(f"{demo.url}/voice/bn/say-no/")
    with page.expect_navigation():
        page.locator("form[action$='/take-away/'] button").tap()
    assert page.locator("form[action$='/take-away/']").count() == 0


def test_a_sentence_is_recorded_and_heard_offline(playwright: Playwright, demo: Demo) -> None:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *MICROPHONE])
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, permissions=["microphone"]
    )
    page = signed_in(context, demo.url, "shampa", "bn")
    _record(page, demo)
    _her_page(page, demo)

    last = page.locator("article[data-say]").last
    last.locator("[data-listen-one]:not([hidden])").wait_for()
    context.set_offline(True)
    page.evaluate(HEAR)
    last.locator("[data-listen-one]").tap()
    page.wait_for_function("window.heard.length > 0")
    context.set_offline(False)
    _silent_again(page, demo)
    browser.close()
