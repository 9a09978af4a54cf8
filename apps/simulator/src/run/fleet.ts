import { distanceMetres, type Place } from '@ride/geo';
import { Driver } from '../people/driver.js';
import { newPerson } from '../people/person.js';
import type { Random } from '../random.js';
import type { Trip } from '../trips/trip.js';
import { forMany } from './many.js';
import type { World } from './world.js';

const AT_ONCE = 16;

interface Wanted {
  readonly drivers: number;
  readonly random: Random;
  readonly trips: readonly Trip[];
}

/** All drivers of a run. */
export class Fleet {
  private constructor(private readonly drivers: readonly Driver[]) {}

  /** Drivers on shift where trips begin, drawn by the seed. Throws Refusal or SimulatorError. */
  static async onShift(world: World, { drivers, random, trips }: Wanted): Promise<Fleet> {
    const drawn = Array.from({ length: drivers }, (_, n) => ({
      place: random.pick(trips).pickup,
      character: { name: `Driver ${n + 1}`, plate: plateOf(n) },
    }));
    const begun = await forMany(drawn, AT_ONCE, async ({ place, character }) => {
      const driver = new Driver(await newPerson(world.api, 'driver'), world, character, place);
      await driver.begin();
      return driver;
    });
    return new Fleet(begun);
  }

  /** How many drivers are free within that many metres of a place, as the drivers know it. */
  freeNear(place: Place, metres: number): number {
    return this.drivers.filter((driver) => driver.isFree && distanceMetres(driver.place, place) <= metres).length;
  }

  async offShift(): Promise<void> {
    await forMany(this.drivers, AT_ONCE, (driver) => driver.end());
  }
}

/** As New York's: T, six digits, C. */
function plateOf(n: number): string {
  return `T${String(100_000 + n)}C`;
}
