import { settings } from '@ride/configuration';
import { RideAcceptanceRefused, RideAccepted } from '@ride/events';
import pg from 'pg';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { v7 } from 'uuid';
import { putBack } from '../../src/dead-letters/put-back.js';
import { databaseUrl, On, type RuntimeOptions, type Tx } from '../../src/index.js';
import type { LogAdmin } from '../../src/log/port.js';
import { partitionOf } from '../../src/log/murmur2.js';
import { LogTap, type Tapped } from './log-tap.js';
import {
  createDatabase,
  dropDatabase,
  ownNamespace,
  Saying,
  smallService,
  until,
  type SmallService,
} from './small-service.js';

@Entity('ledger')
class LedgerRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') seen!: string[];
}
const TABLES = 'CREATE TABLE ledger (id uuid PRIMARY KEY, seen jsonb NOT NULL)';

/** What the handler is told to do with facts, by their offers: what it throws, how often, and where it stands still. */
const plans = new Map<string, { times: number; error: unknown }>();
const gates = new Map<string, Promise<void>>();
/** When the handler was begun, epoch milliseconds, by offer. */
const begun = new Map<string, number[]>();

/** Writes each acceptance under its ride and under its driver, and answers it. */
class LedgerHandlers {
  @On(RideAccepted)
  async accept({ data: { rideId, driverId, offerId } }: RideAccepted, tx: Tx): Promise<void> {
    begun.set(offerId, [...(begun.get(offerId) ?? []), Date.now()]);
    await note(tx, rideId, offerId);
    await gates.get(offerId);
    const plan = plans.get(offerId);
    if (plan && plan.times-- > 0) throw plan.error;
    await note(tx, driverId, offerId);
    tx.publish(RideAcceptanceRefused({ rideId, driverId, offerId, reason: 'driver_busy' }));
  }
}

async function note(tx: Tx, id: string, offerId: string): Promise<void> {
  const row = await tx.load(LedgerRow, id);
  tx.save(LedgerRow, { id, seen: [...(row?.seen ?? []), offerId] });
}

export interface Acceptance {
  readonly id: string;
  readonly fact: ReturnType<typeof RideAccepted>;
}
export interface Offsets {
  readonly partition: number;
  readonly committed: number;
  readonly end: number;
}
export interface FailedFact {
  readonly id: string;
  readonly event: string;
  readonly status: string;
  readonly attempts: number;
  readonly code: string;
  readonly error: string | null;
  readonly due_at: Date | null;
  readonly history: readonly { attempt: number; at: string; code: string; error: string }[];
}

/** Acceptances of one ride. */
export function acceptances(count: number, rideId: string = v7(), driverId?: string): Acceptance[] {
  return Array.from({ length: count }, () => ({
    id: v7(),
    fact: RideAccepted({ rideId, driverId: driverId ?? v7(), offerId: v7() }),
  }));
}
/** The id of a ride whose facts stand in this partition. */
export function rideOn(partition: number): string {
  for (;;) {
    const rideId = v7();
    if (partitionOf(Buffer.from(rideId), RideAccepted.topic.partitions) === partition) return rideId;
  }
}
export const rideOf = ({ fact }: Acceptance): string => fact.data.rideId;
export const offerOf = ({ fact }: Acceptance): string => fact.data.offerId;

/** The small service that the promises are shown on, and everything that can be seen of it from outside. */
export class Ledger {
  readonly #instances = new Set<SmallService>();

  private constructor(
    readonly saying: Saying,
    private readonly pool: pg.Pool,
    private readonly options: RuntimeOptions,
  ) {}

  /** `env`: RIDE_* settings beside the infrastructure's. */
  static async open(options: RuntimeOptions = {}, env: Readonly<Record<string, string>> = {}): Promise<Ledger> {
    ownNamespace(env);
    await createDatabase();
    const pool = new pg.Pool({ connectionString: databaseUrl('booking'), max: 4 });
    // A suite may cut its connections.
    pool.on('error', () => undefined);
    const ledger = new Ledger(await Saying.open(), pool, options);
    await ledger.start();
    return ledger;
  }

  /** One more instance of the service, in this process. */
  async start(): Promise<SmallService> {
    const instance = await smallService(LedgerHandlers, TABLES, 'booking', this.options);
    this.#instances.add(instance);
    await instance.app.listen();
    return instance;
  }

  /** Ends an instance as SIGTERM would. */
  async stop(instance: SmallService = this.first): Promise<void> {
    this.#instances.delete(instance);
    await instance.app.close();
  }

  get first(): SmallService {
    const [first] = this.#instances;
    if (!first) throw new Error('no instance runs');
    return first;
  }

  /** A request to the service, which writes and answers as the fact's handler would. */
  async ask({ fact: { data } }: Acceptance): Promise<void> {
    const { rideId, driverId, offerId } = data;
    const id = v7();
    await this.first.runtime.unitOfWork.run({ id, correlationId: id }, async (tx) => {
      await note(tx, rideId, offerId);
      tx.publish(RideAcceptanceRefused({ rideId, driverId, offerId, reason: 'driver_busy' }));
    });
  }

  /** The fact's handler throws, so often; then it does what it should. */
  fail(said: Acceptance, times: number, error: unknown = new Error('not yet')): void {
    plans.set(offerOf(said), { times, error });
  }

  /** The fact's handler stands still, in the middle of its work, until it is let go. */
  hold(said: Acceptance): { readonly go: () => void } {
    const gate = Promise.withResolvers<void>();
    gates.set(offerOf(said), gate.promise);
    return { go: gate.resolve };
  }

  /** When the fact's handler was begun, epoch milliseconds. */
  begun(said: Acceptance): readonly number[] {
    return begun.get(offerOf(said)) ?? [];
  }

  async query<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.pool.query<T>(sql, values)).rows;
  }

  /** A transaction of somebody else; to be ended and released. */
  async begin(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    await client.query('BEGIN');
    return client;
  }

  /** How many sessions wait for a lock in a statement that names this. */
  async waitingForLocks(name: string): Promise<number> {
    const [row] = await this.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE '%' || $1 || '%'`,
      [name],
    );
    return row?.n ?? 0;
  }

  /** The offers that a ride or a driver has in the ledger, in the order in which they were written. */
  async seen(id: string): Promise<string[]> {
    return (await this.query<LedgerRow>('SELECT seen FROM ledger WHERE id = $1', [id]))[0]?.seen ?? [];
  }

  allSeen(id: string, count: number): Promise<string[]> {
    return until(
      () => this.seen(id),
      (offers) => offers.length >= count,
    );
  }

  failed(rideId: string): Promise<FailedFact[]> {
    return this.query('SELECT * FROM failed_fact WHERE key = $1 ORDER BY place, id', [Buffer.from(rideId)]);
  }

  /** Until the failed facts of a ride have these statuses, in their order. */
  stand(rideId: string, ...statuses: readonly string[]): Promise<FailedFact[]> {
    return until(
      () => this.failed(rideId),
      (rows) => rows.map(({ status }) => status).join() === statuses.join(),
    );
  }

  /** Puts a dead fact back into its queue, as an operator's replay does. */
  async putBack(id: string): Promise<void> {
    const client = await this.pool.connect();
    const order = { who: v7(), reason: null, acceptOvertaken: true };
    await putBack(client, [id], order).finally(() => client.release());
  }

  /** Offsets of a topic (logical name) by partition: where it ends, and how far a group (without the namespace) has committed. */
  async offsets(group: string, topic: string): Promise<readonly Offsets[]> {
    const { namespace } = settings();
    return await this.#administer(async (admin) => {
      const ends = await admin.endOffsets(namespace + topic);
      const committed = await admin.committed(namespace + group, [namespace + topic]);
      return committed.map(({ partition, offset }) => ({
        partition,
        committed: Math.max(0, Number(offset)),
        end: Number(ends.get(partition) ?? 0),
      }));
    });
  }

  /** How many members a group (without the namespace) has. */
  members(group: string): Promise<number> {
    return this.#administer((admin) => admin.members(settings().namespace + group));
  }

  async #administer<T>(work: (admin: LogAdmin) => Promise<T>): Promise<T> {
    const admin = await this.saying.log.admin();
    try {
      return await work(admin);
    } finally {
      await admin.close();
    }
  }

  /** Why the service's `@On` consumer waits in place; null when it doesn't. */
  waiting(): string | null {
    const { consumers } = this.first.runtime.health();
    return consumers.find(({ groupId }) => groupId.endsWith('_booking'))?.waiting?.reason ?? null;
  }

  /** Keys that wait for a retry are due now. */
  async hurry(): Promise<void> {
    await this.query('UPDATE failed_fact SET due_at = now() WHERE due_at > now()');
    await this.query('UPDATE blocked_key SET due_at = now() WHERE due_at > now()');
  }

  /** Until a group has committed all that has been said. */
  caughtUp(group: string, topic: string): Promise<readonly Offsets[]> {
    return until(
      () => this.offsets(group, topic),
      (all) => all.every(({ committed, end }) => committed === end),
    );
  }

  /** Hears all that is said on a topic (logical name) from now on and before. */
  tap(...topics: readonly string[]): Promise<LogTap> {
    return LogTap.on(this.saying.log, ...topics);
  }

  async close(): Promise<void> {
    plans.clear();
    gates.clear();
    await Promise.all([...this.#instances].map((instance) => this.stop(instance)));
    await Promise.all([this.saying.close(), this.pool.end()]);
    await dropDatabase();
  }
}

/** The answers to acceptances, the relay's repetitions left out: by the id of what caused them. */
export function answersIn(tap: LogTap): Map<string, Tapped[]> {
  const answers = tap.of('rides.v1').filter(({ headers }) => headers['ce_type'] === 'ride.RideAcceptanceRefused');
  const once = new Map(answers.map((answer) => [answer.headers['ce_id'], answer]));
  return Map.groupBy(once.values(), ({ headers }) => headers['ce_causationid'] ?? '');
}
