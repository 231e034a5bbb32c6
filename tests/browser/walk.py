"""Every page that the demo's people can reach, one of each kind, and what may be wrong with one."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlparse

from playwright.sync_api import BrowserContext, Page

from tests.browser.doing import signed_in

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
WHO = ("cm", "mgr", "mis", "advo", "das", "shampa")
NOT_A_PAGE = re.compile(
    r"/(static|sign-out|lock|language)/|\.pdf|/export|xlsx|csv|/download|/pdf|/erase|/print"
)
CRIME = re.compile(
    r"traffick|rape|victim|survivor|violence|পাচার|ধর্ষণ|সারভাইভার|tafteesh", re.IGNORECASE
)
MANY = 600  # elements: above it one of the two widths is enough in each language
WIDE = {"en": 1280, "bn": 360}
NUMBER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d{2}|\d+")
KIND_OF_VIEW = re.compile(r"(?:part|show|view)=[a-z_]+")

# Runs in the page: axe's serious findings, each with the first place where it stands.
FINDINGS = """async () => {
  const told = await axe.run(document, {runOnly: ["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa"],
    resultTypes: ["violations"]});
  return told.violations.filter(v => ["serious","critical"].includes(v.impact))
    .map(v => v.id + ": " + v.nodes[0].html.slice(0, 120) + " (" + v.nodes.length + ")");
}"""
# The widest element that sticks out of the page, if the page scrolls sideways.
STICKS_OUT = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return "";
  const out = [...document.body.querySelectorAll("*")].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1
    && !e.closest(".table-wrap,.scroll,.query"));
  const last = out.at(-1);
  return root.scrollWidth + " px: " + (last ? last.outerHTML.slice(0, 120) : "?");
}"""
# Type below 14 px, besides the bottom bar and the weekdays of the calendar.
TOO_SMALL = """() => [...new Set([...document.body.querySelectorAll("*")].filter(e =>
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility()
    && parseFloat(getComputedStyle(e).fontSize) < 14 && !e.closest(".menu,.month th,.unseen,svg,noscript"))
  .map(e => e.outerHTML.slice(0, 80)))]"""
# Words in Latin letters on a Bengali page, besides what is typed in by people (lang, data) or names.
LATIN = """() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (at.closest("script,style,template,[lang]:not(html),code,kbd,pre,.raw,.foot,.typed,option,textarea,svg")) continue;
    for (const word of walker.currentNode.data.match(/[A-Za-z][A-Za-z'’-]+/g) || []) found.add(word);
  }
  return [...found];
}"""


def shape(address: str) -> str:
    """What kind of page an address is: numbers left out, filters left out."""
    parts = urlparse(address)
    views = "&".join(KIND_OF_VIEW.findall(parts.query))
    return NUMBER.sub("0", parts.path) + (f"?{views}" if views else "")


def pages(context: BrowserContext, base: str) -> dict[str, str]:
    """One address of each kind and who reaches it: everybody's menu, then what the pages lead to."""
    found: dict[str, str] = {}
    for who in WHO:
        page = signed_in(context, base, who)
        for address in list(_reached(page, base, known=set(map(shape, found)))):
            found[address] = who
        page.close()
        context.clear_cookies()
    return found


def _reached(page: Page, base: str, known: set[str]) -> Iterator[str]:
    waiting = ["/", "/office/gallery/"]
    while waiting:
        address = waiting.pop(0)
        if shape(address) in known:
            continue
        known.add(shape(address))
        answer = page.request.get(base + address)
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        yield address
        for link in re.findall(r'<a [^>]*?href="(/[^"#]*|\?[^"#]*)"', answer.text()):
            to = (urlparse(address).path + link if link.startswith("?") else link).replace(
                "&amp;", "&"
            )
            if not NOT_A_PAGE.search(to):
                waiting.append(to)


def faults_of(page: Page, html: str, status: int, language: str) -> Iterator[str]:
    """What is wrong with the page that is open now."""
    yield from _told_too_much(page, html, status)
    if page.evaluate("!window.axe"):
        page.add_script_tag(path=AXE)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 740})
        if page.evaluate("document.querySelectorAll('*').length") < MANY or width == WIDE[language]:
            yield from (f"at {width} px {finding}" for finding in page.evaluate(FINDINGS))
        yield from (f"at {width} px too small: {small}" for small in page.evaluate(TOO_SMALL))
    page.set_viewport_size({"width": 320, "height": 640})
    if out := page.evaluate(STICKS_OUT):
        yield f"scrolls sideways: {out}"


def _told_too_much(page: Page, html: str, status: int) -> Iterator[str]:
    """A wrong answer, a title that tells, headings, weight."""
    if status != 200:
        yield f"answers {status}"
    if CRIME.search(page.title()):
        yield f"its title tells: {page.title()}"
    if page.locator("h1").count() != 1:
        yield f"{page.locator('h1').count()} main headings"
    weight = len(gzip.compress(html.encode()))
    if weight > 30 * 1024:
        yield f"{weight // 1024} KB"
