import { Fates, NO_MISHAPS, type Rates } from './fates.js';

const ids = Array.from({ length: 10_000 }, (_, n) => `${n + 1}`);
const fates = (rates: Partial<Rates>, seed = 1) => new Fates({ ...NO_MISHAPS, ...rates }, seed);
const share = (hits: readonly boolean[]) => hits.filter(Boolean).length / hits.length;

describe('fates', () => {
  it('are nothing but rides without rates', () => {
    const none = fates({});
    expect(new Set(ids.map((id) => none.ofRider(id).does))).toEqual(new Set(['ride']));
    expect(new Set(ids.map((id) => none.ofOffer(id, 0)))).toEqual(new Set(['accept']));
    expect(new Set(ids.map((id) => none.ofBooking(id, 0).does))).toEqual(new Set(['drive']));
  });
  it('of riders come as often as their rates say', () => {
    const drawn = ids.map((id) => fates({ cancelRider: 0.2, noShow: 0.1 }).ofRider(id));
    expect(share(drawn.map(({ does }) => does === 'cancel'))).toBeCloseTo(0.2, 1);
    expect(share(drawn.map(({ does }) => does === 'not show'))).toBeCloseTo(0.1, 1);
    const moments = drawn.flatMap((fate) => (fate.does === 'cancel' ? [fate.once] : []));
    for (const once of ['requested', 'booked', 'arrived'] as const)
      expect(share(moments.map((each) => each === once))).toBeCloseTo(1 / 3, 1);
  });
  it('of offers come as often as their rates say, and are drawn anew for each offer of a ride', () => {
    const some = fates({ decline: 0.3, ignore: 0.1 });
    const drawn = ids.map((id) => some.ofOffer(id, 0));
    expect(share(drawn.map((fate) => fate === 'decline'))).toBeCloseTo(0.3, 1);
    expect(share(drawn.map((fate) => fate === 'ignore'))).toBeCloseTo(0.1, 1);
    const second = ids.map((id, n) => [drawn[n], some.ofOffer(id, 1)]);
    expect(share(second.map(([a, b]) => a === 'decline' && b === 'decline'))).toBeCloseTo(0.09, 1);
  });
  it('of bookings come as often as their rates say', () => {
    const drawn = ids.map((id) => fates({ cancelDriver: 0.2, silent: 0.1, silentAboard: 0.3 }).ofBooking(id, 0));
    expect(share(drawn.map(({ does }) => does === 'cancel'))).toBeCloseTo(0.2, 1);
    const silences = drawn.flatMap((fate) => (fate.does === 'fall silent' ? [fate.during] : []));
    expect(silences.length / ids.length).toBeCloseTo(0.4, 1);
    expect(share(silences.map((during) => during === 'trip'))).toBeCloseTo(0.75, 1);
  });
  it('are certain at a rate of 1', () => {
    expect(new Set(ids.map((id) => fates({ cancelRider: 1 }).ofRider(id).does))).toEqual(new Set(['cancel']));
    expect(new Set(ids.map((id) => fates({ ignore: 1 }).ofOffer(id, 3)))).toEqual(new Set(['ignore']));
  });
  it('follow from the seed', () => {
    const drawn = (seed: number) => ids.slice(0, 100).map((id) => fates({ cancelRider: 0.5 }, seed).ofRider(id));
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });
});
