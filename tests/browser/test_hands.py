"""What hands do: three taps, the keyboard alone, no scripts, a hidden screen."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in, speak

COUNT_TAPS = "window.taps = 0; addEventListener('pointerdown', () => { window.taps += 1; }, true)"


def test_a_hearing_is_recorded_with_three_taps(context: BrowserContext, demo: Demo) -> None:
    page = signed_in(context, demo.url, "shampa")
    page.evaluate(COUNT_TAPS)
    card = page.locator("article.hearing").filter(has=page.locator(".btn-answer")).first
    reference = card.locator('a[href^="/proceedings/"]').first.inner_text()
    card.locator(".btn-answer[value=adjourned]").tap()
    page.locator(".month-day").last.tap()
    page.locator("article form .btn-main").first.tap()
    done = page.locator("article.hearing", has_text=reference).filter(has_text="Recorded")
    done.first.wait_for()

    assert page.evaluate("window.taps") == 3


def _tab_to(page: Page, selector: str, presses: int = 60) -> None:
    """Press Tab until the wanted element has the focus, which must be seen."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert style != "none", f"focus on {selector} cannot be seen"
            return
    pytest.fail(f"Tab does not reach {selector}")


def test_the_keyboard_alone_signs_in_and_records_a_hearing(browser: Browser, demo: Demo) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{demo.url}/sign-in/")
    _tab_to(page, 'form[action$="/demo/shampa/"] button')
    with page.expect_navigation():
        page.keyboard.press("Enter")
    speak(page, "en")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('skip')")
    _tab_to(page, ".btn-answer[value=heard]", presses=120)
    page.keyboard.press("Enter")
    page.locator(".month-day input").first.wait_for()
    _tab_to(page, "[name=next_on]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+Enter")
    page.get_by_text("Recorded").first.wait_for()
    context.close()


def test_a_key_leads_to_a_place_and_never_while_typing(context: BrowserContext, demo: Demo) -> None:
    page = signed_in(context, demo.url, "cm")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.keyboard.press("/")
    page.keyboard.type("gf")
    assert page.input_value("#strip-search") == "gf"
    page.evaluate("document.activeElement.blur()")
    with page.expect_navigation():
        page.keyboard.press("g")
        page.keyboard.press("f")
    assert page.url.endswith("/files/")


def test_forms_work_without_scripts(browser: Browser, demo: Demo) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = signed_in(context, demo.url, "shampa")
    page.goto(f"{demo.url}/files/new/")
    page.fill("[name=number]", "S-9001")
    for name in page.locator("main form select").all():
        if not name.input_value():
            name.select_option(index=1)
    page.locator("main form .btn-main").click()
    answer = page.content()
    assert "S-9001" in answer, "what was typed stays, or the file stands"

    page.goto(f"{demo.url}/")
    page.locator(".btn-answer[value=heard]").first.click()
    page.locator("main form .btn-main").first.click()
    assert page.locator("h1").count() == 1
    context.close()


def test_more_opens_every_other_place_on_a_phone(context: BrowserContext, demo: Demo) -> None:
    page = signed_in(context, demo.url, "cm")
    everywhere = page.locator(".menu > ul > li > a").evaluate_all("l => l.map(a => a.pathname)")
    page.locator(".menu details.more summary").last.tap()
    shown = page.locator(".menu a:visible").evaluate_all("l => l.map(a => a.pathname)")

    assert set(everywhere) <= set(shown)


@pytest.mark.parametrize("how", ["button", "keys"])
def test_a_hidden_screen_shows_nothing_and_back_neither(
    context: BrowserContext, demo: Demo, how: str
) -> None:
    page = signed_in(context, demo.url, "cm")
    page.goto(f"{demo.url}/files/")
    number = page.locator("tbody th a").first.inner_text()
    with page.expect_response(lambda answer: answer.url.endswith("/lock/")):
        if how == "button":
            page.locator("[data-hide-screen] button").tap()
        else:
            page.keyboard.press("Shift+Escape")
    page.locator(".cover").wait_for()
    assert not page.get_by_text(number).first.is_visible()

    page.go_back()
    assert number not in page.inner_text("body")
    page.goto(f"{demo.url}/files/")
    assert "/lock/" in page.url
    with page.expect_navigation():
        page.locator("main form .btn-main").tap()
    assert page.url.endswith("/files/")


def test_the_language_of_the_signed_in_person_wins(browser: Browser, demo: Demo) -> None:
    context = browser.new_context(locale="hi-IN")
    page = signed_in(context, demo.url, "cm", "bn")
    context.add_cookies([{"name": "l", "value": "en", "url": demo.url}])
    for address in ("/", "/files/", "/nowhere/"):
        page.goto(demo.url + address)
        assert page.locator("html").get_attribute("lang") == "bn"
        assert "আজ" in page.inner_text(".menu")
    context.close()
