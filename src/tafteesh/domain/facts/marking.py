"""Which changes call for a recount, said to PostgreSQL: no way of writing a fact goes past it."""

OF_FIR = (
    "firsurvivor", "firsection", "accused", "accusedstatus", "investigationspell", "chargesheet",
    "chargesheetaccused", "chargesheetsection", "correction", "milestone", "setaside",
)  # fmt: skip
OF_FILE = (
    "files_taking", "compensation_claim", "compensation_order", "compensation_payment",
    "legalaid_legalaidrequest",
)  # fmt: skip
OF_THE_LAW = ("law_deadline", "law_section")

FUNCTIONS = """
CREATE OR REPLACE FUNCTION app_recount() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE what text := TG_ARGV[0]; sql text;
BEGIN  -- the first argument says what changed, the others which columns name it; a note that stands is locked,
       -- so that whoever takes it away waits for this change
  FOR n IN 1 .. TG_NARGS - 1 LOOP
    sql := format('INSERT INTO facts_torecount (what, subject) SELECT %L, ($1).%I'
                  ' WHERE ($1).%I IS NOT NULL ON CONFLICT (what, subject)'
                  ' DO UPDATE SET what = EXCLUDED.what WHERE false', what, TG_ARGV[n], TG_ARGV[n]);
    IF TG_OP <> 'DELETE' THEN EXECUTE sql USING NEW; END IF;
    IF TG_OP <> 'INSERT' THEN EXECUTE sql USING OLD; END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION app_recount_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO facts_torecount (what, subject)
  VALUES ('all', '00000000-0000-0000-0000-000000000000')
  ON CONFLICT (what, subject) DO UPDATE SET what = EXCLUDED.what WHERE false;
  RETURN NULL;
END $$;
"""


def _trigger(table: str, when: str, call: str, each: str = "ROW") -> str:
    return (
        f"CREATE OR REPLACE TRIGGER note_for_recount AFTER {when} ON {table}"
        f" FOR EACH {each} EXECUTE FUNCTION {call};\n"
    )


ANY = "INSERT OR UPDATE OR DELETE"
MARKING = FUNCTIONS + "".join(
    [
        _trigger("proceedings_fir", ANY, "app_recount('fir', 'id')"),
        _trigger("proceedings_firlink", ANY, "app_recount('fir', 'fir_id', 'other_id')"),
        *(_trigger(f"proceedings_{name}", ANY, "app_recount('fir', 'fir_id')") for name in OF_FIR),
        *(_trigger(name, ANY, "app_recount('file', 'survivor_file_id')") for name in OF_FILE),
        _trigger(
            "files_identity",
            "INSERT OR DELETE OR UPDATE OF born_earliest, born_latest",
            "app_recount('file', 'survivor_file_id')",
        ),
        _trigger(
            "files_survivorfile", "UPDATE OF scope, is_interstate", "app_recount('file', 'id')"
        ),
        _trigger("places_courtholiday", ANY, "app_recount('court', 'court_id')"),
        *(_trigger(name, ANY, "app_recount_all()", "STATEMENT") for name in OF_THE_LAW),
        _trigger(
            "places_authority", "UPDATE OF parent_id, state_id, name", "app_recount_all()", "STATEMENT"
        ),
    ]
)  # fmt: skip
