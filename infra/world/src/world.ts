import { useRules, type Rules } from './rules.js';
import { Clock } from './model/clock.js';
import { Log, type Said } from './model/log.js';
import type { Service, Surroundings } from './model/service.js';
import { Trace } from './model/trace.js';
import { BookingService } from './services/booking.js';
import { DriverService } from './services/driver.js';
import { MatchingService } from './services/matching.js';
import { RiderService } from './services/rider.js';

export const NAMES = ['rider', 'driver', 'matching', 'booking'] as const;
export type Name = (typeof NAMES)[number];

/** What is the same in a world from its begin to its end. */
export interface Setting extends Rules {
  /** How far each service's clock is ahead, milliseconds. */
  readonly skewMs: Readonly<Record<Name, number>>;
}

/** Looks at the world after a commit of one of its services. */
export type Committed = (world: World, who: Name, said: readonly Said[]) => void;

/** All services, over one log. */
export class World {
  readonly clock = new Clock();
  readonly log = new Log();
  readonly trace = new Trace(() => this.clock.now);
  /** When each driver's app last said where they are, true time. */
  readonly seen = new Map<string, number>();
  readonly rider: RiderService;
  readonly driver: DriverService;
  readonly matching: MatchingService;
  readonly booking: BookingService;

  constructor({ skewMs, ...rules }: Setting, committed: Committed = () => undefined) {
    useRules(rules);
    const around: Surroundings = {
      clock: this.clock,
      log: this.log,
      trace: this.trace,
      committed: (who, said) => committed(this, who as Name, said),
    };
    this.rider = new RiderService(around, { skewMs: skewMs.rider });
    this.driver = new DriverService(around, { skewMs: skewMs.driver });
    this.matching = new MatchingService(around, { skewMs: skewMs.matching });
    this.booking = new BookingService(around, { skewMs: skewMs.booking });
  }

  get services(): readonly Service[] {
    return [this.rider, this.driver, this.matching, this.booking];
  }

  /**
   * Whatever has been said is heard, by all these services, and rounds are made, until nobody has anything to say any more. `order`:
   * any number, by which differs who comes first, and next.
   */
  async settle(order: number, services: readonly Service[] = this.services): Promise<void> {
    const inOrder = permuted(services, order);
    for (let isBusy = true; isBusy;) {
      isBusy = false;
      for (const service of inOrder) isBusy = (await catchUp(service)) || isBusy;
      if (services.includes(this.matching)) isBusy = (await this.makeRounds(this.matching.nudged)) || isBusy;
    }
  }

  /** Plans and writes a round of each area; answers whether anything was offered. */
  async makeRounds(areas: Iterable<string>): Promise<boolean> {
    for (const area of [...areas]) await this.matching.plan(area);
    while (this.matching.planned.length > 0) await this.matching.write(0);
    return this.matching.unsaid.length > 0;
  }
}

/** The service says all that it has to say, and hears all that is there; answers whether that was anything. */
export async function catchUp(service: Service): Promise<boolean> {
  let isBusy = false;
  for (const stream of service.unsaid) {
    service.relay(stream);
    isBusy = true;
  }
  for (const stream of service.unheard) {
    await service.hear(stream);
    isBusy = true;
  }
  return isBusy;
}

function permuted<T>(all: readonly T[], order: number): readonly T[] {
  const left = [...all];
  return all.map(() => {
    const [next] = left.splice(order % left.length, 1);
    order = Math.floor(order / Math.max(1, left.length));
    return next!;
  });
}
