import { answerOf, RideProblem } from '@ride/client';
import type { Place } from '@ride/geo';
import { codeOf, type World } from '../run/world.js';
import type { Moving } from './moving.js';
import type { Person } from './person.js';

/** A moving driver's app sends what it noted each second; one that stands shows from time to time that it is there. */
const MOVING_MS = 4_000;
const STANDING_MS = 15_000;
const NOTE_MS = 1_000;

interface Whose {
  readonly person: Person;
  readonly moving: Moving;
  readonly world: World;
  /** The service believes that the driver is off duty. */
  readonly offDuty: () => Promise<void>;
}

interface Point extends Place {
  readonly time: string;
}

/** Notes where a driver is and sends it in batches; positions are fresh while it runs. */
export class Positions {
  #points: Point[] = [];
  #sentAt = -Infinity;
  #notedAt = 0;
  #sending = false;
  #silent = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly of: Whose) {}

  start(): void {
    this.#timer = setInterval(() => this.#tick(performance.now()), NOTE_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Nothing is noted or sent any more: the phone is off, as it were. */
  fallSilent(): void {
    this.#silent = true;
  }

  speakAgain(): void {
    this.#silent = false;
  }

  /** Sends where the driver is at this moment, and all that was noted before. */
  async send(): Promise<void> {
    const now = performance.now();
    this.#note(now);
    await this.#send(now);
  }

  /** As send, but the driver goes on: while positions can't be taken, rides go on without them. */
  report(): void {
    void this.send().catch((error: unknown) => this.#failed(error));
  }

  #tick(now: number): void {
    if (this.#silent) return;
    const moving = this.of.moving.isMoving(now);
    if (moving) this.#note(now);
    if (this.#sending || now - this.#sentAt < (moving ? MOVING_MS : STANDING_MS)) return;
    this.#sending = true;
    this.send()
      .catch((error: unknown) => this.#failed(error))
      .finally(() => (this.#sending = false));
  }

  #note(now: number): void {
    if (now - this.#notedAt < 1) return;
    this.#notedAt = now;
    this.#points.push({ ...this.of.moving.at(now), time: new Date().toISOString() });
  }

  async #send(now: number): Promise<void> {
    const points = this.#points;
    this.#points = [];
    this.#sentAt = now;
    if (points.length === 0) return; // it was all sent in this very moment
    const { person, world } = this.of;
    const { tally, signal } = world;
    const { taken } = await answerOf(person.apps.driver.POST('/positions', { body: { points }, signal }));
    tally.positions += taken;
  }

  #failed(error: unknown): void | Promise<void> {
    const { world, offDuty } = this.of;
    if (error instanceof RideProblem && error.code === 'off_duty') return offDuty();
    if (!world.signal.aborted) world.tally.fail(`positions: ${codeOf(error)}`);
  }
}
