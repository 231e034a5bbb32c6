"""How many sections each Act has: a number beyond the last one is a slip of the pen, not a section.

Counts are of the Acts as enacted; lettered sections (366A) lie within them.
"""

import re

SECTIONS_OF = {
    "IPC": 511,
    "BNS": 358,
    "CrPC": 484,
    "BNSS": 531,
    "Evidence": 167,
    "BSA": 170,
    "ITPA": 25,
    "POCSO": 46,
    "JJ": 112,
    "PCMA": 21,
    "SC/ST": 23,
    "PWDVA": 37,
    "BLSA": 27,
    "CLPRA": 26,
    "DP": 10,
    "IT": 90,
    "Arms": 46,
    "Foreigners": 17,
    "Passports": 27,
}


def may_exist(act: str, section: str) -> bool:
    """Whether an Act can have that section at all (sub-sections and letters aside)."""
    number = re.match(r"\d+", section)
    last = SECTIONS_OF.get(act)
    return number is not None and last is not None and 1 <= int(number[0]) <= last
