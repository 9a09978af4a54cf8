import { randomBytes } from 'node:crypto';
import type { FiveServices } from '../journey/five-services.js';
import { Person } from '../journey/people.js';
import { HOOK } from './otlp-receiver.js';

export const pickup = { lat: 40.75831, lng: -73.98547 };
export const dropoff = { lat: 40.70742, lng: -74.01129 };
export const standsAt = { lat: 40.75769, lng: -73.98571 };
export const riderProfile = { name: 'Wilhelmina Pennyworth', email: 'wilhelmina@pennyworth.example' };
export const driverProfile = { name: 'Thaddeus Quartermaine', vehicle: 'Toyota Prius', plate: 'T740185C' };

/** The trace that an app keeps: all that it asks for is part of it, below this span of its own. */
export class AppTrace {
  readonly traceId = randomBytes(16).toString('hex');
  readonly spanId = randomBytes(8).toString('hex');
  readonly traceparent = `00-${this.traceId}-${this.spanId}-01`;
}

export async function does(
  person: Person,
  service: 'rider' | 'driver' | 'booking' | 'notification',
  request: string,
  body?: unknown,
): Promise<Record<string, string>> {
  const [method = '', path = ''] = request.split(' ');
  const answer = await person.ask(service, method, path, body);
  if (answer.status >= 300) throw new Error(`${request}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Record<string, string>;
}

/** From POST /rides to the receipt, by apps that keep one trace; `hookUrl`: where the rider's webhook leads. */
export async function rideIn(trace: AppTrace, five: FiveServices, hookUrl: string): Promise<readonly Person[]> {
  const [rider, driver] = await Promise.all([Person.of(five, 'rider'), Person.of(five, 'driver')]);
  await does(rider, 'rider', 'PUT /profile', riderProfile);
  await does(rider, 'notification', 'PUT /webhook', { url: `${hookUrl}${HOOK}` });
  await does(driver, 'driver', 'PUT /profile', driverProfile);
  await Promise.all([rider.listen(), driver.listen()]);
  await does(driver, 'driver', 'PUT /shift', { location: standsAt });
  await does(driver, 'driver', 'POST /positions', { points: [standsAt] });
  rider.traceparent = driver.traceparent = trace.traceparent;
  const { rideId } = await does(rider, 'rider', 'POST /rides', { pickup, dropoff, vehicleClass: 'standard' });
  const { offerId } = (await driver.hears('offer.made')) as { offerId: string };
  await does(driver, 'driver', `POST /offers/${offerId}/acceptance`);
  await Promise.all([driver.hears('booking.created'), rider.hears('ride.booked')]);
  await does(driver, 'driver', `POST /rides/${rideId}/arrival`, { location: pickup });
  await rider.hears('ride.arrived');
  const { pin } = await does(rider, 'rider', `GET /rides/${rideId}`);
  await does(driver, 'driver', `POST /rides/${rideId}/pickup`, { pin });
  await rider.hears('ride.aboard');
  const metered = { distanceMetres: 7_100, durationSeconds: 1_260 };
  await does(driver, 'driver', `POST /rides/${rideId}/dropoff`, { location: dropoff, ...metered });
  await Promise.all([rider.hears('ride.completed'), driver.hears('ride.ended')]);
  await does(driver, 'driver', 'DELETE /shift');
  return [rider, driver];
}
