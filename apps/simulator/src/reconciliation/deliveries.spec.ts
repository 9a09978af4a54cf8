import type { Deliveries } from './deliveries.js';
import { undelivered } from './deliveries.js';

const nothing = { outbox: 0, refused: 0, waiting: 0, dead: 0 };
const all = (changed: Partial<Deliveries> = {}): Deliveries => ({
  rider: nothing,
  driver: nothing,
  matching: nothing,
  booking: nothing,
  notification: nothing,
  ...changed,
});

describe('what is left to deliver', () => {
  it('is nothing when all is delivered', () => {
    expect(undelivered(all(), all())).toEqual([]);
  });
  it('is named by service and kind', () => {
    const now = all({ rider: { ...nothing, outbox: 2 }, booking: { outbox: 0, refused: 1, waiting: 3, dead: 4 } });
    expect(undelivered(now, all())).toEqual([
      'rider: 2 in the outbox',
      'booking: 1 refused by the broker',
      'booking: 3 waiting',
      'booking: 4 dead',
    ]);
  });
  it('leaves out what was given up before the run, not what waits', () => {
    const before = all({ rider: { outbox: 1, refused: 1, waiting: 1, dead: 5 } });
    expect(undelivered(before, before)).toEqual(['rider: 1 in the outbox', 'rider: 1 waiting']);
    const now = all({ rider: { outbox: 0, refused: 1, waiting: 0, dead: 6 } });
    expect(undelivered(now, before)).toEqual(['rider: 1 dead']);
  });
});
