import { offerTo, tripRejections } from './trip.decider.js';
import type { Trip } from './trip.state.js';

/** The ride as this driver sees it. Throws Rejected('ride_not_found') when they were never offered it. */
export function viewOf(rideId: string, driverId: string, { about, offers, stage }: Trip) {
  const mine = offerTo(offers, driverId);
  if (mine === undefined) throw tripRejections.ride_not_found();
  const [offerId, { is, pickupEtaSeconds, expiresAt }] = mine;
  const seen = { rideId, offerId, ...about, pickupEtaSeconds };
  if (stage.is === 'open' || stage.booked?.offerId !== offerId) {
    const status = is === 'open' ? ('offered' as const) : is;
    return { ...seen, status, expiresAt: new Date(expiresAt).toISOString() };
  }
  const { fare } = stage.booked;
  if (stage.is !== 'ended') return { ...seen, status: stage.is, fare };
  const ended = { ...seen, status: stage.outcome, endedAt: new Date(stage.droppedOffAt).toISOString() };
  if (stage.outcome === 'completed') {
    const rated = stage.rated !== undefined && { rated: stage.rated };
    return { ...ended, fare: stage.toPay ?? fare, ...rated };
  }
  return { ...ended, fee: stage.toPay ?? undefined };
}
