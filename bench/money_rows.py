"""One office with N claims, their orders, appeals and payments: what the pages about money read. All invented."""

import random
import uuid
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bench.rows import NOW, TODAY, Row, row_id

OFFICE, CLERK = row_id(1, 0), row_id(3, 0)
RECORD = "organisation_id, recorded_at, recorded_by_id, withdrawn_at, import_batch"
AUTHORITIES = tuple(f"DLSA {n}" for n in range(23))
LAKH = 1_00_000_00
FIRST = date(2016, 4, 1)
PAPER = uuid.UUID(int=7)


class MoneyRows:
    """Each claim has a file of its own; what became of it depends on its number alone."""

    def __init__(self, claims: int) -> None:
        self.claims = claims

    def tables(self) -> Iterator[tuple[str, str, Callable[[], Iterator[Row]]]]:
        yield (
            "files_survivorfile",
            f"id, {RECORD}, number, scope, violence, status, opened_earliest, opened_latest, opened_words, gram_panchayat, destination, log_tag",
            self.files,
        )
        yield (
            "compensation_claim",
            f"id, {RECORD}, survivor_file_id, number, filed_at_words, filed_on, asked_paise, drafted_by_kind, signed_by_kind, first_ordered_on, ordered_paise, credited_paise",
            self.rows_of_claims,
        )
        yield (
            "compensation_order",
            f"id, {RECORD}, survivor_file_id, claim_id, kind, ordered_on, amount_paise, increase_paise, authority_words, her_answer",
            self.orders,
        )
        yield (
            "compensation_payment",
            f"id, {RECORD}, survivor_file_id, claim_id, credited_on, amount_paise, proof_id",
            self.payments,
        )

    def record(self) -> Row:
        return (OFFICE, NOW, CLERK, None, None)

    def files(self) -> Iterator[Row]:
        for n in range(self.claims):
            opened = FIRST + timedelta(days=n * 7919 % 3_500)
            yield (
                row_id(10, n), *self.record(), f"B-{n:07}", "trafficking", "", "active",
                opened, opened, "", "", "", row_id(11, n),
            )  # fmt: skip

    def story(
        self, n: int
    ) -> tuple[date, list[tuple[date, int, str]], list[tuple[date, int, bool]]]:
        """The day of filing, the orders, and the credits with or without a bank paper."""
        chance = random.Random(n)  # noqa: S311 - made rows
        filed = FIRST + timedelta(days=chance.randrange(3_800))
        orders, credits_ = [], []
        day = filed + timedelta(days=chance.randrange(30, 500))
        if chance.random() < 0.8 and day <= TODAY:
            amount = chance.randrange(1, 12) * LAKH
            orders.append((day, amount, "final"))
            if chance.random() < 0.12 and day + timedelta(days=400) <= TODAY:
                amount += 3 * LAKH
                orders.append((day + timedelta(days=400), amount, "appeal"))
            half = day + timedelta(days=chance.randrange(40, 1_500))
            if chance.random() < 0.7 and half <= TODAY:
                part = amount if chance.random() < 0.7 else amount // 2
                credits_.append((half, part, chance.random() < 0.85))
        return filed, orders, credits_

    def rows_of_claims(self) -> Iterator[Row]:
        for n in range(self.claims):
            filed, orders, credits_ = self.story(n)
            yield (
                row_id(50, n), *self.record(), row_id(10, n), f"VC-{n}", AUTHORITIES[n % 23], filed,
                8 * LAKH, "panel", "panel", orders[0][0] if orders else None,
                orders[-1][1] if orders else 0, sum(paid for _day, paid, _proved in credits_),
            )  # fmt: skip

    def orders(self) -> Iterator[Row]:
        for n in range(self.claims):
            before = 0
            for place, (day, amount, kind) in enumerate(self.story(n)[1]):
                yield (
                    row_id(51 + place, n), *self.record(), row_id(10, n), row_id(50, n), kind, day,
                    amount, amount - before, AUTHORITIES[n % 23], "accepts",
                )  # fmt: skip
                before = amount

    def payments(self) -> Iterator[Row]:
        for n in range(self.claims):
            for place, (day, paid, proved) in enumerate(self.story(n)[2]):
                yield (
                    row_id(55 + place, n), *self.record(), row_id(10, n), row_id(50, n), day, paid,
                    PAPER if proved else None,
                )  # fmt: skip
