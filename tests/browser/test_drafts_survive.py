"""Nothing typed is lost: a killed browser, a killed server. And nothing stays in the browser."""

import shutil
from pathlib import Path

from playwright.sync_api import Page, Playwright

from tests.browser.conftest import CHROMIUM, QUIET, Demo
from tests.browser.doing import signed_in

CANARY = "Zyxwomira Qvartolen"


def _type(page: Page, demo: Demo, words: str) -> None:
    """Begin a new file, and wait until the strip says that the words are kept."""
    page.goto(f"{demo.url}/files/new/")
    page.fill("[name=name_used]", words)
    page.locator("#saved-state", has_text="Saved").wait_for()


def _found_again(page: Page, demo: Demo) -> str:
    page.goto(f"{demo.url}/files/new/")
    if not page.input_value("[name=name_used]"):
        page.locator(".banner a, .banner button").first.click()
    return page.input_value("[name=name_used]")


def test_a_draft_survives_a_killed_browser_that_keeps_nothing(
    playwright: Playwright, demo: Demo, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    for turn in (1, 2):
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, args=QUIET
        )
        context.set_default_timeout(10_000)
        page = signed_in(context, demo.url, "shampa")
        if turn == 1:
            _type(page, demo, CANARY)
        else:
            assert _found_again(page, demo) == CANARY
        context.close()
        forms = [CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.split(maxsplit=1)[0].encode()]
        kept = [
            path.relative_to(profile)
            for path in profile.rglob("*")
            if path.is_file() and any(form in path.read_bytes() for form in forms)
        ]
        assert kept == []
    shutil.rmtree(profile)


def test_a_draft_survives_a_killed_server(playwright: Playwright, demo: Demo) -> None:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    context = browser.new_context()
    context.set_default_timeout(10_000)
    page = signed_in(context, demo.url, "cm")
    _type(page, demo, "Before the cut")
    demo.kill()
    page.fill("[name=name_used]", "After the cut")
    page.locator("#saved-state.not").wait_for()
    demo.start()
    page.locator("#saved-state", has_text="Saved").wait_for(timeout=40_000)

    assert _found_again(page, demo) == "After the cut"
    browser.close()
