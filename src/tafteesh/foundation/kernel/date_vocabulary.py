"""Words that stand in dates: months, "about", "before" and the words that say nothing."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

_MONTH_NAMES = (
    "jan|january|জানুয়ারি|জানুয়ারী|জানু|जनवरी|जन",
    "feb|febr|february|ফেব্রুয়ারি|ফেব্রুয়ারী|ফেব্রু|फरवरी|फ़रवरी|फर",
    "mar|march|মার্চ|मार्च",
    "apr|april|এপ্রিল|अप्रैल|अप्रेल",
    "may|মে|मई",
    "jun|june|জুন|जून",
    "jul|july|জুলাই|जुलाई",
    "aug|august|আগস্ট|আগষ্ট|অগাস্ট|অগস্ট|अगस्त",
    "sep|sept|september|সেপ্টেম্বর|সেপ্টে|सितंबर|सितम्बर|सित",
    "oct|october|অক্টোবর|অক্টো|अक्टूबर|अक्तूबर|अक्टू",
    "nov|november|নভেম্বর|নভে|नवंबर|नवम्बर|नव",
    "dec|december|ডিসেম্বর|ডিসে|दिसंबर|दिसम्बर|दिस",
)
_BENGALI_MONTH_NAMES = (
    "বৈশাখ|boishakh|baisakh|baishakh|वैशाख",
    "জ্যৈষ্ঠ|জৈষ্ঠ|joishtho|jyoishtho|jaistha|ज्येष्ठ|जेठ",
    "আষাঢ়|ashar|asharh|आषाढ़|असाढ़",
    "শ্রাবণ|srabon|sraban|shrabon|श्रावण|सावन",
    "ভাদ্র|bhadro|bhadra|भाद्रपद|भादो",
    "আশ্বিন|ashwin|aswin|ashshin|आश्विन",
    "কার্তিক|kartik|kartick|कार्तिक",
    "অগ্রহায়ণ|অঘ্রাণ|agrahayan|ogrohayon|aghran|अगहन",
    "পৌষ|poush|pous|पौष",
    "মাঘ|magh|माघ",
    "ফাল্গুন|ফাগুন|falgun|phalgun|fagun|फाल्गुन",
    "চৈত্র|chaitra|choitro|चैत्र",
)
_BENGALI_YEAR = frozenset(["বঙ্গাব্দ", "বাংলা", "bangabda", "bongabdo", "bangla", "बंगाब्द"])


class Hint(Enum):
    """How a word bends the date it stands beside."""

    ABOUT = auto()
    BEFORE = auto()
    AFTER = auto()
    EARLY = auto()
    MID = auto()
    LATE = auto()


_HINTS: Final[Mapping[Hint, str]] = {
    Hint.ABOUT: "about|around|approx|approximately|appx|apprx|circa|ca|c|near|nearly|roughly|probably|maybe|perhaps|"
    "est|estimated|~|আনুমানিক|আনু|প্রায়|নাগাদ|আন্দাজ|সম্ভবত|লাগোয়া|अनुमानित|अनुमानतः|लगभग|करीब|क़रीब|तकरीबन|शायद|"
    "आसपास|कাছাকাছি|কাছাকাছি",
    Hint.BEFORE: "before|prior|আগে|আগেই|পূর্বে|पहले|पूर्व|age",
    Hint.AFTER: "after|পরে|পর|পরেই|बाद|pore",
    Hint.EARLY: "early|beginning|begining|start|শুরু|শুরুতে|শুরুর|গোড়ার|গোড়ায়|প্রথম|প্রথমদিকে|शुरू|शुरुआत|शुरुआती|आरंभ",
    Hint.MID: "mid|middle|মাঝামাঝি|মধ্য|মাঝে|मध्य|बीच",
    Hint.LATE: "late|end|ending|শেষ|শেষে|শেষের|শেষদিকে|अंत|आख़िर|आखिर|अंतिम|आखिरी",
}
NOISE = frozenset(
    [
        "of",
        "the",
        "in",
        "on",
        "at",
        "year",
        "month",
        "yr",
        "date",
        "dt",
        "dated",
        "during",
        "time",
        "this",
        "that",
        "st",
        "nd",
        "rd",
        "th",
        "or",
        "so",
        "only",
        "ad",
        "some",
        "sometime",
        "between",
        "festival",
        "est",
        "সাল",
        "সালে",
        "সালের",
        "সন",
        "মাস",
        "মাসে",
        "মাসের",
        "মাসের",
        "তারিখ",
        "তারিখে",
        "তাং",
        "দিকে",
        "সময়",
        "সময়ে",
        "লা",
        "রা",
        "ঠা",
        "ই",
        "শে",
        "খ্রিস্টাব্দ",
        "এর",
        "साल",
        "सन",
        "सन्",
        "में",
        "का",
        "के",
        "की",
        "माह",
        "महीने",
        "महीना",
        "को",
        "से",
        "समय",
        "वर्ष",
        "तारीख",
        "ता",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
JOINS = frozenset("&")
MONTH_OF: Final[Mapping[str, int]] = {
    name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split("|")
}
HINT_OF: Final[Mapping[str, Hint]] = {
    word: hint for hint, words in _HINTS.items() for word in words.split("|")
}
ENDINGS = ("ের", "এর", "তে", "ে", "র")
_BENGALI_MONTH_OF: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(_BENGALI_MONTH_NAMES, 1)
    for name in names.split("|")
}


def bengali_month(token: str) -> int | None:
    """The number of a month of the Bengali year, 0 for a word that only names its calendar, else None."""
    if token in _BENGALI_YEAR:
        return 0
    found = _BENGALI_MONTH_OF.get(token)
    if found is None and not token.isascii():
        stems = (token.removesuffix(end) for end in ENDINGS if token.endswith(end))
        found = next((_BENGALI_MONTH_OF[stem] for stem in stems if stem in _BENGALI_MONTH_OF), None)
    return found
