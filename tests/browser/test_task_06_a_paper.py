"""Task 6: a picture of a court order is put into Rupa's file, with its kind and day."""

from playwright.sync_api import Browser

from tafteesh.interfaces.commands.demo.lived import photo
from tests.browser.conftest import Demo
from tests.browser.tapping import find, hand, told


def test_an_order_is_photographed_into_her_file(browser: Browser, demo: Demo) -> None:
    with hand(browser, demo) as held:
        page = held.page
        find(held, "S-0071")
        held.tap(page.locator("details.adding summary"))
        held.tap(page.locator("details.adding a[href$='/paper/']"), leads_on=True)
        held.taps += 2  # the camera and its shutter
        picture = {"name": "IMG_1.png", "mimeType": "image/png", "buffer": photo()}
        page.locator("main [name=scan]").set_input_files(picture)
        held.choose("kind", "order")
        held.write("dated_on", "০১-১০-২০২৬")
        held.tap(page.locator("main form .btn-main"), leads_on=True)

        assert "01-10-2026" in told(held)
        assert "IMG_1" not in page.content(), "the name that the phone gave it is thrown away"
        assert held.taps <= 13
