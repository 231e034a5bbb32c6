"""Shampa, on her phone: the wrong date was chosen. Undo, record again; the first entry is kept."""

from playwright.sync_api import BrowserContext

from tests.browser.conftest import Demo
from tests.browser.doing import signed_in
from tests.browser.test_task_02_hearing_put_off import card_of


def test_a_wrong_date_is_undone_and_recorded_again(context: BrowserContext, demo: Demo) -> None:
    page = signed_in(context, demo.url, "shampa")
    card = card_of(page, "S-0003")
    reference = card.locator('a[href^="/proceedings/"]').first.inner_text()
    chosen = []
    for place in (-2, -1):
        here = page.locator("article.hearing", has_text=reference).first
        here.locator(".btn-answer[value=adjourned]").tap()
        form = page.locator("article.hearing", has_text=reference).filter(has=page.locator("form"))
        days = form.locator(".month-day:not(.month-closed)")
        day = days.nth(days.count() + place)
        chosen.append(day.locator("input").get_attribute("value") or "")
        day.tap()
        form.locator(".btn-main").first.tap()
        done = page.locator("article.hearing", has_text=reference).filter(has_text="Recorded")
        done.first.wait_for()
        assert chosen[-1] in done.first.inner_text()
        if place == -2:
            done.first.get_by_role("button", name="Undo").tap()
            here.locator(".btn-answer").first.wait_for()

    assert chosen[0] != chosen[1]
    page.locator("article.hearing", has_text=reference).locator(
        'a[href^="/proceedings/"]'
    ).first.tap()
    hearings = page.locator("section[aria-labelledby=hearings]").inner_text()
    assert chosen[1] in hearings
    assert chosen[0] not in hearings, "what was undone stands no more"
