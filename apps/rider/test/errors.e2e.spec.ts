import { RideCancelled } from '@ride/events';
import { DeadLetter, describeErrors, eventually, type Answer, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { LONDON, RideOf, Rider, TIMES_SQUARE, WALL_STREET } from './people.js';

const WEEKS = 14 * 24 * 3600 * 1000;
const ended = (rideId: string) =>
  RideCancelled({ rideId, riderId: v7(), by: 'rider', fee: { minor: 0, currency: 'USD' } });
const trip = { pickup: TIMES_SQUARE, dropoff: WALL_STREET };

/** A ride of a rider, as far as the others say; `ago`: so many milliseconds ago. */
async function rideThat(service: ServiceUnderTest, status: 'requested' | 'aboard' | 'completed', ago = 0) {
  const rider = new Rider(service);
  const ride = new RideOf(rider, await rider.requests());
  const facts = {
    requested: [],
    aboard: [ride.booked, ride.arrived, ride.aboard],
    completed: [ride.booked, ride.arrived, ride.aboard, ride.completed],
  };
  for (const fact of facts[status]) await service.say(fact, { time: Date.now() - ago });
  await rider.sees(ride.rideId, status);
  const path = `/rides/${ride.rideId}`;
  return {
    cancel: () => rider.ask('POST', `${path}/cancellation`),
    rate: (stars: number) => rider.ask('POST', `${path}/rating`, { stars }),
    rating: () => rider.ask('GET', `${path}/rating`),
  };
}

async function byEstimate(
  service: ServiceUnderTest,
  { id, dropoff = WALL_STREET }: { readonly id?: string; readonly dropoff?: typeof WALL_STREET },
  before: (id: string) => Promise<unknown> = async () => undefined,
): Promise<Answer> {
  const rider = new Rider(service);
  const fareEstimateId = id ?? ((await rider.ask('POST', '/fare-estimates', trip)).body.fareEstimateId as string);
  await before(fareEstimateId);
  return rider.ask('POST', '/rides', { ...trip, dropoff, vehicleClass: 'standard', fareEstimateId });
}

describeErrors({
  service: 'rider',
  load: () => import('../src/rider.module.js').then(({ RiderModule }) => RiderModule),
  heard: ended,
  own: {
    already_rated: async (service) => {
      const ride = await rideThat(service, 'completed');
      await ride.rate(5);
      return ride.rate(4);
    },
    fare_estimate_differs: (service) => byEstimate(service, { dropoff: TIMES_SQUARE }),
    fare_estimate_expired: (service) =>
      byEstimate(service, {}, (id) => service.sql('UPDATE fare_estimate SET expires_at = now() WHERE id = $1', [id])),
    fare_estimate_not_found: (service) => byEstimate(service, { id: v7() }),
    invalid_cursor: (service) => new Rider(service).ask('GET', '/rides?cursor=x'),
    key_blocked: async (service) => {
      const { key } = await DeadLetter.of(service, ended);
      const cancel = () => new Rider(service).ask('POST', `/rides/${key}/cancellation`);
      return eventually('a blocked key', cancel, ({ status }) => status === 503);
    },
    not_completed: async (service) => (await rideThat(service, 'requested')).rate(5),
    outside_service_areas: (service) => new Rider(service).ask('POST', '/fare-estimates', { ...trip, pickup: LONDON }),
    profile_not_found: (service) => new Rider(service).ask('GET', '/profile'),
    rating_not_found: async (service) => (await rideThat(service, 'completed')).rating(),
    rating_too_late: async (service) => (await rideThat(service, 'completed', WEEKS)).rate(5),
    ride_ended: async (service) => (await rideThat(service, 'completed')).cancel(),
    ride_not_found: (service) => new Rider(service).ask('GET', `/rides/${v7()}`),
    rider_aboard: async (service) => (await rideThat(service, 'aboard')).cancel(),
  },
});
