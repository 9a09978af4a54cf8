import type { NewStored, TaskLog } from '../../log/port.js';

export interface LogUnderTest {
  readonly log: TaskLog;
  /** A topic of one partition that nobody has written to. */
  readonly topic: () => Promise<string>;
}

const record = (text: string): NewStored => ({ key: Buffer.from(text), value: Buffer.from(text) });
const withCode = (code: string) => expect.objectContaining({ name: 'TaskLogError', code }) as Error;

/** What the commit protocol relies on: of the modelled log, and of Kafka. */
export function taskLogSuite(what: string, open: () => Promise<LogUnderTest>): void {
  describe(`a task log: ${what}`, () => {
    let log: TaskLog;
    let topic: string;
    let id: string;
    beforeEach(async () => {
      const under = await open();
      log = under.log;
      topic = await under.topic();
      id = `${topic}-owner`;
    });
    const texts = async () => {
      const { end } = await log.range(topic, 0);
      const found: string[] = [];
      for (let at = 0; at < end;) {
        const [fetched] = await log.fetch([{ topic, partition: 0, offset: at }], { waitMs: 100, maxBytes: 1 << 20 });
        for (const { value, offset } of fetched?.records ?? []) {
          found.push(value!.toString());
          at = offset + 1;
        }
      }
      return found;
    };

    it('appends a batch and tells the offset of its first record', async () => {
      const owner = await log.own(id);
      expect(await log.append(topic, 0, [record('a'), record('b')], owner)).toBe(0);
      expect(await log.append(topic, 0, [record('c')], owner)).toBe(2);
      expect(await texts()).toEqual(['a', 'b', 'c']);
      expect(await log.range(topic, 0)).toEqual({ begin: 0, end: 3 });
    });

    it('a new owner of an id has a higher epoch, and keeps nobody away before it has written', async () => {
      const first = await log.own(id);
      await log.append(topic, 0, [record('a')], first);
      const second = await log.own(id);
      expect([second.producerId, second.epoch > first.epoch]).toEqual([first.producerId, true]);
      await log.append(topic, 0, [record('b')], first);
      await log.append(topic, 0, [record('fence')], second);
      await expect(log.append(topic, 0, [record('c')], first)).rejects.toEqual(withCode('fenced'));
      await log.append(topic, 0, [record('d')], second);
      expect(await texts()).toEqual(['a', 'b', 'fence', 'd']);
    });

    it('an owner that leaves out a number is refused', async () => {
      const owner = await log.own(id);
      await log.append(topic, 0, [record('a')], owner);
      owner.sequence += 5;
      await expect(log.append(topic, 0, [record('b')], owner)).rejects.toEqual(withCode('fenced'));
    });

    it('an owner of another id is kept away by nobody, until a higher epoch of its own id has written', async () => {
      const old = await log.own(id);
      await log.append(topic, 0, [record('a')], old);
      const other = await log.own(`${id}-2`);
      await log.append(topic, 0, [record('b')], other);
      await log.append(topic, 0, [record('c')], old);
      const seal = { producerId: old.producerId, epoch: old.epoch + 1, sequence: 0 };
      await log.append(topic, 0, [record('seal')], seal);
      await expect(log.append(topic, 0, [record('d')], old)).rejects.toEqual(withCode('fenced'));
      expect(await texts()).toEqual(['a', 'b', 'c', 'seal']);
    });

    it('fetches nothing, and the end, where nothing is yet', async () => {
      const [fetched] = await log.fetch([{ topic, partition: 0, offset: 0 }], { waitMs: 0, maxBytes: 1 << 20 });
      expect(fetched).toMatchObject({ topic, partition: 0, records: [], end: 0 });
    });
  });
}
