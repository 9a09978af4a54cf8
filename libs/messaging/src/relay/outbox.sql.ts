/**
 * What is to be said, until it has been. `bucket` is computed from the key at insert: one process at a time sends a
 * bucket, so that facts of one key leave in the order of their ids. Rows live for milliseconds, hence the vacuuming.
 */
export const OUTBOX_TABLES = `
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  bucket smallint NOT NULL,
  topic text NOT NULL,
  key bytea,
  headers bytea NOT NULL,
  value bytea,
  said_at timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000, autovacuum_vacuum_insert_threshold = -1);
CREATE INDEX outbox_bucket_id ON outbox (bucket, id);
CREATE TABLE outbox_buckets (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  count smallint NOT NULL CHECK (count BETWEEN 1 AND 256)
);
INSERT INTO outbox_buckets (count) VALUES (32);
CREATE TABLE outbox_refused (
  id bigint PRIMARY KEY,
  bucket smallint NOT NULL,
  topic text NOT NULL,
  key bytea,
  headers bytea NOT NULL,
  value bytea,
  said_at timestamptz NOT NULL,
  reason text NOT NULL,
  refused_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX outbox_refused_key ON outbox_refused (topic, key);
`;

export const DROP_OUTBOX_TABLES = 'DROP TABLE outbox_refused, outbox_buckets, outbox;';

/**
 * Inserts facts in the order of $1, their logical topics (text[]). $2 holds their bytes one behind the other: key, headers
 * (encodeHeaders), value. $3 to $6 (int[]): where each key, headers and value begin, counted from 1, and where the fact
 * ends; 0 for the key that a record has not, and for the value of a tombstone. Gives one row \`{ bucket: number }\` for each bucket written to, for Relay.wake.
 */
export const INSERT_OUTBOX = `
WITH said AS (
  INSERT INTO outbox (bucket, topic, key, headers, value)
  SELECT get_byte(sha256(coalesce(key, '')), 0) % (SELECT count FROM outbox_buckets), topic, key, headers, value
  FROM (
    SELECT place, topic,
      CASE WHEN key_at > 0 THEN substring($2::bytea FROM key_at FOR headers_at - key_at) END AS key,
      substring($2::bytea FROM headers_at FOR coalesce(nullif(value_at, 0), ends) - headers_at) AS headers,
      CASE WHEN value_at > 0 THEN substring($2::bytea FROM value_at FOR ends - value_at) END AS value
    FROM unnest($1::text[], $3::int[], $4::int[], $5::int[], $6::int[])
      WITH ORDINALITY AS fact (topic, key_at, headers_at, value_at, ends, place)
    OFFSET 0
  ) AS facts
  ORDER BY place
  RETURNING bucket
)
SELECT DISTINCT bucket FROM said`;
