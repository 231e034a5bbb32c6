"""Every page of the URL map that somebody of the demo can open, with a real address for each."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlparse

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve, reverse
from playwright.sync_api import APIRequestContext, BrowserContext

from tests.browser.doing import signed_in

WHO = (
    "mis", "cm", "mgr", "shampa", "das", "counsel", "admin", "advo", "leader", "ranchi", "ranchicm", "reader",
)  # fmt: skip
# Files of which everything is followed, because the demo tells more of them.
FOLLOWED = {
    "shampa": ("S-0002", "S-0003", "S-0006", "S-0008", "S-0142"),
    "counsel": ("S-0002",),
    "cm": ("S-0003", "S-0098"),
}
LED_TO = ("files:file", "proceedings:fir", "legalaid:file")
LINK = re.compile(r'(?:href|action)="([^"#]+)"')
KIND_OF_VIEW = re.compile(r"(?:part|show|view)=[a-z_]+")
# Addresses of one kind that are followed: the next step may hang on the second record only.
OFTEN = 2
OFTENER = {"files:file": 6, "proceedings:letter": 8, "compensation:claim": 40, "proceedings:fir": 8}
ALONE = (  # no page leads here from the demo's records, or only from a page that is left out
    "mfa_list_webauthn",
    "facts:releases",
    "files:misses",
    "strategy:list",
    "office:people",
)
PARTS = "a part of a page that htmx asks for, or an answer to a button"
NEEDS_ONE = "the demo's people have no second factor of their own"
NO_PASSWORD = "the demo's people have no password; tests/interfaces/web/test_sign_in.py opens it"
OPEN_DOUBTS = "the demo holds no import that was taken whole; test_check_data.py opens it"
TWO_SYSTEMS = "between two systems only; test_compare_pages.py opens it"
NO_SUCH_RECORD = "a step of a record that the demo does not hold; tests/interfaces/web opens it"
# What the walk does not open, and why.
A_FILE = "a file to download, tested with its page"
LEFT_OUT = {
    "files:miss": PARTS,
    "files:miss_words": PARTS,
    "compensation:annexure": A_FILE,
    "compensation:ledger_file": A_FILE,
    "compensation:like_pdf": A_FILE,
    "compensation:letter": A_FILE,
    "compensation:letter_sent": PARTS,
    "duties:export": A_FILE,
    "legalaid:reminder_pdf": A_FILE,
    "legalaid:pack_pdf": A_FILE,
    "my_work:feed": A_FILE,
    "proceedings:letter_pdf": A_FILE,
    "proceedings:letter_word": A_FILE,
    "proceedings:template_file": A_FILE,
    "proceedings:letter_approve": PARTS,
    "proceedings:template_use": PARTS,
    "proceedings:ecourts_accept": PARTS,
    "check_data:verdict": PARTS,
    "check_data:take_back": PARTS,
    "check_data:draw": PARTS,
    "check_data:close": PARTS,
    "care:step_done": PARTS,
    **{
        f"grid:{key}_{part}": PARTS
        for key in ("hearings", "contacts", "payments")
        for part in ("cases", "row")
    },
    "care:give_locked": "a counsellor's own locked note, tested in tests/domain/care/test_locked_notes.py",
    "care:open_locked": "a counsellor's own locked note, tested in tests/domain/care/test_locked_notes.py",
    "check_data:take_all": PARTS,
    "legalaid:escalate": PARTS,
    "proceedings:contest": PARTS,
    "proceedings:draft_letter": PARTS,
    "proceedings:draft_file_letter": PARTS,
    "files:scan": A_FILE,
    "files:original": A_FILE,
    "files:sheet": "a picture, tested in test_paper_pages.py",
    "check_data:undo": OPEN_DOUBTS,
    "once:two_persons": PARTS,
    "once:again": PARTS,
    "once:next": "leads to a pair",
    "check_data:answers_out": TWO_SYSTEMS,
    "check_data:answers_in": TWO_SYSTEMS,
    "mend:fix": PARTS,
    "mend:dismiss": PARTS,
    "mend:bring_back": PARTS,
    "mend:undo": PARTS,
    "mend:next": "leads to a finding",
    "her_page:hide": PARTS,
    "her_page:leave": PARTS,
    "her_page:wrong": PARTS,
    "her_page:call": PARTS,
    "her_page:say_no": PARTS,
    "compensation:heir": NO_SUCH_RECORD,
    "compensation:sent": PARTS,
    "legalaid:sent": PARTS,
    "her_page:sound": A_FILE,
    "her_page:voice_sound": A_FILE,
    "her_page:voice_away": PARTS,
    "her_page:notes": "opened in hand-over mode only; test_her_page.py opens it",
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
    "files:unassign": PARTS,
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
    return f"{name}?{views}" if views else name


@dataclass
class Places:
    """What was found: for each kind of page an address and who opens it."""

    pages: dict[str, tuple[str, str]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    often: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    sure: set[str] = field(default_factory=set)

    def missing(self) -> set[str]:
        """Names of the URL map that nobody reached and that are not left out for a reason."""
        return set(names()) - {one.split("?")[0] for one in self.pages} - set(LEFT_OUT)

    def is_worth_asking(self, address: str) -> bool:
        """Whether it may show a page of a new kind, or lead to one."""
        of = kind(address)
        if not of or of.split("?")[0] in LEFT_OUT or address in self.asked:
            return False
        if address.split("?", maxsplit=1)[0] in self.sure:
            return True
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


def _named_files(request: APIRequestContext, base: str, who: str) -> Iterator[str]:
    """The addresses of the files of which everything is followed."""
    for number in FOLLOWED.get(who, ()):
        found = request.get(f"{base}{reverse('files:list')}?q={number}").text()
        for address in LINK.findall(found):
            if kind(address) == "files:file" and "?" not in address:
                yield address
                break


def _follow(request: APIRequestContext, base: str, who: str, places: Places) -> None:
    named = list(_named_files(request, base, who))
    places.sure = set(named)
    starts = (reverse(name) for name in ("today:home", "gallery:all", *ALONE))
    waiting = deque([*named, *starts])
    places.asked.clear()
    places.often.clear()
    places.refused.clear()
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
        found = LINK.findall(answer.text())
        links = [urljoin(address, link.replace("&amp;", "&")) for link in found]
        if address in named:
            places.sure |= {link.split("?")[0] for link in links if kind(link) in LED_TO}
        waiting += links
