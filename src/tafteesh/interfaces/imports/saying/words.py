"""The words of one kind of doubt."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Words:
    """What a kind of doubt is called, what is seen, and what to do next."""

    label: LazyText
    seen: LazyText
    to_do: LazyText


COMPARE = _("Compare it with the paper, and type what stands there.")
WHOLE_DAY = _("Type the day from the paper, like 14-12-2026.")
WHICH_DATE = _("One of the two dates is wrong: look at both papers, and type the right one.")
WHICH_AMOUNT = _("One of the amounts is wrong: look at the order and the bank book.")
AMOUNT = _("Type the amount from the paper, like 3,00,000 or 3 lakh.")
MOBILE = _("Look the number up, and type all ten digits.")
FIR_NUMBER = _("Type number and year, like 412/2025.")
FIR = _("Type police station, number and year, like Hasnabad 412/2025.")
SECTIONS = _("Compare it with the FIR, and type the sections with their Act, like IPC 370, 366A.")
