"""Every page of the URL map that somebody of the demo can open, with a real address for each."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlparse

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve, reverse
from playwright.sync_api import APIRequestContext, BrowserContext

from tests.browser.doing import signed_in

WHO = ("mis", "cm", "mgr", "shampa", "das", "admin", "advo")
LINK = re.compile(r'(?:href|action)="([^"#]+)"')
KIND_OF_VIEW = re.compile(r"(?:part|show|view)=[a-z_]+")
# Addresses of one kind that are followed: the next step may hang on the second record only.
OFTEN = 3
OFTENER = {"files:file": 6, "compensation:claim": 25, "proceedings:fir": 8}
ALONE = (  # no page leads here from the demo's records, or only from a page that is left out
    "mfa_list_webauthn",
    "facts:releases",
    "strategy:list",
    "office:people",
)
PARTS = "a part of a page that htmx asks for, or an answer to a button"
NEEDS_ONE = "the demo's people have no second factor of their own"
NO_PASSWORD = "the demo's people have no password; tests/interfaces/web opens it"
OPEN_DOUBTS = "the demo has no import half done; tests/interfaces/web opens it"
NO_SUCH_RECORD = "a step of a record that the demo does not hold; tests/interfaces/web opens it"
# What the walk does not open, and why.
A_FILE = "a file to download, tested with its page"
LEFT_OUT = {
    "compensation:ledger_file": A_FILE,
    "compensation:letter": A_FILE,
    "duties:export": A_FILE,
    "legalaid:reminder_pdf": A_FILE,
    "my_work:feed": A_FILE,
    "proceedings:letter_pdf": A_FILE,
    "check_data:verdict": PARTS,
    "check_data:take_back": PARTS,
    "check_data:draw": PARTS,
    "check_data:close": PARTS,
    "her_page:hide": PARTS,
    "her_page:leave": PARTS,
    "compensation:sent": PARTS,
    "legalaid:sent": PARTS,
    "care:accused": NO_SUCH_RECORD,
    "care:choose_review": NO_SUCH_RECORD,
    "care:close_emergency": NO_SUCH_RECORD,
    "care:conference": NO_SUCH_RECORD,
    "care:decide_emergency": NO_SUCH_RECORD,
    "care:instalment": NO_SUCH_RECORD,
    "care:review": NO_SUCH_RECORD,
    "care:review_emergency": NO_SUCH_RECORD,
    "care:settled": NO_SUCH_RECORD,
    "care:step_done": NO_SUCH_RECORD,
    "care:take_back": NO_SUCH_RECORD,
    "check_data:check": NO_SUCH_RECORD,
    "check_data:round": NO_SUCH_RECORD,
    "her_page:notes": NO_SUCH_RECORD,
    "legalaid:escalate": NO_SUCH_RECORD,
    "proceedings:contest": NO_SUCH_RECORD,
    "proceedings:letter": NO_SUCH_RECORD,
    "proceedings:letter_answered": NO_SUCH_RECORD,
    "proceedings:letter_send": NO_SUCH_RECORD,
    "facts:release_pdf": "a PDF, tested with the report",
    "registers:export": "a file to download, tested with the registers",
    "account_login": "opened by itself, signed out",
    "account_inactive": "nobody of the demo is inactive",
    "account_set_password": "leads to Today",
    "account_change_password": NO_PASSWORD,
    "account_reauthenticate": NO_PASSWORD,
    "set_language": PARTS,
    "drafts:amount": PARTS,
    "drafts:day": PARTS,
    "drafts:fresh": PARTS,
    "drafts:save": PARTS,
    "hearings:card": PARTS,
    "hearings:not_known": PARTS,
    "hearings:said": PARTS,
    "hearings:undo": PARTS,
    "files:contact_undo": PARTS,
    "files:task_done": PARTS,
    "files:task_undo": PARTS,
    "check_data:settle": PARTS,
    "check_data:go_on": PARTS,
    "mfa_login_webauthn": PARTS,
    "mfa_reauthenticate_webauthn": NEEDS_ONE,
    "mfa_authenticate": NEEDS_ONE,
    "mfa_reauthenticate": NEEDS_ONE,
    "mfa_deactivate_totp": NEEDS_ONE,
    "mfa_edit_webauthn": NEEDS_ONE,
    "mfa_remove_webauthn": NEEDS_ONE,
    "mfa_generate_recovery_codes": NEEDS_ONE,
    "mfa_view_recovery_codes": NEEDS_ONE,
    "mfa_download_recovery_codes": NEEDS_ONE,
    "check_data:take_all": OPEN_DOUBTS,
    "check_data:undo": OPEN_DOUBTS,
    "facts:release": NO_SUCH_RECORD,
    "files:left_shelter": NO_SUCH_RECORD,
    "files:scan": NO_SUCH_RECORD,
    "files:unassign": NO_SUCH_RECORD,
    "office:decide": NO_SUCH_RECORD,
    "proceedings:order": NO_SUCH_RECORD,
    "proceedings:receipt": NO_SUCH_RECORD,
    "reference:end": NO_SUCH_RECORD,
    "strategy:approve": NO_SUCH_RECORD,
    "strategy:objective": NO_SUCH_RECORD,
}


def names(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    """The names of all addresses of the product."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from names(entry, inner)
        elif isinstance(entry, URLPattern) and entry.name:
            yield space + entry.name


def kind(address: str) -> str:
    """The name of the page an address leads to, with the part of it that is shown; none: empty."""
    parts = urlparse(address)
    try:
        name = resolve(parts.path).view_name
    except Resolver404:
        return ""
    views = "&".join(KIND_OF_VIEW.findall(parts.query))
    return name + (f"?{views}" if views else "")


@dataclass
class Places:
    """What was found: for each kind of page an address and who opens it."""

    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    often: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def missing(self) -> set[str]:
        """Names of the URL map that nobody reached and that are not left out for a reason."""
        return set(names()) - {one.split("?")[0] for one in self.pages} - set(LEFT_OUT)

    def is_worth_asking(self, address: str) -> bool:
        """Whether it may show a page of a new kind, or lead to one."""
        of = kind(address)
        if not of or of.split("?")[0] in LEFT_OUT or address in self.asked:
            return False
        allowed = 1 if "?" in of else OFTENER.get(of, OFTEN)
        return self.often[of] < allowed and self.refused[of] < OFTEN


def find_places(context: BrowserContext, base: str) -> Places:
    """Sign in as one after the other and follow every link and every form's address."""
    places = Places()
    for who in WHO:
        signed_in(context, base, who).close()
        _follow(context.request, base, who, places)
        context.clear_cookies()
    return places


def _follow(request: APIRequestContext, base: str, who: str, places: Places) -> None:
    waiting = deque([reverse(name) for name in ("today:home", "gallery:all", *ALONE)])
    places.asked.clear()
    places.refused.clear()
    places.often["today:home"] = 0
    while waiting:
        address = waiting.popleft()
        if not places.is_worth_asking(address):
            continue
        places.asked.add(address)
        answer = request.get(base + address, max_redirects=0)
        if answer.status != 200 or "text/html" not in answer.headers.get("content-type", ""):
            places.refused[kind(address)] += 1
            continue
        places.often[kind(address)] += 1
        places.pages.setdefault(kind(address), (address, who))
        links = LINK.findall(answer.text())
        waiting += [urljoin(address, link.replace("&amp;", "&")) for link in links]
