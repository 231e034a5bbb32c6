"""Whole numbers in words, the Indian way: thousand, lakh, crore, in English, Bengali and Hindi."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_EN_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_EN = tuple(_EN_ONES) + tuple(
    tens if ones == 0 else f"{tens}-{_EN_ONES[ones]}" for tens in _EN_TENS for ones in range(10)
)
_BN_WORDS = """
    শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয় দশ এগারো বারো তেরো চৌদ্দ পনেরো ষোলো সতেরো
    আঠারো উনিশ কুড়ি একুশ বাইশ তেইশ চব্বিশ পঁচিশ ছাব্বিশ সাতাশ আটাশ উনত্রিশ ত্রিশ
    একত্রিশ বত্রিশ তেত্রিশ চৌত্রিশ পঁয়ত্রিশ ছত্রিশ সাঁইত্রিশ আটত্রিশ উনচল্লিশ চল্লিশ
    একচল্লিশ বিয়াল্লিশ তেতাল্লিশ চুয়াল্লিশ পঁয়তাল্লিশ ছেচল্লিশ সাতচল্লিশ আটচল্লিশ
    উনপঞ্চাশ পঞ্চাশ একান্ন বাহান্ন তিপ্পান্ন চুয়ান্ন পঞ্চান্ন ছাপ্পান্ন সাতান্ন আটান্ন
    উনষাট ষাট একষট্টি বাষট্টি তেষট্টি চৌষট্টি পঁয়ষট্টি ছেষট্টি সাতষট্টি আটষট্টি উনসত্তর
    সত্তর একাত্তর বাহাত্তর তিয়াত্তর চুয়াত্তর পঁচাত্তর ছিয়াত্তর সাতাত্তর আটাত্তর উনআশি
    আশি একাশি বিরাশি তিরাশি চুরাশি পঁচাশি ছিয়াশি সাতাশি আটাশি উননব্বই নব্বই একানব্বই
    বিরানব্বই তিরানব্বই চুরানব্বই পঁচানব্বই ছিয়ানব্বই সাতানব্বই আটানব্বই নিরানব্বই
"""
_BN = tuple(_BN_WORDS.split())
_HI_WORDS = """
    शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह
    अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस
    इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस इकतालीस बयालीस
    तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरपन
    चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ
    अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर
    उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे
    इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे
"""
_HI = tuple(_HI_WORDS.split())


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of one language for 0 to 99 and for the steps of counting."""

    small: tuple[str, ...]
    hundred: str
    thousand: str
    lakh: str
    crore: str
    rupees: str
    one_rupee: str
    paise: str
    joined_hundred: bool = False  # Bengali: তিনশো is one word


ENGLISH: Final = NumberWords(
    _EN, "hundred", "thousand", "lakh", "crore", "rupees", "rupee", "paise"
)
BENGALI: Final = NumberWords(
    _BN, "শো", "হাজার", "লক্ষ", "কোটি", "টাকা", "টাকা", "পয়সা", joined_hundred=True
)
HINDI: Final = NumberWords(_HI, "सौ", "हज़ार", "लाख", "करोड़", "रुपये", "रुपया", "पैसे")
SMALL_NUMBERS: Final[Mapping[str, int]] = MappingProxyType(
    {word: n for words in (_EN, _BN, _HI) for n, word in enumerate(words)}
    | {
        "fourty": 40,
        "ninty": 90,
        "চোদ্দ": 14,
        "বিশ": 20,
        "তিরিশ": 30,
        "ষোল": 16,
        "পাঁচ": 5,
        "पांच": 5,
        "छः": 6,
        "छह": 6,
    }
)


def counted(number: int, words: NumberWords) -> str:
    """A whole number from 0 up in words: 350000 is "three lakh fifty thousand". ValueError below 0."""
    if number < 0:
        raise ValueError("only numbers from zero up are put into words")
    if number < 100:
        return words.small[number]
    if number < 1_000:
        front, rest = divmod(number, 100)
        space = "" if words.joined_hundred else " "
        said = f"{words.small[front]}{space}{words.hundred}"
    else:
        size, name = _step(number, words)
        front, rest = divmod(number, size)
        said = f"{counted(front, words)} {name}"
    return f"{said} {counted(rest, words)}" if rest else said


def _step(number: int, words: NumberWords) -> tuple[int, str]:
    if number >= 1_00_00_000:
        return 1_00_00_000, words.crore
    return (1_00_000, words.lakh) if number >= 1_00_000 else (1_000, words.thousand)
