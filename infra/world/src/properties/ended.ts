import type { Said } from '../model/log.js';
import { must } from './check.js';

export const ENDINGS = ['BookingCompleted', 'RideCancelled', 'RideUnfulfilled'];
const AFTER = ['RideAcceptanceRefused', 'RideCancellationRefused'];

/** By its log every ride ends once, and what is booked is over before it is booked again. */
export function ended(facts: readonly Said[]): void {
  const { type, data } = facts[0]!;
  must(
    'A ride begins with its request',
    type === 'RideRequested',
    () => `${String(data['rideId'])} begins with ${type}`,
  );
  const ride = String(data['rideId']);
  const told = facts.map((fact) => fact.type);
  const endings = told.filter((each) => ENDINGS.includes(each));
  must('Every ride ends in exactly one way', endings.length === 1, () => `${ride}: ${endings.join(', ') || 'no end'}`);
  const at = told.findIndex((each) => ENDINGS.includes(each));
  const late = facts.slice(at + 1).filter(({ by, type }) => by === 'booking' && !AFTER.includes(type));
  must(
    'Nothing is said after an ending that changes it',
    late.length === 0,
    () => `${ride}: ${late.map((f) => f.type).join(', ')}`,
  );

  let driver: unknown;
  for (const { type, data, by } of facts) {
    if (by !== 'booking') continue;
    const is = () => `${ride}: ${type} while ${driver === undefined ? 'nobody' : String(driver)} is booked`;
    if (type === 'BookingCreated') {
      must('A ride is booked for one driver at a time', driver === undefined, is);
      driver = data['driverId'];
    }
    if (type === 'BookingCancelled') {
      must('Only the booked driver leaves a ride', driver === data['driverId'], is);
      driver = undefined;
    }
    if (ENDINGS.includes(type)) must('An ending names the driver who was booked', driver === data['driverId'], is);
  }
}
