"""Notes without faces: the names, phones and places that a file knows, covered where they stand in a text.

The text itself is never changed: `parts` cuts it into what may be read and what is covered. Names are met in
any of the three scripts, in other spellings, and with the endings that Bengali, Hindi and English put to
them; the ending stays readable. Covering too much is the lesser harm: a word that is also a name is covered.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from tafteesh.foundation.kernel.digits import ascii_digits, folded
from tafteesh.foundation.kernel.name_key import fold


class Kind(StrEnum):
    """What a covered part was."""

    NAME = "name"
    PHONE = "phone"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text: readable where `kind` is None, else covered."""

    text: str
    kind: Kind | None = None

    @property
    def readable(self) -> str:
        """The text as it is read after a cover: a vowel sign that lost its letter is a vowel."""
        return _ALONE.get(self.text[:1], self.text[:1]) + self.text[1:]


@dataclass(frozen=True)
class Faces:
    """Who and where must not be read: names as written on the file, phones, places."""

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


# A word: letters with their signs; joiners shape letters inside it. Digits of no script belong to it.
_WORD = re.compile(
    r"(?:[^\W\d_]|[\u0900-\u0963\u0971-\u097f\u0980-\u09e5\u09f0-\u09ff\u200c\u200d])+"
)
_NUMBER = re.compile(r"(?<![\d])(?:\+?\d[\d\s().-]{5,}\d)(?![\d])")
_DAY = re.compile(r"^\d{1,2}[-.]\d{1,2}[-.]\d{2,4}$|^\d{4}-\d{2}-\d{2}$")
# A dependent vowel sign and the letter that stands for it alone; both scripts lay them out alike.
_ALONE: Final[Mapping[str, str]] = {
    chr(base + sign): chr(base + letter)
    for base in (0x0900, 0x0980)
    for sign, letter in zip(
        (0x3E, 0x3F, 0x40, 0x41, 0x42, 0x47, 0x48, 0x4B, 0x4C),
        (0x06, 0x07, 0x08, 0x09, 0x0A, 0x0F, 0x10, 0x13, 0x14),
        strict=True,
    )
}
_LEAST_DIGITS = 9
_PHONE_END = 7  # digits of a phone of the file that are enough to know it by

# Endings, longest first. Bengali: article or honorific, case, emphasis; each may be missing.
_BENGALI = re.compile(
    "(?:দিদি|দাদা|দিদা|কাকু|কাকা|কাকি|মাসি|পিসি|মামা|মামি|বাবু|বিবি|বেগম|ভাই|দেবী|জি|দি|দা)?"
    "(?:টির|টার|টিকে|টাকে|টিতে|টাতে|টি|টা|গুলোর|গুলোকে|গুলো|গুলি)?"
    "(?:দেরকে|দেরও|দেরই|েদের|দের|য়ের|য়ের|েরা|রা|য়েরা|কে|ের|এর|র|তে|েতে|য়|য়|ে|ও)?"
    "(?:ও|ই|তো|না)?$"
)
_HINDI = re.compile(
    "(?:जी|दीदी|दी|भाई|बहन|बेन|देवी|बीबी|बाई|बाबू|साहब)?"
    "(?:को|ने|से|का|की|के|में|पर|तक|वाली|वाला|वाले|ओं|यों)?(?:भी|ही|तो)?$"
)
_LATIN = re.compile(
    "(?:ji|di|da|didi|dada|bai|bibi|bhai|devi|debi|babu|kaku|mashi)?"
    "(?:der|derke|keo|kei|ke|er|r|te|ra|ye|y|ko|ne|se|ka|ki|mein|s)?$",
    re.IGNORECASE,
)
_SCRIPTS: Final = (
    (re.compile("[\u0980-\u09ff]"), _BENGALI),
    (re.compile("[\u0900-\u097f]"), _HINDI),
    (re.compile("[A-Za-z]"), _LATIN),
)
_LEAST_STEM = 2
_LEAST_FOLD = 3
_TITLES: Final = frozenset(
    [
        "smt",
        "mrs",
        "miss",
        "mr",
        "ms",
        "sri",
        "shri",
        "shree",
        "sree",
        "shrimati",
        "srimati",
        "late",
        "lt",
        "md",
        "mohd",
        "bibi",
        "devi",
        "debi",
        "kumari",
        "begum",
        "শ্রী",
        "শ্রীমতী",
        "শ্রীমতি",
        "মৃত",
        "স্বর্গীয়",
        "মোঃ",
        "মো",
        "কুমারী",
        "দেবী",
        "বিবি",
        "বেগম",
        "श्री",
        "श्रीमती",
        "स्व",
        "कुमारी",
        "देवी",
        "बीबी",
        "बेगम",
    ]
)
_OF_PLACES: Final = frozenset(
    [
        "para",
        "pada",
        "gram",
        "village",
        "vill",
        "post",
        "po",
        "ps",
        "thana",
        "dist",
        "district",
        "block",
        "near",
        "house",
        "road",
        "lane",
        "north",
        "south",
        "east",
        "west",
        "ward",
        "the",
        "and",
        "of",
        "at",
        "gp",
        "panchayat",
        "station",
        "colony",
        "nagar",
        "state",
        "west",
        "bengal",
        "india",
        "no",
        "old",
        "new",
        "পাড়া",
        "পাড়া",
        "গ্রাম",
        "ডাকঘর",
        "পোঃ",
        "থানা",
        "জেলা",
        "ব্লক",
        "কাছে",
        "বাড়ি",
        "রাস্তা",
        "উত্তর",
        "দক্ষিণ",
        "পূর্ব",
        "পশ্চিম",
        "পঞ্চায়েত",
        "নগর",
        "কলোনি",
        "पाड़ा",
        "गाँव",
        "गांव",
        "डाकघर",
        "थाना",
        "जिला",
        "ब्लॉक",
        "पास",
        "घर",
        "सड़क",
        "उत्तर",
        "दक्षिण",
        "पूर्व",
        "पश्चिम",
        "पंचायत",
        "नगर",
    ]
)


@dataclass(frozen=True)
class _Known:
    """Words of the file, as they stand and as they sound."""

    exact: Mapping[str, Kind]
    sounds: Mapping[str, Kind]
    phones: frozenset[str]

    def written(self, word: str) -> Kind | None:
        """What this word is, written as on the file; two Latin letters only as a name is written."""
        found = self.exact.get(folded(word))
        short = len(word) <= _LEAST_STEM and word.isascii() and not word[:1].isupper()
        return None if short else found

    def sounding(self, word: str) -> Kind | None:
        """What this word is by its sound."""
        sound = fold(word)
        return self.sounds.get(sound) if len(sound) >= _LEAST_FOLD else None


@lru_cache(maxsize=256)
def _known(faces: Faces) -> _Known:
    exact: dict[str, Kind] = {}
    sounds: dict[str, Kind] = {}
    for kind, texts in ((Kind.PLACE, faces.places), (Kind.NAME, faces.names)):
        for word in _words_of(texts, kind):
            exact[folded(word)] = kind
            if len(sound := fold(word)) >= _LEAST_FOLD:
                sounds[sound] = kind
    phones = ("".join(filter(str.isdigit, ascii_digits(one)))[-_PHONE_END:] for one in faces.phones)
    return _Known(exact, sounds, frozenset(one for one in phones if len(one) == _PHONE_END))


def _words_of(texts: Iterable[str], kind: Kind) -> Iterator[str]:
    left_out = _OF_PLACES if kind is Kind.PLACE else _TITLES
    for text in texts:
        for word in _WORD.findall(text):
            if len(word) >= _LEAST_STEM and folded(word) not in left_out:
                yield word


def parts(text: str, faces: Faces) -> list[Part]:
    """The text in readable and covered pieces; put together again they are the text. Never fails."""
    known = _known(faces)
    pieces: list[Part] = []
    for piece in _numbers(text, known):
        pieces += [piece] if piece.kind else _words(piece.text, known)
    return _joined(pieces)


def masked(text: str, faces: Faces, said: Mapping[Kind, str]) -> str:
    """The text with a word for each covered piece, for print and export. Never fails."""
    return "".join(said[part.kind] if part.kind else part.readable for part in parts(text, faces))


def _numbers(text: str, known: _Known) -> Iterator[Part]:
    """Phones and other long numbers of persons; days and amounts stay."""
    plain, at = ascii_digits(text), 0
    for met in _NUMBER.finditer(plain):
        digits = "".join(filter(str.isdigit, met.group()))
        of_file = len(digits) >= _PHONE_END and digits[-_PHONE_END:] in known.phones
        if not of_file and (len(digits) < _LEAST_DIGITS or _are_days(met.group())):
            continue
        yield Part(text[at : met.start()])
        yield Part(text[met.start() : met.end()], Kind.PHONE)
        at = met.end()
    yield Part(text[at:])


def _are_days(run: str) -> bool:
    return all(_DAY.match(one) for one in run.split() if any(map(str.isdigit, one)))


def _words(text: str, known: _Known) -> Iterator[Part]:
    at = 0
    for met in _WORD.finditer(text):
        stem, kind = _stem(met.group(), known)
        if kind is None:
            continue
        yield Part(text[at : met.start()])
        yield Part(text[met.start() : met.start() + stem], kind)
        at = met.start() + stem
    yield Part(text[at:])


def _stem(word: str, known: _Known) -> tuple[int, Kind | None]:
    """How many letters of the word are a known name, and what it is: as written before by sound, longest first."""
    endings = next((endings for script, endings in _SCRIPTS if script.search(word)), None)
    cuts = [len(word)]
    if endings:
        least = range(len(word) - 1, _LEAST_STEM - 1, -1)
        cuts += [cut for cut in least if endings.match(word, cut)]
    for kind_of in (known.written, known.sounding):
        for cut in cuts:
            if kind := kind_of(word[:cut]):
                return cut, kind
    return 0, None


def _joined(pieces: list[Part]) -> list[Part]:
    """Neighbours of one kind, and nothing but spaces between them, are one piece."""
    told = [piece for piece in pieces if piece.text]
    out: list[Part] = []
    for number, piece in enumerate(told):
        after = told[number + 1].kind if number + 1 < len(told) else None
        between = piece.kind is None and piece.text.isspace() and out and out[-1].kind == after
        kind = after if between else piece.kind
        if out and out[-1].kind == kind:
            out[-1] = Part(out[-1].text + piece.text, kind)
        else:
            out.append(Part(piece.text, kind))
    return out
