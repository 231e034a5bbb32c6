"""Which files and FIRs a transaction changed: noted by the database itself, so that nothing is forgotten.

Beside them stands where it changed them: a table where a row came or went, `table.column` where a value of a
row that was there became another. The note lives no longer than the transaction. A bulk of changes is not noted
one by one; the night finds it.
"""

from typing import Final

MANY: Final = "*"
# table: the columns that say which file or FIR a row is about
TABLES: Final[dict[str, tuple[str, ...]]] = {
    "files_survivorfile": ("id",),
    "files_identity": ("survivor_file_id",),
    "files_taking": ("survivor_file_id",),
    "files_rescue": ("survivor_file_id",),
    "files_filestatusspell": ("survivor_file_id",),
    "files_householdmember": ("survivor_file_id",),
    "papers_paper": ("survivor_file_id",),
    "diary_contact": ("survivor_file_id",),
    "meetings_attendance": ("survivor_file_id",),
    "legalaid_assignment": ("survivor_file_id",),
    "legalaid_legalaidrequest": ("survivor_file_id",),
    "care_moneygrant": ("survivor_file_id",),
    "care_instalment": ("survivor_file_id",),
    "compensation_claim": ("survivor_file_id",),
    "compensation_order": ("survivor_file_id",),
    "compensation_payment": ("survivor_file_id",),
    "checking_fieldcheck": ("survivor_file_id",),
    "proceedings_fir": ("id",),
    "proceedings_firsurvivor": ("survivor_file_id", "fir_id"),
    "proceedings_firsection": ("fir_id",),
    "proceedings_accused": ("fir_id",),
    "proceedings_accusedstatus": ("fir_id",),
    "proceedings_milestone": ("fir_id",),
    "proceedings_investigationspell": ("fir_id",),
    "proceedings_chargesheet": ("fir_id",),
    "proceedings_correction": ("fir_id",),
    "proceedings_hearing": ("fir_id",),
    "quality_fieldchange": ("survivor_file_id", "fir_id"),
}

NOTE = """
CREATE OR REPLACE FUNCTION app_note_touched() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE noted text := COALESCE(current_setting('app.touched', true), ''); subject text;
  places text := COALESCE(current_setting('app.touched_in', true), ''); place text;
BEGIN
  IF noted LIKE '*%' THEN RETURN NULL; END IF;
  IF length(noted) > 8000 THEN
    PERFORM set_config('app.touched', '*', true); RETURN NULL;
  END IF;
  FOR i IN 0 .. TG_NARGS - 1 LOOP
    EXECUTE format('SELECT ($1).%I::text', TG_ARGV[i]) INTO subject USING COALESCE(NEW, OLD);
    IF subject IS NOT NULL AND strpos(noted, subject) = 0 THEN noted := noted || subject || ','; END IF;
  END LOOP;
  PERFORM set_config('app.touched', noted, true);
  FOR place IN SELECT CASE TG_OP WHEN 'UPDATE' THEN TG_TABLE_NAME || '.' || n.key ELSE TG_TABLE_NAME END
    FROM jsonb_each(to_jsonb(COALESCE(NEW, OLD))) n
    WHERE TG_OP <> 'UPDATE' AND n.key = TG_ARGV[0]
      OR TG_OP = 'UPDATE' AND n.value IS DISTINCT FROM to_jsonb(OLD) -> n.key
  LOOP
    IF strpos(',' || places, ',' || place || ',') = 0 THEN places := places || place || ','; END IF;
  END LOOP;
  PERFORM set_config('app.touched_in', places, true);
  RETURN NULL;
END $$;
"""

TOUCHED = NOTE + "".join(
    f'CREATE OR REPLACE TRIGGER note_touched AFTER INSERT OR UPDATE OR DELETE ON "{table}"'
    f" FOR EACH ROW EXECUTE FUNCTION app_note_touched({', '.join(repr(c) for c in columns)});\n"
    for table, columns in TABLES.items()
)
