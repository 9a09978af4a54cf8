import { settings } from '@ride/configuration';
import type { Said } from '../model/log.js';
import { must } from './check.js';

type Data = Said['data'];
/** What booking says, and what it may say it because of, about the same offer or driver. */
const BECAUSE: readonly (readonly [says: string, when: Data, because: string, same: readonly string[]])[] = [
  ['BookingCreated', {}, 'RideAccepted', ['offerId', 'driverId']],
  ['RideAcceptanceRefused', {}, 'RideAccepted', ['offerId', 'driverId']],
  ['BookingCancelled', { by: 'driver' }, 'RideCancellationRequested', ['by', 'offerId']],
  ['BookingCancelled', { by: 'silence' }, 'DriverFellSilent', ['offerId']],
  ['BookingCancelled', { by: 'silence' }, 'TripTimedOut', ['driverId']],
  ['RideCancelled', { by: 'rider' }, 'RideCancellationRequested', ['by']],
  ['RideCancelled', { by: 'no_show' }, 'RiderDidNotShow', ['driverId']],
  ['RideCancellationRefused', {}, 'RideCancellationRequested', ['by']],
  ['BookingCompleted', {}, 'RiderDroppedOff', ['offerId', 'driverId']],
  ['BookingCompleted', {}, 'TripTimedOut', ['driverId']],
  ['RideUnfulfilled', {}, 'SearchExhausted', []],
];
/** What closes an offer before it is accepted, and why its acceptance is refused then. */
const CLOSED: Readonly<Record<string, string>> = {
  RideOfferExpired: 'offer_expired',
  RideDeclined: 'offer_withdrawn',
  RideOfferWithdrawn: 'offer_withdrawn',
};

/** Booking decides by the log: each thing because of another that stands there, at whose place it was so. */
export function decided(facts: readonly Said[]): void {
  for (const [at, fact] of facts.entries()) {
    if (fact.by !== 'booking') continue;
    const { type, data, cause } = fact;
    const reasons = BECAUSE.filter(([says, when]) => says === type && isSame(Object.keys(when), when, data));
    if (reasons.length === 0) continue;
    const place = facts.findIndex(({ id }) => id === cause.id);
    const because = facts[place];
    const isReason = reasons.some(
      ([, , reason, same]) => because?.type === reason && isSame(same, because.data, data) && place < at,
    );
    must(
      'Booking says what it says because of what stands in the log',
      isReason,
      () => `${type} because of ${because?.type}`,
    );
    if (type === 'BookingCreated' || type === 'RideAcceptanceRefused') acceptance(facts.slice(0, place), fact);
    if (type === 'RideUnfulfilled') searchedLongEnough(facts.slice(0, place), because!);
    const booked = bookedIn(facts.slice(0, at));
    if (type === 'BookingCancelled' || type === 'RideCancelled') beforePickup(facts.slice(0, place), booked, fact);
    if (type === 'BookingCompleted') {
      const isAboard = facts.some(
        (each, n) => n < place && each.type === 'RiderPickedUp' && each.data['offerId'] === booked,
      );
      must('A ride is completed with its rider aboard', isAboard, () => String(data['rideId']));
    }
  }
}

/** The offer that is booked, if one is. */
function bookedIn(facts: readonly Said[]): unknown {
  const last = facts.findLast(({ type }) => type === 'BookingCreated' || type === 'BookingCancelled');
  return last?.type === 'BookingCreated' ? last.data['offerId'] : undefined;
}

/** An acceptance counts while its offer is open, by what stands before it. */
function acceptance(before: readonly Said[], { type, data }: Said): void {
  const ofOffer = before.filter((fact) => fact.data['offerId'] === data['offerId']);
  const closed = ofOffer.find((fact) => fact.type in CLOSED);
  const why = closed && CLOSED[closed.type];
  const tell = () =>
    `${String(data['offerId'])}: ${type}, ${String(data['reason'])} after ${closed?.type ?? 'nothing'}`;
  if (type === 'BookingCreated') must('An acceptance counts while its offer is open', closed === undefined, tell);
  if (data['reason'] === 'offer_expired' || data['reason'] === 'offer_withdrawn')
    must('A refusal says why', data['reason'] === why, tell);
}

/** A search goes on until it is over, by the time that its request or the driver who left gave it. */
function searchedLongEnough(before: readonly Said[], { time, data }: Said): void {
  const begun = before.findLast(({ type }) => type === 'RideRequested' || type === 'BookingCancelled');
  const overdue = data['reason'] === 'search_overdue' ? settings().rules.searchMs : 0;
  const left = Number(begun?.data['expiresAt']) + overdue - time;
  must(
    'A ride is searched for until its time is over',
    left <= 0,
    () => `${String(data['rideId'])}: ${left} ms are left`,
  );
}

function beforePickup(before: readonly Said[], booked: unknown, { type, data }: Said): void {
  const isAboard = before.some((fact) => fact.type === 'RiderPickedUp' && fact.data['offerId'] === booked);
  must(
    'A ride with its rider aboard is not cancelled',
    !isAboard || booked === undefined,
    () => `${String(data['rideId'])}: ${type}`,
  );
}

const isSame = (fields: readonly string[], a: Data, b: Data) => fields.every((field) => a[field] === b[field]);
