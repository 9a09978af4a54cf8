import type { NewFact } from '@ride/events';
import { INBOX_DAYS } from '../inbox/inbox.js';
import type { RetryPolicy } from '../retry/policy.js';
import { hear, type Handler, type Heard, type Some } from './on.js';

export interface EffectOptions {
  /**
   * What the effect is known by in groups, inbox and dead letters: `<service>.<name>` is its subscription. Under a new name
   * it would hear everything anew.
   */
  readonly name: string;
  /** After so many milliseconds the call's signal is aborted and the attempt has failed. */
  readonly deadlineMs: number;
  /** The greatest age, in milliseconds of event time, at which it still makes sense; older facts are marked done unrun. */
  readonly greatestAgeMs: number;
  /** How many calls one process has under way at most; default 50. */
  readonly atOnce?: number;
  /** Default: RIDE_RETRY_BACKOFF_MS, and a key goes on without its dead fact (`release`). */
  readonly retry?: Partial<RetryPolicy>;
}

/** One attempt at an effect. */
export interface EffectCall {
  /** The fact's id, the same in every attempt: whoever is told can know a repeat by it. */
  readonly idempotencyKey: string;
  /** Aborted when the deadline has passed, or when this process has to give its work away. */
  readonly signal: AbortSignal;
  /** From 1. */
  readonly attempt: number;
}

/** What an effect has to say about how it went: published with the mark that it is done, once. */
export type Said = NewFact | readonly NewFact[] | void;

/**
 * Talks to the outside (webhook, push), outside any transaction: many keys at once, in order within a key, at least once.
 * After a crash at most the last call of each key is repeated. An error is an attempt that failed, and the fact is tried
 * again as the policy says; `NonRetriable` is the end of it.
 *
 * Facts that it returns must belong to topics whose order does not matter (it holds no rows): `PublishRefused` otherwise.
 */
export function Effect<const F extends Some>(
  options: EffectOptions,
  ...facts: F
): Handler<(fact: Heard<F[number]>, call: EffectCall) => Said | Promise<Said>> {
  return (target, key, method) => {
    check(options, `${target.constructor.name}.${key}`);
    hear({ kind: 'effect', effect: options }, facts, target, key, method);
  };
}

/** Groups of a service that are no effect's. */
const TAKEN = ['retry', 'follow'];
const DAY = 86_400_000;

function check({ name, deadlineMs, greatestAgeMs, atOnce = 1 }: EffectOptions, method: string): void {
  const refuse = (why: string): never => {
    throw new Error(`${method}: ${why}`);
  };
  if (!/^[a-z][a-z0-9-]*$/.test(name) || TAKEN.includes(name))
    refuse(`an effect's name is a word of small letters, digits and hyphens, other than ${TAKEN.join(' and ')}`);
  if (!(deadlineMs > 0)) refuse('deadlineMs must be more than 0');
  if (!(greatestAgeMs > 0 && greatestAgeMs <= INBOX_DAYS * DAY))
    refuse(`greatestAgeMs must be more than 0, and at most the ${INBOX_DAYS} days of the inbox's memory`);
  if (!Number.isInteger(atOnce) || atOnce < 1) refuse('atOnce must be a whole number, 1 or more');
}
