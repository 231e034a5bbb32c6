"""The grammar of cited sections: "363/366A/370(4) IPC; 5 ITPA", in three scripts."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from tafteesh.foundation.kernel.digits import cell_text
from tafteesh.foundation.kernel.doubts import Doubt
from tafteesh.foundation.kernel.no_answer import Answer, read_no_answer

KnownSections = Callable[[str, str], bool] | Mapping[str, Collection[str]]
"""Whether a section is in an act: a function of (act, section), or sections by act."""

_LONGEST = 2_000  # characters
_CACHEABLE = 200

# Act as this programme cites it: ways to write it, as patterns on casefolded text.
_ACTS: Final[Mapping[str, str]] = {
    "IPC": r"i\.?\s?p\.?\s?c\b\.?|indian penal code|penal code|আই\.?পি\.?সি\.?|ভারতীয় দণ্ডবিধি|দণ্ডবিধি|ভা\.?দ\.?বি\.?"
    r"|आई\.?पी\.?सी\.?|भारतीय दंड संहिता|भारतीय दण्ड संहिता|भा\.?\s?द(?:ं|ण्ड)?\.?\s?(?:वि|सं)\.?",
    "BNSS": r"b\.?n\.?s\.?s\b\.?|bharatiya nagarik suraksha sanhita|বি\.?এন\.?এস\.?এস\.?|बी\.?एन\.?एस\.?एस\.?",
    "BNS": r"b\.?n\.?s\b\.?|bharatiya nyaya sanhita|বি\.?এন\.?এস\.?|ভারতীয় ন্যায় সংহিতা|बी\.?एन\.?एस\.?|भारतीय न्याय संहिता",
    "BSA": r"b\.?s\.?a\b\.?|bharatiya sakshya adhiniyam",
    "ITPA": r"i\.?\s?t\.?\s?\(?p\.?\)?\s?a?(?![a-z])\.?|p\.?i\.?t\.?a\b\.?|s\.?i\.?t\.?a\b\.?|immoral traffic(?:king)?(?:\s*\(?prevention\)?)?"
    r"|আই\.?টি\.?পি\.?এ?\.?|পিটা|आई\.?टी\.?पी\.?ए?\.?|पीटा|अनैतिक व्यापार",
    "POCSO": r"p\.?o\.?c\.?s\.?o\b\.?|pocsoa?\b|posco\b|protection of children from sexual offen[cs]es|পকসো|পক্সো|पॉक्सो|पोक्सो|पाक्सो",
    "JJ": r"j\.?\s?j\b\.?|juvenile justice|জে\.?জে\.?|जे\.?जे\.?|किशोर न्याय",
    "CrPC": r"cr\.?\s?p\.?\s?c\b\.?|criminal procedure code|code of criminal procedure|সিআরপিসি|सीआरपीसी|दंड प्रक्रिया संहिता",
    "PCMA": r"p\.?c\.?m\.?a\b\.?|prohibition of child marriage|child marriage(?: prohibition)?|বাল্যবিবাহ নিরোধ|बाल विवाह",
    "SC/ST": r"sc\s*[/&-]?\s*(?:and\s*)?st(?:\s*\(?poa\)?)?\b(?:\s*\(?prevention of atrocities\)?)?",
    "PWDVA": r"p\.?w\.?d\.?v\.?a\b\.?|d\.?v\b\.?(?=\s*act)|domestic violence",
    "BLSA": r"b\.?l\.?s?\.?a\b\.?|bonded labou?r(?: system)?(?:\s*\(?abolition\)?)?",
    "CLPRA": r"c\.?l\.?p?\.?r\.?a\b\.?|child labou?r(?:\s*\(?prohibition(?: and regulation)?\)?)?",
    "DP": r"dowry prohibition|d\.?p\b\.?(?=\s*act)",
    "IT": r"information technology|i\.?t\b\.?(?=\s*act)",
    "Arms": r"arms(?=\s*act)",
    "Foreigners": r"foreigners?(?=\s*act)",
    "Passports": r"passports?(?=\s*act)",
    "Evidence": r"(?:indian )?evidence(?=\s*act)|i\.?e\.?a\b\.?",
}
ACT_CODES: Final = tuple(_ACTS)
_AFTER_ACT = r"(?:\s*(?:act|আইন|अधिनियम))?(?:[\s,.-]*(?:of\s*|\()?(?:18|19|20)\d{2}(?!\d)\)?)?"
_ACT_NAMES = "|".join(f"(?P<a{n}>{pattern})" for n, pattern in enumerate(_ACTS.values()))
_SECTION = r"\d{1,6}(?:-?[a-z]{1,2}(?![a-z]))?(?:\s*\(\s*[a-z0-9]{1,4}\s*\))*(?!\d)"
_RANGE = r"\d{1,3}[a-z]?\s*(?:-|to)\s*\d{1,3}[a-z]?(?![\da-z])"
_NOISE = (
    r"(?:u\s*/\s*s|under|read\s*with|r\s*/\s*w|rw|secs?|sections?|ss?|and|of|the|with|also|act|added|as|"
    r"ধারা(?:য়|র|সমূহ)?|এবং|ও|এর|সহ|আইন|धाराएं|धारा|के|की|का|और|तथा|व|सहित|अधिनियम|तहत|अंतर्गत)(?![a-z\u0900-\u09ff])\.?"
)
_TOKEN = re.compile(
    rf"(?P<stop>[;\n])|(?P<act>(?<![a-z])(?:{_ACT_NAMES}){_AFTER_ACT})|(?P<range>{_RANGE})|(?P<section>{_SECTION})"
    rf"|(?P<noise>{_NOISE})|(?P<sign>[\s,/&+.:()\[\]|–—।-]+)|(?P<other>[^\s;,/&]+)"
)
_SUBSECTIONS = re.compile(r"\(.*$")


@dataclass(frozen=True, slots=True, order=True)
class Section:
    """A section of an act, as "363 IPC"."""

    act: str
    section: str

    def __str__(self) -> str:
        return f"{self.section} {self.act}"


@dataclass(frozen=True, slots=True)
class UnknownPart:
    """Something in the cell that is no section we know, and why."""

    text: str
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class SectionsReading:
    """The sections of a cell in the order written, each once; what was not understood is never dropped."""

    sections: tuple[Section, ...]
    unknown: tuple[UnknownPart, ...]
    answer: Answer


@dataclass(slots=True)
class _Found:
    """Sections waiting for their act, which stands before or after them."""

    bound: list[tuple[str, str]] = field(default_factory=list)  # section, act
    unknown: list[UnknownPart] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    leading_act: str | None = None  # "IPC 370, 370A": the act came first
    is_leading_used: bool = True
    acts: dict[str, None] = field(default_factory=dict)


def read_sections(raw: object, *, acts: KnownSections) -> SectionsReading:
    """Read a cell of sections and acts. Never fails by itself.

    Each section is looked up in `acts` as written, then without its sub-sections; one that is not
    there comes back as unknown, "no such section".
    """
    answer = read_no_answer(raw)
    if answer is not None:
        return SectionsReading((), (), answer)
    text = cell_text(raw[: 2 * _LONGEST].replace("\n", ";") if isinstance(raw, str) else raw)
    if len(text) > _LONGEST:
        return SectionsReading((), (UnknownPart(text[:60], Doubt.TOO_LONG),), Answer.KNOWN)
    bound, unknown = _parsed(text) if len(text) <= _CACHEABLE else _parsed.__wrapped__(text)
    return _looked_up(bound, unknown, acts)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> tuple[tuple[tuple[str, str], ...], tuple[UnknownPart, ...]]:
    """Sections with their acts, and what is neither."""
    found = _Found()
    for segment in text.casefold().split(";"):
        _read_segment(segment, found)
    _settle(found)
    return tuple(found.bound), tuple(found.unknown)


def _read_segment(segment: str, found: _Found) -> None:
    tokens = list(_tokens(segment))
    kinds = [kind for kind, _ in tokens if kind in ("act", "section", "range")]
    if kinds[:1] != ["act"] and "act" in kinds:  # the act follows here, whatever came before
        _close_leading(found)
    for kind, text in tokens:
        if kind == "act":
            _take_act(found, text)
        elif kind == "section":
            _take_section(found, text)
        elif kind == "range":
            found.unknown.append(UnknownPart(text, Doubt.NOT_A_SECTION))
            found.is_leading_used = True
        else:
            found.unknown.append(UnknownPart(text, Doubt.NOT_A_SECTION))


def _tokens(segment: str) -> Iterator[tuple[str, str]]:
    for m in _TOKEN.finditer(segment):
        kind = m.lastgroup
        if m["act"] is not None:
            yield "act", next(code for n, code in enumerate(ACT_CODES) if m[f"a{n}"] is not None)
        elif kind in ("section", "range", "other"):
            yield kind, m[0]


def _take_act(found: _Found, act: str) -> None:
    found.acts[act] = None
    if found.waiting:
        found.bound += [(section, act) for section in found.waiting]
        found.waiting.clear()
        _close_leading(found)
    else:
        _close_leading(found)
        found.leading_act, found.is_leading_used = act, False


def _close_leading(found: _Found) -> None:
    if not found.is_leading_used and found.leading_act:
        found.unknown.append(UnknownPart(found.leading_act, Doubt.ACT_WITHOUT_SECTION))
    found.leading_act, found.is_leading_used = None, True


def _take_section(found: _Found, text: str) -> None:
    section = _canonical(text)
    if found.leading_act:
        found.bound.append((section, found.leading_act))
        found.is_leading_used = True
    else:
        found.waiting.append(section)


def _canonical(text: str) -> str:
    """366-a is 366A; 376 (2) (N) is 376(2)(n)."""
    number, bracket, rest = "".join(text.split()).partition("(")
    return number.replace("-", "").lstrip("0").upper() + bracket + rest


def _settle(found: _Found) -> None:
    """ "363 IPC r/w 34": what still waits goes to the one act named, if it is the only one."""
    _close_leading(found)
    if len(found.acts) == 1 and not found.unknown:
        act = next(iter(found.acts))
        found.bound += [(section, act) for section in found.waiting]
    else:
        found.unknown += [UnknownPart(s, Doubt.SECTION_WITHOUT_ACT) for s in found.waiting]


def _looked_up(
    bound: tuple[tuple[str, str], ...], unknown: tuple[UnknownPart, ...], acts: KnownSections
) -> SectionsReading:
    known: dict[Section, None] = {}
    missing: dict[UnknownPart, None] = {}
    for section, act in bound:
        if _is_known(section, act, acts):
            known[Section(act, section)] = None
        else:
            missing[UnknownPart(f"{section} {act}", Doubt.NO_SUCH_SECTION)] = None
    return SectionsReading(tuple(known), (*missing, *unknown), Answer.KNOWN)


def _is_known(section: str, act: str, acts: KnownSections) -> bool:
    bare = _SUBSECTIONS.sub("", section)
    if isinstance(acts, Mapping):
        sections = acts.get(act, ())
        return section in sections or bare in sections
    return acts(act, section) or (bare != section and acts(act, bare))
