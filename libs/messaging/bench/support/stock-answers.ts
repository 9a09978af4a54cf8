import { createHash } from 'node:crypto';
import { settings } from '@ride/configuration';
import { factHeaders, openSchemas, RideAcceptanceRefused } from '@ride/events';
import { Column, DataSource, Entity, PrimaryColumn, PrimaryGeneratedColumn, type EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { encodeHeaders } from '../../src/log/header-bytes.js';
import { AnswerRow } from './answer-row.js';
import type { Accepted, Headers } from './stock-nest.js';

@Entity('inbox')
class InboxRow {
  @PrimaryColumn('text') subscription!: string;
  @PrimaryColumn('date') day!: string;
  @PrimaryColumn('uuid') event!: string;
}

@Entity('outbox')
class OutboxRow {
  @PrimaryGeneratedColumn({ type: 'bigint' }) id!: string;
  @Column('smallint') bucket!: number;
  @Column('text') topic!: string;
  @Column('bytea') key!: Buffer;
  @Column('bytea') headers!: Buffer;
  @Column('bytea') value!: Buffer;
}

/**
 * The same work as ours on the same tables, as a service with TypeORM does it: inbox, row lock, save and outbox in one
 * transaction for each message.
 */
export async function answersOfTypeOrm() {
  const { namespace, postgres, registry } = settings();
  const schemas = openSchemas({ registryUrl: registry.url, namespace });
  await schemas.register([RideAcceptanceRefused]);
  const data = await new DataSource({
    type: 'postgres',
    url: new URL(`/${namespace}ride_booking`, postgres.url).href,
    entities: [AnswerRow, InboxRow, OutboxRow],
  }).initialize();

  async function write(db: EntityManager, accepted: Accepted, headers: Headers): Promise<void> {
    const event = String(headers['ce_id']);
    const claimed = await db
      .createQueryBuilder()
      .insert()
      .into(InboxRow)
      .values({ subscription: 'booking', day: String(headers['ce_time']).slice(0, 10), event })
      .orIgnore()
      .returning('event')
      .execute();
    if ((claimed.raw as unknown[]).length === 0) return;
    const id = accepted.rideId;
    const row = await db.findOne(AnswerRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const acceptances = (row?.state.acceptances ?? 0) + 1;
    await db.save(AnswerRow, { id, state: { acceptances, driverId: accepted.driverId } });
    const fact = RideAcceptanceRefused({ ...accepted, reason: 'already_booked' });
    const envelope = { id: v7(), fact, source: '/booking', time: Date.now(), correlationId: id, causationId: event };
    await db.insert(OutboxRow, {
      bucket: createHash('sha256').update(fact.key).digest()[0]! % 32,
      topic: fact.topic,
      key: Buffer.from(fact.key),
      headers: encodeHeaders(factHeaders(envelope)),
      value: schemas.encode(fact),
    });
  }

  return {
    accepted: (accepted: Accepted, headers: Headers) => data.transaction((db) => write(db, accepted, headers)),
    close: () => data.destroy(),
  };
}
