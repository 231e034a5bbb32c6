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

__all__ = ["INSTEAD", "KINDS", "SERIAL", "SHEET_NAMES", "Field"]

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
}
