import type { Schemas, Service } from '@ride/events';
import type { Logger } from '@ride/observability';
import type { Handling } from '../inbox/heard-task.js';
import type { Handlings } from '../inbox/handlings.js';
import { Hearing } from '../inbox/hearing.js';
import type { Parked } from '../retry/park.js';
import type { RetryPolicy } from '../retry/policy.js';
import { Retrying } from '../retry/retrying.js';
import type { FailedAgain } from '../retry/settle.js';
import { countFailedAgain, countParked, tellLate } from '../retry/told-failures.js';
import type { FactServer } from '../transport/fact-server.js';
import type { RunnerContext } from '../unit/runner.js';

export interface HeardFactsOptions {
  readonly service: Service;
  readonly namespace: string;
  readonly schemas: Schemas;
  readonly unit: RunnerContext;
  readonly handlings: Handlings;
  readonly policy: RetryPolicy;
  readonly server: FactServer;
  readonly logger: Logger;
}

/** What a service's `@On` handlers hear: from the topics at first, from its retry topic afterwards. */
export function heardFacts(options: HeardFactsOptions) {
  const { service, namespace, schemas, unit, handlings, policy, server, logger } = options;
  const keeper = { service, subscription: service, policy };
  const isTold = logger.isLevelEnabled('debug');
  const handling: Handling = {
    firstOf: (type) => server.firstOf(type),
    deliver: (type, fact, tx, enters) => {
      if (isTold) logger.debug({ fact: type }, 'hears');
      return server.deliver(type, fact, tx, enters);
    },
  };
  const hearing = new Hearing({
    ...keeper,
    namespace,
    schemas,
    unit,
    handlings,
    hears: (type) => server.handlers.on(type).length > 0,
    handling,
    onParked: (parked) => {
      countParked(keeper, parked);
      tellParked(logger, parked);
    },
  });
  const retrying = new Retrying({
    ...keeper,
    schemas,
    unit,
    handling,
    handlings,
    onFailed: (failed) => {
      countFailedAgain(keeper, failed);
      tellFailed(logger, failed);
    },
    onLate: (milliseconds) => {
      tellLate(keeper.subscription, milliseconds);
      if (isTold) logger.debug({ lateMs: milliseconds }, 'tries again');
    },
  });
  return { hearing, retrying };
}

export function tellParked(logger: Logger, parked: readonly Parked[]): void {
  for (const { heard, handler, failure } of parked) {
    const about = { fact: heard.type?.type, factId: heard.id, correlationId: heard.cause.correlationId, handler };
    if (!failure) logger.warn(about, 'a fact waits behind a failed one');
    else
      logger.error(
        { ...about, code: failure.code, reason: failure.text },
        failure.isFinal ? 'a fact went to the dead letters' : 'a fact could not be handled; it will be tried again',
      );
  }
}

export function tellFailed(logger: Logger, failed: readonly FailedAgain[]): void {
  for (const { fact, handler, failure } of failed)
    logger.error(
      { factId: fact.event, handler, attempt: fact.attempts + 1, code: failure.code, reason: failure.text },
      'a fact failed again',
    );
}
