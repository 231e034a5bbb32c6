"""Rows of FIRs and of what hangs on them."""

from typing import Any
from uuid import UUID

from tafteesh.domain.files.sealing import seal_into
from tafteesh.domain.proceedings.models import (
    Accused,
    ChargeSheet,
    ChargeSheetAccused,
    ChargeSheetSection,
    Correction,
    Fir,
    FirSection,
    FirSurvivor,
    Hearing,
    InvestigationSpell,
)
from tafteesh.foundation.audit.models import Event
from tafteesh.foundation.kernel.digits import folded
from tafteesh.foundation.kernel.ids import new_id
from tafteesh.interfaces.imports.taking import codes
from tafteesh.interfaces.imports.taking.people import bounds
from tafteesh.interfaces.imports.taking.values import NotTaken, Staged, code, meaning
from tafteesh.interfaces.imports.taking.world import KEY_OF_FIR, FirKey, World


def fir_of(row: Staged) -> FirKey:
    """The station, number and year of a FIR's own row. Raises NotTaken where one is missing."""
    number, station = row.get("fir_number"), row.text("police_station")
    if not isinstance(number, list | tuple) or not station:
        raise NotTaken("FIR number missing", "fir_number")
    return (folded(station), int(number[0]), int(number[1]))


def take_fir(row: Staged, world: World) -> None:
    """Record one FIR with its survivors, accused and sections: a master row, like a survivor's."""
    key, station = fir_of(row), row.text("police_station")
    if key in world.firs:
        if not row.get("joins"):
            raise NotTaken("FIR recorded already", "fir_number")
        _add_survivors(row, world, world.firs[key])
        return
    diary = row.around("diary_date")
    fir = world.make(
        Fir,
        id=new_id(),
        police_station_id=world.place("station", station),
        station_words=station,
        station_key=key[0],
        number=key[1],
        year=key[2],
        area=code(row.get("area"), codes.AREAS, "source"),
        diary_number=row.text("diary_number"),
        diary_earliest=diary.earliest if diary else None,
        diary_latest=diary.latest if diary else None,
        **bounds("registered", row.around("fir_date")),
        **world.record(),
    )
    world.firs[key] = fir.pk
    own = {"fir_id": fir.pk, **world.record()}
    sealer = world.new_key(fir.pk, KEY_OF_FIR)
    for ordinal, name in enumerate(row.get("accused") or [], start=1):
        accused = world.make(Accused, ordinal=ordinal, **own)
        seal_into(accused, "name", str(name), sealer)
        world.accused[fir.pk].append(accused)
    for act, section in _once(row.get("sections") or []):
        world.make(
            FirSection,
            section_id=world.section(act, section),
            act_words=act,
            number_words=section,
            **own,
        )
    _link(row, world, fir.pk, own)
    world.line(Event.FIR_RECORDED, fir)


def _add_survivors(row: Staged, world: World, fir: UUID) -> None:
    """The same FIR again for another survivor: she is added to it."""
    for link in _link(row, world, fir, {"fir_id": fir, **world.record()}):
        world.line(Event.FIR_LINKED, link)


def _link(row: Staged, world: World, fir: UUID, own: dict[str, Any]) -> list[FirSurvivor]:
    """Codes that no survivor has are left out; the row's doubt says so."""
    links = []
    for number in dict.fromkeys(folded(str(c)) for c in row.get("survivor_codes") or []):
        known = world.files.get(number)
        if known is not None and known.id not in world.links[fir]:
            links.append(world.make(FirSurvivor, survivor_file_id=known.id, **own))
            world.links[fir].add(known.id)
    return links


def _once(sections: list[Any]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((str(act), str(section)) for act, section in sections))


def take_investigation(row: Staged, world: World) -> None:
    """Record one agency's time with an investigation. Raises NotTaken where two overlap."""
    fir = world.fir(row.get("fir"))
    received = row.day("received")
    starts, ends = row.day("starts") or received, row.day("ends")
    if starts is not None:
        if ends is not None and ends < starts:
            raise NotTaken("ends before it begins", "ends")
        for begins, until in world.spells[fir]:
            if (ends is None or begins < ends) and (until is None or until > starts):
                raise NotTaken("two agencies at once", "starts")
        world.spells[fir].append((starts, ends))
    spell = world.make(
        InvestigationSpell,
        id=new_id(),
        fir_id=fir,
        agency_kind=_agency(row),
        agency_words=row.text("agency"),
        requested_on=row.day("requested"),
        ordered_on=row.day("ordered"),
        received_on=received,
        received_recorded_at=world.by.now if received else None,
        starts_on=starts,
        ends_on=ends,
        **world.record(),
    )
    world.line(Event.SPELL_RECORDED, spell)


def _agency(row: Staged) -> str:
    kind = code(row.get("agency_kind"), codes.AGENCIES)
    if kind:
        return kind
    words = folded(row.text("agency"))
    for sign, found in (("cid", "cid"), ("ahtu", "ahtu"), ("ps", "police_station")):
        if sign in words.split():
            return found
    return "other"


def take_charge_sheet(row: Staged, world: World) -> None:
    """Record a charge sheet; its accused are found among those of the FIR by name."""
    fir = world.fir(row.get("fir"))
    own = {"fir_id": fir, **world.record()}
    day = row.around("filed")
    sheet = world.make(
        ChargeSheet,
        id=new_id(),
        kind=ChargeSheet.Kind.CHARGE_SHEET,
        number=row.text("number"),
        filed_earliest=day.earliest if day else None,
        filed_latest=day.latest if day else None,
        **own,
    )
    by_name = _named(world, fir)
    for name in dict.fromkeys(folded(str(n)) for n in row.get("accused") or []):
        if accused := by_name.get(name):
            world.make(ChargeSheetAccused, charge_sheet_id=sheet.pk, accused_id=accused.pk, **own)
    for act, section in _once(row.get("sections") or []):
        world.make(
            ChargeSheetSection, charge_sheet_id=sheet.pk, act_words=act, number_words=section, **own
        )
    world.line(Event.CHARGESHEET_RECORDED, sheet)


def _named(world: World, fir: Any) -> dict[str, Accused]:
    named = {}
    for accused in world.accused[fir]:
        if accused.name:
            table = Accused._meta.db_table
            name = world.key(fir).open(
                bytes(accused.name), table=table, column="name", row=accused.pk
            )
            named[folded(name.reveal())] = accused
    return named


def take_correction(row: Staged, world: World) -> None:
    """Record a procedural correction and what was decided on it."""
    result = code(row.get("result"), codes.RESULTS, "pending")
    decided = row.day("decided")
    if decided is None and result not in ("pending", "no_reply"):
        raise NotTaken("decided without a day", "decided")
    if result == "pending":
        decided = None
    correction = world.make(
        Correction,
        id=new_id(),
        fir_id=world.fir(row.get("fir")),
        number=row.text("number"),
        of=code(row.get("of"), codes.CORRECTION_OF, "fir"),
        reason=code(row.get("reason"), codes.REASONS, "other"),
        reason_words=row.text("reason"),
        forum=code(row.get("forum"), codes.FORUMS, "other"),
        filed_on=row.day("filed"),
        decided_on=decided,
        decided_recorded_at=world.by.now if decided else None,
        result=result,
        **world.record(),
    )
    world.line(Event.CORRECTION_RECORDED, correction)


def take_hearing(row: Staged, world: World) -> None:
    """Record one day in court. Raises NotTaken where that day stands already."""
    fir = world.fir(row.get("fir"))
    day = row.needed_day("on")
    if day in world.hearings[fir]:
        raise NotTaken("hearing recorded already", "on")
    following = row.day("next")
    if following is not None and following <= day:
        raise NotTaken("next date before the hearing", "next")
    words = folded(row.text("outcome"))
    outcome, why, stage = meaning(words, codes.OUTCOMES) or ("not_known", "", "")
    if words.startswith("adjourned"):
        outcome = "adjourned"
    world.hearings[fir].add(day)
    hearing = world.make(
        Hearing,
        id=new_id(),
        fir_id=fir,
        on=day,
        court_id=world.place("court", row.text("court")),
        court_words=row.text("court"),
        outcome=outcome,
        why=why,
        stage=stage,
        next_on=following,
        **world.record(),
    )
    world.line(Event.HEARING_RECORDED, hearing)
