import { MemoryTaskLog } from '../../testing/support/memory-task-log.js';
import type { Output } from '../../task/record.js';
import { changelogRecord } from './changelog.js';
import { CHANGELOG, Disks, HandClock, positionAt, TestOwner, type OwnerOptions } from './support/owner.js';

const HOUR = 3_600_000;
const lost = (code: string) => expect.objectContaining({ name: 'TaskLost', code }) as Error;
const kinds = (log: MemoryTaskLog) => log.all(CHANGELOG).map(({ key, value }) => changelogRecord(key, value).is);

describe('the local store', () => {
  let log: MemoryTaskLog;
  beforeEach(() => {
    log = new MemoryTaskLog();
  });
  const owner = (name: string, options: Partial<OwnerOptions> = {}) => new TestOwner(name, { log, ...options });
  const open = (name: string, options?: Partial<OwnerOptions>) => owner(name, options).open();

  it('tells the next owner all that was committed, and the position', async () => {
    const a = await open('a');
    await a.commit(1, { x: 1, y: 1 });
    await a.commit(2, { x: 2, y: undefined });
    const b = await open('b');
    expect([Object.fromEntries(b.state), b.position]).toEqual([{ x: 2 }, 2]);
  });

  it('writes deltas, outputs and position as one batch', async () => {
    const a = await open('a');
    await a.commit(1, { x: 1, y: 1 }, ['o']);
    expect(log.batches).toEqual([1, 4]);
    expect(kinds(log)).toEqual(['fence', 'entry', 'entry', 'outputs', 'position']);
  });

  it('an owner that has only got its id keeps nobody away: its record does', async () => {
    const a = await open('a');
    await log.own('task');
    await a.commit(1, { x: 1 });
    await open('b');
    await expect(a.commit(2, { x: 2 })).rejects.toEqual(lost('fenced'));
    expect((await open('c')).position).toBe(1);
  });

  it('what was written before the next owner’s fence counts, though it had begun to read', async () => {
    const a = await open('a');
    log.onAppend = async (when, records) => {
      if (when === 'before' && changelogRecord(records[0]!.key, records[0]!.value).is === 'fence') {
        log.onAppend = () => undefined;
        await a.commit(1, { x: 'at the last moment' });
      }
    };
    const b = await open('b');
    expect([b.state.get('x'), b.position]).toEqual(['at the last moment', 1]);
  });

  it('is dead after an append whose outcome is not known, and tries none again', async () => {
    const a = await open('a');
    log.onAppend = (when) => {
      if (when === 'after') throw new Error('the answer was lost');
    };
    await expect(a.commit(1, { x: 1 })).rejects.toEqual(lost('unavailable'));
    log.onAppend = () => undefined;
    const { length } = log.all(CHANGELOG);
    await expect(a.commit(2, { x: 2 })).rejects.toEqual(lost('fenced'));
    expect(log.all(CHANGELOG)).toHaveLength(length);
    // It had been written all the same.
    expect((await open('b')).position).toBe(1);
  });

  it('is dead when somebody else has written to its log', async () => {
    const a = await open('a');
    await log.append(CHANGELOG, 0, [{ key: Buffer.from('p'), value: null }]);
    await expect(a.commit(1)).rejects.toEqual(lost('fenced'));
  });

  it('refuses to restore what an owner has written after it was fenced', async () => {
    const a = await open('a');
    await a.commit(1, { x: 1 });
    const stolen = log.all(CHANGELOG).at(-1)!;
    await open('b');
    await log.append(CHANGELOG, 0, [{ key: stolen.key, value: stolen.value }]);
    await expect(open('c')).rejects.toEqual(lost('foreign_write'));
  });

  it('refuses a changelog of another topology', async () => {
    const a = await open('a');
    await a.commit(1, { x: 1 });
    await expect(open('b', { fingerprint: 'other' })).rejects.toEqual(lost('topology_changed'));
  });

  describe('outputs', () => {
    it('go after the append is acknowledged, and not when it failed', async () => {
      const order: string[] = [];
      const send = (outputs: readonly Output[]) => Promise.resolve(void order.push(`sent ${outputs.length}`));
      const a = await open('a', { send });
      log.onAppend = (when) => void order.push(when);
      await a.commit(1, {}, ['o', 'p']);
      expect(order).toEqual(['before', 'after', 'sent 2']);
      log.onAppend = () => Promise.reject(new Error('refused'));
      await expect(a.commit(2, {}, ['q'])).rejects.toEqual(lost('unavailable'));
      expect(order).toEqual(['before', 'after', 'sent 2']);
    });

    it('are acknowledged before the next append: a commit does not end without them', async () => {
      const a = await open('a', { send: () => Promise.reject(new Error('not acknowledged')) });
      await expect(a.commit(1, {}, ['o'])).rejects.toEqual(lost('unavailable'));
      await expect(a.commit(2)).rejects.toEqual(lost('fenced'));
    });

    it('of the last commit are said again by the next owner', async () => {
      const a = await open('a', { send: () => Promise.reject(new Error('killed before it could')) });
      await a.commit(1, { x: 1 }, ['o']).catch(() => undefined);
      const b = await open('b');
      expect([b.sent, b.position]).toEqual([['o'], 1]);
    });

    it('that were followed by a commit without any are not said again', async () => {
      const a = await open('a');
      await a.commit(1, {}, ['o']);
      await a.commit(2);
      expect((await open('b')).sent).toEqual([]);
    });

    it('are said again until a commit has followed, whoever died meanwhile', async () => {
      const a = await open('a');
      await a.commit(1, {}, ['o']);
      await open('b');
      expect((await open('c')).sent).toEqual(['o']);
    });
  });

  describe('when Kafka has forgotten its producer id', () => {
    it('the next owner seals the old one, whose writes up to there count and none after', async () => {
      const a = await open('a');
      await a.commit(1, { x: 1 });
      log.forgetIds();
      // Between the new owner's fence and the seal the old owner still gets through.
      log.onAppend = async (when, records) => {
        const first = changelogRecord(records[0]!.key, records[0]!.value);
        if (when === 'before' && first.is === 'fence' && first.fence.sealed) {
          log.onAppend = () => undefined;
          await expect(a.commit(2, { x: 2 })).rejects.toEqual(lost('fenced'));
        }
      };
      const b = await open('b');
      expect([b.position, b.state.get('x')]).toEqual([2, 2]);
      await expect(a.commit(3)).rejects.toEqual(lost('fenced'));
      await b.commit(3, { x: 3 });
      const c = await open('c');
      expect([c.position, c.state.get('x')]).toEqual([3, 3]);
    });

    it('an owner that died before it had sealed leaves that to the next one', async () => {
      const a = await open('a');
      await a.commit(1);
      log.forgetIds();
      log.onAppend = (when, records) => {
        const first = changelogRecord(records[0]!.key, records[0]!.value);
        if (when === 'before' && first.is === 'fence' && first.fence.sealed) throw new Error('killed');
      };
      await expect(open('b')).rejects.toEqual(lost('unavailable'));
      log.onAppend = () => undefined;
      log.compact(CHANGELOG);
      await open('c');
      const { length } = log.all(CHANGELOG);
      await expect(a.commit(2)).rejects.toEqual(lost('fenced'));
      expect(log.all(CHANGELOG)).toHaveLength(length);
    });
  });

  describe('an idle owner', () => {
    it('writes its position after six hours, so that its id is not forgotten', async () => {
      const clock = new HandClock();
      const a = await open('a', { clock });
      const { length } = log.all(CHANGELOG);
      clock.at += 6 * HOUR - 1;
      await a.store.keepAlive(positionAt(0));
      expect(log.all(CHANGELOG)).toHaveLength(length);
      clock.at += 1;
      await a.store.keepAlive(positionAt(7));
      expect((await open('b')).position).toBe(7);
    });

    it('fences anew each day, and goes on', async () => {
      const clock = new HandClock();
      const a = await open('a', { clock });
      for (let hours = 0; hours < 24; hours += 6) {
        clock.at += 6 * HOUR;
        await a.store.keepAlive(positionAt(1));
      }
      expect(kinds(log).filter((kind) => kind === 'fence')).toHaveLength(2);
      await a.commit(2, { x: 1 });
      expect((await open('b')).position).toBe(2);
    });
  });

  describe('on disk', () => {
    let disks: Disks;
    beforeEach(async () => {
      disks = await Disks.make();
    });
    afterEach(() => disks.remove());

    it('is what was committed: only the rest of the log is read', async () => {
      const disk = await disks.open();
      const clock = new HandClock();
      const a = await open('a', { disk, clock });
      for (let n = 1; n <= 20; n += 1) await a.commit(n, { [`k${n % 5}`]: n });
      const b = await open('b', { disk, clock });
      expect(Object.fromEntries(b.state)).toEqual({ k0: 20, k1: 16, k2: 17, k3: 18, k4: 19 });
      expect(b.position).toBe(20);
      // Five entries and a position from disk, that position and two fences from the log.
      expect(b.restored!.records).toBeLessThan(10);
      await b.commit(21, { k0: 21 });
      expect((await open('c', { disk, clock })).state.get('k0')).toBe(21);
    });

    it('is written after the acknowledgement, never ahead of the log', async () => {
      const disk = await disks.open();
      const a = await open('a', { disk });
      await a.commit(1, { x: 1 });
      log.onAppend = (when) => {
        if (when === 'before') throw new Error('refused');
      };
      await expect(a.commit(2, { x: 2, y: 2 })).rejects.toEqual(lost('unavailable'));
      log.onAppend = () => undefined;
      // What was refused may have been the next one's place in the log by the time that somebody reads the disk again.
      const elsewhere = await open('b');
      for (let n = 2; n < 6; n += 1) await elsewhere.commit(n, { z: n });
      const c = await open('c', { disk });
      expect([Object.fromEntries(c.state), c.position]).toEqual([{ x: 1, z: 5 }, 5]);
    });

    it('falls behind when another process goes on, and catches up', async () => {
      const disk = await disks.open();
      const a = await open('a', { disk });
      await a.commit(1, { x: 1, y: 1, z: 1 });
      const elsewhere = await open('b');
      await elsewhere.commit(2, { x: 2, y: undefined });
      const c = await open('c', { disk });
      expect([Object.fromEntries(c.state), c.position]).toEqual([{ x: 2, z: 1 }, 2]);
    });

    it('is not taken when it is so old that the log may have forgotten deletions since', async () => {
      const disk = await disks.open();
      const clock = new HandClock();
      const a = await open('a', { disk, clock });
      await a.commit(1, { x: 1, y: 1 });
      const elsewhere = await open('b', { clock });
      await elsewhere.commit(2, { x: undefined });
      await elsewhere.commit(3);
      log.compact(CHANGELOG, true);
      clock.at += 1_001;
      const c = await open('c', { disk, clock });
      expect(Object.fromEntries(c.state)).toEqual({ y: 1 });
    });

    it('is not taken when the changelog was deleted and made again, however long it has become', async () => {
      const disk = await disks.open();
      const a = await open('a', { disk });
      await a.commit(1, { x: 'of another life' });
      log.drop(CHANGELOG);
      const elsewhere = await open('b');
      for (let n = 1; n < 5; n += 1) await elsewhere.commit(n, { y: n });
      const c = await open('c', { disk });
      expect([Object.fromEntries(c.state), c.position]).toEqual([{ y: 4 }, 4]);
    });

    it('is not taken when the changelog that was made again has no position yet', async () => {
      const disk = await disks.open();
      const a = await open('a', { disk });
      await a.commit(1, { x: 'of another life' });
      log.drop(CHANGELOG);
      for (const name of ['b', 'c', 'd', 'e']) await open(name);
      const f = await open('f', { disk });
      expect([Object.fromEntries(f.state), f.position]).toEqual([{}, undefined]);
    });

    it('is not taken when it goes beyond the end of the log', async () => {
      const disk = await disks.open();
      const a = await open('a', { disk });
      for (let n = 1; n < 9; n += 1) await a.commit(n, { x: n });
      log.drop(CHANGELOG);
      const b = await open('b', { disk });
      expect([Object.fromEntries(b.state), b.position]).toEqual([{}, undefined]);
    });
  });
});
