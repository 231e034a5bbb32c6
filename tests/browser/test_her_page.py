"""Her page on the worker's phone, in Bengali: whole, silent about what it is, and gone at one touch."""

from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in
from tests.browser.walk import CRIME, faults_of


def _handed_over(context: BrowserContext, demo: Demo) -> Page:
    page = signed_in(context, demo.url, "shampa", "bn")
    page.goto(f"{demo.url}/files/?q=S-0071")
    page.get_by_role("link", name="S-0071").first.tap()
    page.wait_for_url("**/files/*-*-*/**")
    file = page.url.split("?")[0].rstrip("/").rsplit("/", 1)[-1]
    page.goto(f"{demo.url}/her-page/{file}/")
    with page.expect_navigation():
        page.locator("main button[name=language][value=bn]").tap()
    assert page.url.endswith("/notes/")
    return page


def test_her_page_is_whole_and_says_no_crime_word(
    browser: Browser, context: BrowserContext, demo: Demo
) -> None:
    page = _handed_over(context, demo)

    assert page.locator("html").get_attribute("lang") == "bn"
    assert not CRIME.search(page.locator("body").inner_text())
    assert "S-0071" not in page.content()
    seen = browser.new_context(bypass_csp=True, storage_state=context.storage_state())
    again = seen.new_page()
    answer = again.goto(page.url)
    assert answer
    assert list(faults_of(again, answer.text(), answer.status, "bn")) == []
    seen.close()


def test_nothing_else_opens_until_the_phone_is_given_back(
    context: BrowserContext, demo: Demo
) -> None:
    page = _handed_over(context, demo)
    for address in ("/", "/files/", "/my/sessions/"):
        page.goto(demo.url + address)
        assert page.url.endswith("/notes/")


def test_hide_leaves_the_weather_and_back_shows_nothing_of_ours(
    context: BrowserContext, demo: Demo
) -> None:
    def weather(route: Route) -> None:
        route.fulfill(body="<h1>weather</h1>", content_type="text/html")

    page = _handed_over(context, demo)
    away = page.locator("body").get_attribute("data-exit") or ""
    context.route(f"{away}**", weather)
    page.locator(".her-hide").tap()
    page.get_by_text("weather").wait_for()
    page.evaluate("history.back()")  # where it leads does not exist without a network
    page.wait_for_timeout(1000)

    assert "her-box" not in page.content()
    assert not page.url.endswith("/notes/")
