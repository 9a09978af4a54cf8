import { Fleet } from '../../src/run/fleet.js';
import { Riders } from '../../src/run/riders.js';
import type { Kind } from './load.js';
import { trips } from './trips.js';

const RIDERS = 300;

/** The simulator's riders and drivers, to whom distances take no time: with every screen and step of a ride. */
export const wholeRides: Kind = {
  what: 'every ride is accepted, driven at once and completed (some 12 requests and 15 facts each).',

  async begin(world, { drivers, random }) {
    const from = Array.from({ length: drivers }, () => trips.next(random));
    const fleet = await Fleet.onShift(world, { drivers, random, trips: from });
    const riders = new Riders(world);
    await riders.prepare(RIDERS);
    return {
      ask: (trip) =>
        riders.lend((rider) =>
          rider.ride(
            trip,
            () => true,
            () => Promise.resolve(),
          ),
        ),
      end: () => fleet.offShift(),
    };
  },
};
