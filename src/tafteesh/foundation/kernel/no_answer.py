"""The five kinds of no answer, and how people write them in a cell."""

from collections.abc import Mapping
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from tafteesh.foundation.kernel.digits import folded


class Answer(TextChoices):
    """Whether there is an answer, and if not, why not. Never null, 0, "NA" or 01-01-1900."""

    KNOWN = "known", _("Known")
    UNKNOWN = "unknown", _("Does not know (was asked)")
    NOT_ASKED = "not_asked", _("Not asked yet")
    DECLINED = "declined", _("Prefers not to say")
    NA = "na", _("Not applicable")
    ILLEGIBLE = "illegible", _("Cannot be read on the paper")

    @property
    def is_complete(self) -> bool:
        """Whether nobody needs to ask: all but `NOT_ASKED`."""
        return self is not Answer.NOT_ASKED


_WRITTEN: Final[Mapping[Answer, str]] = {
    # A dash or a "to be filled" says no more than a blank does: somebody must ask.
    Answer.NOT_ASKED: """
        |-|--|---|----|_|__|___|.|..|...|…|–|—|*|x|xx|xxx|blank|empty|null|none given|not asked|not yet asked
        |not asked yet|to be asked|not filled|tbd|t.b.d.|to be filled|to be updated|pending entry
        |not recorded|not mentioned|not given|not entered|no data|no record|not collected|#n/a|#null!
        |জিজ্ঞাসা করা হয়নি|জিজ্ঞেস করা হয়নি|লেখা নেই|উল্লেখ নেই|তথ্য নেই|নেওয়া হয়নি|পরে জানা যাবে
        |पूछा नहीं|नहीं पूछा|पूछा नहीं गया|दर्ज नहीं|लिखा नहीं|उल्लेख नहीं""",
    Answer.UNKNOWN: """?|??|???|unknown|unk|not known|n.k.|nk|n/k|dont know|don't know|don’t know|do not know
        |does not know|doesn't know|doesnt know|dk|d/k|not sure|cannot say|can't say|can not say|can't recall
        |cannot recall|not remembered|does not remember|do not remember|not available|unavailable
        |not found|not traced|not traceable|untraced|could not be found|jana nei|jana nai|janina|jani na
        |pata nahi|pata nahin|malum nahi|maloom nahi|mone nei
        |জানা নেই|জানা নাই|জানেন না|জানে না|জানি না|জানিনা|অজানা|অজ্ঞাত|মনে নেই|মনে নাই|মনে পড়ে না|বলতে পারেন না
        |বলতে পারে না|পাওয়া যায়নি|পাওয়া যায় নি|পাওয়া যায় নাই|পাওয়া যাচ্ছে না|জানা যায়নি|জানা যায় নি
        |पता नहीं|पता नही|मालूम नहीं|मालूम नही|नहीं पता|नहीं मालूम|अज्ञात|याद नहीं|नहीं जानती|नहीं जानता
        |उपलब्ध नहीं|नहीं मिला|नहीं मिली|ज्ञात नहीं""",
    Answer.DECLINED: """declined|refused|refuses|refused to say|refused to answer|prefers not to say
        |prefer not to say|does not want to say|did not want to say|will not say|not willing
        |not willing to say|not disclosed|undisclosed|does not wish to say|declined to say
        |declined to answer|won't say
        |বলতে চান না|বলতে চায় না|বলতে চাননি|বলতে চায়নি|বলতে অনিচ্ছুক|জানাতে চান না
        |बताना नहीं चाहती|बताना नहीं चाहता|नहीं बताना चाहती|नहीं बताया|बताने से इनकार|इनकार""",
    Answer.NA: """na|n/a|n.a.|n.a|n a|n\\a|n-a|n / a|not applicable|not appl.|not applicable.|nil|nill|none
        |nai|nei|not required|does not apply|not relevant
        |প্রযোজ্য নয়|প্রযোজ্য না|নেই|নাই|এন/এ|এনএ|নিল
        |लागू नहीं|लागू नही|नहीं है|निल|शून्य|एन/ए|कोई नहीं""",
    Answer.ILLEGIBLE: """illegible|not legible|unreadable|not readable|cannot be read|can't be read
        |cannot read|could not be read|unclear|not clear|blurred|smudged|faded|torn|#ref!|#value!|#name?
        |#div/0!|#num!|########|পড়া যাচ্ছে না|পড়া যায় না|পড়া যায়নি|পড়া যায় নি|অস্পষ্ট|অপাঠ্য|ছেঁড়া
        |पढ़ा नहीं जा रहा|पढ़ा नहीं जाता|पढ़ने योग्य नहीं|अस्पष्ट|अपठनीय|फटा हुआ""",
}
_MEANT: Final[Mapping[str, Answer]] = {
    folded(word): answer for answer, words in _WRITTEN.items() for word in words.split("|")
}
_LONGEST = max(map(len, _MEANT)) + 8  # brackets and full stops around it
_AROUND = " .।()[]{}\"'“”‘’<>"


def read_no_answer(raw: object) -> Answer | None:
    """Which no answer a cell means, or None when it says something. A blank is `NOT_ASKED`.

    "NA" is taken as not applicable, a dash as a blank; a bare "no" is an answer. A number or a day always says something,
    save NaN. Never fails.
    """
    if raw is None:
        return Answer.NOT_ASKED
    if not isinstance(raw, str):
        return Answer.NOT_ASKED if raw != raw else None  # noqa: PLR0124  only NaN differs from itself
    text = folded(raw) if len(raw) < 4 * _LONGEST else raw
    if len(text) > _LONGEST:
        return None if not text.isspace() else Answer.NOT_ASKED
    found = _MEANT.get(text)
    return found if found is not None else _MEANT.get(text.strip(_AROUND))
