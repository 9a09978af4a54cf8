import type { LogBatch } from '../log/port.js';
import type { ConsumerHealth } from './options.js';

/** Without an answer for so long, a member is as good as dead (its session ends after 6 s). */
const SILENCE_MS = 10_000;
/** As good as no unit takes so long: its transaction is ended after 30 s. */
const STUCK_MS = 30_000;

/** What a consumer knows about itself, for readiness. Times are epoch milliseconds. */
export class Progress {
  #joined = false;
  #partitions = 0;
  #lastAnswer: number | null = null;
  #lastProgress: number | null = null;
  #waiting: { reason: string; since: number } | null = null;
  #crash: string | null = null;
  readonly #units = new Map<symbol, number>();
  #lag: Record<string, number> = {};

  constructor(
    private readonly groupId: string,
    private readonly now = Date.now,
  ) {}

  joined(partitions: number): void {
    this.#joined = true;
    this.#partitions = partitions;
    this.#crash = null;
    this.#waiting = null;
    this.#lag = {};
    this.answered();
  }

  left(reason: string | null): void {
    this.#joined = false;
    this.#partitions = 0;
    this.#crash = reason;
  }

  answered(): void {
    this.#lastAnswer = this.now();
  }

  began(): symbol {
    const unit = Symbol();
    this.#units.set(unit, this.now());
    return unit;
  }

  ended(unit: symbol, heard: boolean): void {
    this.#units.delete(unit);
    if (heard) this.goesOn();
  }

  /** Something was done, so nothing is waited for. */
  goesOn(): void {
    this.#waiting = null;
    this.#lastProgress = this.now();
  }

  waits(reason: string): void {
    this.#waiting = { reason, since: this.#waiting?.since ?? this.now() };
  }

  stands({ topic, partition, endOffset }: LogBatch, nextOffset: bigint): void {
    this.#lag[`${topic}/${partition}`] = Number(BigInt(endOffset) - nextOffset);
  }

  /** Milliseconds since the broker answered; 0 before it ever did. */
  get silence(): number {
    return this.#lastAnswer === null ? 0 : this.now() - this.#lastAnswer;
  }

  health(): ConsumerHealth {
    const reason = this.#reason();
    return {
      groupId: this.groupId,
      ok: reason === null,
      reason,
      joined: this.#joined,
      partitions: this.#partitions,
      lastAnswer: this.#lastAnswer,
      lastProgress: this.#lastProgress,
      waiting: this.#waiting,
      lag: { ...this.#lag },
    };
  }

  #reason(): string | null {
    if (this.#crash !== null) return this.#crash;
    if (!this.#joined) return 'has not joined its group';
    if (this.silence > SILENCE_MS) return `no answer from the broker for ${Math.round(this.silence / 1000)} s`;
    if (this.#waiting !== null) return `waits in place: ${this.#waiting.reason}`;
    const oldest = Math.min(...this.#units.values());
    if (this.now() - oldest >= STUCK_MS) return 'has been busy with the same records for 30 s';
    return null;
  }
}
