import { settings } from '@ride/configuration';
import type { Said } from '../model/log.js';
import { must } from './check.js';

const OVER = ['RideDeclined', 'RideOfferExpired', 'RideOfferWithdrawn', 'RideAcceptanceRefused', 'BookingCreated'];
/** Whom one of these names is out of the ride; an expiry does, too, unless it came after the acceptance. */
const OUT = ['RideDeclined', 'RideAcceptanceRefused', 'BookingCancelled'];

/** As far as matching has heard when it says so. It can't know what stands in the log already and has not come to it yet. */
export function mayBeAsked(heard: readonly Said[], offer: Said): void {
  const accepted = new Set<unknown>();
  for (const { type, data } of heard) {
    if (type === 'RideAccepted') accepted.add(data['offerId']);
    if (data['driverId'] !== offer.data['driverId']) continue;
    const isOut = OUT.includes(type) || (type === 'RideOfferExpired' && !accepted.has(data['offerId']));
    must('Who declined, let an offer pass, was refused or left a ride is not asked again', !isOut, () => type);
  }
}

/** By the log of a ride. */
export function offered(facts: readonly Said[]): void {
  const open = new Set<unknown>();
  for (const { type, data } of facts) {
    if (type === 'RideOffered') open.add(data['offerId']);
    if (OVER.includes(type)) open.delete(data['offerId']);
    must('No more offers are open than may be', open.size <= settings().rules.offersAtOnce, () =>
      String(data['rideId']),
    );
  }
  must('Every offer comes to an end', open.size === 0, () => `${open.size} are open`);
}
