import { NotificationSent, RideAccepted, RideDeclined, type NewFact } from '@ride/events';
import { settings } from '@ride/configuration';
import { v7 } from 'uuid';
import { Effect, type EffectCall, type Heard } from '../../src/index.js';
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

type Outside = Heard<typeof RideAccepted> | Heard<typeof RideDeclined>;
/** What the world outside does when it is called. */
type Does = (call: EffectCall, fact: Outside) => Promise<void> | void;

/** One call that came to the outside. */
export interface Called {
  readonly rideId: string;
  readonly offerId: string;
  readonly key: string;
  readonly attempt: number;
  readonly at: number;
}
const does = new Map<string, Does>();
const returns = new Map<string, () => NewFact>();
const calls: Called[] = [];
const underWay = { now: 0, most: 0 };

export const AT_ONCE = 8;
export const BACKOFF = [60, 120];
export const SHORT_DEADLINE_MS = 200;
const HOUR = 3_600_000;
const sent = ({ id, type, data }: Outside) =>
  NotificationSent({ recipientId: data.driverId, about: { factId: id, fact: type }, channel: 'webhook' });

/** Two effects of a service that tells drivers something. */
export class TellingHandlers {
  @Effect(
    { name: 'calls', deadlineMs: 20_000, greatestAgeMs: HOUR, atOnce: AT_ONCE, retry: { backoff: BACKOFF } },
    RideAccepted,
  )
  async tell(fact: Heard<typeof RideAccepted>, call: EffectCall): Promise<NewFact> {
    await outside(fact, call);
    return returns.get(fact.data.offerId)?.() ?? sent(fact);
  }

  @Effect(
    {
      name: 'short-calls',
      atOnce: 1,
      deadlineMs: SHORT_DEADLINE_MS,
      greatestAgeMs: HOUR,
      retry: { backoff: [60], whenDead: 'hold' },
    },
    RideDeclined,
  )
  async tellInTime(fact: Heard<typeof RideDeclined>, call: EffectCall): Promise<void> {
    await outside(fact, call);
  }
}

/** Told of every call, for a service in a process of its own. */
export const watching: { called: (offerId: string) => unknown } = { called: () => undefined };

async function outside(fact: Outside, call: EffectCall): Promise<void> {
  const { rideId, offerId } = fact.data;
  calls.push({ rideId, offerId, key: call.idempotencyKey, attempt: call.attempt, at: Date.now() });
  await watching.called(offerId);
  underWay.now += 1;
  underWay.most = Math.max(underWay.most, underWay.now);
  try {
    await does.get(offerId)?.(call, fact);
  } finally {
    underWay.now -= 1;
  }
}

export interface Said {
  readonly id: string;
  readonly fact: ReturnType<typeof RideAccepted> | ReturnType<typeof RideDeclined>;
}
export interface FailedFact {
  readonly id: string;
  readonly event: string;
  readonly subscription: string;
  readonly status: string;
  readonly attempts: number;
  readonly code: string;
  readonly handler: string;
}

/** So many facts about offers of one ride. */
export function about<F extends typeof RideAccepted | typeof RideDeclined>(
  type: F,
  count: number,
  rideId = v7(),
): Said[] {
  return Array.from({ length: count }, () => ({ id: v7(), fact: type({ rideId, driverId: v7(), offerId: v7() }) }));
}
export const offerOf = ({ fact }: Said): string => fact.data.offerId;
export const rideOf = ({ fact }: Said): string => fact.data.rideId;

/** A service with effects, and the world outside that it calls. */
export class EffectsWorld {
  readonly #instances = new Set<SmallService>();

  private constructor(
    readonly saying: Saying,
    readonly tap: LogTap,
  ) {}

  static async open(): Promise<EffectsWorld> {
    ownNamespace();
    await createDatabase('notification');
    const first = await smallService(TellingHandlers, 'SELECT', 'notification');
    await first.app.listen();
    const saying = await Saying.open();
    const tap = await LogTap.on(
      saying.log,
      'notifications.v1',
      'notification.dead-letters.v1',
      'notification.retry.v1',
    );
    const world = new EffectsWorld(saying, tap);
    world.#instances.add(first);
    return world;
  }

  /** One more instance of the service, in this process. */
  async start(): Promise<SmallService> {
    const instance = await smallService(TellingHandlers, 'SELECT', 'notification');
    this.#instances.add(instance);
    await instance.app.listen();
    return instance;
  }

  /** Ends an instance as SIGTERM would. */
  async stop(instance: SmallService = this.first): Promise<void> {
    this.#instances.delete(instance);
    await instance.app.close();
  }

  /** Ends the first instance, and then starts another. */
  async replace(): Promise<void> {
    await this.stop();
    await this.start();
  }

  get instances(): readonly SmallService[] {
    return [...this.#instances];
  }

  get first(): SmallService {
    const [first] = this.#instances;
    if (!first) throw new Error('no instance runs');
    return first;
  }

  /** From now on the outside does this when it is called for the fact. */
  when(said: Said, outsideDoes: Does): void {
    does.set(offerOf(said), outsideDoes);
  }

  /** What the effect returns for the fact, instead of what it would. */
  returns(said: Said, fact: () => NewFact): void {
    returns.set(offerOf(said), fact);
  }

  /** The first so many calls for the fact fail. */
  fail(said: Said, times: number, error: unknown = new Error('503')): void {
    let left = times;
    this.when(said, () => {
      if (left-- > 0) throw error;
    });
  }

  /** Calls for the fact stand still until they are let go, whatever their signals say. */
  hold(said: Said): { readonly go: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.when(said, () => promise);
    return { go: resolve };
  }

  /** Calls for the fact end when they are aborted. */
  hang(said: Said): void {
    this.when(
      said,
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    );
  }

  say(...said: readonly Said[]): Promise<void> {
    return this.saying.say(said);
  }

  calls(...said: readonly Said[]): readonly Called[] {
    const offers = new Set(said.map(offerOf));
    return calls.filter(({ offerId }) => offers.has(offerId));
  }

  called(said: Said, times = 1): Promise<readonly Called[]> {
    return until(
      () => Promise.resolve(this.calls(said)),
      (found) => found.length >= times,
    );
  }

  /** How many calls are under way. */
  underWay(): number {
    return underWay.now;
  }

  /** The most calls that were under way at once since it was asked last. */
  mostAtOnce(): number {
    const { most } = underWay;
    underWay.most = underWay.now;
    return most;
  }

  query<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.first.runtime.data.query(sql, values);
  }

  /** Those of the facts that are marked, as done or parked. */
  async marked(...said: readonly Said[]): Promise<number> {
    const ids = said.map(({ id }) => id);
    return (await this.query('SELECT FROM inbox WHERE event = ANY($1)', [ids])).length;
  }

  allMarked(...said: readonly Said[]): Promise<number> {
    return until(
      () => this.marked(...said),
      (count) => count === said.length,
    );
  }

  failed(said: Said): Promise<FailedFact[]> {
    return this.query('SELECT * FROM failed_fact WHERE key = $1 ORDER BY place, id', [Buffer.from(rideOf(said))]);
  }

  /** Until the failed facts of the fact's key have these statuses, in their order. */
  stand(said: Said, ...statuses: readonly string[]): Promise<FailedFact[]> {
    return until(
      () => this.failed(said),
      (rows) => rows.map(({ status }) => status).join() === statuses.join(),
    );
  }

  /** Until the key of the fact is not blocked. */
  free(said: Said): Promise<unknown[]> {
    return until(
      () => this.query('SELECT FROM blocked_key WHERE key = $1', [Buffer.from(rideOf(said))]),
      (rows) => rows.length === 0,
    );
  }

  /** What was said because of the fact, the relay's repetitions left out; waits for the first. */
  async answers(said: Said): Promise<readonly Tapped[]> {
    const isAnswer = ({ headers }: Tapped) => headers['ce_causationid'] === said.id;
    await this.tap.find('notifications.v1', isAnswer);
    const all = this.tap.of('notifications.v1').filter(isAnswer);
    return [...new Map(all.map((answer) => [answer.headers['ce_id'], answer])).values()];
  }

  /** Until all that the service has said is in the log, and heard by this test. */
  async allHeard(): Promise<void> {
    const { namespace } = settings();
    const admin = await this.saying.log.admin();
    // What was said while one looked is looked for, too.
    const unheard = async () => {
      const waiting = await this.query('SELECT FROM outbox');
      const ends = await admin.endOffsets(`${namespace}notifications.v1`);
      const said = [...ends.values()].reduce((sum, offset) => sum + Number(offset), 0);
      return waiting.length + said - this.tap.of('notifications.v1').length;
    };
    await until(unheard, (count) => count === 0).finally(() => admin.close());
  }

  async close(): Promise<void> {
    does.clear();
    returns.clear();
    calls.length = 0;
    await this.tap.stop();
    await Promise.all([...this.#instances].map((instance) => this.stop(instance)));
    await this.saying.close();
    await dropDatabase('notification');
  }
}
