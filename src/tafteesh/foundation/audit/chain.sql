-- The chain is written and checked by these functions alone; the application may only execute them.
CREATE OR REPLACE FUNCTION audit_line_hash(
  prev bytea, shard smallint, seq bigint, at timestamptz, person_id uuid, organisation_id uuid, event text,
  subject uuid, about text, about_id uuid, fields text, reason text, request_id uuid
) RETURNS bytea IMMUTABLE LANGUAGE sql AS $$
  SELECT sha256(prev || convert_to(
    shard || chr(31) || seq || chr(31) || (extract(epoch FROM at) * 1000000)::bigint || chr(31)
    || COALESCE(person_id::text, '') || chr(31) || COALESCE(organisation_id::text, '') || chr(31) || event
    || chr(31) || COALESCE(subject::text, '') || chr(31) || about || chr(31) || COALESCE(about_id::text, '')
    || chr(31) || fields || chr(31) || reason || chr(31) || COALESCE(request_id::text, ''), 'UTF8'))
$$;

-- One line or many, in the caller's transaction. A transaction stays in one chain, so two never wait in a ring.
CREATE OR REPLACE FUNCTION audit_write(
  at timestamptz, person_id uuid, organisation_id uuid, request_id uuid,
  events text[], subjects uuid[], abouts text[], about_ids uuid[], field_lists text[], reasons text[]
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  chain smallint := (txid_current() % 8)::smallint;
  last audit_head%ROWTYPE;
  line bytea;
  many integer := array_length(events, 1);
  lines bytea[];
BEGIN
  SELECT * INTO STRICT last FROM audit_head WHERE audit_head.shard = chain FOR UPDATE;
  line := last.hash;
  FOR i IN 1 .. many LOOP
    line := audit_line_hash(line, chain, last.seq + i, audit_write.at, audit_write.person_id,
      audit_write.organisation_id, events[i], subjects[i], abouts[i], about_ids[i], field_lists[i], reasons[i],
      audit_write.request_id);
    lines[i] := line;
  END LOOP;
  INSERT INTO audit_entry (shard, seq, at, person_id, organisation_id, event, subject, about, about_id,
    fields, reason, request_id, prev, hash)
  SELECT chain, last.seq + n.i, audit_write.at, audit_write.person_id, audit_write.organisation_id, n.event,
    n.subject, n.about, n.about_id, n.fields, n.reason, audit_write.request_id,
    CASE WHEN n.i = 1 THEN last.hash ELSE lines[n.i - 1] END, n.line
  FROM unnest(events, subjects, abouts, about_ids, field_lists, reasons, lines) WITH ORDINALITY
    AS n (event, subject, about, about_id, fields, reason, line, i);
  UPDATE audit_head SET seq = last.seq + many, hash = line WHERE audit_head.shard = chain;
  RETURN last.seq + many;
END $$;

-- The first broken line of each chain: changed, missing, or a tail that was cut.
CREATE OR REPLACE FUNCTION audit_verify() RETURNS TABLE (shard smallint, seq bigint, fault text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH lines AS (
    SELECT e.*, lag(e.hash) OVER w AS before, lag(e.seq) OVER w AS before_seq FROM audit_entry e
    WINDOW w AS (PARTITION BY e.shard ORDER BY e.seq)
  ), faults AS (
    SELECT l.shard, l.seq, CASE
      WHEN l.seq <> COALESCE(l.before_seq, 0) + 1 THEN 'a line is missing before it'
      WHEN l.prev <> COALESCE(l.before, sha256(convert_to('chain ' || l.shard, 'UTF8'))) THEN 'does not follow the line before'
      WHEN l.hash <> audit_line_hash(l.prev, l.shard, l.seq, l.at, l.person_id, l.organisation_id, l.event,
        l.subject, l.about, l.about_id, l.fields, l.reason, l.request_id) THEN 'was changed'
    END AS fault FROM lines l
    UNION ALL
    SELECT h.shard, h.seq, 'the end of the chain was cut' FROM audit_head h
    WHERE h.seq <> COALESCE((SELECT max(e.seq) FROM audit_entry e WHERE e.shard = h.shard), 0)
       OR h.hash <> COALESCE(
         (SELECT e.hash FROM audit_entry e WHERE e.shard = h.shard ORDER BY e.seq DESC LIMIT 1),
         sha256(convert_to('chain ' || h.shard, 'UTF8')))
    UNION ALL
    SELECT s::smallint, 0, 'the head of the chain is gone' FROM generate_series(0, 7) s
    WHERE NOT EXISTS (SELECT FROM audit_head h WHERE h.shard = s)
  )
  SELECT DISTINCT ON (f.shard) f.shard, f.seq, f.fault FROM faults f WHERE f.fault IS NOT NULL ORDER BY f.shard, f.seq
$$;

INSERT INTO audit_head (shard, seq, hash)
SELECT s, 0, sha256(convert_to('chain ' || s, 'UTF8')) FROM generate_series(0, 7) s
ON CONFLICT DO NOTHING;
