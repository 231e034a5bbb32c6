"""What is true of a claim: asked, ordered, received, and what stands beside it."""

from tafteesh.domain.compensation.models.beside import (
    AccountCheck,
    ClaimStep,
    ClaimWish,
    PaperToFetch,
    UnpaidLetter,
)
from tafteesh.domain.compensation.models.claim import Appeal, Claim, Order, Payment, Sanction
from tafteesh.domain.compensation.models.published import AgeBand, PublishedOrder
from tafteesh.domain.compensation.models.share import Deposit, Heir, OrderHead, UnpaidSpell

__all__ = [
    "AccountCheck",
    "AgeBand",
    "Appeal",
    "Claim",
    "ClaimStep",
    "ClaimWish",
    "Deposit",
    "Heir",
    "Order",
    "OrderHead",
    "PaperToFetch",
    "Payment",
    "PublishedOrder",
    "Sanction",
    "UnpaidLetter",
    "UnpaidSpell",
]
