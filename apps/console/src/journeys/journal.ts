import { Injectable } from '@nestjs/common';
import { settings } from '@ride/configuration';
import type { ObservedRecord } from '@ride/messaging';
import { DataSource, type EntityManager } from 'typeorm';
import { handlingRows, peopleIn, recordRow, type RecordRow } from './journal-rows.js';
import { afterFact, type RideRow } from './ride-fold.js';
import { INSERT_HANDLINGS, INSERT_PEOPLE, INSERT_RECORDS, LOCK_RIDES, UPSERT_RIDES } from './journal.sql.js';

const DAY = 86_400_000;

/** Keeps what the log says, each record once, whoever brings it and how often. */
@Injectable()
export class Journal {
  constructor(private readonly data: DataSource) {}

  async keep(records: readonly ObservedRecord[]): Promise<void> {
    // Its day has no table any more.
    const oldest = Date.now() - settings().console.journeyDays * DAY;
    const young = records.filter(({ appendedAt }) => appendedAt >= oldest);
    const handlings = young.flatMap(handlingRows);
    const rows = young.filter(({ fact }) => fact?.type !== 'FactsHandled').map(recordRow);
    await this.data.transaction(async (db) => {
      if (rows.length > 0) {
        await db.query(INSERT_RECORDS, [jsonOf(rows)]);
        const people = rows.flatMap((row) =>
          peopleIn(row).map((person) => ({ person, correlation_id: row.correlation_id })),
        );
        if (people.length > 0) await db.query(INSERT_PEOPLE, [jsonOf(people)]);
        await this.#rides(db, rows);
      }
      if (handlings.length > 0) await db.query(INSERT_HANDLINGS, [jsonOf(handlings)]);
    });
  }

  async #rides(db: EntityManager, rows: readonly RecordRow[]): Promise<void> {
    const said = rows.filter(({ topic, kind, key }) => topic === 'rides.v1' && kind === 'fact' && UUID.test(key ?? ''));
    if (said.length === 0) return;
    const ids = [...new Set(said.map(({ key }) => key))].sort();
    const known = await db.query<RideRow[]>(LOCK_RIDES, [ids]);
    const rides = new Map(known.map((ride) => [ride.id, ride]));
    for (const row of said) {
      const ride = rides.get(row.key!);
      if (BigInt(row.place) > BigInt(ride?.upto ?? -1)) rides.set(row.key!, afterFact(ride, row));
    }
    await db.query(UPSERT_RIDES, [jsonOf([...rides.values()])]);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** PostgreSQL's jsonb takes neither NUL nor half a character. */
function jsonOf(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  if (!/\\u(0000|d[89a-f])/i.test(json)) return json;
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '\\0').toWellFormed() : value,
  );
}
