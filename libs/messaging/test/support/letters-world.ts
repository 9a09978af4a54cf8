import { RideAccepted, RideDeclined } from '@ride/events';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { NonRetriable, On, type DeadLetters, type Repair, type RuntimeOptions, type Tx } from '../../src/index.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  Saying,
  smallService,
  until,
  type SmallService,
} from './small-service.js';

@Entity('tally')
class TallyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') seen!: string[];
}
const TABLES = 'CREATE TABLE tally (id uuid PRIMARY KEY, seen jsonb NOT NULL)';

/** Offers whose facts can't be handled as long as they stand here. */
const broken = new Set<string>();
class LettersHandlers {
  @On(RideAccepted)
  async accept({ data }: RideAccepted, tx: Tx): Promise<void> {
    await this.note(data, tx, new NonRetriable('account_closed', `nobody knows ${data.driverId}`));
  }
  @On(RideDeclined)
  async decline({ data }: RideDeclined, tx: Tx): Promise<void> {
    await this.note(data, tx, new NonRetriable('too_late', 'the ride has ended'));
  }
  private async note({ rideId, offerId }: { rideId: string; offerId: string }, tx: Tx, error: Error): Promise<void> {
    const row = await tx.load(TallyRow, rideId);
    if (broken.has(offerId)) throw error;
    tx.save(TallyRow, { id: rideId, seen: [...(row?.seen ?? []), offerId] });
  }
}

export interface SaidFact {
  readonly id: string;
  readonly fact: ReturnType<typeof RideAccepted | typeof RideDeclined>;
  readonly value?: Buffer;
}
export const keyOf = ({ fact }: SaidFact): string => fact.data.rideId;
export const offerOf = ({ fact }: SaidFact): string => fact.data.offerId;

/** Facts of one key. */
export function ride(count: number, rideId = v7()): SaidFact[] {
  return Array.from({ length: count }, () => ({
    id: v7(),
    fact: RideAccepted({ rideId, driverId: v7(), offerId: v7() }),
  }));
}

export const OPERATOR = '0c412bd9-2f43-4d3a-8a53-0d5e64f1a001';

/** A service whose handlers can be broken and mended, and the operator's tool in it. */
export class LettersWorld {
  private constructor(
    private service: SmallService,
    readonly saying: Saying,
    private readonly options: Pick<RuntimeOptions, 'retry'>,
  ) {}

  static async open(whenDead: 'hold' | 'release', env: Readonly<Record<string, string>> = {}): Promise<LettersWorld> {
    ownNamespace(env);
    await createDatabase();
    const options = { retry: { backoff: [50], whenDead } };
    const service = await smallService(LettersHandlers, TABLES, 'booking', options);
    await service.app.listen();
    return new LettersWorld(service, await Saying.open(), options);
  }

  get tool(): DeadLetters {
    return this.service.runtime.deadLetters;
  }

  /** Another instance of the service; it hears nothing and sweeps nothing until it listens. */
  another(): Promise<SmallService> {
    return smallService(LettersHandlers, TABLES, 'booking', this.options);
  }

  /** Ends this instance, as it would end by itself, and goes on with the other one. */
  async goOnWith(other: SmallService): Promise<void> {
    await this.service.app.close();
    this.service = other;
  }

  query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.service.runtime.data.query(sql, values);
  }

  break(facts: readonly SaidFact[]): void {
    for (const fact of facts) broken.add(offerOf(fact));
  }

  mend(): void {
    broken.clear();
  }

  /** What has been handled of a key, by offer. */
  async seen(key: string): Promise<string[]> {
    return (await this.query<TallyRow>('SELECT seen FROM tally WHERE id = $1', [key]))[0]?.seen ?? [];
  }

  allSeen(key: string, count: number): Promise<string[]> {
    return until(
      () => this.seen(key),
      (offers) => offers.length >= count,
    );
  }

  /** Statuses of the facts of a key, in the order of its queue. */
  async statuses(key: string): Promise<string[]> {
    const rows = await this.query<{ status: string }>(
      'SELECT status FROM failed_fact WHERE key = $1 ORDER BY place, id',
      [Buffer.from(key)],
    );
    return rows.map(({ status }) => status);
  }

  stand(key: string, ...statuses: readonly string[]): Promise<unknown> {
    return until(
      () => this.statuses(key),
      (found) => found.join() === statuses.join(),
    );
  }

  isBlocked(key: string): Promise<boolean> {
    return this.query('SELECT FROM blocked_key WHERE key = $1', [Buffer.from(key)]).then((rows) => rows.length > 0);
  }

  /** Ids of the failed facts of a key, in the order of its queue. */
  async ids(key: string): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      'SELECT id::text AS id FROM failed_fact WHERE key = $1 ORDER BY place, id',
      [Buffer.from(key)],
    );
    return rows.map(({ id }) => id);
  }

  /** Until it has ended, and what it put back has been handled or is dead again. */
  ended(id: string): Promise<Repair> {
    return until(
      () => this.tool.repairById(id),
      ({ status, since }) => status !== 'running' && since.waiting === 0,
    );
  }

  async close(): Promise<void> {
    broken.clear();
    await this.service.app.close();
    await this.saying.close();
    await dropDatabase();
  }
}
