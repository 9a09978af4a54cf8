import { Person, type Answer, type LiveUpdate } from '../journey/people.js';
import { type Arena } from './arena.js';

/** Searches reach 1 km: in no lane is anybody else's driver asked. */
export const PLACES = Array.from({ length: 40 }, (_, n) => ({
  lat: 40.56 + 0.025 * (n % 5),
  lng: -73.97 + 0.03 * Math.floor(n / 5),
}));
const RIDE_ENDS = /^ride\.(completed|cancelled|unfulfilled)$/;
const OFFER_ENDS = /^(offer\.(expired|withdrawn|refused)|ride\.ended)$/;

/** A race as the two people in it saw it. */
export interface Finish {
  readonly rideId: string;
  /** The last status of the ride in the rider's app. */
  readonly riderSaw: string;
  readonly driverSaw: string;
  /** HTTP statuses of the acceptance and of the wish to cancel, with the code of a refusal. */
  readonly acceptance: string;
  readonly cancellation: string;
}

/** A ride that is offered to its driver. */
export interface Started {
  /** When the offer and the search are over, UTC milliseconds. */
  readonly expiresAt: number;
  /** The driver accepts and the rider cancels; resolves when both know what came of it. */
  finish(): Promise<Finish>;
}

/** A rider and a driver with nobody else around. */
export class Lane {
  private constructor(
    private readonly place: { readonly lat: number; readonly lng: number },
    private readonly rider: Person,
    private readonly driver: Person,
  ) {}

  static async at(arena: Arena, place: Lane['place']): Promise<Lane> {
    const [rider, driver] = await Promise.all([Person.of(arena, 'rider'), Person.of(arena, 'driver')]);
    await Promise.all([rider.listen(), driver.listen()]);
    return new Lane(place, rider, driver);
  }

  /** Undefined when no offer came before the search was over, as happens on a busy machine. */
  async start(): Promise<Started | undefined> {
    const { rider, driver, place } = this;
    // Whoever left too many offers unanswered was taken off duty.
    await driver.ask('driver', 'PUT', '/shift', { location: place });
    await driver.ask('driver', 'POST', '/positions', { points: [place] });
    const wish = { pickup: place, dropoff: { lat: place.lat + 0.03, lng: place.lng }, vehicleClass: 'standard' };
    const { rideId } = (await rider.ask('rider', 'POST', '/rides', wish)).body as { rideId: string };
    const ofRide = ({ data }: LiveUpdate): boolean => (data as { rideId?: string }).rideId === rideId;
    const rideEnds = rider.hearsOf('the end of the ride', (of) => RIDE_ENDS.test(of.type) && ofRide(of));
    rideEnds.catch(() => undefined); // told by finish
    const offer = await Promise.race([
      driver.hearsOf('an offer', (of) => of.type === 'offer.made' && ofRide(of)),
      rideEnds.then(() => undefined),
    ]);
    if (offer === undefined) return undefined;
    const { offerId, expiresAt } = offer.data as { offerId: string; expiresAt: string };
    const finish = async (): Promise<Finish> => {
      const [acceptance, cancellation] = await Promise.all([
        driver.ask('driver', 'POST', `/offers/${offerId}/acceptance`),
        rider.ask('rider', 'POST', `/rides/${rideId}/cancellation`, {}),
      ]);
      const [ended, told] = await Promise.all([
        rideEnds,
        driver.hearsOf('what became of the offer', (of) => OFFER_ENDS.test(of.type) && ofRide(of)),
      ]);
      const riderSaw = (ended.data as { status: string }).status;
      return {
        rideId,
        riderSaw,
        driverSaw: told.type,
        acceptance: shown(acceptance),
        cancellation: shown(cancellation),
      };
    };
    return { expiresAt: Date.parse(expiresAt), finish };
  }

  leave(): void {
    this.rider.leave();
    this.driver.leave();
  }
}

function shown({ status, body }: Answer): string {
  return status < 300 ? `${status}` : `${status} ${(body as { code: string }).code}`;
}
