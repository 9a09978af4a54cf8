import { settings } from '@ride/configuration';
import type { Said } from '../model/log.js';
import { must } from './check.js';

const OVER = ['RideDeclined', 'RideOfferExpired', 'RideOfferWithdrawn', 'RideAcceptanceRefused', 'BookingCreated'];
/** Who said or suffered one of these is out of the ride. */
const OUT = ['RideDeclined', 'RideAcceptanceRefused', 'BookingCancelled'];

/** Who is offered a ride, by its log. */
export function offered(facts: readonly Said[]): void {
  const open = new Set<unknown>();
  const accepted = new Set<unknown>();
  const out = new Set<unknown>();
  for (const { type, data } of facts) {
    const { driverId, offerId } = data;
    const tell = () => `${String(data['rideId'])} to ${String(driverId)}`;
    if (type === 'RideOffered') {
      must(
        'No offer goes to a driver who declined, let it expire, was refused or left the ride',
        !out.has(driverId),
        tell,
      );
      open.add(offerId);
      must('No more offers are open than may be', open.size <= settings().rules.offersAtOnce, tell);
    }
    if (type === 'RideAccepted') accepted.add(offerId);
    if (OVER.includes(type)) open.delete(offerId);
    if (OUT.includes(type) || (type === 'RideOfferExpired' && !accepted.has(offerId))) out.add(driverId);
  }
  must('Every offer comes to an end', open.size === 0, () => `${open.size} are open`);
}
