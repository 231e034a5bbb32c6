"""Opening what is compared of some files. What is opened here is forgotten here."""

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tafteesh.domain.files import sounding
from tafteesh.domain.files.models import HouseholdMember, Identity
from tafteesh.domain.once.evidence import Traits, given_of
from tafteesh.domain.proceedings.models import FirSurvivor
from tafteesh.foundation.access.actor import Actor
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.names.likeness import Heard
from tafteesh.foundation.kernel.names.person import ready
from tafteesh.foundation.vault.keys import OpenKey, keys_that_open

_ROWS = (
    "pk", "survivor_file_id", "sounds", "phone", "address", "gender", "born_earliest", "born_latest",
    "survivor_file__block_id", "survivor_file__gram_panchayat", "organisation_id",
)  # fmt: skip
_HOUSEHOLD = ("pk", "survivor_file_id", "relation", "name_sealed", "phone_sealed")
_SPOKEN_FOR = frozenset({"mother", "father", "husband"})
_WORDS = re.compile(r"[^\W\d_]{3,}")
# Words that stand in half of all addresses.
_EVERYWHERE = frozenset(
    {
        "vill", "village", "para", "gram", "near", "post", "office", "dist", "district", "north", "south",
        "east", "west", "purba", "paschim", "block", "road", "panchayat", "thana", "bengal", "parganas",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Opened:
    """One file, ready for being compared, and under which keys its names are looked for."""

    file: uuid.UUID
    organisation: uuid.UUID
    traits: Traits


@dataclass
class _Around:
    """Her people: their names and phones."""

    relations: list[Heard] = field(default_factory=list)
    phones: set[str] = field(default_factory=set)


def opened_traits(files: Iterable[uuid.UUID], counter: Actor) -> dict[uuid.UUID, Opened]:
    """What is compared of each of these files that has a name and was not erased."""
    wanted = list(files)
    door = Identity.objects.visible_to(counter).filter(
        survivor_file__in=wanted, survivor_file__withdrawn_at=None, sounds__isnull=False
    )
    rows = list(door.values_list(*_ROWS))
    keys = keys_that_open(row[1] for row in rows)
    around, firs = _around(wanted, keys, counter), _firs(wanted, counter)
    found = {}
    for row in rows:
        if key := keys.get(row[1]):
            traits = _traits(row, key, around[row[1]], firs.get(row[1], frozenset()))
            found[row[1]] = Opened(row[1], row[10], traits)
    return found


def _traits(row: tuple[object, ...], key: OpenKey, around: _Around, firs: frozenset[str]) -> Traits:
    pk, _file, sounds, phone, address, gender, earliest, latest, block, panchayat, _owner = row
    names = sounding.opened(_said(key, Identity, "sounds", pk, sounds))
    own = [name.heard for name in names if name.kind != sounding.RELATION]
    related = [name.heard for name in names if name.kind == sounding.RELATION]
    phones = {digits_of(_said(key, Identity, "phone", pk, phone))} | around.phones
    place = f"{_said(key, Identity, 'address', pk, address)} {panchayat}"
    return Traits(
        names=tuple(own),
        given=given_of(own),
        relations=(*related, *around.relations),
        born=(earliest, latest) if earliest and latest else None,  # type: ignore[arg-type] # days
        phones=frozenset(phones - {""}),
        places=places_in(place),
        block=str(block or ""),
        firs=firs,
        gender="" if gender in ("not_asked", "declined") else str(gender),
    )


def _said(key: OpenKey, model: type, column: str, row: object, sealed: object) -> str:
    if not sealed:
        return ""
    table = model._meta.db_table  # type: ignore[attr-defined] # a model
    return key.open(bytes(sealed), table=table, column=column, row=row).reveal()  # type: ignore[arg-type, call-overload] # sealed bytes of a row


def digits_of(phone: str) -> str:
    """The last ten digits of a phone, or nothing where there are fewer."""
    digits = "".join(c for c in phone if c.isascii() and c.isdigit())[-10:]
    return digits if len(digits) == 10 else ""


def places_in(text: str) -> frozenset[str]:
    """The words of an address that tell one place from another, by their sound."""
    words = (word for word in _WORDS.findall(folded(text)) if word not in _EVERYWHERE)
    return frozenset(ready(word).whole or word for word in words)


def _around(
    files: list[uuid.UUID], keys: dict[uuid.UUID, OpenKey], counter: Actor
) -> dict[uuid.UUID, _Around]:
    found: dict[uuid.UUID, _Around] = defaultdict(_Around)
    door = HouseholdMember.objects.visible_to(counter).filter(
        survivor_file__in=files, withdrawn_at=None
    )
    for pk, file, relation, name, phone in door.values_list(*_HOUSEHOLD):
        key = keys.get(file)
        if key is None:
            continue
        if relation in _SPOKEN_FOR and (
            said := _said(key, HouseholdMember, "name_sealed", pk, name)
        ):
            found[file].relations.append(ready(said))
        if digits := digits_of(_said(key, HouseholdMember, "phone_sealed", pk, phone)):
            found[file].phones.add(digits)
    return found


def _firs(files: list[uuid.UUID], counter: Actor) -> dict[uuid.UUID, frozenset[str]]:
    """The FIRs of each file, by number and year: the same paper may have been entered twice."""
    links = FirSurvivor.objects.visible_to(counter).filter(
        survivor_file__in=files, withdrawn_at=None, fir__withdrawn_at=None
    )
    found: dict[uuid.UUID, set[str]] = defaultdict(set)
    told = links.values_list("survivor_file_id", "fir__station_key", "fir__number", "fir__year")
    for file, station, number, year in told:
        found[file].add(f"{station} {number}/{year}")
    return {file: frozenset(firs) for file, firs in found.items()}
