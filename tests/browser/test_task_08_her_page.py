"""Task 8: Rupa sits beside her; she is shown her date and her money, hears them, and nothing else is shown."""

from playwright.sync_api import Browser

from tests.browser.conftest import Demo
from tests.browser.tapping import Hand, find, hand
from tests.browser.walk import CRIME

# What a voice of the device would say aloud; the tests' Chromium has none.
VOICE = """() => { window.said = [];
  speechSynthesis.getVoices = () => [{ lang: 'bn-IN', localService: LOCAL }];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  speechSynthesis.speak = u => { window.said.push([u.lang, u.text]); setTimeout(() => u.onend(), 1); };
  speechSynthesis.cancel = () => {};
  speechSynthesis.dispatchEvent(new Event('voiceschanged')); }"""
OWN, ELSEWHERE = VOICE.replace("LOCAL", "true"), VOICE.replace("LOCAL", "false")


def handed_over(held: Hand) -> None:
    """Rupa's page, from Today."""
    page = held.page
    find(held, "S-0071")
    held.tap(page.locator("a[href*='/her-page/']").first, leads_on=True)
    held.tap(page.locator("main button[name=language][value=bn]"), leads_on=True)


def test_she_sees_and_hears_her_date_and_her_money(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:
        handed_over(held)
        page = held.page
        page.evaluate(OWN)
        held.tap(page.locator("[data-listen]"))
        page.wait_for_timeout(1500)
        said = page.evaluate("window.said")

        assert held.taps <= 8
        words = page.locator("body").inner_text()
        assert "4,00,000" in words
        assert page.locator(".her-far li").count() == 5
        assert not CRIME.search(words)
        assert "S-0071" not in page.content()
        assert "Rupa" not in page.content()
        assert len(said) >= 12
        assert {language for language, _text in said} == {"bn-IN"}
        assert any("4,00,000" in text for _language, text in said)


def test_one_box_is_heard_alone(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:
        handed_over(held)
        held.page.evaluate(OWN)
        held.tap(held.page.locator("[data-listen-one]").first)
        held.page.wait_for_timeout(500)
        said = [text for _language, text in held.page.evaluate("window.said")]
        box = held.page.locator("article[data-say]").first.inner_text()
        assert 2 <= len(said) <= 4
        assert all(text in box for text in said)


def test_a_phone_without_a_voice_says_so_and_a_voice_from_elsewhere_is_never_used(
    browser: Browser, demo: Demo
) -> None:
    with hand(browser, demo) as held:
        handed_over(held)
        page = held.page
        for _phone in ("no voice at all", "only a voice that sends her words elsewhere"):
            assert page.locator("[data-no-voice]").is_visible()
            assert page.locator("[data-listen-one]:visible").count() == 0
            page.evaluate(ELSEWHERE)
        assert page.evaluate("window.said") == []
