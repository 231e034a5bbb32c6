"""What was not paid from which day to which, kept from the orders and payments of a claim by one statement."""

import uuid
from collections.abc import Collection
from typing import Final

from django.db import connection

# A day on which an order was made or money was proved to have come changes what is waiting; from there it holds
# until the next such day. `place` counts the awards up to a day: the one in force is the only one of its place.
MADE_ANEW: Final = (
    "INSERT INTO compensation_unpaidspell (id, organisation_id, survivor_file_id, claim_id, starts_on,"
    " ends_on, paise, first_ordered_on, owed_by) SELECT gen_random_uuid(), organisation_id, survivor_file_id,"
    " claim_id, day, next_day, award - paid, first_on, owed_by FROM ("
    "SELECT claim_id, organisation_id, survivor_file_id, day, lead(day) OVER days AS next_day,"
    " max(award) OVER in_force AS award, sum(paid) OVER days AS paid,"
    " COALESCE(NULLIF(max(words) OVER in_force, ''), filed_at) AS owed_by,"
    " min(day) FILTER (WHERE award IS NOT NULL) OVER (PARTITION BY claim_id) AS first_on FROM ("
    "SELECT e.*, c.organisation_id, c.survivor_file_id, c.filed_at_words AS filed_at,"
    " count(e.award) OVER (PARTITION BY e.claim_id ORDER BY e.day) AS place FROM ("
    "SELECT claim_id, day, max(award) AS award, max(words) AS words, sum(paid) AS paid FROM ("
    "SELECT o.claim_id, o.ordered_on AS day, o.amount_paise AS award, o.authority_words AS words, 0 AS paid"
    " FROM compensation_order o WHERE o.withdrawn_at IS NULL AND o.kind <> 'rejection' AND {orders}"
    " UNION ALL SELECT p.claim_id, p.credited_on, NULL, NULL, p.amount_paise FROM compensation_payment p"
    " WHERE p.withdrawn_at IS NULL AND p.proof_id IS NOT NULL AND {payments}"
    ") told GROUP BY claim_id, day) e JOIN compensation_claim c ON c.id = e.claim_id"
    " AND c.withdrawn_at IS NULL) placed WINDOW days AS (PARTITION BY claim_id ORDER BY day),"
    " in_force AS (PARTITION BY claim_id, place)) waits"
    " WHERE award > paid AND day >= first_on"
)
OF_CLAIMS: Final = MADE_ANEW.format(
    orders="o.claim_id = ANY(%(claims)s)", payments="p.claim_id = ANY(%(claims)s)"
)
OF_OFFICE: Final = MADE_ANEW.format(
    orders="o.organisation_id = %(office)s", payments="p.organisation_id = %(office)s"
)


def keep_spells(claims: Collection[uuid.UUID]) -> None:
    """Make the unpaid spells of some claims anew, inside the action that changed them."""
    with connection.cursor() as cursor:
        asked = {"claims": list(claims)}
        cursor.execute(
            "DELETE FROM compensation_unpaidspell WHERE claim_id = ANY(%(claims)s)", asked
        )
        cursor.execute(OF_CLAIMS, asked)


def keep_all_spells(office: uuid.UUID) -> None:
    """Make the unpaid spells of a whole office anew, after an import."""
    with connection.cursor() as cursor:
        asked = {"office": office}
        cursor.execute(
            "DELETE FROM compensation_unpaidspell WHERE organisation_id = %(office)s", asked
        )
        cursor.execute(OF_OFFICE, asked)
