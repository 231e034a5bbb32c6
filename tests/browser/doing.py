"""What every browser story does: sign in as one of the demo's people, choose a language."""

from playwright.sync_api import BrowserContext, Page


def signed_in(context: BrowserContext, base: str, login_name: str, language: str = "en") -> Page:
    """A page of that person, in that language."""
    page = context.new_page()
    page.goto(f"{base}/sign-in/")
    with page.expect_navigation():
        page.locator(f'form[action$="/demo/{login_name}/"] button').click()
    speak(page, language)
    return page


def speak(page: Page, language: str) -> None:
    """Switch the language with the button that every page has."""
    if page.locator("html").get_attribute("lang") == language:
        return
    with page.expect_navigation():
        page.locator(f"button[name=language][value={language}] >> visible=true").first.click()
    assert page.locator("html").get_attribute("lang") == language
