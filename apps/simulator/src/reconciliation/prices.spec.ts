import { withPrices } from './prices.js';
import type { Reconciliation } from './reconcile.js';

const rideId = 'a';
const usd = (minor: number) => ({ minor, currency: 'USD' });
const agreed: Reconciliation = { rides: 1, reconciled: 1, disagreements: [], undelivered: [], ok: true };
const completed = (minor: number) => ({ type: 'BookingCompleted', data: { fare: usd(minor) } });
const cancelled = (minor: number) => ({ type: 'RideCancelled', data: { fee: usd(minor) } });
const judged = (toPay: number, ...history: { type: string; data: object }[]) =>
  withPrices(agreed, [{ rideId, toPay: usd(toPay) }], new Map([[rideId, history as never]]));

describe('what a rider is asked to pay', () => {
  it('is what booking has said', () => {
    expect(judged(900, { type: 'BookingCreated', data: { fare: usd(800) } }, completed(900))).toEqual(agreed);
    expect(judged(0, cancelled(0))).toEqual(agreed);
  });
  it.each([
    ['another fare', [completed(901)], '901 USD'],
    ['another fee', [cancelled(500)], '500 USD'],
    ['a price that nobody has said', [], 'no price'],
    ['one of two prices', [completed(900), cancelled(500)], '900 USD and 500 USD'],
  ])('is not reconciled when it is %s', (_what, history, booking) => {
    const disagreements = [{ rideId, answers: { booking, 'rider’s app': '900 USD' } }];
    expect(judged(900, ...history)).toEqual({ ...agreed, ok: false, reconciled: 0, disagreements });
  });
  it('is not looked at when the rider has not seen the end, or the services disagree on it anyway', () => {
    const open = { ...agreed, ok: false, reconciled: 0, disagreements: [{ rideId, answers: {} }] };
    const history = new Map([[rideId, [completed(1)]]]);
    expect(withPrices(agreed, [{ rideId }], history)).toEqual(agreed);
    expect(withPrices(open, [{ rideId, toPay: usd(2) }], history)).toEqual(open);
  });
});
