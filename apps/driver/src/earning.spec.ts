import type { BookingCompleted, RideCancelled } from '@ride/events';
import { FARE, RideInFacts } from '../test/ride-in-facts.js';
import { earningOf } from './earning.js';
import { trip } from './trip.decider.js';
import type { Trip } from './trip.state.js';

const { initial, evolve } = trip({ pinTries: 3, pinPauseMs: 1, silentTripMs: 1, waitingMs: 1, ratingMs: 1 });
const ride = new RideInFacts('0198a0f0-0000-7000-8000-000000000001');
const { driverId, rideId } = ride;
/** Half past eleven in the evening of the 24th in New York. */
const LATE = Date.parse('2026-11-25T04:30:00Z');
const on = { rideId, driverId, timeZone: 'America/New_York', day: '2026-11-24' };

function after(...facts: readonly Omit<Parameters<typeof evolve>[1], 'time'>[]): Trip {
  return facts.reduce<Trip>((state, fact) => evolve(state, fact as Parameters<typeof evolve>[1], 0), initial);
}
const booked = after(ride.offered(), ride.booked());
const completed = { ...ride.completed(), time: LATE } as unknown as BookingCompleted;
const cancelled = (more: object = {}) => {
  const { type, data } = ride.cancelled();
  return { type, data: { ...data, ...more }, time: LATE } as unknown as RideCancelled;
};

describe('what a ride earns its driver', () => {
  it('is the fare, on the day on which it ended where it was', () => {
    expect(earningOf(booked, completed)).toEqual({ ...on, kind: 'fare', amount: FARE });
  });

  it('is the fee of one that was cancelled too late', () => {
    expect(earningOf(booked, cancelled())).toEqual({ ...on, kind: 'fee', amount: FARE });
  });

  it('is nothing without a fee, or without a driver', () => {
    expect(earningOf(booked, cancelled({ fee: { minor: 0, currency: 'USD' } }))).toBeNull();
    expect(earningOf(booked, cancelled({ driverId: undefined }))).toBeNull();
  });

  it('is had once: the first end counts', () => {
    const ended = after(ride.offered(), ride.booked(), ride.completed());
    expect(earningOf(ended, completed)).toBeNull();
    expect(earningOf(ended, cancelled())).toBeNull();
  });

  it('is had also where nobody knows the area any more, by the day in UTC', () => {
    const elsewhere = { ...completed, data: { ...completed.data, area: 'atlantis' } };
    expect(earningOf(booked, elsewhere)).toMatchObject({ timeZone: 'UTC', day: '2026-11-25', amount: FARE });
    expect(earningOf(after(), cancelled())).toMatchObject({ timeZone: 'UTC', kind: 'fee' });
  });
});
