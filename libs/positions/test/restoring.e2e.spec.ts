import { DriverMoved, type AnyFactType } from '@ride/events';
import { Probes, Rehearing } from '@ride/messaging';
import { logger } from '@ride/observability';
import { once } from 'node:events';
import { keptKeyOf, PositionConnection } from '../src/index.js';
import { Restoring } from '../src/restoring.js';

process.env['RIDE_NAMESPACE'] = `restoring_${Date.now()}_`;
process.env['RIDE_LOG_LEVEL'] = 'silent';

interface Asked {
  readonly fact: AnyFactType;
  readonly partitions: readonly number[];
  readonly lastMs: number;
  readonly ends: PromiseWithResolvers<void>;
}
/** A log that is heard again when the suite says so. */
class ByHand extends Rehearing {
  readonly asked: Asked[] = [];
  #wake = Promise.withResolvers<void>();

  constructor(public followed: readonly number[]) {
    super(null as never, '');
  }

  override share(): readonly number[] {
    return this.followed;
  }

  override again(fact: AnyFactType, partitions: readonly number[], lastMs: number): Promise<void> {
    const ends = Promise.withResolvers<void>();
    this.asked.push({ fact, partitions, lastMs, ends });
    this.#wake.resolve();
    this.#wake = Promise.withResolvers();
    return ends.promise;
  }

  /** Resolves when it was asked so often. */
  async times(count: number): Promise<Asked> {
    while (this.asked.length < count) await this.#wake.promise;
    return this.asked[count - 1]!;
  }
}

const key = () => keptKeyOf('matching');
interface Instance {
  readonly client: PositionConnection['client'];
  readonly log: ByHand;
  readonly connection: PositionConnection;
  readonly restoring: Restoring;
}
const open: Instance[] = [];
async function instance(...followed: number[]): Promise<Instance> {
  const view = { service: 'matching', without: 'nobody is found', isNeeded: true } as const;
  const connection = new PositionConnection(new Probes(logger('matching')), view);
  const ready = once(connection.client, 'ready');
  connection.onModuleInit();
  await ready;
  const log = new ByHand(followed);
  const restoring = new Restoring(connection, log);
  restoring.onModuleInit();
  const made = { client: connection.client, log, connection, restoring };
  open.push(made);
  return made;
}
/** Resolves when all that it follows is marked as kept. */
async function kept({ client, log }: Instance): Promise<void> {
  const run = /^run_id:(\w+)/m.exec(await client.info('server'))?.[1];
  const marks = () => client.hmGet(key(), log.followed.map(String));
  while ((await marks()).some((mark) => mark !== run)) await new Promise((resolve) => setTimeout(resolve, 20));
}
afterEach(async () => {
  await open[0]?.client.del(key());
  for (const { connection, restoring } of open.splice(0)) {
    restoring.beforeApplicationShutdown();
    connection.onApplicationShutdown();
  }
});

describe('what Redis has lost', () => {
  it('is heard again as far back as positions count, and then it is kept, for whoever follows it next', async () => {
    const one = await instance(0, 1);
    const { fact, partitions, lastMs, ends } = await one.log.times(1);
    expect([fact, partitions]).toEqual([DriverMoved, [0, 1]]);
    expect(lastMs).toBeGreaterThanOrEqual(60_000);
    ends.resolve();
    await kept(one);
    const other = await instance(1, 2);
    expect((await other.log.times(1)).partitions).toEqual([2]);
    expect(one.log.asked).toHaveLength(1);
  });

  it('is heard again once more when it is lost while it is heard', async () => {
    const one = await instance(0, 1);
    const first = await one.log.times(1);
    await one.client.del(key());
    first.ends.resolve();
    (await one.log.times(2)).ends.resolve();
    await kept(one);
  });

  it('is restored by the next who follows it, when the one before could not', async () => {
    const one = await instance(0);
    (await one.log.times(1)).ends.reject(new Error('the share is another'));
    const other = await instance(0);
    one.log.followed = [];
    (await other.log.times(1)).ends.resolve();
    await kept(other);
  });

  it('is noticed by each of the partitions', async () => {
    const one = await instance(0, 1);
    (await one.log.times(1)).ends.resolve();
    await kept(one);
    await one.client.hDel(key(), '1');
    expect((await one.log.times(2)).partitions).toEqual([1]);
  });

  it('is nobody’s business where nothing is followed', async () => {
    const [one, other] = [await instance(), await instance(0)];
    await other.log.times(1);
    expect(one.log.asked).toEqual([]);
  });
});
