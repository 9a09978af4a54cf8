import { LogError } from '../log/port.js';
import { Progress } from './progress.js';

const TOPIC = 'rides.v1';
const batch = (partition: number, endOffset: string) => ({ topic: TOPIC, partition, endOffset, records: [] }) as never;

describe('a consumer is ready', () => {
  let now = 0;
  let progress: Progress;
  const make = (isFlow = false) => new Progress('booking', { afterMs: 30_000, isFlow }, () => now);
  beforeEach(() => {
    now = 1_000_000;
    progress = make();
    progress.joined([{ topic: TOPIC, partitions: [0, 1, 2] }]);
  });
  const codes = () => progress.troubles().map(({ code }) => code);
  /** Seconds pass, in each of which the broker answers. */
  const pass = (seconds: number): void => {
    for (let n = 0; n < seconds; n += 1) {
      now += 1_000;
      progress.answered();
    }
  };
  const looked = (partition: number, committed: number, end: number): void =>
    progress.looked([{ topic: TOPIC, partition, committed: String(committed), begin: '0', end: String(end) }]);

  it('while it has joined its group, and not before or afterwards', () => {
    const before = make();
    now += 500;
    expect(before.troubles()).toMatchObject([{ code: 'consumer_not_joined', since: 1_000_000 }]);
    expect(progress.health()).toMatchObject({ ok: true, reason: null, partitions: 3 });
    progress.left('crashed');
    now += 500;
    progress.left('crashed');
    expect(progress.troubles()).toMatchObject([{ code: 'consumer_not_joined', since: 1_000_500 }]);
    expect(progress.health()).toMatchObject({ ok: false, reason: 'crashed', partitions: 0 });
  });

  it('until the broker has been silent for more than 10 s, and when it answers again', () => {
    now += 10_000;
    expect(codes()).toEqual([]);
    now += 1;
    expect(progress.troubles()).toMatchObject([{ code: 'consumer_silent', since: 1_000_000 }]);
    progress.answered();
    expect(codes()).toEqual([]);
  });

  it('until somebody pauses it, which is no standing still, and again when it goes on', () => {
    looked(0, 0, 5);
    looked(0, 0, 7);
    progress.paused(true);
    pass(60);
    expect(progress.troubles()).toMatchObject([{ code: 'consumer_paused', since: 1_000_000 }]);
    expect(progress.health()).toMatchObject({ isPaused: true, lag: { 'rides.v1/0': 7 } });
    progress.paused(false);
    expect(codes()).toEqual([]);
    pass(29);
    expect(codes()).toEqual([]);
    pass(1);
    expect(codes()).toEqual(['partition_stuck']);
  });

  it('until it has left; a member that is as good as dead is replaced after 30 s, one that still joins is not', () => {
    now += 29_999;
    expect(progress.isSilentFor(30_000)).toBe(false);
    now += 1;
    expect(progress.isSilentFor(30_000)).toBe(true);
    expect(codes()).toEqual(['consumer_silent']);
    progress.left('crashed');
    now += 60_000;
    expect(progress.isSilentFor(30_000)).toBe(false);
    expect(codes()).toEqual(['consumer_not_joined']);
  });

  it('until it has been at work on the same records for 30 s, though the broker answers and other units end', () => {
    const stuck = progress.began();
    for (let n = 0; n < 29; n += 1) {
      const other = progress.began();
      pass(1);
      progress.ended(other, true);
    }
    expect(codes()).toEqual([]);
    pass(1);
    expect(progress.troubles()).toMatchObject([{ code: 'unit_stuck', since: 1_000_000 }]);
    progress.ended(stuck, true);
    expect(codes()).toEqual([]);
  });

  it('unless something waits in place, at once and for as long as it does, whatever else goes on', () => {
    const unit = progress.began();
    const other = progress.began();
    const away = new LogError('log_unavailable', 'connect ECONNREFUSED 10.1.2.3:9092');
    progress.waits(away, unit);
    const waiting = { code: 'waits_in_place', since: 1_000_000, what: 'Records wait: the broker is out of reach.' };
    expect(progress.troubles()).toMatchObject([waiting]);
    pass(5);
    progress.ended(other, true);
    progress.waits(away, unit);
    expect(progress.troubles()).toMatchObject([waiting]);
    expect(progress.health().waiting).toMatchObject({ reason: away.message });
    pass(60);
    expect(codes()).toEqual(['waits_in_place']);
    progress.ended(unit, true);
    expect(codes()).toEqual([]);
  });

  it('unless records can’t even be parked, and does not say which error it was', () => {
    const unit = progress.began();
    progress.waits(new Error('Ada can’t be written'), unit);
    expect(codes()).toEqual(['parking_impossible']);
    expect(JSON.stringify(progress.troubles())).not.toContain('Ada');
  });

  it('until records of a partition have waited for 30 s, though others move', () => {
    for (const partition of [0, 1]) looked(partition, 5, 5);
    pass(5);
    // Said after the last look.
    for (const partition of [0, 1]) looked(partition, 5, 6);
    pass(24);
    progress.stands(batch(1, '8'), 7n);
    expect(progress.health().lag).toEqual({ 'rides.v1/0': 1, 'rides.v1/1': 1 });
    expect(codes()).toEqual([]);
    pass(1);
    expect(progress.troubles()).toMatchObject([
      { code: 'partition_stuck', since: 1_000_000, what: expect.stringMatching(/: rides\.v1\/0\.$/) },
    ]);
    looked(0, 6, 6);
    expect(codes()).toEqual([]);
  });

  it('when what stands before it came before it joined, of which compaction may have left nothing', () => {
    looked(0, -1, 7);
    pass(60);
    looked(0, -1, 7);
    expect(codes()).toEqual([]);
    looked(0, -1, 8);
    pass(30);
    expect(codes()).toEqual(['partition_stuck']);
  });

  it('while anything of it moves, when it is a flow: a call of another key may take its time', () => {
    progress = make(true);
    progress.joined([{ topic: TOPIC, partitions: [0] }]);
    looked(0, 5, 5);
    looked(0, 5, 6);
    pass(20);
    progress.goesOn();
    pass(29);
    expect(codes()).toEqual([]);
    pass(1);
    expect(codes()).toEqual(['partition_stuck']);
  });
});
