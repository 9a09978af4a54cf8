import type { Figures, Indicator } from '../health/indicator.js';
import type { Trouble } from '../health/trouble.js';
import type { RelayHealth } from './options.js';
import type { Outbox } from './session.js';

/** It polls each second; a round without an answer for so long is stuck. */
const SILENCE_MS = 15_000;
/** A row leaves within milliseconds; one that is so old, and has stood first for so long, is stuck. */
const OLD_MS = 30_000;
const FIRST_FOR_MS = 10_000;

/** What a relay knows about itself. Times are epoch milliseconds. */
export class Condition implements Indicator {
  readonly #begun: number;
  #failure: { readonly reason: string; readonly since: number } | null = null;
  #refused = 0;
  #size: number | null = null;
  #oldest: { readonly id: string; readonly saidAt: number; readonly firstSince: number } | null = null;
  #lastRound: number | null = null;

  constructor(
    /** Topics that the log does not have, and since when. */
    private readonly missing: () => ReadonlyMap<string, number>,
    private readonly now = Date.now,
  ) {
    this.#begun = now();
  }

  polled({ refused, oldest, size }: Outbox): void {
    const now = this.now();
    this.#refused = refused;
    this.#size = size ?? null;
    this.#oldest = oldest && {
      id: oldest.id,
      saidAt: now - oldest.ageMs,
      firstSince: this.#oldest?.id === oldest.id ? this.#oldest.firstSince : now,
    };
  }

  /** At the last look: how many rows there were, if they were counted, and the age of the first, milliseconds. */
  get outbox(): { readonly size: number | null; readonly ageMs: number } {
    return { size: this.#size, ageMs: this.#oldest === null ? 0 : this.now() - this.#oldest.saidAt };
  }

  refused(): void {
    this.#refused += 1;
  }

  /** A round has ended as it should. */
  inOrder(): void {
    this.#failure = null;
    this.#lastRound = this.now();
  }

  /** Is it another failure than the last one? */
  failed({ message }: Error): boolean {
    const isNew = this.#failure?.reason !== message;
    this.#failure = { reason: message, since: this.#failure?.since ?? this.now() };
    return isNew;
  }

  health(): RelayHealth {
    const [first] = this.troubles();
    const refuses = this.#refused > 0 ? `the broker refuses ${this.#refused} facts, see outbox_refused` : null;
    return {
      ok: first === undefined,
      reason: this.#failure?.reason ?? first?.what ?? refuses,
      refused: this.#refused,
      oldestMs: this.#oldest && this.now() - this.#oldest.saidAt,
      lastRound: this.#lastRound,
    };
  }

  troubles(): readonly Trouble[] {
    const part = 'relay';
    const troubles: Trouble[] = [];
    if (this.#failure) {
      const { since } = this.#failure;
      troubles.push({ code: 'relay_failing', part, since, what: 'Facts can’t be sent from the outbox.' });
    }
    for (const [topic, since] of this.missing())
      troubles.push({ code: 'topic_missing', part, since, what: `The log has no topic ${topic}.` });
    const stuck = this.#stuck();
    return stuck ? [...troubles, { code: 'relay_stuck', part, ...stuck }] : troubles;
  }

  figures(): Readonly<Record<string, Figures>> {
    const { refused, oldestMs } = this.health();
    return { relay: { oldestMs, refused } };
  }

  #stuck(): { readonly since: number; readonly what: string } | null {
    const now = this.now();
    if (this.#lastRound === null) return { since: this.#begun, what: 'It has not ended a round yet.' };
    if (now - this.#lastRound > SILENCE_MS)
      return { since: this.#lastRound, what: `It has not ended a round for ${SILENCE_MS / 1000} s.` };
    if (!this.#oldest) return null;
    const { saidAt, firstSince } = this.#oldest;
    return now - saidAt >= OLD_MS && now - firstSince >= FIRST_FOR_MS
      ? { since: saidAt, what: `A fact has stood in the outbox for ${OLD_MS / 1000} s, and none has left before it.` }
      : null;
  }
}
