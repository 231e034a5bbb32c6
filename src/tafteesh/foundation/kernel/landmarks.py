"""Days people remember by: festivals of every year, and a few events, each as a range of days.

Ranges are wide on purpose: almanacs differ, and "at Kali Puja" is not a day. Hindu festivals are
counted from the moon, Islamic ones from the tabular calendar with a day or two for the sighting.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from tafteesh.foundation.kernel.date_spans import Span
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.moon import islamic_days_in, new_moon_in_sign

FIRST_YEAR, LAST_YEAR = 1990, 2050


def _around(day: date, first: int, last: int) -> list[Span]:
    return [(day + timedelta(days=first), day + timedelta(days=last))]


def _after_new_moon(sign: int, first: int, last: int) -> Callable[[int], list[Span]]:
    return lambda year: _around(new_moon_in_sign(year, sign)[0], first, last)


def _at_full_moon(sign: int) -> Callable[[int], list[Span]]:
    return lambda year: _around(new_moon_in_sign(year, sign)[1], -1, 1)


def _after_full_moon(sign: int, first: int, last: int) -> Callable[[int], list[Span]]:
    return lambda year: _around(new_moon_in_sign(year, sign)[1], first, last)


def _easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian reckoning."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * sunday) // 451
    month, day = divmod(h + sunday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _winter(year: int) -> list[Span]:
    """The winter of a year: the end of the one that began before it, or the one that begins in it."""
    return [(date(year, 1, 1), date(year + 1, 2, 28))]


def _islamic(month: int, day: int, length: int = 1) -> Callable[[int], list[Span]]:
    def spans(year: int) -> list[Span]:
        starts = islamic_days_in(year, month, day)
        return [s for start in starts for s in _around(start, -1, length + 1)]

    return spans


def _fixed(month: int, first: int, last: int, *, to: int = 0) -> Callable[[int], list[Span]]:
    return lambda year: [(date(year, month, first), date(year, to or month, last))]


def _puja_season(year: int) -> list[Span]:
    """ "Puja" alone: from the sixth day of Durga Puja to the night of Kali Puja."""
    return [(_FESTIVALS["durga"](year)[0][0], _FESTIVALS["kali"](year)[0][1])]


def _either_eid(year: int) -> list[Span]:
    """ "Eid" alone: from the one at the end of the fast to the one of sacrifice, if in that order."""
    fast, sacrifice = _FESTIVALS["eid_ul_fitr"](year), _FESTIVALS["bakrid"](year)
    if len(fast) == len(sacrifice) == 1 and fast[0][0] < sacrifice[0][1]:
        return [(fast[0][0], sacrifice[0][1])]
    return fast + sacrifice


# Signs: 2 Mithuna, 5 Kanya, 6 Tula, 9 Makara, 10 Kumbha. Day 6 after the new moon is at +5 or +6.
_FESTIVALS: Final[Mapping[str, Callable[[int], list[Span]]]] = {
    "durga": _after_new_moon(5, 5, 10),
    "mahalaya": _after_new_moon(5, -1, 0),
    "lakshmi": _at_full_moon(5),
    "kali": _after_new_moon(6, -1, 0),
    "bhai_phota": _after_new_moon(6, 1, 3),
    "jagaddhatri": _after_new_moon(6, 7, 10),
    "shivratri": _after_new_moon(10, -2, 0),
    "raksha_bandhan": _at_full_moon(3),
    "janmashtami": _after_full_moon(3, 6, 9),
    "vishwakarma": _fixed(9, 16, 18),
    "charak": _fixed(4, 12, 15),
    "manasa": _fixed(8, 16, 18),
    "easter": lambda year: _around(_easter(year), -2, 1),
    "shab_e_barat": _islamic(8, 15),
    "nabi_day": _islamic(3, 12),
    "summer": _fixed(4, 1, 30, to=6),
    "summer_holidays": _fixed(4, 15, 30, to=6),
    "rains": _fixed(6, 10, 15, to=10),
    "winter": _winter,
    "madhyamik": _fixed(2, 1, 31, to=3),
    "chhath": _after_new_moon(6, 4, 7),
    "saraswati": _after_new_moon(9, 4, 6),
    "holi": _at_full_moon(10),
    "rath": _after_new_moon(2, 1, 3),
    "eid_ul_fitr": _islamic(10, 1),
    "bakrid": _islamic(12, 10),
    "muharram": _islamic(1, 10),
    "ramzan": _islamic(9, 1, 30),
    "eid": _either_eid,
    "puja": _puja_season,
    "boishakh": _fixed(4, 14, 15),
    "poush_sankranti": _fixed(1, 13, 15),
    "poush_mela": _fixed(12, 22, 28),
    "christmas": _fixed(12, 24, 26),
    "republic_day": _fixed(1, 25, 27),
    "independence_day": _fixed(8, 14, 16),
}

# Events of one time: a day of the event is given a day more on both sides.
_EVENTS: Final[Mapping[str, tuple[Span, ...]]] = {
    "first_lockdown": ((date(2020, 3, 25), date(2020, 5, 31)),),
    "second_lockdown": ((date(2021, 5, 16), date(2021, 6, 30)),),
    "lockdown": ((date(2020, 3, 25), date(2020, 5, 31)), (date(2021, 5, 16), date(2021, 6, 30))),
    "aila": ((date(2009, 5, 24), date(2009, 5, 26)),),
    "bulbul": ((date(2019, 11, 8), date(2019, 11, 10)),),
    "amphan": ((date(2020, 5, 19), date(2020, 5, 21)),),
    "yaas": ((date(2021, 5, 25), date(2021, 5, 27)),),
    "remal": ((date(2024, 5, 25), date(2024, 5, 28)),),
    "dana": ((date(2024, 10, 24), date(2024, 10, 26)),),
    "assembly_vote": (
        (date(2011, 4, 18), date(2011, 5, 13)),
        (date(2016, 4, 4), date(2016, 5, 19)),
        (date(2021, 3, 27), date(2021, 5, 2)),
    ),
    "parliament_vote": (
        (date(2009, 4, 16), date(2009, 5, 16)),
        (date(2014, 4, 7), date(2014, 5, 16)),
        (date(2019, 4, 11), date(2019, 5, 23)),
        (date(2024, 4, 19), date(2024, 6, 4)),
    ),
    "demonetisation": ((date(2016, 11, 8), date(2016, 12, 30)),),
    "panchayat_vote": (
        (date(2008, 5, 10), date(2008, 5, 19)),
        (date(2013, 7, 10), date(2013, 7, 30)),
        (date(2018, 5, 13), date(2018, 5, 18)),
        (date(2023, 7, 7), date(2023, 7, 12)),
    ),
}

_NAMES: Final[Mapping[str, str]] = {
    "durga": "durga puja|durga pujo|durgapuja|durga pooja|dussehra|dasara|dashain|bijoya|bijaya|dashami|"
    "bijoya dashami|navami|ashtami|saptami|দুর্গা পূজা|দুর্গাপূজা|দুর্গা পুজো|দুর্গাপুজো|দুর্গাপুজা|দূর্গা পূজা|"
    "দূর্গাপূজা|দূর্গা পুজো|দশমী|বিজয়া|বিজয়া দশমী|दुर्गा पूजा|दुर्गापूजा|दशहरा|विजयादशमी",
    "mahalaya": "mahalaya|মহালয়া|महालया",
    "lakshmi": "lakshmi puja|laxmi puja|lokkhi pujo|lakshmi pujo|লক্ষ্মী পূজা|লক্ষ্মীপূজা|লক্ষ্মী পুজো|লক্ষ্মীপুজো",
    "kali": "kali puja|kali pujo|kalipuja|kali pooja|diwali|deepavali|dipawali|deepawali|dipabali|"
    "কালী পূজা|কালীপূজা|কালী পুজো|কালীপুজো|কালি পূজা|কালিপূজা|কালি পুজো|দীপাবলি|দীপাবলী|দেওয়ালি|"
    "काली पूजा|कालीपूजा|दिवाली|दीवाली|दीपावली",
    "bhai_phota": "bhai phota|bhai fota|bhaiphota|bhai phonta|bhai dooj|bhaidooj|ভাইফোঁটা|ভাই ফোঁটা|भाई दूज|भैया दूज",
    "jagaddhatri": "jagaddhatri puja|jagaddhatri pujo|jagadhatri puja|jagadhatri pujo|jagatdhatri puja|jogoddhatri pujo|"
    "জগদ্ধাত্রী পূজা|জগদ্ধাত্রী পুজো|জগদ্ধাত্রীপুজো|জগদ্ধাত্রী পুজা|जगद्धात्री पूजा",
    "shivratri": "shivratri|shivaratri|shiv ratri|maha shivratri|শিবরাত্রি|মহা শিবরাত্রি|शिवरात्रि|महाशिवरात्रि",
    "raksha_bandhan": "raksha bandhan|rakhi|rakhi purnima|rakhi bandhan|রাখি|রাখী|রাখি পূর্ণিমা|রাখীবন্ধন|रक्षा बंधन|राखी",
    "janmashtami": "janmashtami|janmastami|jonmashtomi|জন্মাষ্টমী|जन्माष्टमी",
    "vishwakarma": "vishwakarma puja|viswakarma puja|biswakarma puja|bishwakarma pujo|বিশ্বকর্মা পূজা|বিশ্বকর্মা পুজো|"
    "বিশ্বকর্মাপুজো|विश्वकर्मा पूजा",
    "charak": "charak|charak puja|charak mela|chorok|gajan|gajon|chaitra sankranti|চড়ক|চড়ক পুজো|চড়ক মেলা|গাজন|চৈত্র সংক্রান্তি",
    "manasa": "manasa puja|manasha puja|monosha pujo|মনসা পূজা|মনসা পুজো|मनसा पूजा",
    "easter": "easter|good friday|good|ইস্টার|গুড ফ্রাইডে|ईस्टर|गुड फ्राइडे",
    "shab_e_barat": "shab e barat|shab-e-barat|shabe barat|sobe borat|শবেবরাত|শব ই বরাত|শবে বরাত|शब ए बरात|शबे बरात",
    "nabi_day": "nabi dibas|nabi diwas|eid e milad|milad un nabi|milad|নবী দিবস|ঈদে মিলাদুন্নবী|ईद ए मिलाद",
    "summer": "summer|gorom kal|gormer somoy|গরমকাল|গ্রীষ্মকাল|গরমের সময়|গরমে|गर्मी|गर्मियों",
    "summer_holidays": "summer holidays|summer vacation|summer holiday|gormer chhuti|গরমের ছুটি|গ্রীষ্মের ছুটি|गर्मी की छुट्टी",
    "rains": "rains|rainy season|monsoon|borsha|borshakal|barsha|বর্ষা|বর্ষাকাল|বর্ষার সময়|बरसात|बारिश",
    "winter": "winter|sheet kal|shitkal|sit kal|শীত|শীতকাল|শীতের সময়|सर्दी|सर्दियों|जाड़ा",
    "madhyamik": "madhyamik|madhyamik exam|madhyamik porikkha|মাধ্যমিক|মাধ্যমিক পরীক্ষা|माध्यमिक",
    "remal": "remal|cyclone remal|রেমাল|ঘূর্ণিঝড় রেমাল|रेमल",
    "dana": "cyclone dana|ঘূর্ণিঝড় দানা|দানা ঝড়",
    "assembly_vote": "assembly election|assembly vote|bidhan sabha vote|bidhansabha election|vidhan sabha election|"
    "বিধানসভা ভোট|বিধানসভা নির্বাচন|विधानसभा चुनाव",
    "parliament_vote": "lok sabha election|loksabha election|lok sabha vote|general election|লোকসভা ভোট|লোকসভা নির্বাচন|"
    "लोकसभा चुनाव",
    "chhath": "chhath|chhath puja|chhat|chhat puja|chath|chhatt|ছট|ছট পূজা|ছট পুজো|ছটপুজো|छठ|छठ पूजा",
    "saraswati": "saraswati puja|saraswati pujo|saraswoti puja|sarswati puja|sarasvati puja|vasant panchami|"
    "basant panchami|সরস্বতী পূজা|সরস্বতীপূজা|সরস্বতী পুজো|সরস্বতীপুজো|सरस्वती पूजा|वसंत पंचमी|बसंत पंचमी",
    "holi": "holi|dol|dol jatra|dolyatra|dol yatra|dol purnima|দোল|দোলযাত্রা|দোল যাত্রা|দোল পূর্ণিমা|হোলি|होली|"
    "फगुआ|fagua",
    "rath": "rath|rath yatra|rathyatra|ratha yatra|rath jatra|রথ|রথযাত্রা|রথ যাত্রা|रथ यात्रा|रथयात्रा",
    "eid_ul_fitr": "eid ul fitr|eid-ul-fitr|eidul fitr|id ul fitr|id-ul-fitr|eid al fitr|roza eid|rojar eid|"
    "ramzan eid|ramjan eid|ঈদুল ফিতর|ঈদ উল ফিতর|রোজার ঈদ|রমজানের ঈদ|ईद उल फ़ित्र|ईद उल फितर|मीठी ईद",
    "bakrid": "bakrid|bakri eid|bakri id|bakra eid|bakr eid|bakr id|qurbani eid|kurbani eid|korbani eid|"
    "eid ul adha|eid-ul-adha|id ul adha|eid al adha|eid ul zuha|id-ul-zoha|eid-uz-zuha|"
    "বকরি ঈদ|বকরিদ|বকরীদ|কোরবানির ঈদ|কুরবানির ঈদ|কোরবানি ঈদ|ঈদুল আজহা|ঈদুল আযহা|बकरीद|ईद उल अज़हा|बकरा ईद",
    "muharram": "muharram|moharram|muharam|mohoram|ashura|মহরম|মহররম|আশুরা|मुहर्रम|मोहर्रम",
    "ramzan": "ramzan|ramadan|ramjan|roza|roja|রমজান|রোজা|রমজান মাস|रमज़ान|रमजान|रोज़ा",
    "eid": "eid|id festival|ঈদ|ইদ|ईद",
    "puja": "puja|pujo|pooja|puja holidays|puja vacation|puja time|pujor somoy|পুজো|পূজা|পুজা|পূজো|পুজোর ছুটি|"
    "পূজার ছুটি|पूजा",
    "boishakh": "poila boishakh|pahela baishakh|pohela boishakh|poila baisakh|pahela boishakh|poila baishakh|"
    "noboborsho|bengali new year|naba barsha|পয়লা বৈশাখ|পহেলা বৈশাখ|১লা বৈশাখ|নববর্ষ|पोइला बैशाख",
    "poush_sankranti": "poush sankranti|makar sankranti|ganga sagar|gangasagar|gangasagar mela|পৌষ সংক্রান্তি|"
    "মকর সংক্রান্তি|গঙ্গাসাগর|গঙ্গাসাগর মেলা|मकर संक्रांति",
    "poush_mela": "poush mela|pous mela|পৌষ মেলা|পৌষমেলা",
    "christmas": "christmas|xmas|x-mas|boro din|borodin|bara din|বড়দিন|বড় দিন|ক্রিসমাস|क्रिसमस|बड़ा दिन",
    "republic_day": "republic day|প্রজাতন্ত্র দিবস|गणतंत्र दिवस",
    "independence_day": "independence day|স্বাধীনতা দিবস|स्वतंत्रता दिवस",
    "first_lockdown": "first lockdown|1st lockdown|1 lockdown|covid lockdown|corona lockdown|প্রথম লকডাউন|"
    "১ম লকডাউন|पहला लॉकडाउन|पहले लॉकडाउन",
    "second_lockdown": "second lockdown|2nd lockdown|2 lockdown|দ্বিতীয় লকডাউন|दूसरा लॉकडाउन|दूसरे लॉकडाउन",
    "lockdown": "lockdown|lock down|লকডাউন|লক ডাউন|लॉकडाउन|लॉक डाउन",
    "aila": "aila|cyclone aila|আয়লা|আইলা|आइला",
    "bulbul": "bulbul|cyclone bulbul|বুলবুল|ঘূর্ণিঝড় বুলবুল",
    "amphan": "amphan|umpun|amfan|cyclone amphan|super cyclone amphan|আমফান|আম্ফান|উমপুন|ঘূর্ণিঝড় আমফান|अम्फान|अम्फन",
    "yaas": "yaas|cyclone yaas|ইয়াস|ঘূর্ণিঝড় ইয়াস|यास",
    "demonetisation": "demonetisation|demonetization|notebandi|note bandi|note bondi|নোটবন্দি|নোট বাতিল|नोटबंदी",
    "panchayat_vote": "panchayat vote|panchayat votes|panchayat election|panchayat elections|panchayet vote|"
    "panchayat poll|panchayat polls|panchayet election|পঞ্চায়েত ভোট|পঞ্চায়েত নির্বাচন|पंचायत चुनाव",
}


def _joined(words: str) -> str:
    return folded(words).replace(" ", "").replace("-", "")


_KEY_OF: Final[Mapping[str, str]] = {
    _joined(name): key for key, names in _NAMES.items() for name in names.split("|")
}
# Case endings a name may carry: "Kali Pujar", "দুর্গাপুজোর", "পুজোতে", "লকডাউনে".
_ENDINGS = ("এর", "ের", "য়ের", "র", "তে", "য়", "ে", "r", "s", "er", "te")


def landmark(words: str) -> str | None:
    """The key of the festival or event these words name, in any of the three scripts, or None."""
    name = _joined(words)
    if name in _KEY_OF:
        return _KEY_OF[name]
    stems = (name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending))
    return next((_KEY_OF[stem] for stem in stems if stem in _KEY_OF), None)


@lru_cache(maxsize=2048)
def landmark_days(key: str, year: int | None) -> tuple[Span, ...]:
    """When this landmark was, first and last day: mostly once a year, sometimes twice or never.

    Without a year, all times of an event; a festival without a year, or in a year outside 1990 to
    2050, has none. An unknown key has none.
    """
    if key in _EVENTS:
        return tuple(s for s in _EVENTS[key] if year is None or s[0].year == year)
    if key not in _FESTIVALS or year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    return tuple(_FESTIVALS[key](year))


def landmark_last(key: str, today: date) -> Span | None:
    """The last time of a festival or event that began by today: "last Kali Puja"."""
    years = range(today.year - 1, today.year + 1)
    spans = [span for year in years for span in landmark_days(key, year)]
    past = [span for span in spans or landmark_days(key, None) if span[0] <= today]
    return max(past, default=None)
