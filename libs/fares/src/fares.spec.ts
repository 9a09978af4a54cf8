import type { Tariff } from '@ride/geo';
import fc from 'fast-check';
import { estimateFare, fareFor, type Priced } from './fare.js';
import { cancellationFee, noShowFee, waitingFee } from './fees.js';
import { plus, type Money } from './money.js';
import { settleFare } from './settlement.js';

const tariff: Tariff = {
  base: 250,
  perKilometre: 100,
  perMinute: 30,
  minimum: 700,
  classFactor: { standard: 1, xl: 1.5, accessible: 1 },
  quoteTolerance: 0.2,
  cancellationFee: 500,
  noShowFee: 600,
  waitingPerMinute: 40,
};
const area: Priced = { tariff, currency: 'USD' };
const usd = (minor: number) => ({ minor, currency: 'USD' });
const minutes = (n: number) => n * 60_000;

const minor = fc.integer({ min: 0, max: 10_000 });
const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
const anyArea: fc.Arbitrary<Priced> = fc.record({
  currency: fc.constant('USD'),
  tariff: fc.record({
    base: minor,
    perKilometre: minor,
    perMinute: minor,
    minimum: minor,
    classFactor: fc.record({ standard: factor, xl: factor, accessible: factor }),
    quoteTolerance: fc.double({ min: 0, max: 1, noNaN: true }),
    cancellationFee: minor,
    noShowFee: minor,
    waitingPerMinute: minor,
  }),
});
const vehicleClass = fc.constantFrom('standard', 'xl', 'accessible');
const amount = fc.integer({ min: -1000, max: 1_000_000 });
const wholeAndPositive = (n: number) => Number.isSafeInteger(n) && n >= 0;

describe('a fare', () => {
  it('is multiplied by surge before it is rounded', () => {
    const odd: Priced = { ...area, tariff: { ...tariff, minimum: 705, base: 0 } };
    expect(fareFor(odd, 'standard', { distanceMetres: 0, durationSeconds: 0 }, 1.3)).toEqual(usd(917)); // 916.5
    expect(fareFor(odd, 'xl', { distanceMetres: 0, durationSeconds: 0 }, 1.3)).toEqual(usd(1375)); // 1374.75
  });
  it('is base, distance and time', () => {
    expect(fareFor(area, 'standard', { distanceMetres: 5000, durationSeconds: 600 })).toEqual(usd(250 + 500 + 300));
  });
  it('is at least the minimum, which the vehicle class multiplies too', () => {
    expect(fareFor(area, 'standard', { distanceMetres: 0, durationSeconds: 0 })).toEqual(usd(700));
    expect(fareFor(area, 'xl', { distanceMetres: 0, durationSeconds: 0 })).toEqual(usd(1050));
  });
  it('is rounded once, halves up', () => {
    expect(fareFor(area, 'standard', { distanceMetres: 5005, durationSeconds: 600 })).toEqual(usd(1051));
    expect(fareFor(area, 'standard', { distanceMetres: 5004, durationSeconds: 600 })).toEqual(usd(1050));
  });
  it('is whole, never negative, and never falls with distance or time', () => {
    fc.assert(
      fc.property(
        anyArea,
        vehicleClass,
        amount,
        amount,
        amount,
        amount,
        (any, of, distanceMetres, durationSeconds, d, t) => {
          const fare = fareFor(any, of, { distanceMetres, durationSeconds }).minor;
          expect(wholeAndPositive(fare)).toBe(true);
          const longer = {
            distanceMetres: distanceMetres + Math.abs(d),
            durationSeconds: durationSeconds + Math.abs(t),
          };
          expect(fareFor(any, of, longer).minor).toBeGreaterThanOrEqual(fare);
        },
      ),
    );
  });
  it('is estimated by road', () => {
    const from = { lat: 40.758, lng: -73.9855 };
    const to = { lat: 40.758 + 1 / 111.195, lng: -73.9855 };
    const estimate = estimateFare(from, to, { ...area, traffic: { roadFactor: 5, metresPerSecond: 10 } }, 'standard');
    expect(estimate).toEqual({ fare: usd(250 + 500 + 250), distanceMetres: 5000, durationSeconds: 500 });
  });
});

describe('a settlement', () => {
  const trip = (km: number) => ({ distanceMetres: km * 1000, durationSeconds: 600 }); // 5.50 and 1.00 a kilometre
  const quotedTrip = trip(4.5); // 10.00
  const settle = (km: number, quoted = usd(1000), waiting?: Money) =>
    settleFare({ quoted, quotedTrip, metered: trip(km), area, vehicleClass: 'standard', waiting });

  it('honours the quote within the tolerance, both ways', () => {
    expect(settle(2.5)).toEqual({ fare: usd(1000), settledBy: 'quote' });
    expect(settle(6.5)).toEqual({ fare: usd(1000), settledBy: 'quote' });
  });
  it('is by the meter beyond it', () => {
    expect(settle(2.49)).toEqual({ fare: usd(799), settledBy: 'meter' });
    expect(settle(6.51)).toEqual({ fare: usd(1201), settledBy: 'meter' });
  });
  it('honours a quote that the tariff would no longer give', () => {
    for (const minor of [100, 5000]) {
      expect(settle(4.5, usd(minor))).toEqual({ fare: usd(minor), settledBy: 'quote' });
      expect(settle(9, usd(minor))).toEqual({ fare: usd(1450), settledBy: 'meter' });
    }
  });
  it('adds the waiting to either', () => {
    expect(settle(4.5, usd(1000), usd(80)).fare).toEqual(usd(1080));
    expect(settle(9, usd(1000), usd(80)).fare).toEqual(usd(1530));
  });
  it('is the quote for the trip that was quoted, else whole, and the quote or the meter', () => {
    const anyTrip = fc.record({ distanceMetres: amount, durationSeconds: amount });
    fc.assert(
      fc.property(anyArea, vehicleClass, minor, anyTrip, anyTrip, (any, of, quoted, quotedTrip, metered) => {
        const about = { quoted: usd(quoted), quotedTrip, area: any, vehicleClass: of };
        const { fare, settledBy } = settleFare({ ...about, metered });
        expect(wholeAndPositive(fare.minor)).toBe(true);
        expect(fare).toEqual(settledBy === 'quote' ? usd(quoted) : fareFor(any, of, metered));
        expect(settleFare({ ...about, metered: quotedTrip })).toEqual({ fare: usd(quoted), settledBy: 'quote' });
      }),
    );
  });
});

describe('fees', () => {
  const bookedAt = minutes(100);
  const cancelled = (after: number) =>
    cancellationFee(area, { bookedAt, cancelledAt: bookedAt + after, freeMs: minutes(2) });
  it('cancelling is free for a while after the booking, then costs the fee', () => {
    expect(cancelled(minutes(2))).toEqual(usd(0));
    expect(cancelled(minutes(2) + 1)).toEqual(usd(500));
  });
  it('cancelling is free before there is a booking', () => {
    expect(cancellationFee(area, { cancelledAt: minutes(500), freeMs: 0 })).toEqual(usd(0));
  });
  it('a negative span is 0', () => {
    expect(cancelled(-minutes(60))).toEqual(usd(0));
    expect(waitingFee(area, { arrivedAt: minutes(9), leftAt: minutes(1), freeMs: 0 })).toEqual(usd(0));
  });
  it('a no-show costs its fee', () => {
    expect(noShowFee(area)).toEqual(usd(600));
  });
  it('waiting costs by the minute beyond the free time', () => {
    const waited = (ms: number) => waitingFee(area, { arrivedAt: 0, leftAt: ms, freeMs: minutes(2) });
    expect(waited(minutes(2))).toEqual(usd(0));
    expect(waited(minutes(4.5))).toEqual(usd(100));
  });
  it('waiting is whole, never negative, and never falls with time', () => {
    fc.assert(
      fc.property(anyArea, amount, amount, minor, (any, arrivedAt, leftAt, freeMs) => {
        const fee = waitingFee(any, { arrivedAt, leftAt, freeMs }).minor;
        expect(wholeAndPositive(fee)).toBe(true);
        expect(waitingFee(any, { arrivedAt, leftAt: leftAt + 12_345, freeMs }).minor).toBeGreaterThanOrEqual(fee);
      }),
    );
  });
});

describe('money', () => {
  it('of two currencies is not added', () => {
    expect(plus(usd(1), usd(2))).toEqual(usd(3));
    expect(() => plus(usd(1), { minor: 1, currency: 'EUR' })).toThrow('EUR');
  });
});
