"""The evidence in plain words, made from its kinds: no name and no number stands in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tafteesh.domain.once.evidence import AGAINST, Sign
from tafteesh.domain.once.scoring import Likely, in_words
from tafteesh.interfaces.web.templatetags.shapes import Tone, Words

SENTENCES: dict[Sign, Words] = {
    Sign.NAME_SAME: gettext_lazy("The names sound the same."),
    Sign.NAME_NEAR: gettext_lazy("The names sound nearly the same."),
    Sign.NAME_FAR: gettext_lazy("The names are only somewhat alike."),
    Sign.NAME_OTHER: gettext_lazy("The names are different."),
    Sign.GIVEN_OTHER: gettext_lazy("Her own name differs; the rest of the name is alike."),
    Sign.NAME_COMMON: gettext_lazy("Several others here have such a name."),
    Sign.RELATION_SAME: gettext_lazy("The father's, mother's or husband's name sounds the same."),
    Sign.RELATION_NEAR: gettext_lazy(
        "The father's, mother's or husband's name is nearly the same."
    ),
    Sign.RELATION_OTHER: gettext_lazy("The father's, mother's or husband's name differs."),
    Sign.BORN_SAME_DAY: gettext_lazy("Both were born on the same day."),
    Sign.BORN_SAME_YEAR: gettext_lazy("Both were born in the same year."),
    Sign.BORN_NEAR: gettext_lazy("Their ages fit within two years."),
    Sign.BORN_OTHER: gettext_lazy("Their ages are more than two years apart."),
    Sign.PHONE_SAME: gettext_lazy("One phone number stands in both files."),
    Sign.PHONE_LAST_FOUR: gettext_lazy("The last four digits of the phones are the same."),
    Sign.PHONE_OTHER: gettext_lazy("The phone numbers differ."),
    Sign.VILLAGE_SAME: gettext_lazy("Village or address share a place name."),
    Sign.VILLAGE_OTHER: gettext_lazy("Village and address differ."),
    Sign.BLOCK_SAME: gettext_lazy("Both are of the same block."),
    Sign.BLOCK_OTHER: gettext_lazy("They are of different blocks."),
    Sign.FIR_SAME: gettext_lazy("The same FIR stands in both files."),
    Sign.FIR_OTHER: gettext_lazy("Their FIRs are different ones."),
    Sign.GENDER_OTHER: gettext_lazy("The gender written down differs."),
}
TONES: dict[Likely, tuple[Tone, str]] = {
    Likely.ALMOST_SURE: ("warn", "compare"),
    Likely.LIKELY: ("info", "compare"),
    Likely.OPEN: ("info", "not-known"),
    Likely.UNLIKELY: ("plain", "not-known"),
}


@dataclass(frozen=True)
class Chance:
    """A chance in words, with its tint, and what it was counted from."""

    label: str
    tone: Tone
    shape: str
    words: str


def chance(of_a_thousand: int) -> Chance:
    """What is said of a chance."""
    likely = in_words(of_a_thousand / 1000)
    tone, shape = TONES[likely]
    n = min(99, max(1, round(of_a_thousand / 10)))
    words = ngettext(
        "Of 100 made pairs with such signs about %(n)s was one person.",
        "Of 100 made pairs with such signs about %(n)s were one person.",
        n,
    ) % {"n": n}
    return Chance(str(likely.label), tone, shape, words)


@dataclass(frozen=True)
class Evidence:
    """What speaks for one person, and what against it, in sentences."""

    speaks_for: list[str]
    speaks_against: list[str]
    missing: str = ""


def evidence(signs: Iterable[str]) -> Evidence:
    """The sentences of these signs in a fixed order."""
    found = set(signs)
    known = [sign for sign in Sign if sign in found]
    told = [(sign, str(SENTENCES[sign])) for sign in known]
    return Evidence(
        [words for sign, words in told if sign not in AGAINST],
        [words for sign, words in told if sign in AGAINST],
        _missing(found),
    )


def _missing(found: set[str]) -> str:
    """What cannot be compared, because one of the two does not say it."""
    kinds = {
        "relation": _("father's or husband's name"),
        "born": _("age"),
        "phone": _("phone"),
        "village": _("village"),
    }
    absent = [
        words
        for kind, words in kinds.items()
        if not any(sign.startswith(f"{kind}_") for sign in found)
    ]
    if not absent:
        return ""
    return _("Not known of one of them, so not compared: %(what)s.") % {"what": ", ".join(absent)}
