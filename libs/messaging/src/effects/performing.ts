import { InvalidFact, UndecodableFact, type Handled, type NewFact, type Schemas } from '@ride/events';
import { telemetry, withCause, type Logger } from '@ride/observability';
import { crashPoints } from '../crash-points.js';
import type { Cause } from '../cause.js';
import type { HeardRecord } from '../inbox/heard-record.js';
import { attributesOf, titleOf } from '../inbox/told-fact.js';
import { errorCode } from '../unit/faults.js';
import { failureOf, type Failure } from '../retry/failure.js';
import type { Keeper } from '../retry/park.js';
import type { EffectCall, EffectOptions } from '../transport/effect.js';
import { PublishRefused, type Envelope, type Outgoing } from '../unit/outgoing.js';
import { Call } from './call.js';
import type { OutOfReach } from './out-of-reach.js';

export interface PerformingOptions {
  readonly keeper: Keeper;
  /** Class and method of the effect. */
  readonly handler: string;
  readonly effect: EffectOptions;
  /** Calls the handler. */
  readonly perform: (fact: unknown, call: EffectCall) => Promise<unknown>;
  readonly schemas: Schemas;
  readonly envelope: Envelope;
  readonly isOutOfReach: OutOfReach;
  readonly logger: Logger;
}

/** When an attempt was begun, UTC milliseconds, and how long it took. */
export interface Timing {
  readonly began: number;
  readonly tookMs: number;
}

export function handledAt(attempt: number, handler: string, heard: HeardRecord, { began, tookMs }: Timing): Handled {
  return { event: heard.id, correlationId: heard.cause.correlationId, attempt, at: began, tookMs, handler };
}

/** How an attempt ended. */
export type Outcome =
  | ({ readonly kind: 'done'; readonly said: readonly Outgoing[] } & Timing)
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Infrastructure of ours is: nobody's attempt. */
  | { readonly kind: 'out of reach'; readonly error: unknown }
  /** It was to be given away: nobody's attempt. */
  | { readonly kind: 'stopped' };

/** Runs attempts at an effect, each within its deadline. */
export class Performing {
  readonly #calls = new Set<Call>();

  constructor(private readonly options: PerformingOptions) {}

  async attempt(heard: HeardRecord, attempt: number): Promise<Outcome> {
    const { effect, logger } = this.options;
    if (heard.time < Date.now() - effect.greatestAgeMs) {
      const { id, type, cause } = heard;
      const about = { fact: type?.type, factId: id, correlationId: cause.correlationId, effect: effect.name };
      logger.warn(about, 'too old to still make sense: not run');
      return { kind: 'done', said: [], began: Date.now(), tookMs: 0 };
    }
    try {
      return await this.#told(heard, attempt, (cause) =>
        this.#call(heard, cause, this.#decoded(heard, cause), attempt),
      );
    } catch (error) {
      return { kind: 'failed', failure: failed(error) };
    }
  }

  async #told(heard: HeardRecord, attempt: number, work: (cause: Cause) => Promise<Outcome>): Promise<Outcome> {
    const span = telemetry()?.begin('effect', heard.cause.traceparent);
    if (span === undefined) return work(heard.cause);
    const { effect, handler, keeper } = this.options;
    const end = (error?: string): void =>
      span.end(
        titleOf(`perform ${effect.name}`, heard),
        attributesOf(heard, keeper.subscription, handler, attempt),
        error,
      );
    try {
      const outcome = await span.within(() => work({ ...heard.cause, traceparent: span.traceparent }));
      end(errorIn(outcome));
      return outcome;
    } catch (error) {
      end(errorCode(error));
      throw error;
    }
  }

  /** Calls that are under way are aborted. */
  stop(): void {
    for (const call of this.#calls) call.stop();
  }

  giveUp(): void {
    for (const call of this.#calls) call.giveUp();
  }

  async #call(heard: HeardRecord, cause: Cause, fact: unknown, attempt: number): Promise<Outcome> {
    const { effect, perform, isOutOfReach } = this.options;
    const [began, start] = [Date.now(), performance.now()];
    const call = new Call(heard.id, attempt, effect.deadlineMs);
    this.#calls.add(call);
    const ending = await call.run(() => withCause(cause, () => perform(fact, call)));
    this.#calls.delete(call);
    const tookMs = performance.now() - start;
    if (ending.kind === 'stopped') return ending;
    await crashPoints.reached?.('effect: after the call');
    if (ending.kind === 'returned') {
      return { kind: 'done', said: this.#sealed(heard, cause, ending.value), began, tookMs };
    }
    if (isOutOfReach(ending.error)) return { kind: 'out of reach', error: ending.error };
    return { kind: 'failed', failure: failed(ending.error) };
  }

  #decoded({ type, time, record }: HeardRecord, cause: Cause): unknown {
    if (!type || !record.value)
      throw new UndecodableFact('undecodable', 'the record has no ce_type: nothing says which fact it is');
    return { type: type.type, time, data: this.options.schemas.decode(type, record.value), ...cause };
  }

  /** What it says happens now, and not when the fact that it heard did. */
  #sealed({ type }: HeardRecord, cause: Cause, said: unknown): readonly Outgoing[] {
    if (said === undefined) return [];
    const now = Date.now();
    return (Array.isArray(said) ? said : [said]).map((each: Partial<NewFact> | null) => {
      const fact = each?.fact;
      if (!fact?.topic) throw new PublishRefused('what an effect returns are facts, or nothing');
      if (fact.topic.ordered)
        throw new PublishRefused(
          `${fact.type} belongs to ${fact.topic.name}, where order matters, but an effect holds no row: ` +
            'publish a fact of another topic, and let a handler in a unit of work say this one.',
        );
      if (type?.change === 'secondary' && fact.change === 'primary')
        throw new PublishRefused(
          `${fact.type} starts work elsewhere, but what was heard is a secondary change, which only updates tables.`,
        );
      return this.options.envelope.seal(each as NewFact, cause, now);
    });
  }
}

function errorIn(outcome: Outcome): string | undefined {
  if (outcome.kind === 'failed') return outcome.failure.code;
  if (outcome.kind === 'out of reach') return errorCode(outcome.error);
  return outcome.kind === 'stopped' ? 'stopped' : undefined;
}

/** Trying again repeats the call outside, so what would be said wrongly again is not tried again. */
function failed(error: unknown): Failure {
  const failure = failureOf(error);
  return error instanceof PublishRefused || error instanceof InvalidFact ? { ...failure, isFinal: true } : failure;
}
