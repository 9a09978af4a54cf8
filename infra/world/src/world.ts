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

/** A service that is down, or a key of it that is blocked. */
export interface Late {
  readonly service: Service;
  readonly key: string | null;
}

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
   * Whatever has been said is heard, and rounds are made, until nobody has anything to say any more. `order`: any number, by
   * which differs who comes first, and next. `late`: who does nothing meanwhile, or hears nothing of a key.
   */
  async settle(order: number, late: readonly Late[] = []): Promise<void> {
    const down = new Set(late.filter(({ key }) => key === null).map(({ service }) => service));
    const services = permuted(this.services, order).filter((service) => !down.has(service));
    const isBlocked = (stream: string, by: Service) =>
      late.some(({ service, key }) => service === by && key !== null && stream.endsWith(key));
    for (let isBusy = true; isBusy;) {
      isBusy = false;
      for (const service of services) isBusy = (await catchUp(service, isBlocked)) || isBusy;
      if (!down.has(this.matching)) isBusy = (await this.makeRounds(this.matching.nudged)) || isBusy;
    }
  }

  /** Plans and writes a round of each area; answers whether anything was offered. */
  async makeRounds(areas: Iterable<string>): Promise<boolean> {
    for (const area of [...areas]) await this.matching.plan(area);
    while (this.matching.planned.length > 0) await this.matching.write(0);
    return this.matching.unsaid.length > 0;
  }
}

/** The service says all that it has to say, and hears a fact of each stream; answers whether that was anything. */
export async function catchUp(
  service: Service,
  isBlocked: (stream: string, by: Service) => boolean = () => false,
): Promise<boolean> {
  const { unsaid } = service;
  for (const stream of unsaid) service.relay(stream);
  const unheard = service.unheard.filter((stream) => !isBlocked(stream, service));
  for (const stream of unheard) await service.hear(stream);
  return unsaid.length + unheard.length > 0;
}

function permuted<T>(all: readonly T[], order: number): readonly T[] {
  const left = [...all];
  return all.map(() => {
    const [next] = left.splice(order % left.length, 1);
    order = Math.floor(order / Math.max(1, left.length));
    return next!;
  });
}
