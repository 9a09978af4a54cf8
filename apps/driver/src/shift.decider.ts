import { isNews, rejections, sayAgainIn, UNSAID, versionsAfter, type Decider } from '@ride/decider';
import { DriverBecameAvailable, DriverBecameUnavailable } from '@ride/events';
import type { Shift, ShiftCommand, ShiftHears, ShiftSays, Spot, UnavailableReason } from './shift.state.js';

export const shiftRejections = rejections({
  on_a_ride: 'You are on a ride: complete it before you change your shift.',
  off_duty: 'You are off duty, perhaps because nothing was heard of you: PUT /shift to go on, then send positions.',
});

/** The driver who lets so many offers in a row expire gets no more. */
const UNANSWERED = 3;

export interface ShiftRules {
  /** No position for so long, milliseconds: the driver has fallen silent. */
  readonly positionFreshMs: number;
}

/** Whether a driver can be offered rides, and where. The topic has one writer, so its database decides, not the log. */
export function shift(rules: ShiftRules): Decider<Shift, ShiftCommand, ShiftHears, ShiftSays> {
  return {
    initial: { is: 'off_duty', reason: 'off_duty', seenAt: 0, ...UNSAID },

    decide: (shift, command) => {
      if (shift.is === 'booked') throw shiftRejections.on_a_ride();
      const { driverId } = command;
      const version = shift.version + 1;
      switch (command.do) {
        case 'go_on_duty': {
          const isAlready = shift.is === 'available' && shift.spot.vehicleClass === command.spot.vehicleClass;
          return isAlready ? [] : [DriverBecameAvailable({ driverId, ...command.spot, version })];
        }
        case 'go_off_duty':
          return shift.is === 'off_duty' ? [] : [DriverBecameUnavailable({ driverId, reason: 'off_duty', version })];
      }
    },

    react: (shift, fact) => {
      const version = shift.version + 1;
      switch (fact.type) {
        case 'BookingCreated': {
          const { driverId } = fact.data;
          return shift.is === 'available' ? [DriverBecameUnavailable({ driverId, reason: 'booked', version })] : [];
        }
        case 'BookingCompleted':
        case 'RideCancelled':
          return shift.is === 'booked' && shift.spot && endsLast(shift, fact) ? [freeAgain(shift, shift.spot)] : [];
        case 'BookingCancelled': {
          if (shift.is !== 'booked' || !shift.spot || !endsLast(shift, fact)) return [];
          const { driverId } = shift;
          return fact.data.by === 'silence'
            ? [DriverBecameUnavailable({ driverId, reason: 'silent', version })]
            : [freeAgain(shift, shift.spot)];
        }
        case 'RideOfferExpired': {
          if (shift.is !== 'available' || shift.unanswered + 1 < UNANSWERED) return [];
          return [DriverBecameUnavailable({ driverId: shift.driverId, reason: 'unresponsive', version })];
        }
        case 'DriverBecameAvailable':
        case 'DriverBecameUnavailable': {
          const again = isUnheardOf(shift) ? null : sayAgainIn(shift, fact.data.version);
          return again === null ? [] : [asItIs(shift, fact.data.driverId, again)];
        }
        case 'DriverMoved':
        case 'OfferAnswered':
          return [];
      }
    },

    evolve,

    deadline: {
      at: (shift, hearingSince) =>
        shift.is === 'available' ? Math.max(shift.seenAt, hearingSince) + rules.positionFreshMs : null,
      passed: (shift) => {
        if (shift.is !== 'available') return [];
        const { driverId, version } = shift;
        return [DriverBecameUnavailable({ driverId, reason: 'silent', version: version + 1 })];
      },
    },
  };
}

type OnARide = Extract<Shift, { is: 'booked' }>;
type AboutARide = { readonly data: { readonly rideId: string } };

/** The end of the only ride that the driver is booked for. */
function endsLast({ rides }: OnARide, { data: { rideId } }: AboutARide): boolean {
  return rides.every((ride) => ride === rideId);
}

function without({ rides }: OnARide, { data: { rideId } }: AboutARide): readonly string[] {
  return rides.filter((ride) => ride !== rideId);
}

/** Where the ride has left the driver. */
function freeAgain({ driverId, version }: OnARide, spot: Spot) {
  return DriverBecameAvailable({ driverId, ...spot, version: version + 1 });
}

/** The row may be lost: then the log gives it back. */
function isUnheardOf(shift: Shift): boolean {
  return shift.is === 'off_duty' && shift.version === 0;
}

function asItIs(shift: Shift, driverId: string, version: number) {
  switch (shift.is) {
    case 'available':
      return DriverBecameAvailable({ driverId, ...shift.spot, version });
    case 'booked':
      return DriverBecameUnavailable({ driverId, reason: 'booked', version });
    case 'off_duty':
      return DriverBecameUnavailable({ driverId, reason: shift.reason, version });
  }
}

function evolve(shift: Shift, fact: ShiftHears | ShiftSays, at: number): Shift {
  const { version, heard, seenAt } = shift;
  switch (fact.type) {
    case 'DriverBecameAvailable':
    case 'DriverBecameUnavailable': {
      const { driverId } = fact.data;
      const versions = versionsAfter(shift, fact.data.version);
      const isNew = isNews(shift, fact.data.version) || isUnheardOf(shift);
      // A driver on a ride stays on it, whatever was said of them.
      if (shift.is === 'booked' || !isNew) return { ...shift, ...versions };
      if (fact.type === 'DriverBecameUnavailable')
        return { is: 'off_duty', reason: known(fact.data.reason), seenAt, ...versions };
      const { location, area, vehicleClass } = fact.data;
      const spot = { location, area, vehicleClass: vehicleClass === 'unknown' ? 'standard' : vehicleClass } as const;
      // What makes the driver free may be heard late: positions have come since.
      return { is: 'available', driverId, spot, seenAt: Math.max(seenAt, at), unanswered: 0, ...versions };
    }
    case 'BookingCreated': {
      const { driverId, rideId } = fact.data;
      if (shift.is === 'booked') return { ...shift, rides: [...shift.rides, rideId] };
      const spot = shift.is === 'off_duty' ? null : shift.spot;
      return { is: 'booked', driverId, rides: [rideId], spot, seenAt: Math.max(seenAt, at), version, heard };
    }
    case 'BookingCancelled':
    case 'BookingCompleted':
    case 'RideCancelled':
      if (shift.is !== 'booked') return shift;
      if (endsLast(shift, fact)) return { is: 'off_duty', reason: 'off_duty', seenAt, version, heard };
      return { ...shift, rides: without(shift, fact) };
    case 'RideOfferExpired':
      return shift.is === 'available' ? { ...shift, unanswered: shift.unanswered + 1 } : shift;
    case 'OfferAnswered':
      return shift.is === 'available' ? { ...shift, unanswered: 0 } : shift;
    case 'DriverMoved': {
      if (shift.is === 'off_duty') return shift;
      const { location, area } = fact.data;
      const seen = { seenAt: Math.max(seenAt, at) };
      if (shift.is === 'available') return { ...shift, ...seen, spot: { ...shift.spot, location, area } };
      return { ...shift, ...seen, spot: shift.spot && { ...shift.spot, location, area } };
    }
  }
}

/** What is newer than this service can't be said by it. */
function known(reason: DriverBecameUnavailable['data']['reason']): UnavailableReason {
  return reason === 'unknown' ? 'off_duty' : reason;
}
