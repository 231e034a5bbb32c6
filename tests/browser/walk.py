"""Every page that the demo's people can reach, one of each kind, and what may be wrong with one."""

import gzip
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlparse

from django.urls import NoReverseMatch, get_resolver, resolve, reverse
from playwright.sync_api import APIResponse, Browser, Page

from tests.browser.doing import signed_in
from tests.shape.test_pages import addresses

AXE = (Path(__file__).parent / "node_modules/axe-core/axe.min.js").read_text("utf-8")
WHO = ("cm", "mgr", "mis", "advo", "das", "shampa")
NOT_A_PAGE = re.compile(
    r"/(static|sign-out|lock|language)/|\.pdf|/export|xlsx|csv|/download|/pdf|/erase|/print"
)
CRIME = re.compile(
    r"traffick|rape|victim|survivor|violence|পাচার|ধর্ষণ|সারভাইভার|tafteesh", re.IGNORECASE
)
STARTS = ("/", "/office/gallery/", "/second-factor/", "/lock/")
SHOWN = 200
# English is looked at on a desktop, Bengali on a phone; both at 320 px.
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


def pages(browser: Browser, base: str) -> list[tuple[str, str]]:
    """(who, address) of one page of each kind: by the links, then by the URL map with ids seen."""
    found: list[tuple[str, str]] = []
    known: set[str] = set()
    held = []
    for who in WHO:
        held.append((who, signed_in(browser.new_context(), base, who)))
        found += [(who, address) for address in _reached(held[-1][1], base, known)]
    for address in _unlinked(found):
        answers = ((who, page.request.get(base + address, max_redirects=0)) for who, page in held)
        who = next((who for who, answer in answers if _is_page(answer)), "")
        found += [(who, address)] if who else []
    for _, page in held:
        page.context.close()
    return found


def _unlinked(found: list[tuple[str, str]]) -> Iterator[str]:
    """Addresses of the URL map that no link led to, their holes filled with what links had there."""
    met = [resolve(urlparse(address).path) for _, address in found]
    seen = {match.view_name for match in met}
    filling = {hole: value for match in met for hole, value in match.kwargs.items()}
    for name, pattern in addresses(get_resolver().url_patterns):
        holes = pattern.pattern.regex.groupindex
        if name not in seen and name != "account_logout" and set(holes) <= set(filling):
            with suppress(NoReverseMatch):  # a hole stands in the including address
                yield reverse(name, kwargs={hole: filling[hole] for hole in holes})


def _is_page(answer: APIResponse) -> bool:
    return answer.status == SHOWN and "text/html" in answer.headers.get("content-type", "")


def _reached(page: Page, base: str, known: set[str]) -> Iterator[str]:
    """What a person's own first page and menu lead to, besides the kinds known already."""
    tried: set[str] = set()
    waiting = [(address, 0) for address in STARTS]
    while waiting:
        address, steps = waiting.pop(0)
        kind = shape(address)
        if kind in tried or (kind in known and steps > 1):
            continue
        tried.add(kind)
        answer = page.request.get(base + address, max_redirects=0)
        if not _is_page(answer):
            continue
        if kind not in known or address == "/":
            known.add(kind)
            yield address
        waiting += [(to, steps + 1) for to in _links(address, answer.text())]


def _links(address: str, html: str) -> Iterator[str]:
    for link in re.findall(r'<a [^>]*?href="(/[^"#]*|\?[^"#]*)"', html):
        to = (urlparse(address).path + link if link.startswith("?") else link).replace("&amp;", "&")
        if not NOT_A_PAGE.search(to):
            yield to


def route(address: str) -> str:
    """The name in the URL map of the page at an address."""
    return resolve(urlparse(address).path).view_name


def faults_of(page: Page, html: str, status: int, language: str) -> Iterator[str]:
    """What is wrong with the page that is open now."""
    yield from _told_too_much(page, html, status)
    page.evaluate(AXE)
    page.set_viewport_size({"width": WIDE[language], "height": 740})
    yield from page.evaluate(FINDINGS)
    yield from (f"too small: {small}" for small in page.evaluate(TOO_SMALL))
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
