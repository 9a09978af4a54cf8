import { Person, type LiveUpdate } from '../journey/people.js';
import { type Arena } from './arena.js';

const PLACE = { lat: 40.758, lng: -73.9855 };
const WISH = { pickup: PLACE, dropoff: { lat: 40.7074, lng: -74.0113 }, vehicleClass: 'standard' };

interface Offered {
  readonly rideId: string;
  /** Offers by their driver's place in the crowd. */
  readonly offers: readonly string[];
}
/** What a driver came to know of their acceptance. */
export interface Told {
  readonly offerId: string;
  readonly booked: boolean;
  /** Why not, in booking's words or in those of the refused request. */
  readonly reason?: string;
}

/** Drivers who all stand where one rider asks for a ride. */
export class Crowd {
  private constructor(
    private readonly rider: Person,
    private readonly drivers: readonly Person[],
  ) {}

  static async of(arena: Arena, size: number): Promise<Crowd> {
    const [rider, ...drivers] = await Promise.all([
      Person.of(arena, 'rider'),
      ...Array.from({ length: size }, () => Person.of(arena, 'driver')),
    ]);
    await Promise.all([rider, ...drivers].map((person) => person.listen()));
    await Promise.all(drivers.map((driver) => driver.ask('driver', 'PUT', '/shift', { location: PLACE })));
    await Promise.all(drivers.map((driver) => driver.ask('driver', 'POST', '/positions', { points: [PLACE] })));
    return new Crowd(rider, drivers);
  }

  /** The rider asks; resolves when every driver has an offer of the ride. */
  async offered(): Promise<Offered> {
    const { rideId } = (await this.rider.ask('rider', 'POST', '/rides', WISH)).body as { rideId: string };
    const made = await Promise.all(
      this.drivers.map((driver) =>
        driver.hearsOf(`the offer of ${rideId}`, (of) => of.type === 'offer.made' && isOf(of, { rideId })),
      ),
    );
    return { rideId, offers: made.map(({ data }) => (data as { offerId: string }).offerId) };
  }

  /** All accept at once. Resolves, when each request was answered, to what each driver comes to know. */
  async accept({ offers }: Offered): Promise<() => Promise<readonly Told[]>> {
    const answers = await Promise.all(
      this.drivers.map((driver, n) => driver.ask('driver', 'POST', `/offers/${offers[n]}/acceptance`)),
    );
    return () =>
      Promise.all(
        answers.map(async ({ status, body }, n): Promise<Told> => {
          const offerId = offers[n] ?? '';
          if (status !== 202) return { offerId, booked: false, reason: (body as { code: string }).code };
          const told = await this.drivers[n]?.hearsOf(
            `what became of offer ${offerId}`,
            (of) => (of.type === 'booking.created' || of.type === 'offer.refused') && isOf(of, { offerId }),
          );
          const { reason } = told?.data as { reason?: string };
          return { offerId, booked: told?.type === 'booking.created', ...(reason !== undefined && { reason }) };
        }),
      );
  }

  /** The rider cancels, and the driver who was booked is free again. */
  async cancel({ rideId, offers }: Offered, booked: Told): Promise<void> {
    await this.rider.ask('rider', 'POST', `/rides/${rideId}/cancellation`, {});
    const driver = this.drivers[offers.indexOf(booked.offerId)];
    await Promise.all([
      this.rider.hearsOf('the end', (of) => of.type === 'ride.cancelled' && isOf(of, { rideId })),
      driver?.hearsOf('the end', (of) => of.type === 'ride.ended' && isOf(of, { rideId })),
    ]);
  }

  leave(): void {
    for (const person of [this.rider, ...this.drivers]) person.leave();
  }
}

function isOf({ data }: LiveUpdate, about: Readonly<Record<string, string>>): boolean {
  return Object.entries(about).every(([name, value]) => (data as Record<string, unknown>)[name] === value);
}
