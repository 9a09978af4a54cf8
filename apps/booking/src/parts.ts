/** This service without its infrastructure: what infra/world joins with the others, and nobody else may import. */
export type { Booking } from './booking.state.js';
export { BookingHandlers } from './booking.handlers.js';
export { BookingHistoryRow, BookingRow } from './bookings.js';
export { folded } from './history.js';
export { LiveBookingRow } from './live-bookings.js';
