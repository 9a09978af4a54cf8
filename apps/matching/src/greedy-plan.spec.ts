import { travelSeconds } from '@ride/geo';
import fc from 'fast-check';
import { ageTerm, greedyPlan } from './greedy-plan.js';
import type { Candidate, Searching } from './plan.js';

const rules = {
  positionFreshMs: 60_000,
  pickupEtaMaxSeconds: 900,
  searchMs: 180_000,
  traffic: { roadFactor: 1.26, metresPerSecond: 4.1 },
};
const plan = greedyPlan(rules);
const NOW = 1_000_000;
/** So many metres north of the pickup. */
const north = (metres: number) => ({ lat: 40.75 + metres / 111_195, lng: -73.98 });
const search = (over: Partial<Searching> = {}): Searching => ({
  rideId: 'ride',
  pickup: north(0),
  vehicleClass: 'standard',
  requestedAt: NOW,
  wasLeft: false,
  radiusMetres: 1_000,
  leftOut: new Set(),
  slots: 1,
  ...over,
});
const driver = (driverId: string, metres: number, over: Partial<Candidate> = {}): Candidate => ({
  driverId,
  place: north(metres),
  vehicleClass: 'standard',
  seenAt: NOW,
  ...over,
});
const asked = (searches: Searching[], candidates: Candidate[]) =>
  plan(searches, candidates, NOW).map(({ rideId, driverId }) => `${rideId} ${driverId}`);

describe('a plan', () => {
  it('asks the nearest driver, and says how long that one takes', () => {
    const near = driver('near', 300);
    expect(plan([search()], [driver('far', 900), near], NOW)).toEqual([
      {
        rideId: 'ride',
        driverId: 'near',
        pickupEtaSeconds: travelSeconds(near.place, north(0), rules.traffic),
      },
    ]);
  });
  it('asks nobody outside the radius', () => {
    expect(asked([search()], [driver('a', 1_001)])).toEqual([]);
    expect(asked([search({ radiusMetres: 2_000 })], [driver('a', 1_001)])).toEqual(['ride a']);
  });
  it('asks nobody who takes too long, however wide the radius', () => {
    expect(asked([search({ radiusMetres: 8_000 })], [driver('a', 3_000)])).toEqual([]);
  });
  it('asks only the vehicle class that was ordered', () => {
    expect(asked([search({ vehicleClass: 'xl' })], [driver('a', 1), driver('b', 2, { vehicleClass: 'xl' })])).toEqual([
      'ride b',
    ]);
  });
  it('asks nobody whose position is old', () => {
    expect(
      asked([search()], [driver('a', 1, { seenAt: NOW - 60_001 }), driver('b', 2, { seenAt: NOW - 60_000 })]),
    ).toEqual(['ride b']);
  });
  it('asks nobody who is left out', () => {
    expect(asked([search({ leftOut: new Set(['a']) })], [driver('a', 1), driver('b', 2)])).toEqual(['ride b']);
  });
  it('asks as many as there are slots', () => {
    expect(asked([search({ slots: 2 })], [driver('a', 1), driver('b', 2), driver('c', 3)])).toEqual([
      'ride a',
      'ride b',
    ]);
  });
  it('gives a driver whom two want to the nearer, and the other the next', () => {
    const searches = [search({ rideId: 'x', pickup: north(500) }), search({ rideId: 'y' })];
    expect(asked(searches, [driver('a', 100), driver('b', 1_100)])).toEqual(['y a', 'x b']);
  });
  it('gives a driver whom two want to the one who has waited, when that outweighs the way', () => {
    const searches = [
      search({ rideId: 'new' }),
      search({ rideId: 'old', pickup: north(500), requestedAt: NOW - 120_000 }),
    ];
    expect(asked(searches, [driver('a', 0)])).toEqual(['old a']);
  });
  it('gives a driver whom two want to the one whose driver has left', () => {
    const searches = [
      search({ rideId: 'waits', requestedAt: NOW - 60_000 }),
      search({ rideId: 'left', pickup: north(900), wasLeft: true }),
    ];
    expect(asked(searches, [driver('a', 0)])).toEqual(['left a']);
  });
});

it('one plan is one plan wherever it is made: ties go by id', () => {
  const [x, y] = [search({ rideId: 'x' }), search({ rideId: 'y' })];
  const [a, b] = [driver('a', 100), driver('b', 100)];
  for (const searches of [
    [x, y],
    [y, x],
  ])
    for (const drivers of [
      [a, b],
      [b, a],
    ])
      expect(asked(searches, drivers)).toEqual(['x a', 'y b']);
});

describe('any plan', () => {
  const places = fc.record({
    lat: fc.double({ min: 40.74, max: 40.76, noNaN: true }),
    lng: fc.double({ min: -73.99, max: -73.97, noNaN: true }),
  });
  const classes = fc.constantFrom('standard', 'xl');
  const drivers = fc.uniqueArray(
    fc.record({
      driverId: fc.constantFrom(...'abcdefghij'),
      place: places,
      vehicleClass: classes,
      seenAt: fc.integer({ min: NOW - 90_000, max: NOW }),
    }),
    { selector: ({ driverId }) => driverId },
  );
  const searches = fc.uniqueArray(
    fc.record({
      rideId: fc.constantFrom(...'rstuvwxyz'),
      pickup: places,
      vehicleClass: classes,
      requestedAt: fc.integer({ min: NOW - 180_000, max: NOW }),
      wasLeft: fc.boolean(),
      radiusMetres: fc.constantFrom(500, 1_000, 2_000),
      leftOut: fc.uniqueArray(fc.constantFrom(...'abcdefghij')).map((ids) => new Set(ids)),
      slots: fc.integer({ min: 0, max: 3 }),
    }),
    { selector: ({ rideId }) => rideId },
  );
  const everyPlan = (holds: (searches: Searching[], drivers: Candidate[], assigned: Map<string, string>) => void) =>
    fc.assert(
      fc.property(searches, drivers, (searches, drivers) => {
        const made = plan(searches, drivers, NOW);
        const assigned = new Map(made.map(({ driverId, rideId }) => [driverId, rideId]));
        expect(assigned.size).toBe(made.length); // never one driver twice
        holds(searches, drivers, assigned);
      }),
      { numRuns: 500 },
    );
  const of = (assigned: Map<string, string>, rideId: string) => [...assigned].filter(([, ride]) => ride === rideId);

  it('asks nobody twice, nobody who is left out, and no more than there are slots', () => {
    everyPlan((searches, _, assigned) => {
      for (const { rideId, leftOut, slots } of searches) {
        expect(of(assigned, rideId).length).toBeLessThanOrEqual(slots);
        for (const [driverId] of of(assigned, rideId)) expect(leftOut.has(driverId)).toBe(false);
      }
    });
  });
  it('leaves no driver idle whom a search with a slot could have', () => {
    everyPlan((searches, drivers, assigned) => {
      const idle = drivers.filter(({ driverId }) => !assigned.has(driverId));
      for (const search of searches)
        if (of(assigned, search.rideId).length < search.slots) expect(plan([search], idle, NOW)).toEqual([]);
    });
  });
  it('never passes over a search for one that is younger by more than the way is worth', () => {
    everyPlan((searches, drivers, assigned) => {
      const cost = (search: Searching, driver: Candidate) =>
        travelSeconds(driver.place, search.pickup, rules.traffic) - ageTerm(search, NOW, rules);
      for (const passedOver of searches.filter((search) => of(assigned, search.rideId).length < search.slots))
        for (const wanted of drivers.filter((driver) => plan([passedOver], [driver], NOW).length > 0)) {
          const winner = searches.find(({ rideId }) => rideId === assigned.get(wanted.driverId));
          expect(winner && cost(winner, wanted)).toBeLessThanOrEqual(cost(passedOver, wanted));
        }
    });
  });
  it('puts a search that is as old as a search can be before every new one', () => {
    const old = search({ requestedAt: NOW - rules.searchMs });
    expect(ageTerm(old, NOW, rules)).toBeGreaterThanOrEqual(rules.pickupEtaMaxSeconds);
  });
  it('puts a search whose driver has left before every new one, and leaves its age', () => {
    const left = search({ wasLeft: true });
    expect(ageTerm(left, NOW, rules)).toBeGreaterThanOrEqual(rules.pickupEtaMaxSeconds);
    const older = search({ wasLeft: true, requestedAt: NOW - 1_000 });
    expect(ageTerm(older, NOW, rules)).toBeGreaterThan(ageTerm(left, NOW, rules));
  });
});
