import { Condition } from './condition.js';

describe('the relay is in order', () => {
  let now: number;
  let missing: Map<string, number>;
  let condition: Condition;
  const codes = () => condition.troubles().map(({ code }) => code);
  /** Seconds pass, in each of which it finds this row first, and ends its round. */
  const polls = (seconds: number, oldest: (second: number) => { id: string; ageMs: number } | null): void => {
    for (let n = 1; n <= seconds; n += 1) {
      now += 1_000;
      condition.polled({ buckets: [], refused: 0, oldest: oldest(n) });
      condition.inOrder();
    }
  };

  beforeEach(() => {
    now = 1_000_000_000;
    missing = new Map();
    condition = new Condition(
      () => missing,
      () => now,
    );
  });

  it('once it has ended a round', () => {
    expect(codes()).toEqual(['relay_stuck']);
    polls(1, () => null);
    expect(codes()).toEqual([]);
  });

  it('while it can send, and again as soon as it can', () => {
    polls(1, () => null);
    expect(condition.failed(new Error('connect ECONNREFUSED 10.1.2.3:9092'))).toBe(true);
    now += 500;
    expect(condition.failed(new Error('connect ECONNREFUSED 10.1.2.3:9092'))).toBe(false);
    expect(condition.troubles()).toEqual([
      { code: 'relay_failing', part: 'relay', since: now - 500, what: expect.not.stringContaining('10.1.2.3') },
    ]);
    condition.inOrder();
    expect(codes()).toEqual([]);
  });

  it('while its rounds end within 15 s', () => {
    polls(1, () => null);
    now += 15_000;
    expect(codes()).toEqual([]);
    now += 1;
    expect(condition.troubles()).toMatchObject([{ code: 'relay_stuck', since: now - 15_001 }]);
  });

  it('until the same fact has stood first for 30 s', () => {
    polls(29, (second) => ({ id: '7', ageMs: second * 1_000 }));
    expect(codes()).toEqual([]);
    polls(1, () => ({ id: '7', ageMs: 30_000 }));
    expect(condition.troubles()).toMatchObject([{ code: 'relay_stuck', since: now - 30_000 }]);
    polls(1, () => null);
    expect(codes()).toEqual([]);
  });

  it('while old facts leave one after the other', () => {
    polls(60, (second) => ({ id: String(second >> 3), ageMs: 120_000 }));
    expect(codes()).toEqual([]);
    expect(condition.figures()).toEqual({ relay: { oldestMs: 120_000, refused: 0 } });
  });

  it('while the log has the topics of what it is to send', () => {
    polls(1, () => null);
    missing.set('unknown.v1', now);
    expect(condition.troubles()).toMatchObject([{ code: 'topic_missing', what: 'The log has no topic unknown.v1.' }]);
  });
});
