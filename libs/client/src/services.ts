import type * as booking from './generated/booking.js';
import type * as console from './generated/console.js';
import type * as driver from './generated/driver.js';
import type * as insights from './generated/insights.js';
import type * as matching from './generated/matching.js';
import type * as notification from './generated/notification.js';
import type * as rider from './generated/rider.js';

export const services = ['rider', 'driver', 'matching', 'booking', 'notification'] as const;
export type ServiceName = (typeof services)[number];
/** Whose API there are types of: the services, insights, and the operators' console. */
export const apis = [...services, 'insights', 'console'] as const;
export type ApiName = (typeof apis)[number];

/** Each service's API, as openapi-typescript makes it of the service's document. */
interface Apis {
  readonly rider: { readonly paths: rider.paths; readonly schemas: rider.components['schemas'] };
  readonly driver: { readonly paths: driver.paths; readonly schemas: driver.components['schemas'] };
  readonly matching: { readonly paths: matching.paths; readonly schemas: matching.components['schemas'] };
  readonly booking: { readonly paths: booking.paths; readonly schemas: booking.components['schemas'] };
  readonly notification: { readonly paths: notification.paths; readonly schemas: notification.components['schemas'] };
  readonly insights: { readonly paths: insights.paths; readonly schemas: insights.components['schemas'] };
  readonly console: { readonly paths: console.paths; readonly schemas: console.components['schemas'] };
}
export type Paths<S extends ApiName> = Apis[S]['paths'];
/** What is sent and answered, by the names of the documents: `Schemas<'rider'>['Ride']`. */
export type Schemas<S extends ApiName> = Apis[S]['schemas'];

type EventsOf<S> = S extends { readonly LiveEvents: infer Events } ? Events : Record<never, never>;
/** The data of a service's live events, by their type. */
export type LiveEvents<S extends ApiName> = EventsOf<Schemas<S>>;
/** A live event: `id` is missing where what passes is not repeated. */
export type LiveEvent<S extends ApiName> = S extends ApiName ? OneOf<LiveEvents<S>> : never;
type OneOf<Events> = {
  [Type in keyof Events]: { readonly type: Type; readonly id: string | undefined; readonly data: Events[Type] };
}[keyof Events];
