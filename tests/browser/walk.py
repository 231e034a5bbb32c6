"""What may be wrong with a page."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
CRIME = re.compile(
    r"traffick|rape|victim|survivor|violence|পাচার|ধর্ষণ|সারভাইভার|tafteesh", re.IGNORECASE
)
WIDTHS = {"en": (1280, 360), "bn": (360,)}

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
LATIN = r"""() => {
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (at.closest("script,style,template,noscript,[lang]:not(html),code,kbd,pre,.raw,.foot,.typed,option,textarea,svg")) continue;
    const said = walker.currentNode.data.replace(/(Alt|Ctrl)\+\S+/g, "");
    for (const word of said.match(/[A-Za-z][A-Za-z'’-]+/g) || []) found.add(word.replace(/-$/, ""));
  }
  return [...found];
}"""


def faults_of(page: Page, html: str, status: int, language: str) -> Iterator[str]:
    """What is wrong with the page that is open now, on a desktop (English) and on phones."""
    yield from _told_too_much(page, html, status)
    page.add_script_tag(path=AXE)
    for width in WIDTHS[language]:
        page.set_viewport_size({"width": width, "height": 740})
        yield from (f"at {width} px {finding}" for finding in page.evaluate(FINDINGS))
    page.set_viewport_size({"width": 320, "height": 640})
    yield from (f"too small: {small}" for small in page.evaluate(TOO_SMALL))
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
