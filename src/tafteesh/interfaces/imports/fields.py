"""What the columns of a programme's workbook can be, by kind of register."""

from tafteesh.interfaces.imports.vocabulary.field import Field, named
from tafteesh.interfaces.imports.vocabulary.money import COMPENSATION, LEGAL_AID
from tafteesh.interfaces.imports.vocabulary.people import DIARY, MEETINGS, SURVIVORS
from tafteesh.interfaces.imports.vocabulary.proceedings import (
    CHARGE_SHEET,
    CORRECTION,
    FIR,
    HEARINGS,
    INVESTIGATION,
)
from tafteesh.interfaces.imports.vocabulary.sheet_names import SHEET_NAMES

__all__ = ["INSTEAD", "KEYS", "KINDS", "SERIAL", "SHEET_NAMES", "Field"]

SERIAL = named(
    "serial", "serial",
    "sl no|serial no|s no|sr no|no|sl|#|serial|ক্রমিক নং|ক্রমিক সংখ্যা|ক্রমিক|क्रम संख्या|क्रमांक|क्र सं",
)  # fmt: skip
KINDS: dict[str, tuple[Field, ...]] = {
    "survivors": SURVIVORS,
    "fir": FIR,
    "investigation": INVESTIGATION,
    "charge_sheet": CHARGE_SHEET,
    "correction": CORRECTION,
    "compensation": COMPENSATION,
    "legal_aid": LEGAL_AID,
    "hearings": HEARINGS,
    "meetings": MEETINGS,
    "diary": DIARY,
}
# A must of a register may also be written in other columns: station and number apart, or in one.
INSTEAD: dict[str, tuple[str, ...]] = {
    "fir": ("fir_station", "fir_number"),
    "police_station": ("fir",),
    "fir_number": ("fir",),
    "survivor_code": ("survivor_name",),
}
# Of whom and of which FIR a row is: in a wide register, what its parts share.
FIR_KEYS = frozenset({"fir", "fir_station", "fir_number", "fir_year"})
WHO = frozenset(
    {"survivor_code", "survivor_name", "survivor_age", "survivor_block", "survivor_relation"}
)
KEYS: dict[str, frozenset[str]] = {
    "fir": frozenset({"survivor_codes"}),
    "investigation": FIR_KEYS,
    "charge_sheet": FIR_KEYS,
    "compensation": WHO,
    "legal_aid": WHO,
}
