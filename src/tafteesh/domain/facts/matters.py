"""The rows of many FIRs at once, put together as the matters whose duties are checked: a fixed number of queries."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from django.db.models import F, Q

from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.files.models import Identity, SurvivorFile, Taking
from tafteesh.domain.legalaid.models import LegalAidRequest
from tafteesh.domain.proceedings.duties.age import Born
from tafteesh.domain.proceedings.duties.engine import Happened
from tafteesh.domain.proceedings.duties.facts import Dropped, Matter, Step, Survivor
from tafteesh.domain.proceedings.duties.sections import Cited
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    ChargeSheet,
    ChargeSheetAccused,
    ChargeSheetSection,
    Correction,
    Fir,
    FirLink,
    FirSection,
    FirSurvivor,
    InvestigationSpell,
    Milestone,
)
from tafteesh.domain.proceedings.queries import counterparts
from tafteesh.domain.proceedings.rules import compare, recruiters_absent
from tafteesh.foundation.access.actor import Actor
from tafteesh.reference.law.models import Section

Row = TypeVar("Row")
Many = Mapping[uuid.UUID, list[Row]]
WEST_BENGAL = "West Bengal"


def matters(actor: Actor, firs: Iterable[Fir]) -> dict[uuid.UUID, Matter]:
    """By FIR, everything that its duties rest on and that she reaches."""
    every = {fir.pk: fir for fir in firs}
    rows = _Rows(actor, every)
    return {pk: rows.matter(fir) for pk, fir in every.items()}


class _Rows:
    """All rows of the FIRs, fetched once and kept by FIR."""

    def __init__(self, actor: Actor, firs: Mapping[uuid.UUID, Fir]) -> None:
        self.actor, self.firs = actor, firs
        self.sections: Many[FirSection] = self._of(FirSection)
        self.accused: Many[Accused] = self._of(Accused, "ordinal")
        self.statuses: Many[AccusedStatus] = self._of(AccusedStatus)
        self.spells: Many[InvestigationSpell] = self._of(InvestigationSpell)
        self.sheets: Many[ChargeSheet] = self._of(ChargeSheet)
        self.named: Many[ChargeSheetAccused] = self._of(ChargeSheetAccused)
        self.charged: Many[ChargeSheetSection] = self._of(ChargeSheetSection)
        self.milestones: Many[Milestone] = self._of(Milestone)
        self.corrections: Many[Correction] = self._of(Correction)
        self.law = _law(one for many in self.sections.values() for one in many)
        self.other_names = counterparts(
            (one.act_words, one.number_words)
            for many in (*self.sections.values(), *self.charged.values())
            for one in many
        )
        self.beside = self._beside()
        self.parts_beside = self._parts_beside()
        self.states = self._states()
        self._load_survivors()

    def _door(self, kind: Any) -> Any:
        return kind.objects.visible_to(self.actor).filter(withdrawn_at=None)

    def _of(self, kind: Any, order: str = "id") -> Any:
        found: dict[uuid.UUID, list[Any]] = defaultdict(list)
        for row in self._door(kind).filter(fir__in=list(self.firs)).order_by(order):
            found[row.fir_id].append(row)
        return found

    def _beside(self) -> set[uuid.UUID]:
        """FIRs beside which one of the other side stands."""
        ids = list(self.firs)
        links = self._door(FirLink).filter(Q(fir__in=ids) | Q(other__in=ids))
        pairs = links.values_list("fir_id", "other_id", "fir__area", "other__area")
        return {pk for one, two, mine, theirs in pairs if mine != theirs for pk in (one, two)}

    def _parts_beside(self) -> dict[uuid.UUID, list[str]]:
        """By FIR of the destination, the parts of the accused in the source FIRs beside it."""
        ids = list(self.firs)
        found: dict[uuid.UUID, list[str]] = defaultdict(list)
        links = self._door(FirLink).filter(Q(fir__in=ids) | Q(other__in=ids))
        pairs = [
            (mine, theirs) if area == "destination" else (theirs, mine)
            for mine, theirs, area in links.exclude(fir__area=F("other__area")).values_list(
                "fir_id", "other_id", "fir__area"
            )
        ]
        if not pairs:
            return found
        sources: dict[uuid.UUID, list[str]] = defaultdict(list)
        named = self._door(Accused).filter(fir__in=[source for _mine, source in pairs])
        for source, part in named.values_list("fir_id", "part"):
            sources[source].append(part)
        for destination, source in pairs:
            found[destination] += sources[source]
        return found

    def _recruiters_absent(self, fir: Fir) -> bool | None:
        if fir.area != "destination" or fir.pk not in self.beside:
            return False
        ours = [one.part for one in self.accused.get(fir.pk, [])]
        return recruiters_absent(self.parts_beside.get(fir.pk, []), ours)

    def _states(self) -> dict[uuid.UUID, str]:
        rows = Fir.objects.visible_to(self.actor).filter(pk__in=list(self.firs))
        told = rows.values_list("pk", "police_station__state__name")
        return {pk: name for pk, name in told if name}

    def _load_survivors(self) -> None:
        links = self._door(FirSurvivor).filter(fir__in=list(self.firs))
        self.files: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
        for fir_id, file_id in links.values_list("fir_id", "survivor_file_id"):
            self.files[fir_id].append(file_id)
        ids = {pk for many in self.files.values() for pk in many}
        born = Identity.objects.visible_to(self.actor).filter(survivor_file__in=ids)
        self.born = {
            pk: Born(first, last)
            for pk, first, last in born.values_list(
                "survivor_file_id", "born_earliest", "born_latest"
            )
            if first and last
        }
        known = SurvivorFile.objects.visible_to(self.actor).filter(pk__in=ids)
        self.known = {
            pk: (scope, across)
            for pk, scope, across in known.values_list("pk", "scope", "is_interstate")
        }
        takings = self._door(Taking).filter(survivor_file__in=ids)
        self.ways: dict[uuid.UUID, list[str]] = defaultdict(list)
        for pk, kinds in takings.values_list("survivor_file_id", "exploitation"):
            self.ways[pk] += kinds
        self.claims = _claims(self, ids)
        self.requests = _requests(self, ids)

    def matter(self, fir: Fir) -> Matter:
        """One FIR with its rows."""
        files = self.files.get(fir.pk, [])
        charged: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
        for row in self.named.get(fir.pk, []):
            charged[row.charge_sheet_id].add(row.accused_id)
        return Matter(
            fir=fir,
            sections=[_cited(one, self.law) for one in self.sections.get(fir.pk, [])],
            accused=self.accused.get(fir.pk, []),
            statuses=self.statuses.get(fir.pk, []),
            spells=self.spells.get(fir.pk, []),
            sheets=self.sheets.get(fir.pk, []),
            charged=charged,
            dropped=self._dropped(fir),
            milestones=self.milestones.get(fir.pk, []),
            corrections=self.corrections.get(fir.pk, []),
            survivors=[self._survivor(pk) for pk in files if pk in self.known],
            has_other_side=fir.pk in self.beside,
            recruiters_absent=self._recruiters_absent(fir),
            in_west_bengal=self._in_west_bengal(fir),
            claims=[one for pk in files for one in self.claims.get(pk, [])],
            requests=[one for pk in files for one in self.requests.get(pk, [])],
        )

    def _survivor(self, pk: uuid.UUID) -> Survivor:
        scope, across = self.known[pk]
        ways = self.ways.get(pk, [])
        sexual = any("sexual" in one or "brothel" in one for one in ways) if ways else None
        return Survivor(self.born.get(pk), scope, sexual, across)

    def _in_west_bengal(self, fir: Fir) -> bool | None:
        if fir.pk in self.states:
            return self.states[fir.pk] == WEST_BENGAL
        return True if fir.area == "source" else None  # the office's own police stations

    def _dropped(self, fir: Fir) -> Dropped:
        """What none of the charge sheets of the FIR takes up."""
        named = {row.accused_id for row in self.named.get(fir.pk, [])}
        cited = [_words(one) for one in self.charged.get(fir.pk, [])]
        accused = self.accused.get(fir.pk, [])
        beside = compare(
            [one.ordinal for one in accused],
            [one.ordinal for one in accused if one.pk in named],
            [_words(one) for one in self.sections.get(fir.pk, [])],
            cited,
            counterparts=self.other_names,
        )
        return Dropped(
            bool(beside.accused_dropped) if named else None,
            bool(beside.sections_dropped) if cited else None,
        )


def _words(one: FirSection | ChargeSheetSection) -> str:
    return f"{one.number_words} {one.act_words}"


def _law(rows: Iterable[FirSection]) -> dict[uuid.UUID, tuple[Section, list[Section]]]:
    """The law's own rows of the sections, each with its parts."""
    ids = {row.section_id for row in rows if row.section_id}
    found: dict[uuid.UUID, tuple[Section, list[Section]]] = {
        row.pk: (row, []) for row in Section.objects.filter(pk__in=ids)
    }
    parts: dict[uuid.UUID, list[Section]] = {pk: many for pk, (_row, many) in found.items()}
    for part in Section.objects.filter(parent__in=ids):
        if part.parent_id is not None:
            parts[part.parent_id].append(part)
    return found


def _cited(row: FirSection, law: Mapping[uuid.UUID, tuple[Section, list[Section]]]) -> Cited:
    added = None if row.is_original else row.added_on
    if row.section_id is None or row.section_id not in law:
        return Cited(row.act_words, row.number_words, added, is_offence=False)
    section, parts = law[row.section_id]
    spoken = [section] if section.max_imprisonment or not parts else parts
    return Cited(
        row.act_words,
        row.number_words,
        added,
        is_trafficking=section.is_trafficking,
        is_sexual=section.is_sexual,
        is_child=section.is_child_offence,
        is_itpa=section.is_itpa,
        calls_for_ahtu=section.calls_for_ahtu,
        is_offence=section.is_offence,
        terms=tuple((one.min_imprisonment, one.max_imprisonment) for one in spoken),
        triable_by=next((one.triable_by for one in spoken if one.triable_by), ""),
    )


def _on(day: date | None, paper: uuid.UUID | None = None) -> Happened | None:
    return Happened.on(day, paper) if day else None


def _step(row: Claim | LegalAidRequest, **days: Happened | None) -> Step:
    held = {name: day for name, day in days.items() if day}
    return Step(row.pk, held, row.survivor_file_id)


def _claims(rows: _Rows, files: set[uuid.UUID]) -> dict[uuid.UUID, list[Step]]:
    """By file, her claims: filed, first decided, fully paid."""
    door = rows._door  # noqa: SLF001 - the same module
    orders: dict[uuid.UUID, Order] = {}
    for order in door(Order).filter(survivor_file__in=files).order_by("-ordered_on"):
        orders[order.claim_id] = order
    paid: dict[uuid.UUID, Payment] = {}
    for payment in door(Payment).filter(survivor_file__in=files).order_by("credited_on"):
        paid[payment.claim_id] = payment
    found: dict[uuid.UUID, list[Step]] = defaultdict(list)
    for claim in door(Claim).filter(survivor_file__in=files):
        order, last = orders.get(claim.pk), paid.get(claim.pk)
        gives = order is not None and claim.ordered_paise > 0
        full = gives and claim.credited_paise >= claim.ordered_paise
        found[claim.survivor_file_id].append(
            _step(
                claim,
                claim_filed=_on(claim.filed_on),
                claim_ordered=_on(order.ordered_on, order.paper_id) if order else None,
                award=_on(order.ordered_on, order.paper_id) if order and gives else None,
                claim_paid=_on(last.credited_on, last.proof_id) if last and full else None,
            )
        )
    return found


def _requests(rows: _Rows, files: set[uuid.UUID]) -> dict[uuid.UUID, list[Step]]:
    """By file, her requests for legal aid: made, answered."""
    found: dict[uuid.UUID, list[Step]] = defaultdict(list)
    for row in rows._door(LegalAidRequest).filter(survivor_file__in=files):  # noqa: SLF001 - the same module
        found[row.survivor_file_id].append(
            _step(row, aid_requested=_on(row.requested_on), aid_answered=_on(row.answered_on))
        )
    return found
