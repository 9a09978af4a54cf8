import type { Flow, Share } from '../consumer/flow.js';
import { heardIn, type HeardRecord } from '../inbox/heard-record.js';
import type { LogBatch } from '../log/port.js';
import { giveAway } from './ending.js';
import { GroupCommit } from './group-commit.js';
import { Lanes } from './lanes.js';
import { look, type Look } from './look.js';
import { Patience } from './patience.js';
import { Performing, type PerformingOptions } from './performing.js';
import { Prefix, type Slice } from './prefix.js';
import { Recording, type Ended, type RecordingOptions } from './recording.js';
import { takeTurn } from './turn.js';

export interface HeardFlowOptions extends PerformingOptions, RecordingOptions {
  readonly namespace: string;
  /** Names of the facts that the effect hears. */
  readonly facts: ReadonlySet<string>;
  readonly atOnce: number;
}

/** A heard fact on its way. */
interface Piece {
  readonly heard: HeardRecord;
  readonly chain: string;
  readonly slice: Slice;
  readonly index: number;
  /**
   * `fresh`: to be run. `released`: to be run when no dead fact of its key has been put back. `blocked`: to be parked behind a
   * failed fact. `unsure`: what was read about it may have changed, so it is to be read again when its turn has come.
   */
  state: 'fresh' | 'released' | 'blocked' | 'unsure';
  /** How often it could not be run because infrastructure was out of reach. */
  waits: number;
}

/** More is fetched when fewer keys than this, or four for each place, are ready to go on. */
const FEW_READY = 200;
/** So much is held of what is not done, and of what stands behind it in the same fetches. */
const MOST_RECORDS = 20_000;
const MOST_BYTES = 32_000_000;
/** Facts that are written down in one transaction. */
const MOST_WRITTEN = 1_000;
/** An attempt whose turn has been taken has begun and ended within its deadline and so many milliseconds. */
const TURN_MS = 10_000;

/** First attempts at an effect: many keys at once, each in the order of the log, while the next records are fetched. */
export class HeardFlow implements Flow {
  readonly #lanes: Lanes<Piece>;
  readonly #prefix = new Prefix();
  readonly #performing: Performing;
  readonly #recording: Recording<Piece>;
  readonly #commits = new GroupCommit<Ended<Piece>>((ended) => this.#write(ended), MOST_WRITTEN);
  readonly #patience: Patience;
  /** Ids of what is on its way. */
  readonly #ids = new Set<string>();
  /** Reads of the database under way, and what has been written since they began. */
  readonly #looks = new Set<{ readonly over: Set<string>; readonly parked: Set<string> }>();
  #running = 0;
  #wakes: (() => void)[] = [];

  constructor(
    private readonly options: HeardFlowOptions,
    private readonly share: Share,
  ) {
    this.#lanes = new Lanes(options.atOnce, (piece) => this.#run(piece));
    this.#performing = new Performing(options);
    this.#recording = new Recording(options);
    this.#patience = new Patience(share, options.logger);
  }

  async take(batch: LogBatch): Promise<void> {
    if (this.#patience.isOver) return;
    const slice = this.#prefix.add(batch);
    const pieces: Piece[] = [];
    for (const [index, record] of batch.records.entries()) {
      const heard = heardIn(record, this.options.namespace, (type) => this.options.facts.has(type));
      if (heard) pieces.push({ heard, chain: heard.chain, slice, index, state: 'fresh', waits: 0 });
      else slice.over(index);
    }
    for (const piece of await this.#looked(pieces, (id) => this.#ids.has(id))) {
      this.#ids.add(piece.heard.id);
      this.#lanes.add(piece);
    }
    this.#moved();
    while (!this.#patience.isOver && !this.#isHungry()) await new Promise<void>((wake) => this.#wakes.push(wake));
  }

  async end(): Promise<void> {
    this.#patience.end();
    this.#lanes.close();
    this.#wake();
    await giveAway({
      idle: async () => {
        while (this.#running > 0) await new Promise<void>((wake) => this.#wakes.push(wake));
      },
      stop: () => this.#performing.stop(),
      giveUp: () => this.#performing.giveUp(),
      written: () => this.#commits.settled(),
    });
    this.#patience.giveUp();
    this.#moved();
  }

  async #run(piece: Piece): Promise<void> {
    this.#running += 1;
    if (piece.state === 'fresh' || piece.state === 'released') await this.#perform(piece);
    else if (piece.state === 'blocked') this.#park(piece);
    else await this.#lookAgain(piece);
    this.#running -= 1;
    this.#wake();
  }

  #park(piece: Piece): void {
    this.#commits.add({ kind: 'blocked', first: piece, behind: this.#lanes.behind(piece) });
  }

  /** false when its share is given away before, or its key is blocked by now. */
  async #mayBegin(piece: Piece): Promise<boolean> {
    const { unit, keeper, effect } = this.options;
    for (;;) {
      if (!this.#patience.mayBegin && !(await this.#patience.untilMayBegin())) return false;
      if (piece.state === 'fresh') return true;
      const milliseconds = effect.deadlineMs + TURN_MS;
      const turn = () => takeTurn(unit.pool, keeper.subscription, piece.heard, milliseconds);
      const isOurs = await this.#patience.until(turn);
      if (isOurs === false) this.#park(piece);
      if (!isOurs) return false;
      if (this.#patience.mayBegin) return true;
    }
  }

  async #perform(piece: Piece): Promise<void> {
    if (!(await this.#mayBegin(piece))) return;
    const outcome = await this.#performing.attempt(piece.heard, 1);
    if (outcome.kind === 'done') return this.#commits.add({ ...outcome, first: piece });
    // A process that was stopped meanwhile sees deadlines pass that nobody has missed.
    if (!(await this.#patience.untilHeld())) return;
    if (outcome.kind === 'failed') this.#commits.add({ ...outcome, first: piece });
    if (outcome.kind !== 'out of reach') return;
    piece.waits += 1;
    this.#patience.later(outcome.error, piece.waits, () => this.#lanes.leave(piece, piece));
  }

  async #write(ended: readonly Ended<Piece>[]): Promise<void> {
    const left = await this.#patience.keepTrying(ended, (some) => this.#recording.write(some));
    if (!left) return;
    for (const one of ended) this.#written(one, left);
    this.#moved();
    this.#wake();
  }

  #written(ended: Ended<Piece>, left: ReadonlySet<Piece>): void {
    const { first } = ended;
    const all = ended.kind === 'blocked' ? [first, ...ended.behind] : [first];
    for (const piece of all) if (!left.has(piece)) this.#over(piece);
    if (ended.kind === 'done') return this.#lanes.leave(first);
    // Its key may be blocked now, or not any more, whatever was read before.
    for (const since of this.#looks) since.parked.add(first.chain);
    const again = [...all.filter((piece) => left.has(piece)), ...this.#lanes.behind(first)];
    for (const piece of again) piece.state = 'unsure';
    this.#lanes.leave(first, ...again);
  }

  #over({ heard, slice, index }: Piece): void {
    slice.over(index);
    this.#ids.delete(heard.id);
    for (const since of this.#looks) since.over.add(heard.id);
  }

  /** Those that are not over yet, each with the state that is read now; `isRepeated`: another copy of it is on its way. */
  async #looked(pieces: readonly Piece[], isRepeated: (id: string) => boolean): Promise<readonly Piece[]> {
    if (pieces.length === 0) return [];
    const { unit, keeper, schemas } = this.options;
    const since = { over: new Set<string>(), parked: new Set<string>() };
    this.#looks.add(since);
    const found = await this.#patience.until(async () => {
      await schemas.prepare(pieces.map(({ heard }) => heard.record.value!));
      return look(
        unit.pool,
        keeper.subscription,
        pieces.map(({ heard }) => heard),
      );
    });
    this.#looks.delete(since);
    if (!found) return [];
    const copies = new Set<string>();
    return pieces.filter((piece) => {
      const { id } = piece.heard;
      if (found.over.has(id) || since.over.has(id)) {
        this.#over(piece);
        return false;
      }
      const isSure = !isRepeated(id) && !copies.has(id) && !since.parked.has(piece.chain);
      copies.add(id);
      piece.state = isSure ? stateIn(found, piece) : 'unsure';
      return true;
    });
  }

  async #lookAgain(first: Piece): Promise<void> {
    const pieces = [first, ...this.#lanes.behind(first)];
    const left = await this.#looked(pieces, () => false);
    if (this.#patience.isOver) return;
    for (const { heard } of left) this.#ids.add(heard.id);
    this.#lanes.leave(first, ...left);
    this.#moved();
  }

  #isHungry(): boolean {
    const { records, bytes } = this.#prefix.held;
    const isFew = this.#lanes.ready < Math.max(FEW_READY, 4 * this.options.atOnce);
    return isFew && records < MOST_RECORDS && bytes < MOST_BYTES;
  }

  #moved(): void {
    const positions = this.#prefix.moved();
    if (positions.length > 0) this.share.commit(positions);
  }

  #wake(): void {
    if (this.#wakes.length === 0 || !(this.#patience.isOver || this.#isHungry())) return;
    const wakes = this.#wakes;
    this.#wakes = [];
    for (const wake of wakes) wake();
  }
}

function stateIn({ blocked, released }: Look, { chain }: Piece): Piece['state'] {
  return blocked.has(chain) ? 'blocked' : released.has(chain) ? 'released' : 'fresh';
}
