import type { LogBatch } from '../log/port.js';
import { Backlog } from './backlog.js';

const TOPIC = 'rides.v1';
const place = { topic: TOPIC, partition: 0 };

/** Records from an offset on, appended a second apart from `at`. */
const batch = (first: number, count: number, at: number, endOffset = first + count) =>
  ({
    ...place,
    endOffset: String(endOffset),
    records: Array.from({ length: count }, (_, i) => ({ offset: String(first + i), appendedAt: at + 1_000 * i })),
  }) as unknown as LogBatch;

describe('the lag in seconds', () => {
  let now: number;
  let backlog: Backlog;
  beforeEach(() => {
    now = 1_000_000;
    backlog = new Backlog(() => now);
    backlog.assigned([{ topic: TOPIC, partitions: [0] }]);
  });

  it('is the age of the oldest record that is not done', () => {
    const heard = batch(5, 10, now - 60_000);
    backlog.came(heard);
    expect(backlog.lagMs).toBe(60_000);
    backlog.stands(heard, 8n);
    expect(backlog.lagMs).toBe(57_000);
    now += 10_000;
    expect(backlog.lagMs).toBe(67_000);
  });

  it('is 0 when there is none, and however long nothing comes', () => {
    const heard = batch(5, 10, now - 60_000);
    backlog.came(heard);
    backlog.stands(heard, 15n);
    now += 600_000;
    expect(backlog.lagMs).toBe(0);
  });

  it('is that of the last one done while more wait that have not been fetched', () => {
    const heard = batch(5, 10, now - 60_000, 100);
    backlog.came(heard);
    backlog.stands(heard, 15n);
    expect(backlog.lagMs).toBe(51_000);
    backlog.came(batch(15, 10, now - 50_000, 100));
    backlog.stands(batch(15, 10, now - 50_000, 100), 16n);
    expect(backlog.lagMs).toBe(49_000);
  });

  it('is counted from when records wait that the member was never given', () => {
    const standing = { ...place, committed: '5', begin: '0' };
    backlog.looked([{ ...standing, end: '5' }]);
    now += 4_000;
    backlog.looked([{ ...standing, end: '5' }]);
    backlog.looked([{ ...standing, end: '6' }]);
    now += 30_000;
    expect(backlog.lagMs).toBe(30_000);
  });

  it('knows a record’s place behind offsets that have none', () => {
    const sparse = {
      ...batch(5, 2, now - 10_000),
      endOffset: '40',
      records: [
        { offset: '5', appendedAt: now - 10_000 },
        { offset: '30', appendedAt: now - 4_000 },
        { offset: '31', appendedAt: now - 3_000 },
      ],
    } as unknown as LogBatch;
    backlog.came(sparse);
    backlog.stands(sparse, 6n);
    expect(backlog.lagMs).toBe(4_000);
  });
});
