import { backoffMs, NoAnswer, patiently } from './patience.js';

describe('patience', () => {
  it('tries until there is an answer, and counts', async () => {
    const act = (attempt: number) =>
      attempt < 3 ? Promise.reject(new NoAnswer('not there')) : Promise.resolve(attempt);
    expect(await patiently(act, { patienceMs: 10_000 })).toBe(3);
  });
  it('ends, and says what was not answered', async () => {
    const act = () => Promise.reject(new NoAnswer('GET /x was not answered'));
    await expect(patiently(act, { patienceMs: 1 })).rejects.toThrow(
      expect.objectContaining({ code: 'service_unreachable', message: expect.stringContaining('GET /x') as string }),
    );
  });
  it('has none with other errors', async () => {
    let tries = 0;
    const act = () => Promise.reject(new Error(`refused ${++tries}`));
    await expect(patiently(act, { patienceMs: 10_000 })).rejects.toThrow('refused 1');
  });
  it('ends with the signal', async () => {
    const act = () => Promise.reject(new NoAnswer('x'));
    await expect(patiently(act, { patienceMs: 10_000, signal: AbortSignal.abort() })).rejects.toThrow('abort');
  });
  it('waits longer each time, up to 2 s, and never the same', () => {
    expect([1, 2, 3, 9].map((attempt) => backoffMs(attempt, 1))).toEqual([100, 200, 400, 2000]);
    expect(backoffMs(1, 0)).toBe(50);
  });
});
