"""The words of the example lists that come with the product: what an office writes itself is not translated."""

from django.utils.translation import gettext, gettext_noop

WORDS = (
    gettext_noop("Well-being review (CIT), example list"),
    gettext_noop("Safety"),
    gettext_noop("Health of the body"),
    gettext_noop("Peace of mind"),
    gettext_noop("Family"),
    gettext_noop("Friends and neighbours"),
    gettext_noop("Home"),
    gettext_noop("Work and money"),
    gettext_noop("Schooling and skills"),
    gettext_noop("Her court case"),
    gettext_noop("Her papers and rights"),
    gettext_noop("Outcomes (ASO), example list"),
    gettext_noop("Legal protection"),
    gettext_noop("Mental wellbeing"),
    gettext_noop("Economic empowerment and education"),
    gettext_noop("Social support"),
    gettext_noop("Physical wellbeing"),
)
SHIPPED = frozenset(WORDS)


def said(words: str) -> str:
    """Words of a shipped list in the reader's language; any others as they are."""
    return gettext(words) if words in SHIPPED else words
