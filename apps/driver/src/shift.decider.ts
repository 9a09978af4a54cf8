import { rejections, type Decider } from '@ride/decider';
import { DriverBecameAvailable, DriverBecameUnavailable } from '@ride/events';
import type {
  BookingCancelled,
  BookingCompleted,
  BookingCreated,
  DriverMoved,
  Made,
  RideCancelled,
  RideOfferExpired,
} from '@ride/events';

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
type Spot = Omit<Made<typeof DriverBecameAvailable>['data'], 'driverId' | 'version'>;
/** `version` counts what was said about the driver's availability; `seenAt` is UTC milliseconds. */
export type Shift =
  | { readonly is: 'off_duty'; readonly version: number }
  | {
      readonly is: 'available';
      readonly version: number;
      readonly driverId: string;
      readonly spot: Spot;
      readonly seenAt: number;
      readonly unanswered: number;
    }
  | {
      readonly is: 'booked';
      readonly version: number;
      readonly driverId: string;
      readonly rideId: string;
      /** null: was off duty when the booking came, and will be again. */
      readonly spot: Spot | null;
      readonly seenAt: number;
    };
export type ShiftCommand =
  | { readonly do: 'go_on_duty'; readonly driverId: string; readonly spot: Spot }
  | { readonly do: 'go_off_duty'; readonly driverId: string };
/** The driver has answered an offer, whatever the answer. */
export interface OfferAnswered {
  readonly type: 'OfferAnswered';
  readonly time: number;
  readonly data: { readonly driverId: string };
}
export type ShiftHears =
  BookingCreated | BookingCancelled | BookingCompleted | RideCancelled | RideOfferExpired | DriverMoved | OfferAnswered;
export type ShiftSays = Made<typeof DriverBecameAvailable | typeof DriverBecameUnavailable>;

/** Whether a driver can be offered rides, and where. The topic has one writer, so its database decides, not the log. */
export function shift(rules: ShiftRules): Decider<Shift, ShiftCommand, ShiftHears, ShiftSays> {
  return {
    initial: { is: 'off_duty', version: 0 },

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
          return isOn(shift, fact) && shift.spot ? [freeAgain(shift, shift.spot)] : [];
        case 'BookingCancelled': {
          if (!isOn(shift, fact) || !shift.spot) return [];
          const { driverId } = shift;
          return fact.data.by === 'silence'
            ? [DriverBecameUnavailable({ driverId, reason: 'silent', version })]
            : [freeAgain(shift, shift.spot)];
        }
        case 'RideOfferExpired': {
          if (shift.is !== 'available' || shift.unanswered + 1 < UNANSWERED) return [];
          return [DriverBecameUnavailable({ driverId: shift.driverId, reason: 'unresponsive', version })];
        }
        case 'DriverMoved':
        case 'OfferAnswered':
          return [];
      }
    },

    evolve,

    deadline: {
      at: (shift) => (shift.is === 'available' ? shift.seenAt + rules.positionFreshMs : null),
      passed: (shift) => {
        if (shift.is !== 'available') return [];
        const { driverId, version } = shift;
        return [DriverBecameUnavailable({ driverId, reason: 'silent', version: version + 1 })];
      },
    },
  };
}

type OnARide = Extract<Shift, { is: 'booked' }>;

/** Of another ride than the driver's, nothing concerns the shift. */
function isOn(shift: Shift, { data }: { readonly data: { readonly rideId: string } }): shift is OnARide {
  return shift.is === 'booked' && shift.rideId === data.rideId;
}

/** Where the ride has left the driver. */
function freeAgain({ driverId, version }: OnARide, spot: Spot) {
  return DriverBecameAvailable({ driverId, ...spot, version: version + 1 });
}

function evolve(shift: Shift, fact: ShiftHears | ShiftSays, at: number): Shift {
  switch (fact.type) {
    case 'DriverBecameAvailable': {
      const { driverId, version, location, area, vehicleClass } = fact.data;
      return { is: 'available', version, driverId, spot: { location, area, vehicleClass }, seenAt: at, unanswered: 0 };
    }
    case 'DriverBecameUnavailable': {
      const { version } = fact.data;
      return shift.is === 'booked' ? { ...shift, version } : { is: 'off_duty', version };
    }
    case 'BookingCreated': {
      const { driverId, rideId } = fact.data;
      const { spot, seenAt } = shift.is === 'off_duty' ? { spot: null, seenAt: at } : shift;
      return { is: 'booked', version: shift.version, driverId, rideId, spot, seenAt };
    }
    case 'BookingCancelled':
    case 'BookingCompleted':
    case 'RideCancelled':
      return isOn(shift, fact) ? { is: 'off_duty', version: shift.version } : shift;
    case 'RideOfferExpired':
      return shift.is === 'available' ? { ...shift, unanswered: shift.unanswered + 1 } : shift;
    case 'OfferAnswered':
      return shift.is === 'available' ? { ...shift, unanswered: 0 } : shift;
    case 'DriverMoved': {
      if (shift.is === 'off_duty') return shift;
      const { location, area } = fact.data;
      const seenAt = Math.max(shift.seenAt, at);
      if (shift.is === 'available') return { ...shift, seenAt, spot: { ...shift.spot, location, area } };
      return { ...shift, seenAt, spot: shift.spot && { ...shift.spot, location, area } };
    }
  }
}
