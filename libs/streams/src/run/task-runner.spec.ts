import type { Schemas } from '@ride/events';
import type { Stored } from '../log/port.js';
import { TaskLost } from '../store/store.js';
import { streams } from '../streams.js';
import { Task } from '../task/task.js';
import { CameLate, Counted, Visited } from '../testing/support/shop.js';
import { seconds } from '../windows/window.js';
import type { Letter } from './letters.js';
import { Reading } from './reading.js';
import { KeptStore } from './support/kept-store.js';
import { TaskRunner } from './task-runner.js';

const TOPIC = 'counting-shop-repartition';
const app = streams('counting', (s) =>
  s
    .from(Visited)
    .by('shop', ({ data }) => data.shop)
    .window(seconds(10), { grace: seconds(5) })
    .fold(
      'visits',
      () => 0,
      (count, { data: { visitor } }) => {
        if (visitor === 'throw') throw undefined;
        return count + 1;
      },
      { store: 'local' },
    )
    .whenClosed({ idle: true })
    .late(CameLate, ({ data }, { start }, shop) => ({ shop, start, visitor: data.visitor }))
    .say(Counted, ({ start, end }, count, shop) => ({ shop, start, end, count, town: '' })),
);

class Running {
  readonly store = new KeptStore();
  readonly dead: unknown[] = [];
  isOwner = true;
  unsayable = false;
  buryFails: Error | undefined;
  /** Dead letters, and how many commits there were before them. */
  readonly buried: { letters: readonly Letter[]; commits: number }[] = [];
  now = 0;
  /** What the broker answers when it is asked where the input ends. */
  end: () => Promise<number>;
  readonly runner: TaskRunner;
  #offset = 0;

  constructor() {
    this.end = () => Promise.resolve(this.#offset);
    const sub = app.shape.subTopologies[1]!;
    this.runner = new TaskRunner({
      task: new Task('counting', sub, 0),
      store: this.store,
      reading: new Reading(sub, {} as Schemas),
      physical: (topic) => topic,
      range: async () => ({ begin: 0, end: await this.end() }),
      isOwner: () => this.isOwner,
      app: 'counting',
      whyNot: (output) => (output.to === 'log' && this.unsayable ? { node: 'Counted', error: undefined } : undefined),
      bury: (letters) => {
        if (this.buryFails) return Promise.reject(this.buryFails);
        this.buried.push({ letters, commits: this.store.commits.length });
        return Promise.resolve();
      },
      onSkipped: () => undefined,
      onRoom: () => undefined,
      onDead: (_, error) => this.dead.push(error),
      monotonic: () => this.now,
    });
  }

  static async open(): Promise<Running> {
    const running = new Running();
    running.runner.open();
    await running.settled();
    return running;
  }

  /** A record whose bytes say nothing. */
  async hearNonsense(): Promise<void> {
    const offset = this.#offset++;
    const bytes = { key: Buffer.from('k'), value: Buffer.from('?'), headers: [], headerBytes: [], appendedAt: 0 };
    const fetched = { topic: TOPIC, partition: 0, offset, records: [{ ...bytes, offset }], end: this.#offset };
    await this.runner.heard(TOPIC, fetched);
    await this.settled();
  }

  async hear(...visits: readonly (readonly [key: string, time: number])[]): Promise<void> {
    const offset = this.#offset;
    const records = visits.map(([key, time]): Stored => {
      const seq = this.#offset;
      const carried = {
        time,
        because: { id: 'i', correlationId: 'c' },
        source: { task: 't', seq },
        value: { data: { visitor: key } },
      };
      const bytes = { key: Buffer.from(key), value: Buffer.from(JSON.stringify(carried)) };
      return { offset: this.#offset++, ...bytes, headers: [], headerBytes: [], appendedAt: 0 };
    });
    await this.runner.heard(TOPIC, { topic: TOPIC, partition: 0, offset, records, end: this.#offset });
    await this.settled();
  }

  /** Time goes on, and fetches are answered that bring nothing. */
  async pass(milliseconds: number): Promise<void> {
    for (let left = milliseconds; left > 0; left -= seconds(1)) {
      this.now += Math.min(left, seconds(1));
      await this.runner.heard(TOPIC, {
        topic: TOPIC,
        partition: 0,
        offset: this.#offset,
        records: [],
        end: this.#offset,
      });
    }
  }

  async tick(): Promise<void> {
    this.runner.tick();
    await this.settled();
  }

  /** Everything that is queued has been done. */
  async settled(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  get said(): readonly string[] {
    return this.store.commits.flatMap(({ outputs }) =>
      outputs.flatMap((output) => (output.to === 'log' ? [`${output.fact.key} ${output.fact.fact.type}`] : [])),
    );
  }
}

describe('a running task', () => {
  it('commits what it has heard, and what is closed by it', async () => {
    const running = await Running.open();
    await running.hear(['a', 1_000], ['a', 15_000]);
    expect([running.said, running.store.commits.at(-1)?.position.inputs[TOPIC]]).toEqual([['a Counted'], 2]);
  });

  it('commits nothing when the group has not confirmed it for too long', async () => {
    const running = await Running.open();
    running.isOwner = false;
    await running.hear(['a', 1_000]);
    expect([running.store.commits, running.runner.state, running.runner.lost?.code]).toEqual([[], 'dead', 'fenced']);
  });

  it('is dead when a commit fails, and takes nothing any more', async () => {
    const running = await Running.open();
    running.store.fails = new TaskLost('fenced', 'somebody else');
    await running.hear(['a', 1_000]);
    running.store.fails = undefined;
    await running.hear(['a', 1_000]);
    await running.tick();
    expect([running.store.commits, running.dead, running.runner.wanted()]).toEqual([[], [expect.any(TaskLost)], []]);
  });

  it('puts no more than 2,000 outputs into a commit', async () => {
    const running = await Running.open();
    await running.hear(...Array.from({ length: 4_500 }, (_, n) => [`k${n}`, 1_000] as const), ['z', 99_000]);
    const sizes = running.store.commits.map(({ outputs }) => outputs.length).filter((size) => size > 0);
    expect(sizes).toEqual([2_000, 2_000, 500]);
    expect(new Set(running.said).size).toBe(4_500);
  });

  it('a position that moves alone is committed after a second', async () => {
    const running = await Running.open();
    await running.hear(['a', 1_000]);
    const { length } = running.store.commits;
    // A repeat: only the position moves.
    const seen = running.runner.task.position.heard;
    seen[`${TOPIC} t`] = 100;
    await running.hear(['a', 1_000]);
    await running.tick();
    expect(running.store.commits).toHaveLength(length);
    running.now += 1_000;
    await running.tick();
    expect(running.store.commits.at(-1)?.position.inputs[TOPIC]).toBe(2);
  });

  describe('what could not be used', () => {
    it('is a dead letter before the position passes it', async () => {
      const running = await Running.open();
      await running.hearNonsense();
      await running.hear(['a', 1_000]);
      const [{ letters, commits } = { letters: [], commits: -1 }] = running.buried;
      expect(letters).toEqual([expect.objectContaining({ topic: TOPIC, offset: 0, key: Buffer.from('k') })]);
      expect([commits, running.store.commits.at(-1)?.position.unusable]).toEqual([0, 1]);
    });

    it('is not passed while its letter is not acknowledged', async () => {
      const running = await Running.open();
      running.buryFails = new Error('out of reach');
      await running.hearNonsense();
      await running.hear(['a', 1_000]);
      expect([running.store.commits, running.runner.state]).toEqual([[], 'dead']);
    });

    it('of a function that throws undefined is a letter, too', async () => {
      const running = await Running.open();
      await running.hear(['throw', 1_000], ['a', 1_000]);
      const letters = running.buried.flatMap((one) => one.letters);
      expect(letters).toEqual([expect.objectContaining({ offset: 0, error: undefined, node: 'visits' })]);
      expect(running.runner.task.read('visits', 'a')).toMatchObject([{ value: 1 }]);
    });

    it('a result that can’t be said is a letter with all that is left of it', async () => {
      const running = await Running.open();
      running.unsayable = true;
      await running.hear(['a', 1_000], ['b', 15_000]);
      const [letter] = running.buried.flatMap(({ letters }) => letters);
      expect(letter).toMatchObject({ topic: 'counting', offset: -1, key: Buffer.from('a') });
      expect(JSON.parse(String(letter?.value))).toMatchObject({ start: 0, count: 1 });
      expect(running.said).toEqual([]);
    });
  });

  describe('closes what is pending', () => {
    it('when nothing has come for longer than size and grace', async () => {
      const running = await Running.open();
      await running.hear(['a', 1_000]);
      await running.pass(seconds(15));
      await running.tick();
      expect(running.said).toEqual([]);
      await running.pass(1);
      await running.tick();
      expect(running.said).toEqual(['a Counted']);
    });

    it('not while the broker has something that it has not heard', async () => {
      const running = await Running.open();
      await running.hear(['a', 1_000]);
      running.end = () => Promise.resolve(99);
      await running.pass(seconds(60));
      await running.tick();
      expect(running.said).toEqual([]);
    });

    it('not while the broker is out of reach', async () => {
      const running = await Running.open();
      await running.hear(['a', 1_000]);
      running.end = () => Promise.reject(new Error('out of reach'));
      await running.pass(seconds(60));
      await running.tick();
      expect([running.said, running.runner.state]).toEqual([[], 'running']);
    });

    it('not for the time in which the broker did not answer: quiet begins when it answers again', async () => {
      const running = await Running.open();
      await running.hear(['a', 1_000]);
      running.now += seconds(60);
      await running.tick();
      await running.pass(seconds(1));
      await running.tick();
      await running.pass(seconds(15));
      await running.tick();
      expect(running.said).toEqual([]);
      await running.pass(1);
      await running.tick();
      expect(running.said).toEqual(['a Counted']);
    });

    it('not by an answer that took too long', async () => {
      const running = await Running.open();
      await running.hear(['a', 1_000]);
      await running.pass(seconds(16));
      running.end = () => {
        running.now += seconds(10);
        return Promise.resolve(1);
      };
      await running.tick();
      expect(running.said).toEqual([]);
    });

    it('not so long after it was opened, however long nobody had it', async () => {
      const running = new Running();
      running.now = seconds(1_000);
      running.runner.open();
      await running.settled();
      await running.hear(['a', 1_000]);
      await running.pass(seconds(15));
      await running.tick();
      expect(running.said).toEqual([]);
    });
  });
});
