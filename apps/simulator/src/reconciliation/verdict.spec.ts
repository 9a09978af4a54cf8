import type { Answers, Said } from './verdict.js';
import { disagreementOn } from './verdict.js';

const rideId = 'a';
const completed: Said = { outcome: 'completed', endings: 1 };
const answers = (changed: Partial<Answers> = {}): Answers => ({
  rider: completed,
  driver: completed,
  matching: completed,
  booking: completed,
  notification: completed,
  ...changed,
});

describe('the verdict on a ride', () => {
  it('is that all agree, with the rider too', () => {
    expect(disagreementOn({ rideId, seen: 'completed' }, answers())).toBeUndefined();
    expect(disagreementOn({ rideId }, answers())).toBeUndefined();
  });
  it.each<[string, Partial<Answers>, string, string]>([
    ['another end', { driver: { outcome: 'cancelled', endings: 1 } }, 'driver', 'cancelled'],
    ['no end yet', { matching: { outcome: null, endings: 0 } }, 'matching', 'not ended'],
    ['two ends', { booking: { outcome: 'completed', endings: 2 } }, 'booking', 'completed, 2 endings'],
    ['an end that it never heard of', { rider: { outcome: 'completed', endings: 0 } }, 'rider', 'completed, 0 endings'],
    ['no answer', { notification: undefined }, 'notification', 'no answer'],
  ])('is a disagreement when a service has %s', (_what, changed, service, told) => {
    const disagreement = disagreementOn({ rideId, seen: 'completed' }, answers(changed));
    expect(disagreement).toMatchObject({ rideId, answers: { [service]: told, 'rider’s app': 'completed' } });
  });
  it('is a disagreement when no service knows an end', () => {
    const open: Said = { outcome: null, endings: 0 };
    const none = { rider: open, driver: open, matching: open, booking: open, notification: open };
    expect(disagreementOn({ rideId }, none)).toBeDefined();
  });
  it('is a disagreement when the rider saw another end', () => {
    expect(disagreementOn({ rideId, seen: 'unfulfilled' }, answers())).toBeDefined();
  });
});
