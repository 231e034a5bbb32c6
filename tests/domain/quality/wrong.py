"""Records that are wrong, each in one way: what every rule must find. All people are invented."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tafteesh.domain.care.models import Instalment, MoneyGrant
from tafteesh.domain.checking.models import CheckRound, DrawnFile, FieldCheck
from tafteesh.domain.compensation.actions.money import keep_balance
from tafteesh.domain.compensation.models import Claim, Order, Payment
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.models import (
    FileStatusSpell,
    HouseholdMember,
    Identity,
    Rescue,
    SurvivorFile,
    Taking,
)
from tafteesh.domain.legalaid.models import Assignment, Lawyer
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    ChargeSheet,
    Fir,
    FirSection,
    FirSurvivor,
    Hearing,
    InvestigationSpell,
)
from tafteesh.domain.quality.models import UsualAmount
from tests.people import NOW, TODAY, Worker

LAKH = 1_00_000_00
LONG_AGO = NOW - timedelta(days=60)


@dataclass
class World:
    """One file, one FIR about her, one claim; `put` writes a row as an import would, unasked."""

    file: SurvivorFile
    worker: Worker
    at: Any = NOW

    def put(self, model: Any, **values: Any) -> Any:
        own: dict[str, Any] = {
            "organisation_id": self.file.organisation_id,
            "recorded_at": self.at,
            "recorded_by_id": self.worker.actor.person_id,
        }
        names = {field.name for field in model._meta.fields}
        if "survivor_file" in names:
            own["survivor_file"] = self.file
        return model.unscoped.create(**(own | values))

    def fir(self, **values: Any) -> Fir:
        days = values.pop("registered", date(2025, 6, 10))
        made: Fir = self.put(
            Fir, station_words="Basirhat", station_key="basirhat", number=values.pop("number", 21),
            year=values.pop("year", 2025), area="source", registered_earliest=days,
            registered_latest=days, **values,
        )  # fmt: skip
        self.put(FirSurvivor, fir=made)
        self.put(FirSection, fir=made, act_words="IPC", number_words="370")
        return made

    def claim(self, **values: Any) -> Claim:
        made: Claim = self.put(Claim, **{"filed_on": date(2024, 4, 2)} | values)
        return made

    def order(self, claim: Claim, amount: int = 3 * LAKH, on: date = date(2024, 5, 6)) -> Order:
        made: Order = self.put(
            Order,
            claim=claim,
            kind="final",
            ordered_on=on,
            amount_paise=amount,
            increase_paise=amount,
        )
        keep_balance(claim)
        return made

    def pays(self, claim: Claim, amount: int, on: date) -> Payment:
        made: Payment = self.put(Payment, claim=claim, credited_on=on, amount_paise=amount)
        keep_balance(claim)
        return made

    def paid(self, *payments: tuple[int, date]) -> None:
        """An order, and what came of it."""
        claim = self.claim()
        self.order(claim)
        for amount, day in payments:
            self.pays(claim, amount, day)

    def taken(self, on: date) -> Taking:
        made: Taking = self.put(Taking, taken_earliest=on, taken_latest=on, taken_answer="known")
        return made

    def born(self, first: date | None, last: date | None = None) -> Identity:
        row = Identity.unscoped.get(survivor_file=self.file)
        row.born_earliest, row.born_latest = first, last or first
        row.born_answer = "known" if first else "not_asked"
        row.save()
        return row

    def set(self, **values: Any) -> None:
        for name, value in values.items():
            setattr(self.file, name, value)
        self.file.save()


def _ten_times_usual(w: World) -> None:
    UsualAmount.unscoped.create(
        organisation_id=w.file.organisation_id,
        what="ordered",
        paise=3 * LAKH,
        out_of=40,
        kept_at=NOW,
    )
    w.order(w.claim(), 30 * LAKH)


def _status_spell(w: World, status: str, starts_on: date) -> None:
    spells = FileStatusSpell.unscoped.filter(survivor_file=w.file)
    spells.update(status=status, starts_on=starts_on)


def _closed_and_reached(w: World) -> None:
    w.set(status="closed")
    _status_spell(w, "closed", date(2026, 1, 5))
    w.put(Contact, on=date(2026, 3, 1), mode="visit", about="court", worker=w.worker.person)


def _closed_and_unpaid(w: World) -> None:
    w.set(status="closed")
    _status_spell(w, "closed", date(2026, 1, 5))
    w.order(w.claim())


def _pocso_without_child(w: World) -> None:
    fir = w.fir()
    w.born(date(1999, 5, 1))
    w.put(FirSection, fir=fir, act_words="POCSO", number_words="6")


def _two_lawyers(w: World) -> None:
    for number, day in enumerate((date(2025, 1, 1), date(2025, 3, 1))):
        lawyer = w.put(Lawyer, name=f"Lawyer {number}", kind="panel")
        w.put(Assignment, lawyer=lawyer, lawyer_kind="panel", for_what="trial", starts_on=day)


def _informant_is_accused(w: World) -> None:
    fir = w.fir(informant="other")
    accused = w.put(Accused, fir=fir, ordinal=1)
    Fir.unscoped.filter(pk=fir.pk).update(informant_as=accused)


def _informant_at_home(w: World) -> None:
    w.fir(informant="father")
    w.put(HouseholdMember, relation="father", is_accused=True)


def _speaker_is_accused(w: World) -> None:
    w.put(HouseholdMember, relation="mother", is_accused=True)
    w.put(HouseholdMember, relation="mother", is_guardian=True)


def _decided(w: World) -> None:
    accused = w.put(Accused, fir=w.fir(), ordinal=1)
    w.put(AccusedStatus, fir=accused.fir, accused=accused, status="convicted")


def _without_sections(w: World) -> None:
    w.at = LONG_AGO
    fir = w.fir()
    FirSection.unscoped.filter(fir=fir).update(withdrawn_at=NOW)


def _without_day(w: World) -> None:
    w.at = LONG_AGO
    w.fir(registered=None)


def _birth_not_asked(w: World) -> None:
    w.set(opened_earliest=date(2026, 1, 1), opened_latest=date(2026, 1, 1))


def _grant(w: World) -> None:
    grant = w.put(
        MoneyGrant, kind="grant", purpose="trade", amount_paise=LAKH, agreed_on=date(2025, 1, 1)
    )
    for day in (1, 2):
        w.put(Instalment, grant=grant, amount_paise=LAKH, received_on=date(2025, 2, day))


def _typed_total(w: World) -> None:
    claim = w.claim()
    w.order(claim)
    Claim.unscoped.filter(pk=claim.pk).update(credited_paise=LAKH)


def checked(w: World, row: Any, field: str, verdict: str) -> FieldCheck:
    """Somebody held the paper beside a value."""
    drawn_round = w.put(CheckRound, title="r", seed="s", files_wanted=1, fields=[field])
    drawn = w.put(DrawnFile, round=drawn_round, ordinal=1)
    made: FieldCheck = w.put(
        FieldCheck, drawn=drawn, field=field, row_id=row.pk, verdict=verdict,
        checked_by=w.worker.person, checked_at=LONG_AGO,
    )  # fmt: skip
    return made


def _order_early(w: World) -> None:
    w.order(w.claim(), on=date(2024, 2, 4))


WRONG: dict[str, Callable[[World], object]] = {
    "fir-before-offence": lambda w: w.fir(
        offence_earliest=date(2025, 7, 1), offence_latest=date(2025, 7, 1)
    ),
    "copy-before-fir": lambda w: w.fir(copy_given_on=date(2025, 2, 7)),
    "diary-after-fir": lambda w: w.fir(
        diary_earliest=date(2025, 7, 1), diary_latest=date(2025, 7, 1)
    ),
    "sheet-before-fir": lambda w: w.put(
        ChargeSheet, fir=w.fir(), kind="charge_sheet", filed_earliest=date(2025, 1, 2),
        filed_latest=date(2025, 1, 2),
    ),
    "hearing-before-fir": lambda w: w.put(
        Hearing, fir=w.fir(), on=date(2025, 1, 2), outcome="heard"
    ),
    "papers-before-fir": lambda w: w.put(
        InvestigationSpell, fir=w.fir(), agency_kind="ahtu", agency_words="AHTU",
        received_on=date(2025, 1, 2), received_recorded_at=NOW,
    ),
    "fir-year": lambda w: w.fir(year=2024),
    "fir-in-future": lambda w: w.fir(registered=date(2027, 2, 3), year=2027),
    "rescued-before-taken": lambda w: (
        w.taken(date(2025, 3, 3)),
        w.put(Rescue, rescued_earliest=date(2025, 2, 2), rescued_latest=date(2025, 2, 2)),
    ),
    "order-before-claim": _order_early,
    "order-in-future": lambda w: w.order(w.claim(), on=date(2027, 5, 6)),
    "credit-before-order": lambda w: w.paid((LAKH, date(2024, 4, 20))),
    "taken-before-birth": lambda w: (w.born(date(2008, 3, 3)), w.taken(date(2007, 3, 3))),
    "age-when-taken": lambda w: (w.born(date(2008, 3, 3)), w.taken(date(2011, 3, 3))),
    "born-impossible": lambda w: w.born(date(2027, 3, 3)),
    "ten-times-usual": _ten_times_usual,
    "ten-times-asked": lambda w: w.order(w.claim(asked_paise=LAKH), 10 * LAKH),
    "amount-too-small": lambda w: w.order(w.claim(), 3_00),
    "more-paid-than-ordered": lambda w: w.paid((4 * LAKH, date(2024, 6, 1))),
    "same-credit-twice": lambda w: w.paid((LAKH, date(2024, 6, 1)), (LAKH, date(2024, 6, 2))),
    "born-on-new-year": lambda w: w.born(date(2005, 1, 1)),
    "taken-on-new-year": lambda w: w.taken(date(2024, 1, 1)),
    "rescued-on-new-year": lambda w: w.put(
        Rescue, rescued_earliest=date(2025, 1, 1), rescued_latest=date(2025, 1, 1)
    ),
    "fir-on-new-year": lambda w: w.fir(registered=date(2025, 1, 1)),
    "hearing-on-sunday": lambda w: w.put(
        Hearing, fir=w.fir(), on=date(2026, 11, 20), outcome="adjourned", next_on=date(2026, 12, 13)
    ),
    "pocso-without-child": _pocso_without_child,
    "no-trafficking-section": lambda w: (
        w.taken(date(2025, 3, 3)),
        FirSection.unscoped.filter(fir=w.fir()).update(number_words="363"),
    ),
    "status-and-spell": lambda w: w.set(status="tentative"),
    "closed-and-reached": _closed_and_reached,
    "closed-and-unpaid": _closed_and_unpaid,
    "decided-without-sheet": _decided,
    "two-lawyers": _two_lawyers,
    "informant-is-accused": _informant_is_accused,
    "informant-accused-at-home": _informant_at_home,
    "speaker-is-accused": _speaker_is_accused,
    "fir-without-sections": _without_sections,
    "fir-without-day": _without_day,
    "birth-not-asked": _birth_not_asked,
    "no-block": _birth_not_asked,
    "credit-without-paper": lambda w: w.paid((LAKH, date(2024, 6, 1))),
    "order-without-paper": lambda w: w.order(w.claim()),
    "outcome-not-told": lambda w: w.put(Hearing, fir=w.fir(), on=date(2026, 9, 1)),
    "silent-file": lambda w: w.set(last_contact_on=date(2026, 5, 1)),
    "claim-waits": lambda w: w.claim(),
    "grant-and-instalments": _grant,
    "credits-and-total": _typed_total,
    "differs-from-paper": lambda w: checked(w, w.claim(), "claim_filed", "differs"),
}  # fmt: skip
assert date(2026, 9, 15) < TODAY
