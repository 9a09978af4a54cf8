import { InvalidFact, readHeaders, type AnyFactType, type NewFact, type Schemas } from '@ride/events';
import type { Pool, PoolClient } from 'pg';
import { v7 } from 'uuid';
import { claim } from '../inbox/inbox.js';
import { decodeHeaders, encodeHeaders } from '../log/header-bytes.js';
import type { Header } from '../log/port.js';
import { typeOf } from './decoded.js';
import { makeDue, takeKeys } from './keys.js';
import { begin } from './orders.js';
import { repairRefusals } from './refusals.js';
import { inTransaction } from './transaction.js';

/** A dead letter that shall be replayed with other data. */
export interface EditOrder {
  /** A UUID: the same id means the same edit. */
  readonly id: string;
  /** The letter. */
  readonly letter: string;
  /** The whole fact, as JSON. */
  readonly data: unknown;
  /** Which fact it is, when the record does not say so. */
  readonly fact?: string | undefined;
  readonly reason?: string | undefined;
  readonly who: string;
  readonly acceptOvertaken?: boolean | undefined;
}

interface Original {
  readonly id: string;
  readonly status: string;
  readonly subscription: string;
  readonly fact: string;
  readonly topic: string;
  readonly key: Buffer;
  readonly headers: Buffer;
  readonly eventId: string;
  readonly eventTime: Date;
}

/**
 * Puts an edited copy, with an id of its own, at the place of a dead letter, which stays as discarded. Throws Rejected when
 * there is no such letter or it is not dead, when the data are not the fact's, or would move it to another key.
 */
export async function edit(pool: Pool, schemas: Schemas, asked: EditOrder): Promise<void> {
  const { letter, data, fact } = asked;
  const filter = { ids: [letter], data, ...(fact === undefined ? {} : { fact }) };
  await inTransaction(pool, async (client) => {
    if (!(await begin(client, { ...asked, kind: 'edit', filter }))) return;
    const original = await load(client, letter);
    const copy = await copyOf(schemas, original, asked);
    const [key] = await takeKeys(client, [letter], { block: true, strongly: false });
    if (key === undefined) throw repairRefusals.key_in_use();
    if (asked.acceptOvertaken !== true) await refuseOvertaken(client, original);
    const became = await replace(client, original, copy, asked);
    if (key.holder === undefined || key.holder === letter) await makeDue(client, [key]);
    await record(client, asked.id, letter, became);
  });
}

async function load(client: PoolClient, id: string): Promise<Original> {
  const { rows } = await client.query<Original>(
    `SELECT id::text AS id, status, subscription, fact, topic, key, headers, event AS "eventId", event_time AS "eventTime"
     FROM failed_fact WHERE id = $1`,
    [id],
  );
  const original = rows[0];
  if (original === undefined) throw repairRefusals.dead_letter_not_found();
  if (original.status !== 'dead') throw repairRefusals.not_dead(original.status);
  return original;
}

interface Copy {
  readonly eventId: string;
  readonly type: AnyFactType;
  readonly value: Buffer;
  readonly headers: Buffer;
}

async function copyOf(schemas: Schemas, original: Original, { data, fact }: EditOrder): Promise<Copy> {
  const headers = decodeHeaders(original.headers);
  const type = typeOf(fact ?? original.fact, fact === undefined ? readHeaders(headers).ceType : undefined);
  if (type === undefined || type.topic.name !== original.topic) throw repairRefusals.fact_unknown(original.topic);
  // Who hears a fact has not registered its schema.
  await schemas.register([type]);
  const made = newFact(type, data);
  const value = encoded(schemas, made);
  if (!Buffer.from(made.key).equals(original.key)) throw repairRefusals.key_changed(type.topic.key);
  const eventId = v7();
  return { eventId, type, value, headers: encodeHeaders(copyHeaders(headers, type, eventId, original.eventId)) };
}

function newFact(type: AnyFactType, data: unknown): NewFact {
  const fields = typeof data === 'object' && data !== null ? data : {};
  const made = type(fields as never);
  return typeof made.key === 'string' ? made : ({ ...made, key: '' } as NewFact);
}

function encoded(schemas: Schemas, fact: NewFact): Buffer {
  try {
    return schemas.encode(fact);
  } catch (error) {
    if (error instanceof InvalidFact) throw repairRefusals.invalid_fact(error.message);
    throw error;
  }
}

/** The original's, so that it stays in its trace and correlation, with an id of its own and the original as its cause. */
function copyHeaders(headers: readonly Header[], type: AnyFactType, id: string, original: string): Header[] {
  const own: Record<string, string> = { ce_id: id, ce_type: type.ceType, ce_causationid: original };
  const kept = headers.filter(([name], index) => !(name in own) || headers.findIndex(([n]) => n === name) === index);
  const missing = Object.keys(own).filter((name) => !kept.some(([n]) => n === name));
  return [
    ...kept.map(([name, value]): Header => [name, own[name] === undefined ? value : Buffer.from(own[name])]),
    ...missing.map((name): Header => [name, Buffer.from(own[name] ?? '')]),
  ];
}

async function refuseOvertaken(client: PoolClient, { subscription, topic, key }: Original): Promise<void> {
  const { rows } = await client.query<{ handled: number }>(
    `SELECT handled FROM released_key WHERE (subscription, topic, key) = ($1, $2, $3) AND handled > 0 FOR UPDATE`,
    [subscription, topic, key],
  );
  if (rows[0]) throw repairRefusals.overtaken(1, 1, rows[0].handled);
}

/** Returns the copy's id. A parked fact has its inbox claim, and so has the copy. */
async function replace(
  client: PoolClient,
  original: Original,
  copy: Copy,
  { who, reason }: EditOrder,
): Promise<string> {
  const why = `edited, see ${copy.eventId}${reason === undefined ? '' : `: ${reason}`}`;
  const { rowCount } = await client.query(
    `UPDATE failed_fact SET status = 'discarded', history = history || jsonb_build_array(
       jsonb_build_object('at', $2::text, 'code', 'discarded', 'error', $3::text, 'who', $4::text))
     WHERE id = $1 AND status = 'dead'`,
    [original.id, new Date().toISOString(), why, who],
  );
  if (rowCount !== 1) throw repairRefusals.not_dead('no longer');
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO failed_fact (subscription, event, fact, handler, topic, key, has_key, value, headers, source_partition, source_offset, event_time,
                              attempts, status, code, failed_at, last_failed_at, died_at, in_place_of)
     SELECT subscription, $2, $3, handler, topic, key, has_key, $4, $5, source_partition, source_offset, event_time,
            0, 'waiting', 'edited', failed_at, last_failed_at, died_at, place FROM failed_fact WHERE id = $1 RETURNING id::text AS id`,
    [original.id, copy.eventId, copy.type.type, copy.value, copy.headers],
  );
  await claim(client, original.subscription, [{ id: copy.eventId, time: original.eventTime.getTime() }]);
  return rows[0]!.id;
}

async function record(client: PoolClient, repair: string, letter: string, became: string): Promise<void> {
  await client.query(
    `INSERT INTO repair_step (repair, fact, place, turn, key, done_at, outcome, became)
     SELECT $1, id, place, 1, 1, now(), 'edited', $3 FROM failed_fact WHERE id = $2`,
    [repair, letter, became],
  );
  await client.query(`UPDATE repair SET total = 1, done = 1, status = 'done', finished_at = now() WHERE id = $1`, [
    repair,
  ]);
}
