import { LiveEvents, type Answer, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';
import { RideInFacts, TIMES_SQUARE } from './ride-in-facts.js';

/** A driver with the app: asks over REST, watches live updates. */
export class ADriver {
  readonly id = v7();
  readonly #open: LiveEvents[] = [];

  constructor(private readonly service: ServiceUnderTest) {}

  async ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    const token = await this.service.token('driver', this.id);
    return this.service.request(method, path, { token, body, ...(headers && { headers }) });
  }

  async events(): Promise<LiveEvents> {
    const events = await this.service.events('/events', await this.service.token('driver', this.id));
    this.#open.push(events);
    return events;
  }

  goesOnShift(location = TIMES_SQUARE): Promise<Answer> {
    return this.ask('PUT', '/shift', { location, vehicleClass: 'standard' });
  }

  isAt({ lat, lng }: typeof TIMES_SQUARE): Promise<Answer> {
    return this.ask('POST', '/positions', { points: [{ lat, lng, time: new Date().toISOString() }] });
  }

  /** A ride is offered, and the driver has seen it. */
  async isOffered(ride = new RideInFacts(this.id)): Promise<RideInFacts> {
    const events = await this.events();
    await this.service.say(ride.offered(Date.now() + 15_000));
    await events.first('offer.made', ({ offerId }) => offerId === ride.offerId);
    return ride;
  }

  async isBooked(): Promise<RideInFacts> {
    const ride = await this.isOffered();
    await this.ask('POST', `/offers/${ride.offerId}/acceptance`);
    const events = await this.events();
    await this.service.say(ride.booked());
    await events.first('booking.created');
    return ride;
  }

  leaves(): void {
    for (const events of this.#open) events.close();
  }
}
