import type { Tariff } from '@ride/geo';
import fc from 'fast-check';
import { estimateFare, fareFor, type Priced } from './fare.js';
import { cancellationFee, noShowFee, waitingFee } from './fees.js';
import { plus } from './money.js';
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
  const metered = { distanceMetres: 5000, durationSeconds: 600 }; // 10.50
  const settle = (quoted: number) => settleFare({ quoted: usd(quoted), metered, area, vehicleClass: 'standard' });
  it('honours the quote within the tolerance, both ways', () => {
    expect(settle(875)).toEqual({ fare: usd(875), settledBy: 'quote' });
    expect(settle(1300)).toEqual({ fare: usd(1300), settledBy: 'quote' });
  });
  it('is by the meter beyond it', () => {
    expect(settle(874)).toEqual({ fare: usd(1050), settledBy: 'meter' });
    expect(settle(1313)).toEqual({ fare: usd(1050), settledBy: 'meter' });
  });
  it('adds the waiting to either', () => {
    const waiting = usd(80);
    expect(settleFare({ quoted: usd(1000), metered, area, vehicleClass: 'standard', waiting }).fare).toEqual(usd(1080));
    expect(settleFare({ quoted: usd(100), metered, area, vehicleClass: 'standard', waiting }).fare).toEqual(usd(1130));
  });
  it('is whole and never further from the quote than the tolerance unless by the meter', () => {
    fc.assert(
      fc.property(anyArea, vehicleClass, minor, amount, amount, (any, of, quoted, distanceMetres, durationSeconds) => {
        const trip = { distanceMetres, durationSeconds };
        const { fare, settledBy } = settleFare({ quoted: usd(quoted), metered: trip, area: any, vehicleClass: of });
        expect(wholeAndPositive(fare.minor)).toBe(true);
        expect(fare).toEqual(settledBy === 'quote' ? usd(quoted) : fareFor(any, of, trip));
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
