"""What is true of a claim: asked, ordered, received, and what stands beside it."""

from tafteesh.domain.compensation.models.beside import (
    AccountCheck,
    ClaimStep,
    ClaimWish,
    PaperToFetch,
    UnpaidLetter,
)
from tafteesh.domain.compensation.models.claim import Appeal, Claim, Order, Payment, Sanction
from tafteesh.domain.compensation.models.share import Deposit, Heir, OrderHead, UnpaidSpell

__all__ = [
    "AccountCheck",
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
    "Sanction",
    "UnpaidLetter",
    "UnpaidSpell",
]
