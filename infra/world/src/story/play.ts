import type { Cast } from '../people/cast.js';
import type { Driver } from '../people/driver.js';
import { placeAt } from '../people/places.js';
import { settled } from '../properties/settled.js';
import { catchUp, type World } from '../world.js';
import { act, isAsked } from './act.js';
import type { Step } from './step.js';

/** Rides that one world may have. */
const MOST_RIDES = 4;
/** Apps report at least that often, milliseconds. */
const REPORT_EVERY = 45_000;

/** Lets one step happen. What is not possible just now is nothing. */
export async function play(world: World, cast: Cast, step: Step): Promise<void> {
  const { services, matching } = world;
  switch (step.do) {
    case 'settle':
      await world.settle(step.order);
      return settled(world, cast);
    case 'settle but some': {
      const keys = [...ridesOf(cast).map(({ ride }) => ride), ...cast.drivers.map(({ id }) => id)];
      const late = step.late.map(({ service, key }) => ({
        service: services[service]!,
        key: key === null ? null : (one(keys, key) ?? null),
      }));
      return world.settle(step.order, late);
    }
    case 'request': {
      const rider = ridesOf(cast).length < MOST_RIDES ? one(cast.riders, step.rider) : undefined;
      return rider?.request(placeAt(0, step.from * 300), placeAt(0, 4_000), step.told);
    }
    case 'drive': {
      const driver = one(cast.drivers.filter(isAsked), step.driver) ?? one(cast.drivers, step.driver);
      return driver && act(driver, step.act, step.offer);
    }
    case 'cancel': {
      const asked = ridesOf(cast);
      const { rider, ride } =
        one(
          asked.filter(({ isOver }) => !isOver),
          step.ride,
        ) ??
        one(asked, step.ride) ??
        {};
      return ride === undefined ? undefined : rider?.cancel(ride);
    }
    case 'rate': {
      const { rider, ride } = one(ridesOf(cast), step.ride) ?? {};
      return ride === undefined ? undefined : rider?.rate(ride, step.stars);
    }
    case 'wait':
      return wait(world, step.ms, step.reporting ? cast.drivers : []);
    case 'wait for': {
      const due = new Set(services.flatMap((service) => service.due).filter((time) => time > world.clock.now));
      const until =
        one(
          [...due].sort((a, b) => a - b),
          step.deadline,
        ) ?? world.clock.now;
      return wait(world, until - world.clock.now, step.reporting ? cast.drivers : []);
    }
    case 'catch up': {
      const service = one(
        services.filter(({ unheard, unsaid }) => unheard.length + unsaid.length > 0),
        step.service,
      );
      if (service) await catchUp(service);
      return;
    }
    case 'hear': {
      const service = one(
        services.filter(({ unheard }) => unheard.length > 0),
        step.service,
      );
      const stream = service && one(service.unheard, step.stream);
      for (let n = 0; n < step.facts && stream !== undefined; n++) await service?.hear(stream);
      return;
    }
    case 'relay': {
      const service = one(
        services.filter(({ unsaid }) => unsaid.length > 0),
        step.service,
      );
      const stream = service && one(service.unsaid, step.stream);
      return stream === undefined ? undefined : service?.relay(stream, step.acknowledged);
    }
    case 'sweep':
      for (const [n, service] of services.entries()) if (has(step.services, n)) await service.sweep();
      return;
    case 'plan':
      for (const area of await matching.areas()) await matching.plan(area);
      return;
    case 'write': {
      const locked = new Set(cast.drivers.filter((_, n) => has(step.locked, n)).map(({ id }) => id));
      return matching.write(step.round, (id) => locked.has(id));
    }
    case 'restart':
      return one(services, step.service)?.restart(step.back);
    case 'forget positions':
      return matching.redis.forget();
  }
}

const ridesOf = ({ riders }: Cast) =>
  riders.flatMap((rider) => rider.rides.map((ride) => ({ rider, ride, isOver: rider.isOver(ride) })));

/** Time passes; meanwhile the apps of these drivers report, as often as they must or, in a long time, at its end. */
export async function wait(world: World, ms: number, reporting: readonly Driver[]): Promise<void> {
  const until = world.clock.now + ms;
  const every = ms > 10 * REPORT_EVERY ? ms : REPORT_EVERY;
  while (world.clock.now < until) {
    world.clock.now = reporting.length > 0 ? Math.min(until, world.clock.now + every) : until;
    for (const driver of reporting) if (driver.shift !== 'off_duty') await driver.report();
  }
}

const has = (set: number, n: number): boolean => (set & (1 << n)) !== 0;

function one<T>(all: readonly T[], which: number): T | undefined {
  return all[which % Math.max(1, all.length)];
}
