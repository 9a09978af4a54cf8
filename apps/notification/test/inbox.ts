import { BookingCompleted, BookingCreated, DriverArrived } from '@ride/events';
import { eventually, type Answer, type Asking, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

export interface Shown {
  readonly messageId: string;
  readonly kind: string;
  readonly text: string;
  readonly language: string;
  readonly about: { readonly fact: string; readonly factId: string; readonly rideId: string };
  readonly readAt?: string;
}
export interface Page {
  readonly messages: readonly Shown[];
  readonly unread: number;
  readonly next?: string;
}

/** A rider's inbox, as a device of theirs asks for it. */
export class Inbox {
  readonly riderId = v7();

  constructor(protected readonly service: ServiceUnderTest) {}

  async ask(method: string, path: string, asking: Asking = {}): Promise<Answer> {
    return this.service.request(method, path, { ...asking, token: await this.token() });
  }
  async page(query = ''): Promise<Page> {
    return (await this.ask('GET', `/messages${query}`)).body as Page;
  }
  /** Waits for as many messages; oldest first. */
  async having(count: number): Promise<readonly Shown[]> {
    const look = async () => (await this.page()).messages;
    return (await eventually(`${count} messages`, look, ({ length }) => length >= count)).toReversed();
  }
  read(messageId: string): Promise<Answer> {
    return this.ask('PUT', `/messages/${messageId}/read`);
  }
  readUpTo(upTo: string): Promise<Answer> {
    return this.ask('PUT', '/messages/read', { body: { upTo } });
  }
  prefer(wish: object): Promise<Answer> {
    return this.ask('PUT', '/preferences', { body: wish });
  }
  async preferences() {
    return (await this.ask('GET', '/preferences')).body as {
      readonly language: string;
      readonly kinds: Readonly<Record<string, { readonly inApp: boolean; readonly webhook: boolean }>>;
    };
  }
  async stream() {
    return this.service.events('/events', await this.token());
  }

  /** A ride from the booking to its end: driver_on_the_way, driver_arrived, receipt. */
  async rides(): Promise<void> {
    const ids = { rideId: v7(), driverId: v7(), offerId: v7() };
    const { riderId } = this;
    const fare = { minor: 1250, currency: 'USD' };
    const trip = { area: 'new-york', fare, distanceMetres: 7000, durationSeconds: 1500, settledBy: 'meter' } as const;
    await this.service.log.sayAll([
      [BookingCreated({ ...ids, riderId, fare, pickupEtaSeconds: 240 }), {}],
      [DriverArrived({ ...ids, location: { lat: 40.75, lng: -73.99 } }), {}],
      [BookingCompleted({ ...ids, riderId, ...trip }), {}],
    ]);
  }
  /** After a ride: its three messages, oldest first. */
  async afterARide(): Promise<readonly [Shown, Shown, Shown]> {
    await this.rides();
    return (await this.having(3)) as readonly [Shown, Shown, Shown];
  }

  private token(): Promise<string> {
    return this.service.token('rider', this.riderId);
  }
}
