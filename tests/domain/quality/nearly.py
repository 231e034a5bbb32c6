"""Records that look wrong and are not: on the line that a rule draws, or with the fact that explains them."""

from collections.abc import Callable
from datetime import date, timedelta

from tafteesh.domain.care.models import Instalment, MoneyGrant
from tafteesh.domain.diary.models import Contact
from tafteesh.domain.files.models import HouseholdMember, Rescue
from tafteesh.domain.legalaid.models import Assignment
from tafteesh.domain.proceedings.models import (
    Accused,
    AccusedStatus,
    ChargeSheet,
    Fir,
    FirSection,
    Hearing,
    InvestigationSpell,
)
from tafteesh.domain.quality.models import UsualAmount
from tests.domain.quality import wrong
from tests.domain.quality.wrong import LAKH, World
from tests.people import NOW, TODAY

DAY = date(2025, 6, 10)  # on which the FIR of this world is registered


def _usual(w: World) -> None:
    UsualAmount.unscoped.create(
        organisation_id=w.file.organisation_id,
        what="ordered",
        paise=3 * LAKH,
        out_of=19,
        kept_at=NOW,
    )
    w.order(w.claim(), 30 * LAKH)


def _child(w: World) -> None:
    fir = w.fir()
    w.born(date(2009, 5, 1))
    w.put(FirSection, fir=fir, act_words="POCSO", number_words="6")


def _other_work(w: World) -> None:
    wrong._two_lawyers(w)  # noqa: SLF001 - the same two lawyers
    Assignment.unscoped.filter(starts_on=date(2025, 3, 1)).update(for_what="compensation")


def _ended(w: World) -> None:
    w.set(status="closed")
    wrong._status_spell(w, "closed", date(2026, 1, 5))  # noqa: SLF001 - the same closing
    w.put(Contact, on=date(2026, 1, 5), mode="visit", about="court", worker=w.worker.person)


def _paid_and_closed(w: World) -> None:
    wrong._closed_and_unpaid(w)  # noqa: SLF001 - the same claim
    claim = w.file.claims.get()
    w.pays(claim, 3 * LAKH, date(2024, 9, 1))


def _charged(w: World) -> None:
    accused = w.put(Accused, fir=w.fir(), ordinal=1)
    w.put(ChargeSheet, fir=accused.fir, kind="charge_sheet", filed_earliest=DAY, filed_latest=DAY)
    w.put(AccusedStatus, fir=accused.fir, accused=accused, status="convicted")


def _innocent(w: World) -> None:
    w.put(HouseholdMember, relation="mother", is_accused=True)
    w.put(HouseholdMember, relation="father", is_guardian=True)


def _withdrawn_accused(w: World) -> None:
    wrong._informant_is_accused(w)  # noqa: SLF001 - the same accused
    Accused.unscoped.update(withdrawn_at=NOW)


def _uncle(w: World) -> None:
    w.fir(informant="mother")
    w.put(HouseholdMember, relation="father", is_accused=True)


def _grant(w: World) -> None:
    grant = w.put(
        MoneyGrant, kind="grant", purpose="trade", amount_paise=LAKH, agreed_on=date(2025, 1, 1)
    )
    w.put(Instalment, grant=grant, amount_paise=LAKH, received_on=date(2025, 2, 1))


def _said_why(w: World) -> None:
    w.at = wrong.LONG_AGO
    Fir.unscoped.filter(pk=w.fir(registered=None).pk).update(registered_answer="not_known")


def _she_said_no(w: World) -> None:
    wrong._birth_not_asked(w)  # noqa: SLF001 - the same file
    row = w.born(None)
    row.born_answer = "refused"
    row.save()


NEARLY: dict[str, Callable[[World], object]] = {
    "fir-before-offence": lambda w: w.fir(offence_earliest=DAY, offence_latest=DAY),
    "copy-before-fir": lambda w: w.fir(copy_given_on=DAY),
    "diary-after-fir": lambda w: w.fir(diary_earliest=DAY, diary_latest=DAY),
    "sheet-before-fir": lambda w: w.put(
        ChargeSheet, fir=w.fir(), kind="charge_sheet", filed_earliest=DAY, filed_latest=DAY
    ),
    "hearing-before-fir": lambda w: w.put(Hearing, fir=w.fir(), on=DAY, outcome="heard"),
    "papers-before-fir": lambda w: w.put(
        InvestigationSpell, fir=w.fir(), agency_kind="ahtu", agency_words="AHTU", received_on=DAY,
        received_recorded_at=NOW,
    ),
    "fir-year": lambda w: w.fir(year=2025),
    "fir-in-future": lambda w: w.fir(registered=TODAY, year=TODAY.year),
    "rescued-before-taken": lambda w: (
        w.taken(date(2025, 3, 3)),
        w.put(Rescue, rescued_earliest=date(2025, 3, 3), rescued_latest=date(2025, 3, 9)),
    ),
    "order-before-claim": lambda w: w.order(w.claim(), on=date(2024, 4, 2)),
    "order-in-future": lambda w: w.order(w.claim(), on=TODAY),
    "credit-before-order": lambda w: w.paid((LAKH, date(2024, 5, 6))),
    "taken-before-birth": lambda w: (w.born(date(2008, 3, 3)), w.taken(date(2021, 3, 3))),
    "age-when-taken": lambda w: (w.born(date(2008, 3, 3)), w.taken(date(2013, 3, 3))),
    "born-impossible": lambda w: w.born(date(1990, 3, 3)),
    "ten-times-usual": _usual,
    "ten-times-asked": lambda w: w.order(w.claim(asked_paise=LAKH), 9 * LAKH),
    "amount-too-small": lambda w: w.order(w.claim(), 1_000_00),
    "more-paid-than-ordered": lambda w: w.paid((3 * LAKH, date(2024, 6, 1))),
    "same-credit-twice": lambda w: w.paid((LAKH, date(2024, 6, 1)), (LAKH, date(2024, 6, 5))),
    "born-on-new-year": lambda w: w.born(date(2005, 1, 1), date(2005, 12, 31)),
    "taken-on-new-year": lambda w: w.taken(date(2024, 1, 2)),
    "rescued-on-new-year": lambda w: w.put(
        Rescue, rescued_earliest=date(2025, 1, 1), rescued_latest=date(2025, 1, 31)
    ),
    "fir-on-new-year": lambda w: w.fir(registered=date(2025, 1, 2)),
    "hearing-on-sunday": lambda w: w.put(
        Hearing, fir=w.fir(), on=date(2026, 11, 20), outcome="adjourned", next_on=date(2026, 12, 14)
    ),
    "pocso-without-child": _child,
    "no-trafficking-section": lambda w: FirSection.unscoped.filter(fir=w.fir()).update(
        number_words="363"
    ),
    "status-and-spell": lambda w: w.set(status="active"),
    "closed-and-reached": _ended,
    "closed-and-unpaid": _paid_and_closed,
    "decided-without-sheet": _charged,
    "two-lawyers": _other_work,
    "informant-is-accused": _withdrawn_accused,
    "informant-accused-at-home": _uncle,
    "speaker-is-accused": _innocent,
    "fir-without-sections": lambda w: FirSection.unscoped.filter(fir=w.fir()).update(
        withdrawn_at=NOW
    ),
    "fir-without-day": _said_why,
    "birth-not-asked": _she_said_no,
    "no-block": lambda w: w.set(opened_earliest=TODAY, opened_latest=TODAY),
    "credit-without-paper": lambda w: w.paid((LAKH, TODAY - timedelta(days=30))),
    "order-without-paper": lambda w: w.order(w.claim(), on=TODAY - timedelta(days=30)),
    "outcome-not-told": lambda w: w.put(Hearing, fir=w.fir(), on=TODAY - timedelta(days=14)),
    "silent-file": lambda w: w.set(last_contact_on=TODAY - timedelta(days=90)),
    "claim-waits": lambda w: w.claim(filed_on=TODAY - timedelta(days=365)),
    "grant-and-instalments": _grant,
    "credits-and-total": lambda w: w.paid((LAKH, date(2024, 6, 1))),
    "differs-from-paper": lambda w: wrong.checked(w, w.claim(), "claim_filed", "matches"),
}  # fmt: skip
