"""Shampa, on her phone: the hearing of S-0142 was put off because the judge was absent. Exactly three taps."""

from playwright.sync_api import BrowserContext, Locator, Page

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in

COUNT_TAPS = "window.taps = 0; addEventListener('pointerdown', () => { window.taps += 1; }, true)"


def card_of(page: Page, number: str) -> Locator:
    """The card of today's hearing of a file; what an earlier test recorded is taken back first."""
    card = page.locator("article.hearing", has_text=number).first
    undo = card.get_by_role("button", name="Undo")
    if undo.count():
        undo.tap()
        card = page.locator("article.hearing", has_text=number).first
        card.locator(".btn-answer").first.wait_for()
    return card


def test_three_taps_record_it(context: BrowserContext, demo: Demo) -> None:
    page = signed_in(context, demo.url, "shampa")
    card = card_of(page, "S-0142")
    reference = card.locator('a[href^="/proceedings/"]').first.inner_text()
    page.evaluate(COUNT_TAPS)

    card.locator(".btn-answer[value=judge_absent]").tap()
    form = page.locator("article.hearing", has_text=reference).filter(has=page.locator("form"))
    day = form.locator(".month-day:not(.month-closed)").last
    chosen = day.locator("input").get_attribute("value") or ""
    day.tap()
    form.locator(".btn-main").first.tap()

    done = page.locator("article.hearing", has_text=reference).filter(has_text="Recorded")
    done.first.wait_for()
    assert page.evaluate("window.taps") == 3
    said = done.first.inner_text()
    assert "Judge absent" in said
    assert chosen in said
