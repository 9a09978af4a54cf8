import { MatchingHandlers, OpenOfferRow, PositionHandlers, Round, Rounds } from '@ride/matching/parts';
import type { Cause, RoundTx } from '@ride/messaging';
import { Positions } from '@ride/positions';
import { Service, type ServiceOptions, type Surroundings } from '../model/service.js';
import type { Unit } from '../model/tx.js';
import { Work } from '../model/work.js';
import { ModelledRedis } from './redis.js';
import { ModelledReads } from './round-reads.js';
import { NOTHING } from './unreachable.js';

/** The indexes of its migration. */
const UNIQUE = new Map([[OpenOfferRow, [['offerId'], ['rideId', 'slot']]]]);

/** A round that has planned, and has not written yet. */
interface Planned {
  readonly area: string;
  /** Rows that another instance holds are passed by. */
  write(isLocked: (id: string) => boolean): Promise<void>;
}

/** Matching in as many instances as it has rounds planned: each plans without locks, and writes some time later. */
export class MatchingService extends Service {
  readonly redis = new ModelledRedis();
  /** Areas where something was opened or came free. */
  readonly nudged = new Set<string>();
  readonly #reads = new ModelledReads(this.tables);
  readonly #positions = new Positions({ client: this.redis, view: { service: 'matching' } } as never);
  #planned: Planned[] = [];

  constructor(around: Surroundings, options: ServiceOptions) {
    super('matching', around, { ...options, unique: UNIQUE });
    const rounds = new Nudged(this.nudged);
    this.hears(new MatchingHandlers(this.#positions, rounds), new PositionHandlers(this.#positions));
  }

  get planned(): readonly Planned[] {
    return this.#planned;
  }

  /** Areas with open searches. */
  areas(): Promise<readonly string[]> {
    return this.#reads.areas();
  }

  /** A round plans by what the tables and the positions are now. */
  async plan(area: string): Promise<void> {
    this.nudged.delete(area);
    const work = new PlannedWork(this);
    const running = new Round(this.#reads, this.#positions, work).run(area, this.clock);
    const hasPlanned = await Promise.race([running.then(() => false), work.reached.then(() => true)]);
    if (!hasPlanned) return;
    this.around.trace.add(this.name, 'plans', 'a round');
    this.#planned.push({
      area,
      write: async (isLocked) => {
        work.go(isLocked);
        if (await running) this.nudged.add(area);
      },
    });
  }

  /** The round that planned first, or one of the others, writes what still holds. */
  async write(which: number, isLocked: (id: string) => boolean = () => false): Promise<void> {
    const [round] = this.#planned.splice(which % Math.max(1, this.#planned.length), 1);
    await round?.write(isLocked);
  }

  override restart(backMost: number): void {
    super.restart(backMost);
    this.nudged.clear();
    this.#planned = [];
  }

  protected override async afterCommit(runs: Unit['afterCommit']): Promise<void> {
    for (const run of runs) await run();
  }
}

/** When rounds run is the world's to say. */
class Nudged extends Rounds {
  constructor(private readonly areas: Set<string>) {
    super(NOTHING, NOTHING);
  }

  override request(area: string): void {
    this.areas.add(area);
  }
}

/** A round's unit of work begins when it is told to. */
class PlannedWork extends Work {
  readonly #begun = Promise.withResolvers<void>();
  readonly #go = Promise.withResolvers<(id: string) => boolean>();
  readonly reached = this.#begun.promise;
  readonly go = this.#go.resolve;

  override async round<T>(cause: Cause, work: (tx: RoundTx) => Promise<T>): Promise<T> {
    this.#begun.resolve();
    const isLocked = await this.#go.promise;
    return this.service.unit(this.service.clock, cause, work, isLocked);
  }
}
