import { settings } from '@ride/configuration';
import { shortDeadlines } from './short-deadlines.js';

const rules = (times: number) => settings(shortDeadlines(times)).rules;

describe('shorter deadlines', () => {
  it('are the defaults, so many times shorter', () => {
    expect(rules(1)).toEqual(settings({}).rules);
    expect(rules(3)).toMatchObject({
      offerMs: 5_000,
      searchMs: 60_000,
      freeCancellationMs: 40_000,
      waitingMs: 100_000,
      silentTripMs: 60_000,
      tripTimeoutFactor: 1,
      tripTimeoutExtraMs: 600_000,
    });
  });
  it('leave the services the time that they need', () => {
    const { offerMs, searchMs, silentTripMs, positionFreshMs, tripTimeoutFactor } = rules(60);
    expect(offerMs).toBe(5_000);
    expect(searchMs).toBe(30_000);
    expect(silentTripMs).toBe(positionFreshMs);
    expect(tripTimeoutFactor).toBe(0.05);
  });
});
