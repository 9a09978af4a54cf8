const RECORD = `day date, topic text, partition int, place bigint, kind text, appended_at timestamptz, at timestamptz, event text,
  correlation_id text, causation_id text, service text, type text, key text, request text, trace_id text, data jsonb`;
const HANDLING = `day date, partition int, place bigint, line int, event text, correlation_id text, service text, subscription text,
  handler text, attempt int, at timestamptz, took_ms double precision`;
const RIDE = `id uuid, state text, rider_id uuid, driver_id uuid, offer_id uuid, area text, requested_at timestamptz, since timestamptz,
  ended_at timestamptz, endings int, upto bigint`;
const names = (columns: string): string => columns.replaceAll(/(\w+) [a-z ]+(?=,|$)/g, '$1');

/** $1: rows as JSON. Those that are new are counted in their journeys, in one order everywhere. */
export const INSERT_RECORDS = `
WITH fresh AS (
  INSERT INTO record (${names(RECORD)}) SELECT ${names(RECORD)} FROM jsonb_to_recordset($1::jsonb) AS r(${RECORD})
  ON CONFLICT DO NOTHING RETURNING correlation_id, kind, at)
INSERT INTO journey AS j (correlation_id, started_at, last_at, facts, retries, dead_letters)
SELECT correlation_id, min(at), max(at), count(*) FILTER (WHERE kind IN ('fact', 'unreadable')),
       count(*) FILTER (WHERE kind = 'retry'), count(*) FILTER (WHERE kind = 'dead-letter')
FROM fresh GROUP BY correlation_id ORDER BY correlation_id
ON CONFLICT (correlation_id) DO UPDATE SET
  started_at = least(j.started_at, excluded.started_at), last_at = greatest(j.last_at, excluded.last_at),
  facts = j.facts + excluded.facts, retries = j.retries + excluded.retries, dead_letters = j.dead_letters + excluded.dead_letters`;

/** After the records of the same journeys. */
export const INSERT_PEOPLE = `
INSERT INTO involved (person, correlation_id)
SELECT DISTINCT person, correlation_id FROM jsonb_to_recordset($1::jsonb) AS r(person text, correlation_id text)
JOIN journey USING (correlation_id)
ORDER BY correlation_id, person ON CONFLICT DO NOTHING`;

export const INSERT_HANDLINGS = `
INSERT INTO handling (${names(HANDLING)}) SELECT ${names(HANDLING)} FROM jsonb_to_recordset($1::jsonb) AS r(${HANDLING})
ON CONFLICT DO NOTHING`;

export const LOCK_RIDES = `
SELECT id, state, rider_id, driver_id, offer_id, area, requested_at, since, ended_at, endings, upto FROM ride
WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`;

export const UPSERT_RIDES = `
INSERT INTO ride AS r (${names(RIDE)}) SELECT ${names(RIDE)} FROM jsonb_to_recordset($1::jsonb) AS n(${RIDE}) ORDER BY id
ON CONFLICT (id) DO UPDATE SET
  state = excluded.state, rider_id = excluded.rider_id, driver_id = excluded.driver_id, offer_id = excluded.offer_id,
  area = excluded.area, requested_at = excluded.requested_at, since = excluded.since, ended_at = excluded.ended_at,
  endings = excluded.endings, upto = excluded.upto
WHERE r.upto < excluded.upto`;
