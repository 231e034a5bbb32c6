"""Unpaid spells of the orders and payments that stand already. The owner looks over the walls while it does."""

from django.db import migrations

TABLES = ("claim", "order", "payment")
OPEN = ";".join(f"ALTER TABLE compensation_{name} NO FORCE ROW LEVEL SECURITY" for name in TABLES)
SHUT = ";".join(f"ALTER TABLE compensation_{name} FORCE ROW LEVEL SECURITY" for name in TABLES)
SPELLS = """
INSERT INTO compensation_unpaidspell (id, organisation_id, survivor_file_id, claim_id, starts_on, ends_on,
  paise, first_ordered_on, owed_by)
SELECT gen_random_uuid(), organisation_id, survivor_file_id, claim_id, day, next_day, award - paid, first_on, owed_by
FROM (
  SELECT claim_id, organisation_id, survivor_file_id, day, lead(day) OVER days AS next_day,
    max(award) OVER in_force AS award, sum(paid) OVER days AS paid,
    COALESCE(NULLIF(max(words) OVER in_force, ''), filed_at) AS owed_by,
    min(day) FILTER (WHERE award IS NOT NULL) OVER (PARTITION BY claim_id) AS first_on
  FROM (
    SELECT e.*, c.organisation_id, c.survivor_file_id, c.filed_at_words AS filed_at,
      count(e.award) OVER (PARTITION BY e.claim_id ORDER BY e.day) AS place
    FROM (
      SELECT claim_id, day, max(award) AS award, max(words) AS words, sum(paid) AS paid FROM (
        SELECT o.claim_id, o.ordered_on AS day, o.amount_paise AS award, o.authority_words AS words, 0 AS paid
        FROM compensation_order o WHERE o.withdrawn_at IS NULL AND o.kind <> 'rejection'
        UNION ALL SELECT p.claim_id, p.credited_on, NULL, NULL, p.amount_paise
        FROM compensation_payment p WHERE p.withdrawn_at IS NULL AND p.proof_id IS NOT NULL
      ) told GROUP BY claim_id, day
    ) e JOIN compensation_claim c ON c.id = e.claim_id AND c.withdrawn_at IS NULL
  ) placed
  WINDOW days AS (PARTITION BY claim_id ORDER BY day), in_force AS (PARTITION BY claim_id, place)
) waits WHERE award > paid AND day >= first_on
"""


class Migration(migrations.Migration):
    dependencies = [("compensation", "0003_heads_heirs_and_spells")]

    operations = [migrations.RunSQL(f"{OPEN};{SPELLS};{SHUT}", migrations.RunSQL.noop)]
