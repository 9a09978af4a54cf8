import { DriverBecameAvailable, DriverBecameUnavailable, DriverMoved, RideRequested } from '@ride/events';
import { keysOf, PositionConnection } from '@ride/positions';
import { eventually, serviceUnderTest, type ServiceUnderTest } from '@ride/testing';
import { v7 } from 'uuid';

/** So many metres north of the pickup. */
export const north = (metres: number) => ({ lat: 40.75 + metres / 111_195, lng: -73.98 });
export const money = (minor: number) => ({ minor, currency: 'USD' });
const AREA = 'new-york';

export async function startMatching(env: Readonly<Record<string, string>>) {
  const matching = await serviceUnderTest(
    () => import('../src/matching.module.js').then((m) => m.MatchingModule),
    'matching',
    { env },
  );
  const times = async (driverId: string) =>
    matching.get(PositionConnection).client.zScore(keysOf('matching', AREA).times, driverId);
  return { matching, city: new City(matching, times) };
}

/** Riders and drivers of a test, as their services would speak of them. */
export class City {
  readonly #versions = new Map<string, number>();

  constructor(
    private readonly matching: ServiceUnderTest,
    private readonly seen: (driverId: string) => Promise<number | null>,
  ) {}

  /** A driver who is free, so many metres from the pickup; resolves when matching knows. */
  async driver(
    metres: number,
    { vehicleClass = 'standard' as 'standard' | 'xl', seenAt = Date.now() } = {},
  ): Promise<string> {
    const driverId = v7();
    const fact = DriverBecameAvailable({
      driverId,
      location: north(metres),
      area: AREA,
      vehicleClass,
      version: this.#next(driverId),
    });
    await this.matching.say(fact, { time: seenAt });
    await this.#known(driverId, true);
    if (Date.now() - seenAt < 60_000) await this.position(driverId, seenAt);
    return driverId;
  }

  async offDuty(driverId: string): Promise<void> {
    await this.matching.say(DriverBecameUnavailable({ driverId, reason: 'off_duty', version: this.#next(driverId) }));
    await this.#known(driverId, false);
  }

  async moved(driverId: string, metres: number, time: number): Promise<void> {
    await this.matching.say(DriverMoved({ driverId, location: north(metres), area: AREA }), { time });
  }

  /** Waits until a position of that time, or a later one, is known. */
  async position(driverId: string, time: number): Promise<void> {
    await eventually(
      'the position of a driver',
      () => this.seen(driverId),
      (at) => at !== null && at >= time,
    );
  }

  async request({ searchMs = 5_000 } = {}): Promise<{ rideId: string; riderId: string; id: string }> {
    const [rideId, riderId] = [v7(), v7()];
    const id = await this.matching.say(
      RideRequested({
        rideId,
        riderId,
        pickup: north(0),
        dropoff: north(5_000),
        vehicleClass: 'standard',
        area: AREA,
        fareEstimate: money(1500),
        expiresAt: Date.now() + searchMs,
      }),
    );
    return { rideId, riderId, id };
  }

  /** Waits until matching's search of the ride is in that state. */
  async state(rideId: string, is: string): Promise<void> {
    const token = await this.matching.token('operator');
    await eventually(
      `the search to be ${is}`,
      () => this.matching.request('GET', `/searches/${rideId}`, { token }),
      ({ body }) => body?.status === is,
    );
  }

  /** Waits until everything that stands in the log now is heard. */
  async caughtUp(): Promise<void> {
    for (let i = 0; i < 3; i++) await this.offDuty(v7());
    const token = await this.matching.token('operator');
    await eventually(
      'the outbox to be empty',
      () => this.matching.request('GET', '/operations/delivery', { token }),
      ({ body }) => body?.outbox === 0,
    );
  }

  async until(time: number): Promise<void> {
    await eventually(
      'time to pass',
      async () => Date.now(),
      (now) => now >= time,
    );
  }

  /** Everybody goes home: the next test begins with an empty city. */
  async clear(): Promise<void> {
    await this.matching.sql('DELETE FROM open_offer');
    await this.matching.sql('DELETE FROM search');
    await this.matching.sql('UPDATE driver SET available = false');
  }

  async #known(driverId: string, available: boolean): Promise<void> {
    const rows = () =>
      this.matching.sql<{ available: boolean }>('SELECT available FROM driver WHERE id = $1', [driverId]);
    await eventually('a driver to be known', rows, ([row]) => row?.available === available);
  }

  #next(driverId: string): number {
    const version = (this.#versions.get(driverId) ?? 0) + 1;
    this.#versions.set(driverId, version);
    return version;
  }
}
