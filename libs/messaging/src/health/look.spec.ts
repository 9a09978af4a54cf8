import { Look } from './look.js';

describe('a store is out of reach', () => {
  let now: number;
  let look: Look;
  let failures: unknown[];
  /** The question that was put last, to be answered. */
  let question: PromiseWithResolvers<void>;
  let isAsked: PromiseWithResolvers<void>;

  beforeEach(async () => {
    now = 1_000_000;
    failures = [];
    isAsked = Promise.withResolvers();
    look = new Look({
      every: 0,
      patienceMs: 3_000,
      ask: () => {
        question = Promise.withResolvers();
        isAsked.resolve();
        return question.promise;
      },
      failed: (error) => failures.push(error),
      now: () => now,
    });
    look.start();
    await isAsked.promise;
  });
  afterEach(async () => {
    question.resolve();
    await look.stop();
  });
  /** Answers the question, and waits for the next one. */
  const answer = async (error?: Error): Promise<void> => {
    isAsked = Promise.withResolvers();
    if (error) question.reject(error);
    else question.resolve();
    await isAsked.promise;
  };

  it('when a question has been without an answer for its patience', async () => {
    await answer();
    now += 2_999;
    expect([look.unansweredSince, look.lastOutage]).toEqual([null, null]);
    now += 1;
    expect([look.unansweredSince, look.lastOutage]).toEqual([1_000_000, 1_003_000]);
  });

  it('when questions have failed for its patience, and is told once', async () => {
    for (let n = 0; n < 3; n += 1) {
      await answer(new Error('away'));
      now += 1_000;
    }
    expect(look.unansweredSince).toBe(1_000_000);
    expect(failures).toHaveLength(1);
  });

  it('no longer than until the next answer; when that was, is remembered', async () => {
    await answer(new Error('away'));
    now += 9_000;
    await answer();
    expect(look.unansweredSince).toBeNull();
    now += 1_000;
    expect([look.unansweredSince, look.lastOutage]).toEqual([null, 1_009_000]);
  });
});
