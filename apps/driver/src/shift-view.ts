import { rideOf, type Shift } from './shift.state.js';

export function shiftViewOf(shift: Shift) {
  switch (shift.is) {
    case 'off_duty':
      return { status: shift.is };
    case 'available':
      return { status: shift.is, ...shift.spot };
    case 'booked':
      return { status: shift.is, rideId: rideOf(shift), ...shift.spot };
  }
}
